using System.Text.Json;
using Broadsheet.Platform.Jobs;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class ApiFuzzTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_comes_the_answer_is_never_a_5xx_and_every_error_is_a_problem(ulong seed)
    {
        await host.InDatabase(async db =>
        {
            db.Jobs.Add(Job.For("makeRenditions", "0", host.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        var document = JsonElement.Parse(await host.Admin.GetByteArrayAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var fuzz = new ApiFuzz(host.Admin, document, seed);

        await fuzz.Run(rounds: 150, TestContext.Current.CancellationToken);

        Assert.True(fuzz.Failures.Count == 0, string.Join("\n\n———\n\n", fuzz.Failures));
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
        Assert.All(fuzz.Answers, operation => Assert.True(operation.Value.Keys.Any(status => status is >= 200 and < 300), $"{operation.Key} was never let through"));
    }
}
