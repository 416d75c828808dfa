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
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>A paper in a temporary folder with one measured story among sixty; the program is put together as for serving, but does not listen.</summary>
internal sealed class BenchPaper : IAsyncDisposable
{
    private static readonly Actor Desk = new("bench", Role.Admin);

    private static readonly string[] Vocabulary =
        "the dam gates engineers measured two days of water minister said that a survey found three five in working order work would be back one to years according office document seen by post valley people river town road bus night lights school bread price harvest north island ferry captain storm harbour".Split(' ');

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"broadsheet-bench-{Guid.NewGuid():N}");
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
            Media = Path.Combine(_folder, "media"),
        });
    }

    public static async Task<BenchPaper> Make()
    {
        var paper = new BenchPaper();
        await paper.Fill();
        return paper;
    }

    public async Task<byte[]> Render(Audience audience)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<StoryPages>()
            .Make(new PageRequest("/world/measured", 1, audience, IsLite: false), "world", "measured", CancellationToken.None);
        return page.Status == 200 ? page.Bytes : throw new InvalidOperationException($"The page answered {page.Status}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

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
        for (var i = 0; i < 60; i++)
        {
            await Publish(services, Story($"A story of the day, number {i}", null, images[i % 6].Id, "Short."));
        }

        var measured = await Publish(services, Story("Minister insists the dam is out of use; engineers say three of five gates still turn", "measured", images[0].Id, Body(images)));
        await services.GetRequiredService<CorrectStory>().Correct(measured, CorrectionKind.Correction, "The dam has five gates.", "six", "five", Desk, CancellationToken.None);
    }

    private static async Task<Story> Publish(IServiceProvider services, StoryInput input)
    {
        var saved = await services.GetRequiredService<SaveStory>().Create(input, Desk, CancellationToken.None);
        await services.GetRequiredService<PublishStory>().Now(saved.Story, PublicationNote.None, Desk, CancellationToken.None);
        return saved.Story;
    }

    private static StoryInput Story(string headline, string? slug, Guid lead, object body) => new()
    {
        Headline = new(headline),
        Standfirst = new("A week after the strike, accounts of the damage differ by years."),
        Section = new("world"),
        Slug = new(slug),
        Authors = new(["Mira Solvane", "Tobin Ashgrove"]),
        Topics = new(["The dam", "Water", "The Assembly"]),
        Dateline = new("OSMERE"),
        LeadImage = new(lead),
        BodyMarkdown = body is string text ? new(text) : default,
        Body = body is JsonElement json ? new(json) : default,
    };

    // A thousand words in twenty paragraphs with links and emphasis, five pictures, two headings.
    private static JsonElement Body(List<Image> images)
    {
        var random = new Random(7);
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
