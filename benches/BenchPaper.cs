using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Images;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Readers;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>A paper in a temporary folder with sixty stories, all of 1,000 words and 5 pictures; the program is put together as for serving, but does not listen.</summary>
internal sealed class BenchPaper : IAsyncDisposable
{
    /// <summary>How many stories there are; the address of each is its number, from 0.</summary>
    public const int Stories = 60;

    private static readonly Actor Desk = new("bench", Role.Admin);

    private static readonly string[] Vocabulary =
        "the dam gates engineers measured two days of water minister said that a survey found three five in working order work would be back one to years according office document seen by post valley people river town road bus night lights school bread price harvest north island ferry captain storm harbour".Split(' ');

    private readonly string _folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"broadsheet-bench-{Guid.NewGuid():N}");
    private readonly WebApplication _app;

    private BenchPaper()
    {
        Directory.CreateDirectory(_folder);
        _app = Site.Build(new Settings
        {
            Data = _folder,
            Database = DatabaseAddress.InFolder(_folder),
            Listen = new Uri("http://localhost:5080"),
            Url = new Uri("http://localhost:5080"),
            Media = System.IO.Path.Combine(_folder, "media"),
        });
    }

    /// <summary>The data folder.</summary>
    public string Folder => _folder;

    public static async Task<BenchPaper> Make()
    {
        var paper = new BenchPaper();
        await paper.Fill();
        return paper;
    }

    /// <summary>The path of a story; numbers beyond the last begin again.</summary>
    public static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"/world/{Slug(number)}");

    public async Task<byte[]> Render(int number, Audience audience)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.OpenConnectionAsync();
        var page = await scope.ServiceProvider.GetRequiredService<StoryPages>()
            .Make(new PageRequest(Path(number), 1, audience, IsLite: false), "world", Slug(number), CancellationToken.None);
        return page.Status == 200 ? page.Bytes : throw new InvalidOperationException($"The page answered {page.Status}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"story-{number % Stories}");

    private async Task Fill()
    {
        await _app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        foreach (var first in _app.Services.GetServices<IFirstStart>())
        {
            await first.Run(CancellationToken.None);
        }

        await using var scope = _app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        foreach (var name in new[] { "World", "Economy", "Science", "Culture", "Opinion", "City" })
        {
            await services.GetRequiredService<SaveSection>().Create(new SectionInput { Name = new(name) }, Desk, CancellationToken.None);
        }

        var db = services.GetRequiredService<BroadsheetDb>();
        List<Image> images = [.. Enumerable.Range(0, 6).Select(i => Picture(i))];
        db.Images.AddRange(images);
        await db.SaveChangesAsync();
        var random = new Random(7);
        for (var i = 0; i < Stories; i++)
        {
            var story = await Publish(services, Story("Minister insists the dam is out of use; engineers say three of five gates still turn", Slug(i), images[0].Id, Body(random, images)));
            await services.GetRequiredService<CorrectStory>().Correct(story, CorrectionKind.Correction, "The dam has five gates.", "six", "five", Desk, CancellationToken.None);
        }
    }

    private static async Task<Story> Publish(IServiceProvider services, StoryInput input)
    {
        var saved = await services.GetRequiredService<SaveStory>().Create(input, Desk, CancellationToken.None);
        await services.GetRequiredService<PublishStory>().Now(saved.Story, PublicationNote.None, Desk, CancellationToken.None);
        return saved.Story;
    }

    private static StoryInput Story(string headline, string slug, Guid lead, JsonElement body) => new()
    {
        Headline = new(headline),
        Standfirst = new("A week after the strike, accounts of the damage differ by years."),
        Section = new("world"),
        Slug = new(slug),
        Authors = new(["Mira Solvane", "Tobin Ashgrove"]),
        Topics = new(["The dam", "Water", "The Assembly"]),
        Dateline = new("OSMERE"),
        LeadImage = new(lead),
        Body = new(body),
    };

    // A thousand words in twenty paragraphs with links and emphasis, five pictures, two headings.
    private static JsonElement Body(Random random, List<Image> images)
    {
        var blocks = new List<object>();
        for (var i = 0; i < 20; i++)
        {
            blocks.Add(new
            {
                type = "paragraph",
                content = new object[]
                {
                    Text(random, 20),
                    new { type = "text", text = " " + Words(random, 5) + " ", marks = new object[] { new { type = i % 2 == 0 ? "bold" : "italic" } } },
                    new { type = "text", text = Words(random, 5), marks = new object[] { new { type = "link", attrs = new { href = "https://example.org/document" } } } },
                    Text(random, 20),
                },
            });
            if (i % 4 == 1)
            {
                blocks.Add(new { type = "figure", attrs = new { image = images[i / 4 + 1].Id, size = "column" } });
            }

            if (i % 8 == 3)
            {
                blocks.Add(new { type = "heading", attrs = new { level = 2 }, content = new[] { Text(random, 4) } });
            }
        }

        return JsonSerializer.SerializeToElement(new { type = "doc", content = blocks });
    }

    private static object Text(Random random, int words) => new { type = "text", text = " " + Words(random, words) };

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private static Image Picture(int number)
    {
        var image = new Image
        {
            Key = Image.NewKey(),
            Original = $"originals/{number}.jpg",
            Kind = ImageKind.Jpeg,
            Bytes = 1,
            Hash = SHA256.HashData([(byte)number]),
            Width = 2400,
            Height = 1600,
            IsAnimated = false,
            Alt = "Gates of a dam, seen from the road",
            Caption = "The eastern gates of the dam on Thursday, seen from the ferry road.",
            Credit = "I. Marsh / Aldor Pictures",
            CreatedAt = DateTimeOffset.UnixEpoch,
            CreatedBy = "bench",
        };
        return image;
    }
}
