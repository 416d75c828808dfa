using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Stories;

/// <summary>The program is killed in the middle of its work, and started again.</summary>
public sealed class KilledProgramTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Create();
        await using var db = _database.Open();
        _token = await new Tokens(db, TimeProvider.System).Create("desk", Role.Admin, Actor.Program, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Kills_in_the_middle_of_work_lose_nothing_halve_nothing_and_double_nothing()
    {
        var random = new Random(20261123);
        var desk = new BusyDesk(_database, _token);
        for (var kill = 0; kill < 3; kill++)
        {
            await using var program = await BuiltProgram.Serve(_database);
            await Section(Api(program));
            await desk.CheckPages(program);
            await desk.AskAgain(program);
            await desk.WorkUntilKilled(program, random.Next(1, 25));
            await desk.CheckRows();
            await LetLeasesEnd();
        }

        await using var last = await BuiltProgram.Serve(_database);
        await desk.AskAgain(last);
        await Until(async db => !await db.Schedules.AnyAsync(s => s.EndedAt == null));
        await Until(async db => !await db.Jobs.AnyAsync(j => j.State != JobState.Done) && !await db.Outbox.AnyAsync(m => m.DoneAt == null));
        await desk.CheckDone(last);
    }

    [Fact]
    public async Task Two_nodes_publish_once_at_an_hour_and_once_what_they_missed()
    {
        Guid missed;
        await using (var program = await BuiltProgram.Serve(_database))
        {
            var api = Api(program);
            missed = await Scheduled(api, "The missed one", TimeSpan.FromHours(1));
            await program.Kill();
        }

        await using (var db = _database.Open())
        {
            var hour = DateTimeOffset.UtcNow.AddMinutes(-10);
            await db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(s => s.At, hour), TestContext.Current.CancellationToken);
        }

        var starting = new[] { BuiltProgram.Serve(_database), BuiltProgram.Serve(_database) };
        await using var one = await starting[0];
        await using var other = await starting[1];
        var punctual = await Scheduled(Api(one), "The punctual one", TimeSpan.FromSeconds(5));
        await Until(async db => await db.Stories.CountAsync(s => s.State == StoryState.Published) == 2);
        await using var after = _database.Open();
        Assert.InRange((await after.Publications.SingleAsync(p => p.StoryId == missed, TestContext.Current.CancellationToken)).SecondsLate!.Value, 600, 900);
        var publication = await after.Publications.SingleAsync(p => p.StoryId == punctual, TestContext.Current.CancellationToken);
        var schedule = await after.Schedules.SingleAsync(s => s.StoryId == punctual, TestContext.Current.CancellationToken);
        Assert.True(publication.At >= schedule.At, $"It went out at {publication.At:O}, before its hour {schedule.At:O}.");
    }

    [Fact]
    public async Task A_request_that_has_begun_is_finished_when_the_program_is_asked_to_end()
    {
        await using var program = await BuiltProgram.Serve(_database);
        var body = new SlowBody("{\"headline\": \"Late ", "copy\", \"bodyMarkdown\": \"One.\"}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        var answer = program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await body.Begun;
        // It is on its way; it has begun when the program counts it.
        await Until(async _ => (await program.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n').Any(line =>
            line.StartsWith("http_server_active_requests{", StringComparison.Ordinal) && line.Contains("http_request_method=\"POST\"", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal)));
        var ended = program.Terminate();
        body.GoOn();
        using var created = await answer;
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(0, (await ended).Code);
    }

    private ApiClient Api(BuiltProgram program)
    {
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return new ApiClient(program.Http);
    }

    private static async Task Section(ApiClient api)
    {
        // The same key each time: it is made once.
        (await api.Post("/sections", new { name = "Aldor", slug = "aldor" }, "the-section")).Is(HttpStatusCode.Created);
    }

    private static async Task<Guid> Scheduled(ApiClient api, string headline, TimeSpan ahead)
    {
        await Section(api);
        var story = (await api.Post("/stories", new { headline, section = "aldor", authors = new[] { People.Mira }, body = Make.Body("One.") })).Is(HttpStatusCode.Created).Id;
        Assert.Equal("scheduled", (await api.Post($"/stories/{story}/publication", new { at = DateTimeOffset.UtcNow + ahead })).Is(HttpStatusCode.OK)["state"]);
        return story;
    }

    // Nobody waits minutes in a test for what the dead node had taken to be free again.
    private async Task LetLeasesEnd()
    {
        await using var db = _database.Open();
        var now = DateTimeOffset.UtcNow.AddSeconds(-1);
        await db.Jobs.Where(j => j.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now), TestContext.Current.CancellationToken);
        await db.Outbox.Where(m => m.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, now), TestContext.Current.CancellationToken);
    }

    // Another process works on the same database, so there is nothing to wait for but what it writes.
    private async Task Until(Func<BroadsheetDb, Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var db = _database.Open();
        while (!await holds(db))
        {
            await asking.WaitForNextTickAsync(patience.Token);
        }
    }
}
