using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class MetricsTests
{
    [Fact]
    public async Task This_machine_reads_the_metrics_in_Prometheus_text()
    {
        await using var site = await TestSite.Start();
        await site.Html("/");
        using var answer = await site.Reader().GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("http_server_request_duration_seconds_count{", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task What_came_through_a_proxy_is_from_elsewhere_and_needs_the_token(string header, string value)
    {
        await using var site = await TestSite.Start(with: settings => settings with { MetricsToken = "metrics-secret" });
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, (header, value)));
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, (header, value), "another"));
        Assert.Equal(HttpStatusCode.OK, await Get(site, (header, value), "metrics-secret"));
    }

    [Fact]
    public async Task A_proxy_on_this_machine_opens_them_to_nobody_who_says_to_be_this_machine()
    {
        await using var site = await TestSite.Start(with: settings => settings with { Proxies = [IPAddress.Loopback] });
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, ("X-Forwarded-For", "127.0.0.1")));
    }

    [Fact]
    public async Task Without_a_token_nothing_opens_the_metrics_to_others()
    {
        await using var site = await TestSite.Start();
        Assert.Equal(HttpStatusCode.NotFound, await Get(site, ("X-Forwarded-For", "203.0.113.9"), "guess"));
    }

    private static async Task<HttpStatusCode> Get(TestSite site, (string Name, string Value) header, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add(header.Name, header.Value);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
