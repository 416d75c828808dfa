using Broadsheet.Api;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper;

/// <summary>The load ladder: what the site leaves out while more people read than the machines bear.</summary>
public static class LoadEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/load", Get).Allow(PaperRules.MayRead);
        api.MapPut("/load", Put).Allow(PaperRules.MayStepDown);
    }

    /// <summary>Shows the step of the load ladder that the site stands on.</summary>
    internal static async Task<LoadResource> Get(BroadsheetDb db, CancellationToken cancellation) =>
        new(await db.Paper.Select(p => p.Load).SingleAsync(cancellation));

    /// <summary>Steps down or up: normal; noExtras leaves related stories out of what is newly made; lite answers every page with its lite twin; disk makes no page any more.</summary>
    internal static async Task<LoadResource> Put(Body<LoadInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var level = body.Value.Level ?? throw new Invalid("level", "level is missing: normal, noExtras, lite or disk.");
        await db.InTransaction(
            async token =>
            {
                var before = await db.Paper.Select(p => p.Load).SingleAsync(token);
                await db.Paper.ExecuteUpdateAsync(set => set.SetProperty(p => p.Load, level), token);
                db.Record(actor, "load.changed", "load", time.Now(), new { level = before }, new { level });
                await db.SaveChangesAsync(token);
                db.Refresh(PaperTags.Load);
            },
            cancellation);
        return new(level);
    }
}

public sealed record LoadInput
{
    /// <summary>The step to stand on.</summary>
    public LoadLevel? Level { get; init; }
}

public sealed record LoadResource(LoadLevel Level);
