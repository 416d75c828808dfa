using System.Net;
using Broadsheet.Platform.Web;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class RateLimitTests(RateLimitTests.Host host) : IClassFixture<RateLimitTests.Host>
{
    [Fact]
    public async Task More_requests_than_the_burst_are_told_when_to_come_again()
    {
        using var client = host.Anonymous();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < Host.Burst + 10; i++)
        {
            answers.Add(await client.GetAsync("/api/v1/specimens", CancellationToken.None));
        }

        Assert.All(answers.Take(Host.Burst), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        await answers[^1].Problem(HttpStatusCode.TooManyRequests, "too-many");
        Assert.InRange(answers[^1].Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Each_address_has_a_limit_of_its_own()
    {
        using var limit = new RateLimit(1, 2);
        var first = IPAddress.Parse("192.0.2.1");

        Assert.Null(limit.Refusal(first));
        Assert.Null(limit.Refusal(first));
        Assert.NotNull(limit.Refusal(first));
        Assert.Contains(Enumerable.Range(2, 20), i => limit.Refusal(IPAddress.Parse($"192.0.2.{i}")) is null);
    }

    [Fact]
    public void An_IPv6_client_is_its_network()
    {
        using var limit = new RateLimit(1, 2);

        Assert.Null(limit.Refusal(IPAddress.Parse("2001:db8:1:1::1")));
        Assert.Null(limit.Refusal(IPAddress.Parse("2001:db8:1:1:ffff::2")));
        Assert.NotNull(limit.Refusal(IPAddress.Parse("2001:db8:1:1::3")));
    }

    [Fact]
    public void An_IPv4_client_is_the_same_on_an_IPv6_socket()
    {
        using var limit = new RateLimit(1, 1);

        Assert.Null(limit.Refusal(IPAddress.Parse("192.0.2.1")));
        Assert.NotNull(limit.Refusal(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Fact]
    public void What_is_waited_for_comes_back()
    {
        using var limit = new RateLimit(1000, 1);
        Assert.Null(limit.Refusal(IPAddress.Loopback));

        Assert.True(SpinWait.SpinUntil(() => limit.Refusal(IPAddress.Loopback) is null, TimeSpan.FromSeconds(10)));
    }

    public sealed class Host : ApiHost
    {
        public const int Burst = 20;

        protected override RateLimits Limits => new() { Api = new RateLimit(1, Burst) };
    }
}
