using System.Text;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

/// <summary>Whatever is asked for, readers get a page, or a client its 4xx; never a mistake of ours.</summary>
public sealed class AddressFuzzTests
{
    // What answers something else than pages.
    private static readonly string[] Machines = ["api", "assets", "healthz", "media", "metrics", "openapi", "readyz"];

    private static readonly string[] Malformed =
    [
        "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET http://[::1 HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET / HTTP/1.1\r\nHost a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX : 1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: \u00ff\u00fe\r\nConnection: close\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\u00e9\u00ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /aldor/?q=\u00e9\u00ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /\u001b[31m HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "G\u00e9T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", "POST /api/v1/stories HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nffffffffff\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999999999999\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003", "\0\0\0\0\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConn",
        $"GET / HTTP/1.1\r\nHost: a\r\nX: {new string('a', 40_000)}\r\n\r\n", $"GET / HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, 150).Select(i => $"X-{i}: 1\r\n"))}\r\n", $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: a\r\n\r\n",
        $"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: {string.Concat(Enumerable.Range(0, 1500).Select(i => $"c{i}=1; "))}\r\n\r\n",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_address_is_asked_for_the_answer_is_a_page_and_nothing_has_changed(ulong seed)
    {
        await using var site = await TestSite.Start();
        var fuzz = new AddressFuzz(await Known(site));
        var before = await Rows(site);
        var random = new PCG(1, seed);
        var failures = new List<string>();
        for (var i = 0; i < 2500 && failures.Count < 10; i++)
        {
            var request = fuzz.Requests.Generate(random, null, out _);
            var answer = await RawHttp.Send(site.Address, request.Bytes(), Cancellation);
            if (Fault(request, answer) is { } fault)
            {
                failures.Add($"{fault}\n{request}{answer.Status} {string.Join(", ", answer.Headers)}\n{answer.Body}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n———\n\n", failures));
        Assert.Empty(site.Log.Lines(LogLevel.Error));
        Assert.Equal(before, await Rows(site));
    }

    [Fact]
    public async Task What_is_no_HTTP_is_refused_and_the_next_one_is_answered()
    {
        await using var site = await TestSite.Start();
        foreach (var request in Malformed)
        {
            var answer = await RawHttp.Send(site.Address, Encoding.Latin1.GetBytes(request), Cancellation, isWhole: false);
            Assert.True(answer.Status is < 500 or 505, $"{request}\n{answer.Status} {answer.Body}");
        }

        await site.Html("/");
        Assert.Empty(site.Log.Lines(LogLevel.Error));
    }

    [Theory]
    [InlineData("//evil.example/", "/evil.example")]
    [InlineData("///evil.example//", "/evil.example")]
    [InlineData("//evil.example/%2e%2e/a/", "/a")]
    [InlineData("/aldor/", "/aldor")]
    [InlineData("/aldor//", "/aldor")]
    [InlineData("//", "/")]
    public async Task No_redirect_leads_to_another_host(string target, string location)
    {
        await using var site = await TestSite.Start();
        var answer = await RawHttp.Send(site.Address, new AddressRequest("GET", target, "localhost", []).Bytes(), Cancellation);
        Assert.Equal((308, location), (answer.Status, answer.Headers.GetValueOrDefault("Location")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/aldor/boats-are-back")]
    [InlineData("/aldor/boats-are-back/history")]
    public async Task What_is_no_list_has_one_address(string path)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "Boats are back" });
        var page = await site.Html(path + "?page=2");
        Assert.Equal("http://courier.example" + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/assets/default/x")]
    [InlineData("/assets/default/x/")]
    [InlineData("/assets/default/x/none.css")]
    [InlineData("/assets/none/x/site.css")]
    public async Task An_asset_that_is_not_there_is_404(string path)
    {
        await using var site = await TestSite.Start();
        using var answer = await site.Reader().GetAsync(path, Cancellation);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    // What is made for programs, and how it begins.
    private static readonly Dictionary<string, string[]> Outlets = new(StringComparer.Ordinal)
    {
        ["application/rss+xml"] = ["<?xml "],
        ["application/atom+xml"] = ["<?xml "],
        ["application/xml"] = ["<?xml "],
        ["text/plain"] = ["User-agent: *\n", "# This paper ", "Contact: "],
        ["application/feed+json"] = ["{\"version\""],
    };

    private static string? Fault(AddressRequest request, RawAnswer answer)
    {
        if (answer.Status is 0 or >= 500)
        {
            return "The server failed.";
        }

        if (answer.Headers.TryGetValue("Location", out var location) && (!location.StartsWith('/') || location.StartsWith("//", StringComparison.Ordinal) || location.StartsWith("/\\", StringComparison.Ordinal)))
        {
            return "It leads elsewhere.";
        }

        var first = request.Target.Split('/', '?', '%')[1];
        if (answer.Status is 200 && answer.Headers.GetValueOrDefault("Content-Type") is { } type
            && Outlets.TryGetValue(type.Split(';')[0], out var begins) && begins.Any(begin => answer.Body.StartsWith(begin, StringComparison.Ordinal)))
        {
            return null;
        }

        var isPage = request.Method is "GET" && answer.Status is 200 or 404 or 410 or 451 && !Machines.Contains(first, StringComparer.OrdinalIgnoreCase) && !request.Target.Contains("/.", StringComparison.Ordinal) && !request.Target.Contains("%2", StringComparison.Ordinal);
        return isPage && !(answer.Headers.GetValueOrDefault("Content-Type") is "text/html; charset=utf-8" && answer.Body.Contains("<main", StringComparison.Ordinal) && answer.Body.Contains("data-audience=\"visitor\"", StringComparison.Ordinal))
            ? "This is no page."
            : request.Method is "HEAD" && answer.Body.Length > 0 ? "An answer to HEAD has no body." : null;
    }

    private static async Task<IReadOnlyList<string>> Known(TestSite site)
    {
        var first = await site.Make.Published(new { headline = "السد القديم", access = "members" });
        var second = await site.Make.Published(new { headline = "Boats are back", topics = new[] { "Water" } });
        var editor = await site.Api();
        await editor.Post($"/stories/{second.Id}/corrections", new { kind = "correction", text = "It was quiet." });
        await editor.Delete($"/stories/{(await site.Make.Published(new { headline = "Gone" })).Id}/publication", new { reason = "It was wrong." });
        var story = new Uri(first["url"]!).AbsolutePath;
        string[] pages = ["/", "/aldor", story, $"{story}/history", "/aldor/boats-are-back", "/aldor/boats-are-back/history", "/aldor/gone", "/topics/water", "/authors/mira-tan", "/corrections", "/about", "/terms", "/terms/1", "/privacy", "/pages/about"];
        return [.. pages, .. pages.Select(page => page == "/" ? "/lite" : "/lite" + page), "/healthz", "/readyz", "/metrics", "/api", "/openapi/v1.json", "/api/problems/invalid", "/api/v1/stories"];
    }

    private static async Task<IReadOnlyList<string>> Rows(TestSite site)
    {
        await using var db = site.Open();
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // the names are the model's own
            rows.Add($"{table} {await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync(Cancellation)}");
#pragma warning restore EF1002
        }

        return rows;
    }
}
