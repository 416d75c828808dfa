using System.Net;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Web;

public sealed class CrossSiteCheckTests(CrossSiteCheckTests.Started started) : IClassFixture<CrossSiteCheckTests.Started>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://courier.example.evil.example")]
    [InlineData("Origin", "https://courier.example")]
    public async Task A_page_of_another_site_changes_nothing(string header, string value)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var answer = await Send(method, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("This request came from another site's page and was not carried out.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://courier.example")]
    [InlineData("Accept", "application/json")]
    public async Task Our_own_pages_and_programs_pass(string header, string value)
    {
        using var answer = await Send(HttpMethod.Post, (header, value));
        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_Fetch_Metadata_says_counts_over_the_origin()
    {
        using var answer = await Send(HttpMethod.Post, ("Sec-Fetch-Site", "cross-site"), ("Origin", "http://courier.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Reading_is_for_everybody_from_everywhere()
    {
        using var answer = await Send(HttpMethod.Get, ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/stories");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await started.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Started : IAsyncLifetime
    {
        private TestSite _site = null!;

        public ApiClient Api { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _site = await TestSite.Start();
            Api = await _site.Api(Role.Admin);
        }

        public ValueTask DisposeAsync() => _site.DisposeAsync();
    }
}
