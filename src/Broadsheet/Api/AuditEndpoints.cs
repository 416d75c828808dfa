using System.Text.Json;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api;

/// <summary>Who did what.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", List).Allow(Role.Editor, Role.Admin);
        api.MapGet("/audit/{id}", Get).Allow(Role.Editor, Role.Admin);
    }

    /// <summary>Lists the acts of staff, of programs and of the paper itself.</summary>
    /// <param name="subject">Only what was done to the thing with this id.</param>
    /// <param name="actor">Only what this actor did: a name, or <c>token:NAME</c>.</param>
    internal static async Task<ListOf<AuditShown>> List(BroadsheetDb db, Paging paging, string? subject, string? actor, CancellationToken cancellation)
    {
        var entries = db.Audit.AsNoTracking();
        if (subject is not null)
        {
            entries = entries.Where(e => e.Subject == subject);
        }

        if (actor is not null)
        {
            entries = entries.Where(e => e.Actor == actor);
        }

        if (paging.After is { } after)
        {
            entries = entries.Where(e => e.Id < after);
        }

        var rows = await entries.OrderByDescending(e => e.Id).Take(paging.Limit + 1).ToListAsync(cancellation);
        return paging.Cut(rows, e => e.Id, AuditShown.Of);
    }

    /// <summary>Shows one act.</summary>
    internal static async Task<AuditShown?> Get(BroadsheetDb db, Guid id, CancellationToken cancellation) =>
        await db.Audit.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation) is { } entry ? AuditShown.Of(entry) : null;
}

/// <summary>Something that somebody did.</summary>
/// <param name="Act">Noun and past participle: <c>story.published</c>.</param>
/// <param name="SubjectKind">What kind of thing it was done to: <c>story</c>.</param>
/// <param name="Subject">The thing's id.</param>
/// <param name="Before">What was; null where there was nothing.</param>
/// <param name="After">What is since; null where nothing is left.</param>
internal sealed record AuditShown(Guid Id, DateTimeOffset At, string Actor, string Act, string SubjectKind, string Subject, JsonElement? Before, JsonElement? After)
{
    public static AuditShown Of(AuditEntry entry) =>
        new(entry.Id, entry.At, entry.Actor, entry.Act, entry.SubjectKind, entry.Subject, Json(entry.Before), Json(entry.After));

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
