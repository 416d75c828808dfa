using Broadsheet.Api;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Broadsheet.Paper;

/// <summary>The paper's own settings.</summary>
public static class PaperEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/paper", Get).Allow(PaperRules.MayRead);
        api.MapPatch("/paper", Change).Allow(PaperRules.MayChange);
    }

    /// <summary>Shows the paper's name, language and time zone.</summary>
    internal static async Task<OkAnswer<PaperResource>> Get(BroadsheetDb db, CancellationToken cancellation)
    {
        var paper = await db.Paper.AsNoTracking().SingleAsync(cancellation);
        return Answers.Ok(Show(paper), paper.Version);
    }

    /// <summary>Changes the paper's name, tagline, language or time zone.</summary>
    internal static async Task<OkAnswer<PaperResource>> Change(HttpRequest request, Body<PaperInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var paper = await db.Paper.SingleAsync(cancellation);
        request.RequireMatch(paper);
        var input = body.Value;
        var before = Show(paper);
        var faults = new Faults();
        paper.Name = input.Name.IsGiven ? faults.Line("name", input.Name.Value, 200, required: true) : paper.Name;
        paper.Tagline = input.Tagline.IsGiven ? faults.OptionalLine("tagline", input.Tagline.Value, 300) : paper.Tagline;
        if (input.Language.IsGiven && faults.Language("language", input.Language.Value ?? "?") is { } language)
        {
            paper.Language = language;
        }

        if (input.TimeZone.IsGiven)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(input.TimeZone.Value ?? "") is { } zone)
            {
                paper.TimeZone = zone.Id;
            }
            else
            {
                faults.Add("timeZone", "timeZone must be an IANA name such as Europe/Copenhagen.");
            }
        }

        faults.ThrowIfAny();
        await db.InTransaction(
            async token =>
            {
                db.Record(actor, "paper.changed", "paper", time.Now(), before, Show(paper));
                await db.SaveChangesAsync(token);
                await db.FrameChanged(token);
            },
            cancellation);
        return Answers.Ok(Show(paper), paper.Version);
    }

    private static PaperResource Show(PaperSettings paper) => new(paper.Name, paper.Tagline, paper.Language, paper.TimeZone, paper.Theme, paper.IsDemo);
}

public sealed record PaperInput
{
    /// <summary>The name on the masthead.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>The line under the name.</summary>
    public Optional<string> Tagline { get; init; }

    /// <summary>BCP 47.</summary>
    public Optional<string> Language { get; init; }

    /// <summary>IANA name.</summary>
    public Optional<string> TimeZone { get; init; }
}

public sealed record PaperResource(string Name, string? Tagline, string Language, string TimeZone, string Theme, bool IsDemo);
