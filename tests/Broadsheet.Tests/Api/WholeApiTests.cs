using System.Text.Json;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Api;

/// <summary>The API of the whole program.</summary>
public sealed class WholeApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_comes_every_answer_is_one_that_the_description_promises(ulong seed)
    {
        await using var site = await Unlimited();
        await site.Make.Published(new { headline = "Boats are back", access = "members" });
        await site.Make.Story(new { headline = "Nothing yet", section = "harbour" });
        var admin = await site.Api(Role.Admin);
        var fuzz = new ApiFuzz(admin.Http, await Document(site), seed);

        await fuzz.Run(rounds: 60, Cancellation);

        Assert.True(fuzz.Failures.Count == 0, string.Join("\n\n———\n\n", fuzz.Failures));
        Assert.Empty(site.Log.Lines(LogLevel.Error));
        Assert.All(fuzz.Answers, operation => Assert.True(operation.Value.Keys.Any(status => status is >= 200 and < 300), $"{operation.Key} was never let through: {string.Join(' ', operation.Value)}"));
    }

    private static Task<TestSite> Unlimited() => TestSite.Start(alter: services =>
    {
        services.RemoveAll<RateLimits>();
        services.AddSingleton(new RateLimits { Api = new RateLimit(100_000, 1_000_000) });
    });

    private static async Task<JsonElement> Document(TestSite site) => JsonElement.Parse(await site.Reader().GetByteArrayAsync("/openapi/v1.json", Cancellation));
}
