using System.Globalization;
using System.Net;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.7", false)]
    public async Task A_forwarded_address_counts_only_from_a_proxy_that_is_named(string proxy, bool counts)
    {
        await using var site = await TestSite.Start(
            with: settings => settings with { Proxies = [IPAddress.Parse(proxy)] },
            alter: services => services.AddSingleton(new RateLimits { Api = new RateLimit(1, 3) }));
        var statuses = new List<HttpStatusCode>();
        for (var i = 1; i <= 8; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stories");
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"192.0.2.{i}"));
            using var answer = await site.Reader().SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(counts, !statuses.Contains(HttpStatusCode.TooManyRequests));
    }
}
