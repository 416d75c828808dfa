using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NetVips;
using Xunit;

namespace Broadsheet.Tests.Stories;

/// <summary>A newsroom at work. It remembers what it asked for and what was acknowledged, so it can tell what a kill may have taken and what not.</summary>
internal sealed class BusyDesk(TestDatabase database, string token)
{
    private const int MostPieces = 200;
    private const int MostPhotos = 2;

    private readonly List<Piece> _pieces = [];
    private readonly List<Photo> _photos = [];
    private readonly byte[] _file = PictureFiles.Jpeg(340, 220);

    /// <summary>Four people work at once; the program is killed when so many answers have come.</summary>
    public async Task WorkUntilKilled(BuiltProgram program, int answers)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var api = Api(program);
        var hands = Task.WhenAll(Publish(api, Answered), Publish(api, Answered), Schedule(api, Answered), Photograph(api, Answered));
        await Task.WhenAny(enough.Task, hands);
        await program.Kill();
        await hands;

        void Answered()
        {
            if (Interlocked.Decrement(ref answers) == 0)
            {
                enough.SetResult();
            }
        }
    }

    /// <summary>Whatever was asked for is wholly there or wholly absent, and what was acknowledged is there.</summary>
    public async Task CheckRows()
    {
        await using var db = database.Open();
        foreach (var piece in _pieces)
        {
            var ids = await db.Revisions.Where(r => r.Headline == piece.Headline).Select(r => r.StoryId).ToListAsync(TestContext.Current.CancellationToken);
            Assert.InRange(ids.Count, piece.Id is null ? 0 : 1, 1);
            foreach (var id in ids)
            {
                await CheckStory(db, piece, id);
            }
        }

        foreach (var photo in _photos)
        {
            var images = await db.Images.AsNoTracking().Where(i => i.Alt == photo.Alt).ToListAsync(TestContext.Current.CancellationToken);
            Assert.InRange(images.Count, photo.IsAcknowledged ? 1 : 0, 1);
            Assert.All(images, image => Assert.True(File.Exists(Media(image.Original)), $"The original of {image.Alt} is gone."));
        }

        Assert.All(FilesIn("originals"), path => Assert.Equal(_file, File.ReadAllBytes(path)));
    }

    /// <summary>Readers get what is out, and nothing else.</summary>
    public async Task CheckPages(BuiltProgram program)
    {
        await using var db = database.Open();
        // What has an hour may go out between two questions.
        foreach (var piece in _pieces.Where(p => p.At is null))
        {
            var isOut = await db.Revisions.Where(r => r.Headline == piece.Headline)
                .Join(db.Stories, r => r.StoryId, s => s.Id, (_, s) => s)
                .AnyAsync(s => s.State == StoryState.Published, TestContext.Current.CancellationToken);
            await CheckPage(program, piece, isOut ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }
    }

    /// <summary>Asks once more, with the same keys, for all that was never answered.</summary>
    public async Task AskAgain(BuiltProgram program)
    {
        var api = Api(program);
        foreach (var piece in _pieces.Where(p => !p.IsAcknowledged))
        {
            await Save(api, piece);
            await Publish(api, piece);
        }

        foreach (var photo in _photos.Where(p => !p.IsAcknowledged))
        {
            await Upload(api, photo);
        }
    }

    /// <summary>All that was ever asked for was done, once.</summary>
    public async Task CheckDone(BuiltProgram program)
    {
        await CheckRows();
        await using var db = database.Open();
        Assert.Equal(_pieces.Count, await db.Stories.CountAsync(s => s.State == StoryState.Published, TestContext.Current.CancellationToken));
        Assert.Equal(_pieces.Count, await db.Stories.CountAsync(TestContext.Current.CancellationToken));
        foreach (var piece in _pieces)
        {
            await CheckPage(program, piece, HttpStatusCode.OK);
        }

        var images = await db.Images.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(_photos.Select(p => p.Alt).Order(StringComparer.Ordinal), images.Select(i => i.Alt!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        var beforehand = images.SelectMany(i => Rendition.Beforehand(i.Picture)).Select(r => Media(r.Name)).ToList();
        Assert.Empty(beforehand.Except(FilesIn("renditions"), StringComparer.Ordinal));
        Assert.All(FilesIn("renditions"), path =>
        {
            using var rendition = NetVips.Image.NewFromFile(path, failOn: Enums.FailOn.Truncated);
            Assert.InRange(rendition.Avg(), 1, 254);
        });
    }

    private static async Task CheckStory(BroadsheetDb db, Piece piece, Guid id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var story = await db.Stories.AsNoTracking().SingleAsync(s => s.Id == id, cancellation);
        var publications = await db.Publications.AsNoTracking().Where(p => p.StoryId == id).ToListAsync(cancellation);
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.StoryId == id).ToListAsync(cancellation);
        var isOut = story.State is StoryState.Published;
        Assert.True(isOut || !piece.IsAcknowledged || (piece.At is not null && story.State is StoryState.Scheduled), $"{piece.Headline} was acknowledged, and is {story.State}.");
        Assert.Equal(isOut ? [(Guid?)story.DraftId] : [], publications.Select(p => (Guid?)p.RevisionId));
        Assert.Equal(isOut ? story.DraftId : null, story.LiveId);
        Assert.Equal(isOut ? [(story.SectionId, story.Slug)] : [], addresses.Select(a => ((Guid?)a.SectionId, (string?)a.Slug)));
        var once = isOut ? 1 : 0;
        Assert.Equal(
            (once, once, once, once),
            (await db.Bylines.CountAsync(b => b.StoryId == id, cancellation),
                await db.StoryTopics.CountAsync(t => t.StoryId == id, cancellation),
                await db.Outbox.CountAsync(m => m.Kind == nameof(StoryPublished) && m.Payload.Contains(id.ToString()), cancellation),
                await db.Audit.CountAsync(e => e.Act == "story.published" && e.Subject == id.ToString(), cancellation)));
        Assert.Equal(story.State is StoryState.Scheduled ? 1 : 0, await db.Schedules.CountAsync(s => s.StoryId == id && s.EndedAt == null, cancellation));
    }

    private static async Task CheckPage(BuiltProgram program, Piece piece, HttpStatusCode status)
    {
        using var page = await program.Http.GetAsync("/aldor/" + piece.Headline.ToLowerInvariant().Replace(' ', '-'), TestContext.Current.CancellationToken);
        Assert.True(status == page.StatusCode, $"{piece.Headline} answered {(int)page.StatusCode}, not {(int)status}.\n{program.Error}");
        Assert.Equal(status is HttpStatusCode.OK, (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(piece.Headline, StringComparison.Ordinal));
    }

    private ApiClient Api(BuiltProgram program)
    {
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiClient(program.Http);
    }

    private Task Publish(ApiClient api, Action answered) => UntilKilled(MostPieces, async () =>
    {
        var piece = Begin(isScheduled: false);
        await Save(api, piece);
        answered();
        await Publish(api, piece);
        answered();
    });

    private Task Schedule(ApiClient api, Action answered) => UntilKilled(MostPieces, async () =>
    {
        var piece = Begin(isScheduled: true);
        await Save(api, piece);
        answered();
        await Publish(api, piece);
        answered();
    });

    private Task Photograph(ApiClient api, Action answered) => UntilKilled(MostPhotos, async () =>
    {
        Photo photo;
        lock (_photos)
        {
            photo = new Photo(string.Create(CultureInfo.InvariantCulture, $"Photo {_photos.Count}"));
            _photos.Add(photo);
        }

        await Upload(api, photo);
        answered();
    });

    private static async Task UntilKilled(int most, Func<Task> work)
    {
        try
        {
            for (var i = 0; i < most; i++)
            {
                await work();
            }
        }
        catch (HttpRequestException)
        {
            // The program is gone, and whether it did what it was asked is what the test is about.
        }
    }

    private Piece Begin(bool isScheduled)
    {
        lock (_pieces)
        {
            var piece = new Piece(string.Create(CultureInfo.InvariantCulture, $"Story number {_pieces.Count} of the day"), isScheduled ? DateTimeOffset.UtcNow.AddSeconds(3) : null);
            _pieces.Add(piece);
            return piece;
        }
    }

    private static async Task Save(ApiClient api, Piece piece)
    {
        var draft = new { headline = piece.Headline, section = "aldor", authors = new[] { People.Mira }, topics = new[] { "Zell dam" }, body = Make.Body("One.") };
        piece.Id ??= (await api.Post("/stories", draft, $"{piece.Key}-draft")).Is(HttpStatusCode.Created).Id;
    }

    private static async Task Publish(ApiClient api, Piece piece)
    {
        (await api.Post($"/stories/{piece.Id}/publication", piece.At is { } at ? new { at } : null, piece.Key)).Is(HttpStatusCode.OK);
        piece.IsAcknowledged = true;
    }

    private async Task Upload(ApiClient api, Photo photo)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["alt"] = photo.Alt, ["credit"] = People.Runa };
        (await api.Upload("/images", _file, "dam.jpg", fields, photo.Key)).Is(HttpStatusCode.Created);
        photo.IsAcknowledged = true;
    }

    private string Media(string name) => Path.Combine(database.Data, "media", name);

    private string[] FilesIn(string folder) => Directory.Exists(Media(folder)) ? Directory.GetFiles(Media(folder), "*", SearchOption.AllDirectories) : [];

    private sealed record Piece(string Headline, DateTimeOffset? At)
    {
        public string Key { get; } = Guid.NewGuid().ToString();

        public Guid? Id { get; set; }

        public bool IsAcknowledged { get; set; }
    }

    private sealed record Photo(string Alt)
    {
        public string Key { get; } = Guid.NewGuid().ToString();

        public bool IsAcknowledged { get; set; }
    }
}
