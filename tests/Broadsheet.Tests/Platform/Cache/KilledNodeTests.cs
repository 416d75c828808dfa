using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

/// <summary>A node is killed under load, and started again without its database: what it has on disk is whole, and nothing of it was taken back.</summary>
public sealed class KilledNodeTests
{
    private const int Stories = 12;
    private static readonly DatabaseAddress Nowhere = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_on_disk_are_whole_and_right_after_a_kill_under_load()
    {
        await using var database = await TestDatabase.Create();
        var random = new Random(20261124);
        var withdrawn = new HashSet<int>();
        var ids = new Guid[Stories];
        for (var kill = 0; kill < 3; kill++)
        {
            await using var program = await BuiltProgram.Serve(database);
            var api = await Api(database, program);
            if (kill == 0)
            {
                await Fill(api, ids);
            }

            var readers = Enumerable.Range(0, 4).Select(i => ReadUntilKilled(program, new Random(kill * 10 + i))).ToList();
            for (var changes = random.Next(2, 6); changes > 0; changes--)
            {
                var number = random.Next(Stories);
                if (withdrawn.Add(number))
                {
                    (await api.Delete($"/stories/{ids[number]}/publication", new { reason = "It was only an exercise." })).Is(HttpStatusCode.OK);
                }
            }

            await program.Kill();
            await Task.WhenAll(readers);
            await CheckDisk(database, withdrawn);
        }
    }

    private static async Task<ApiClient> Api(TestDatabase database, BuiltProgram program)
    {
        await using var db = database.Open();
        var token = await new Tokens(db, TimeProvider.System).Create(Guid.NewGuid().ToString("N"), Role.Admin, Actor.Program, Cancellation);
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiClient(program.Http);
    }

    private static async Task Fill(ApiClient api, Guid[] ids)
    {
        (await api.Post("/sections", new { name = "Aldor", slug = "aldor" })).Is(HttpStatusCode.Created);
        for (var i = 0; i < Stories; i++)
        {
            ids[i] = (await api.Post("/stories", new { headline = Headline(i), slug = $"story-{i}", section = "aldor", authors = new[] { People.Mira }, body = Make.Body("One.") })).Is(HttpStatusCode.Created).Id;
            (await api.Post($"/stories/{ids[i]}/publication")).Is(HttpStatusCode.OK);
        }
    }

    private static async Task ReadUntilKilled(BuiltProgram program, Random random)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program.Address };
        try
        {
            while (true)
            {
                using var answer = await http.GetAsync(random.Next(4) == 0 ? "/" : $"/aldor/story-{random.Next(Stories)}", Cancellation);
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private static async Task CheckDisk(TestDatabase database, HashSet<int> withdrawn)
    {
        await using var alone = await TestSite.Start(database, with: settings => settings with { Database = Nowhere });
        foreach (var path in Enumerable.Range(0, Stories).Select(i => $"/aldor/story-{i}").Prepend("/"))
        {
            using var answer = await alone.Reader().GetAsync(path, Cancellation);
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone or HttpStatusCode.ServiceUnavailable, $"{path} answered {(int)answer.StatusCode}.");
            Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
            foreach (var number in answer.StatusCode is HttpStatusCode.OK ? withdrawn : [])
            {
                Assert.False(page.Contains(Headline(number), StringComparison.Ordinal), $"{path} shows {Headline(number)}, which is withdrawn.");
            }
        }
    }

    private static string Headline(int number) => string.Create(CultureInfo.InvariantCulture, $"Story number {number}.");
}
