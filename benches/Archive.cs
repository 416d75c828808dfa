using System.Globalization;
using System.Security.Cryptography;
using Broadsheet.Images;
using Broadsheet.Outlets.Search;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Text;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Broadsheet.Bench;

/// <summary>
/// A paper with ten years of stories, on either engine. It is written by the program's own code, many stories to a transaction, kept under <c>artifacts/bench</c>, and used again while words and number are the same.
/// </summary>
internal sealed class Archive : IAsyncDisposable
{
    private const int Version = 1;
    private const int AtOnce = 250;
    private const int Pictures = 300;
    private const int Compared = 40;
    private static readonly TimeSpan Age = TimeSpan.FromDays(3652);
    private static readonly Actor Desk = new("bench", Role.Admin);

    private readonly WebApplication _app;
    private readonly FillClock _clock = new();

    private Archive(string folder, DatabaseAddress database, int stories)
    {
        (Folder, Database, Stories) = (folder, database, stories);
        Directory.CreateDirectory(folder);
        _app = Site.Build(
            new Settings { Data = folder, Database = database, Listen = new Uri("http://localhost:5080"), Url = new Uri("http://localhost:5080"), Media = Path.Combine(folder, "media") },
            services => services.AddSingleton<TimeProvider>(_clock));
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public DatabaseAddress Database { get; }

    public int Stories { get; }

    /// <summary>The program put together on this paper; it does not listen.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The paper of so many stories, made where it is not there yet.</summary>
    /// <param name="postgres">A PostgreSQL server's connection string without a database; null means SQLite.</param>
    public static async Task<Archive> Get(int stories, string? postgres)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"archive_{stories}");
        var folder = Path.GetFullPath(Path.Combine("artifacts", "bench", postgres is null ? name : name + "_postgres"));
        var stamp = Path.Combine(folder, "stamp");
        var database = postgres is null ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Parse($"{postgres};Database={name}");
        var archive = new Archive(folder, database, stories);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == Stamp(archive) && await archive.IsThere())
        {
            return archive;
        }

        await archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (postgres is not null)
        {
            await using var server = NpgsqlDataSource.Create($"{postgres};Database=postgres");
            await using var drop = server.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync();
        }

        archive = new Archive(folder, database, stories);
        await archive.Make();
        await File.WriteAllTextAsync(stamp, Stamp(archive));
        return archive;
    }

    /// <summary>The id of a story in the middle of all.</summary>
    public async Task<string> Middle()
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Stories.OrderBy(s => s.Id).Select(s => s.Id).Skip(Stories / 2).FirstAsync()).ToString();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string Stamp(Archive archive) =>
        string.Create(CultureInfo.InvariantCulture, $"{Version} {archive.Stories} {CutText.Version}");

    private async Task<bool> IsThere()
    {
        await Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await using var scope = Services.CreateAsyncScope();
        await FillDesk(scope.ServiceProvider);
        return await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Stories.CountAsync() >= Stories;
    }

    private async Task Make()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Writing {Stories:N0} stories to {Database.Name} …"));
        var now = DateTimeOffset.UtcNow;
        _clock.Now = Moment(0, now);
        await Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        foreach (var first in Services.GetServices<IFirstStart>())
        {
            await first.Run(CancellationToken.None);
        }

        var stories = new ArchiveStories(await Begin());
        var rows = await Prepare();
        for (var number = 0; number < Compared; number++)
        {
            await Compare(stories, rows, number);
        }

        for (var from = 0; from < Stories; from += AtOnce)
        {
            await Write(stories, rows, from, Math.Min(from + AtOnce, Stories), now);
            if (from % 10_000 == 0 && from > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {from:N0} after {(DateTimeOffset.UtcNow - now).TotalSeconds:N0} s"));
            }
        }

        _clock.Now = null;
        await End();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Stories:N0} after {(DateTimeOffset.UtcNow - now).TotalSeconds:N0} s"));
    }

    // Sections, and pictures without files: pages name renditions and don't make them.
    private async Task<IReadOnlyList<Guid>> Begin()
    {
        await using var scope = Services.CreateAsyncScope();
        var save = scope.ServiceProvider.GetRequiredService<SaveSection>();
        foreach (var section in ArchiveStories.Sections)
        {
            await save.Create(new SectionInput { Name = new(char.ToUpperInvariant(section[0]) + section[1..]), Slug = new(section) }, Desk, CancellationToken.None);
            await save.Create(new SectionInput { Name = new($"The {section} desk"), Slug = new(ArchiveStories.Nested(section)), Parent = new(section) }, Desk, CancellationToken.None);
        }

        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        List<Image> images = [.. Enumerable.Range(0, Pictures).Select(Picture)];
        db.Images.AddRange(images);
        await db.SaveChangesAsync();
        return [.. images.Select(i => i.Id)];
    }

    private async Task<ArchiveRows> Prepare()
    {
        await using var scope = Services.CreateAsyncScope();
        return await ArchiveRows.Prepare(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), scope.ServiceProvider.GetRequiredService<Names>(), Desk, CancellationToken.None);
    }

    // The same story by the program and by the rows, both taken back.
    private async Task Compare(ArchiveStories stories, ArchiveRows rows, int number)
    {
        var input = stories.Story(number);
        var written = await TakenBack(async (services, db) =>
        {
            var story = await Write(services, input, Fate.Stays, CancellationToken.None);
            return await ArchiveRows.Show(db, story, CancellationToken.None);
        });
        var added = await TakenBack(async (services, db) =>
        {
            var entry = rows.Add(db, input, _clock.GetUtcNow());
            await db.SaveChangesAsync();
            await ArchiveRows.Count(db, CancellationToken.None);
            await services.GetRequiredService<SearchIndex>().Put(entry, CancellationToken.None);
            return await ArchiveRows.Show(db, entry.StoryId, CancellationToken.None);
        });
        if (written != added)
        {
            throw new InvalidOperationException($"An archive's rows are not what the program writes:\n{written}\n{added}");
        }
    }

    private async Task<string> TakenBack(Func<IServiceProvider, BroadsheetDb, Task<string>> write)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var shown = await write(scope.ServiceProvider, db);
            await transaction.RollbackAsync();
            return shown;
        });
    }

    // What use cases do in a transaction of their own they do here in one for many: they join the one that is open.
    private async Task Write(ArchiveStories stories, ArchiveRows rows, int from, int to, DateTimeOffset now)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<BroadsheetDb>();
        var index = services.GetRequiredService<SearchIndex>();
        await db.InTransaction(
            async cancellation =>
            {
                var entries = new List<SearchEntry>();
                var others = new List<int>();
                for (var number = from; number < to; number++)
                {
                    if (ArchiveStories.FateOf(number) is Fate.Stays)
                    {
                        entries.Add(rows.Add(db, stories.Story(number), Moment(number, now)));
                    }
                    else
                    {
                        others.Add(number);
                    }
                }

                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
                await ArchiveRows.Count(db, cancellation);
                foreach (var entry in entries)
                {
                    await index.Put(entry, cancellation);
                }

                foreach (var number in others)
                {
                    _clock.Now = Moment(number, now);
                    await Write(services, stories.Story(number), ArchiveStories.FateOf(number), cancellation);
                    db.ChangeTracker.Clear();
                }

                // All of it has been done; a paper of this age has forgotten it.
                await db.Outbox.ExecuteDeleteAsync(cancellation);
            },
            CancellationToken.None);
    }

    private DateTimeOffset Moment(int number, DateTimeOffset now)
    {
        var at = now - (Age * (1 - ((number + 1.0) / Stories)));
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static async Task<Guid> Write(IServiceProvider services, StoryInput input, Fate fate, CancellationToken cancellation)
    {
        var story = (await services.GetRequiredService<SaveStory>().Create(input, Desk, cancellation)).Story;
        await services.GetRequiredService<PublishStory>().Now(story, PublicationNote.None, Desk, cancellation);
        switch (fate)
        {
            case Fate.Corrected:
                await services.GetRequiredService<CorrectStory>().Correct(story, CorrectionKind.Correction, "The dam has five gates.", "six", "five", Desk, cancellation);
                break;
            case Fate.Changed:
                await services.GetRequiredService<SaveStory>().Change(story, new StoryInput { Standfirst = new("What was not known yesterday stands here now.") }, Desk, cancellation);
                await services.GetRequiredService<PublishStory>().Now(story, PublicationNote.None, Desk, cancellation);
                break;
            case Fate.Withdrawn:
                await services.GetRequiredService<WithdrawStory>().Withdraw(story, "It named the wrong man.", Desk, cancellation);
                break;
            case Fate.Stays:
                break;
            default:
                throw new InvalidOperationException($"Unknown fate {fate}.");
        }

        await services.GetRequiredService<IndexStories>().Handle(new StoryPublished(story.Id, story.LiveNumber), cancellation);
        return story.Id;
    }

    // As the database is after years: its changes swept, its statistics known.
    private async Task End()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await FillDesk(scope.ServiceProvider);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM changes WHERE number < (SELECT max(number) FROM changes)");
        await db.Database.ExecuteSqlRawAsync(Database.Engine is Engine.Postgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static Task<int> FillDesk(IServiceProvider services) => services.GetRequiredService<DeskIndex>().Fill(CancellationToken.None);

    private static Image Picture(int number) => new()
    {
        Key = Image.NewKey(),
        Original = string.Create(CultureInfo.InvariantCulture, $"originals/{number}.jpg"),
        Kind = ImageKind.Jpeg,
        Bytes = 1,
        Hash = SHA256.HashData(BitConverter.GetBytes(number)),
        Width = 2400,
        Height = 1600,
        IsAnimated = false,
        Alt = "Gates of a dam, seen from the road",
        Caption = string.Create(CultureInfo.InvariantCulture, $"The eastern gates of the dam, seen from road {number}."),
        Credit = "I. Marsh / Aldor Pictures",
        CreatedAt = DateTimeOffset.UnixEpoch,
        CreatedBy = "bench",
    };

    private sealed class FillClock : TimeProvider
    {
        /// <summary>Null outside of the writing: then it is the time.</summary>
        public DateTimeOffset? Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now ?? System.GetUtcNow();
    }
}
