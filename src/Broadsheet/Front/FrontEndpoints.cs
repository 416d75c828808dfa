using System.Globalization;
using Broadsheet.Api;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Front;

/// <summary>What leads the front page and the sections' fronts.</summary>
public static class FrontEndpoints
{
    private const int MostPlaces = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/front", Get).Allow(StoryRules.MayRead);
        api.MapPut("/front", Put).Allow(StoryRules.MayArrange);
        api.MapGet("/sections/{slug}/front", GetSection).Allow(StoryRules.MayRead);
        api.MapPut("/sections/{slug}/front", PutSection).Allow(StoryRules.MayArrange);
    }

    /// <summary>Shows which stories editors placed on the front page, in order.</summary>
    internal static async Task<FrontResource> Get(BroadsheetDb db, CancellationToken cancellation) => await Read(db, null, cancellation);

    /// <summary>Places stories on the front page, in order; the first leads. What is not placed follows by time.</summary>
    internal static async Task<FrontResource> Put(Body<FrontInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation) =>
        await Write(body.Value, db, null, time, actor, cancellation);

    /// <summary>Shows which stories editors placed on a section's front, in order.</summary>
    internal static async Task<FrontResource?> GetSection(string slug, BroadsheetDb db, CancellationToken cancellation) =>
        await Find(db, slug, cancellation) is { } section ? await Read(db, section, cancellation) : null;

    /// <summary>Places stories on a section's front, in order; the first leads. What is not placed follows by time.</summary>
    internal static async Task<FrontResource?> PutSection(string slug, Body<FrontInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation) =>
        await Find(db, slug, cancellation) is { } section ? await Write(body.Value, db, section, time, actor, cancellation) : null;

    private static Task<Guid?> Find(BroadsheetDb db, string slug, CancellationToken cancellation) =>
        db.Sections.Where(s => s.Slug == slug).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);

    private static async Task<FrontResource> Read(BroadsheetDb db, Guid? section, CancellationToken cancellation) =>
        new(await db.FrontPlaces.AsNoTracking().Where(p => p.SectionId == section).OrderBy(p => p.Position).Select(p => p.StoryId).ToListAsync(cancellation));

    private static async Task<FrontResource> Write(FrontInput input, BroadsheetDb db, Guid? section, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var stories = input.Stories ?? throw new Invalid("stories", "stories is missing: the ids of stories, in order.");
        var faults = new Faults();
        if (stories.Count > MostPlaces)
        {
            throw new Invalid("stories", "A front has at most 100 places.");
        }

        var known = await db.Stories.Where(s => stories.Contains(s.Id) && s.ThrownAwayAt == null).Select(s => s.Id).ToHashSetAsync(cancellation);
        var seen = new HashSet<Guid>();
        for (var i = 0; i < stories.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"stories[{i}]");
            if (!known.Contains(stories[i]))
            {
                faults.Add(place, "There is no such story.");
            }
            else if (!seen.Add(stories[i]))
            {
                faults.Add(place, "A story stands on a front once.");
            }
        }

        faults.ThrowIfAny();
        await db.InTransaction(
            async token =>
            {
                var before = await Read(db, section, token);
                await db.FrontPlaces.Where(p => p.SectionId == section).ExecuteDeleteAsync(token);
                db.FrontPlaces.AddRange(stories.Select((story, i) => new FrontPlace { SectionId = section, Position = i, StoryId = story }));
                db.Record(actor, "front.laidOut", section?.ToString() ?? "front", time.Now(), before, input);
                await db.SaveChangesAsync(token);
                db.Refresh(section is { } id ? StoryTags.Section(id) : StoryTags.Front);
            },
            cancellation);
        return await Read(db, section, cancellation);
    }
}

public sealed record FrontInput
{
    /// <summary>Ids of stories, in order. One that isn't published yet shows from its publication on.</summary>
    public IReadOnlyList<Guid>? Stories { get; init; }
}

public sealed record FrontResource(IReadOnlyList<Guid> Stories);
