using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

public sealed class MigratorTests
{
    [Fact]
    public async Task Two_programs_that_start_at_once_on_nothing_migrate_it_once()
    {
        await using var database = TestDatabase.Untouched();
        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => BuiltProgram.Run(database, "migrate")));
        Assert.All(ended, e => Assert.Equal((0, ""), (e.Code, e.Error)));
        Assert.Single(ended, e => e.Output.StartsWith("Applied ", StringComparison.Ordinal));
        Assert.Equal(2, ended.Count(e => e.Output == "The database is up to date.\n"));
    }

    [Fact]
    public async Task Migrators_of_one_process_wait_for_each_other_too()
    {
        await using var database = TestDatabase.Untouched();
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Migrator(database.Address, database.Data).Migrate(TestContext.Current.CancellationToken)));
        Assert.Single(applied, a => a.Count > 0);
        Assert.Empty(await new Migrator(database.Address, database.Data).Pending(TestContext.Current.CancellationToken));
    }

    [SqliteFact]
    public async Task A_lock_row_left_by_a_kill_holds_nobody_up()
    {
        await using var database = TestDatabase.Untouched();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24 08:00:00')""",
                TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(await new Migrator(database.Address, database.Data).Migrate(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_killed_while_migrating_leaves_a_database_that_the_next_one_finishes()
    {
        await using var database = TestDatabase.Untouched();
        string[] where = database.Connection is { } connection ? ["--database", connection] : [];
        await using (var killed = BuiltProgram.Start(["migrate", "--data", database.Data, .. where]))
        {
            await killed.Kill();
        }

        Assert.Equal(0, (await BuiltProgram.Run(database, "migrate")).Code);
        Assert.Equal((0, "The database is up to date.\n"), ((await BuiltProgram.Run(database, "migrate")) is var again ? (again.Code, again.Output) : default));
    }

    [Fact]
    public async Task Lists_of_what_was_published_before_they_had_dates_get_them()
    {
        await using var database = await TestDatabase.Create();
        DateTimeOffset? published;
        await using (var site = await TestSite.Start(database))
        {
            var id = (await site.Make.Published(new { headline = "The dam holds", authors = new[] { "Mira Solvane" }, topics = new[] { "Zell dam" } })).Id;
            await using var before = database.Open();
            published = await before.Stories.Where(s => s.Id == id).Select(s => s.PublishedAt).SingleAsync(TestContext.Current.CancellationToken);
            var migrations = before.Database.GetMigrations().ToList();
            await before.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(name => name.EndsWith("_Scale", StringComparison.Ordinal)) - 1], TestContext.Current.CancellationToken);
        }

        await new Migrator(database.Address, database.Data).Migrate(TestContext.Current.CancellationToken);
        await using var db = database.Open();
        Assert.Equal([published], await db.Set<Byline>().Select(b => b.PublishedAt).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([published], await db.Set<StoryTopic>().Select(t => t.PublishedAt).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_nothing_both_serve()
    {
        await using var database = TestDatabase.Untouched();
        var starting = new[] { BuiltProgram.Serve(database), BuiltProgram.Serve(database) };
        await using var one = await starting[0];
        await using var other = await starting[1];
        Assert.Equal("ready\n", await one.Http.GetStringAsync("/readyz", TestContext.Current.CancellationToken));
        Assert.Equal("ready\n", await other.Http.GetStringAsync("/readyz", TestContext.Current.CancellationToken));
    }
}
