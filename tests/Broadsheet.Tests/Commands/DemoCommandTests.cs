using System.Globalization;
using System.Net;
using Broadsheet.Demo;
using Broadsheet.Demo.Pictures;
using Broadsheet.Images;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task A_first_start_that_is_killed_leaves_nothing_half_and_the_next_one_makes_the_whole_newspaper_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = TestDatabase.Untouched();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort.Take()}");
        string[] where = database.Connection is { } connection ? ["--database", connection] : [];
        string[] start = ["demo", "--data", database.Data, "--urls", address, .. where];
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await using (var first = BuiltProgram.Start(start))
        {
            await Until(() => Says(http, "/readyz", "the stories are being set", cancellation), cancellation);
            Assert.Contains(address, first.Output, StringComparison.Ordinal);
            using var front = await http.GetAsync("/", cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, front.StatusCode);
            Assert.Equal("1", Assert.Single(front.Headers.GetValues("Refresh")));
            Assert.Contains("is being printed", await front.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
            using var api = await http.GetAsync("/api/v1/stories", cancellation);
            Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
            await first.Kill();
        }

        await using (var second = BuiltProgram.Start(start))
        {
            await Until(() => Says(http, "/readyz", "ready", cancellation), cancellation);
            using var front = await http.GetAsync("/", cancellation);
            Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        }

        await using var db = database.Open();
        Assert.Equal(DemoFiles.Stories.Keys.Count(key => !key.Contains(".v", StringComparison.Ordinal)), await db.Stories.CountAsync(cancellation));
        Assert.Equal(Scenes.All.Count, await db.Images.CountAsync(cancellation));
        Assert.Equal(DemoFiles.Site.Sections.Count, await db.Sections.CountAsync(cancellation));
        Assert.Equal(DemoFiles.Corrections.Count, await db.Corrections.CountAsync(cancellation));
    }

    private static async Task<bool> Says(HttpClient http, string path, string text, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(path, cancellation);
            return (await answer.Content.ReadAsStringAsync(cancellation)).Contains(text, StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Until(Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(10));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            await asking.WaitForNextTickAsync(patience.Token);
        }
    }
}
