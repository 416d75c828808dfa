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

    /// <summary>Shows the paper's name, language, time zone, and what it says in ads.txt and security.txt.</summary>
    internal static async Task<OkAnswer<PaperResource>> Get(BroadsheetDb db, CancellationToken cancellation)
    {
        var paper = await db.Paper.AsNoTracking().SingleAsync(cancellation);
        return Answers.Ok(Show(paper), paper.Version);
    }

    /// <summary>Changes the paper's name, tagline, language, time zone, ads.txt or security.txt.</summary>
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

        paper.AdsTxt = input.AdsTxt.IsGiven ? faults.Ads("adsTxt", input.AdsTxt.Value) : paper.AdsTxt;
        paper.SecurityTxt = input.SecurityTxt.IsGiven ? faults.Security("securityTxt", input.SecurityTxt.Value) : paper.SecurityTxt;
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

    private static PaperResource Show(PaperSettings paper) => new(paper.Name, paper.Tagline, paper.Language, paper.TimeZone, paper.Theme, paper.IsDemo, paper.AdsTxt, paper.SecurityTxt);
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

    /// <summary>The lines of /ads.txt; without any it says that the paper sells its advertising itself.</summary>
    public Optional<string> AdsTxt { get; init; }

    /// <summary>The lines of /.well-known/security.txt, one of them a Contact; Expires and Canonical are added and kept right by the program. Without any, it leads to the page about the paper.</summary>
    public Optional<string> SecurityTxt { get; init; }
}

public sealed record PaperResource(string Name, string? Tagline, string Language, string TimeZone, string Theme, bool IsDemo, string? AdsTxt, string? SecurityTxt);
