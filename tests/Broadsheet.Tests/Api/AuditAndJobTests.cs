using System.Text.Json;
using Broadsheet.Platform.Jobs;
using Broadsheet.Staff;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class AuditAndJobTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_audit_log_says_who_did_what()
    {
        var editor = await host.SignIn(Role.Editor);
        using var made = await editor.PostAsync("/api/v1/specimens", ApiHost.Json($$"""{"slug": "{{Guid.NewGuid():N}}", "name": "A"}"""), None);
        var specimen = await made.Json();

        using var answer = await host.Admin.GetAsync($"/api/v1/audit?subject={specimen.GetProperty("id").GetString()}", None);

        var act = Assert.Single((await answer.Json()).GetProperty("items").EnumerateArray());
        Assert.Equal("specimen.created", act.GetProperty("act").GetString());
        Assert.Equal("specimen", act.GetProperty("subjectKind").GetString());
        Assert.StartsWith("token:Editor", act.GetProperty("actor").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-04-01T18:30:00Z", act.GetProperty("at").GetString());
        Assert.Equal(specimen.GetProperty("slug").GetString(), act.GetProperty("after").GetProperty("slug").GetString());
        Assert.Equal(JsonValueKind.Null, act.GetProperty("before").ValueKind);
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_everything_once_newest_first()
    {
        var actor = new Actor(Guid.NewGuid().ToString("N"), Role.Editor);
        foreach (var i in Enumerable.Range(0, 7))
        {
            await host.InDatabase(async db =>
            {
                db.Record(actor, "story.saved", $"{i}", host.Time.GetUtcNow());
                await db.SaveChangesAsync();
            });
        }

        var subjects = new List<string>();
        var pages = 0;
        for (var next = ""; next is not null; pages++)
        {
            using var answer = await host.Admin.GetAsync($"/api/v1/audit?actor={actor.Name}&limit=3{next}", None);
            var page = await answer.Json();
            subjects.AddRange(page.GetProperty("items").EnumerateArray().Select(act => act.GetProperty("subject").GetString()!));
            next = page.GetProperty("next").GetString() is { } after ? $"&after={after}" : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal("0123456", string.Concat(subjects.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_job_shows_how_far_it_is()
    {
        var subject = Guid.NewGuid().ToString("N");
        var job = Job.For("makeRenditions", subject, host.Time.GetUtcNow());
        job.State = JobState.Running;
        (job.Done, job.Total, job.Error) = (3, 18, "It failed at first.");
        await host.InDatabase(async db =>
        {
            db.Jobs.Add(job);
            await db.SaveChangesAsync();
        });

        using var list = await host.Admin.GetAsync($"/api/v1/jobs?state=running&subject={subject}", None);
        using var one = await host.Admin.GetAsync($"/api/v1/jobs/{job.Id:N}", None);

        var shown = await one.Json();
        Assert.Equal(shown.GetRawText(), Assert.Single((await list.Json()).GetProperty("items").EnumerateArray()).GetRawText());
        Assert.Equal("""{"done":3,"total":18}""", shown.GetProperty("progress").GetRawText());
        Assert.Equal("running", shown.GetProperty("state").GetString());
        Assert.Equal("It failed at first.", shown.GetProperty("error").GetString());
    }
}
