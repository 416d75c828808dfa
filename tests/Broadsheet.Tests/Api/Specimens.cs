using System.Text.Json;
using Broadsheet.Api;
using Broadsheet.Api.Problems;
using Broadsheet.Community;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Api;

/// <summary>A resource that exercises every convention of the API. Its rows are tiers.</summary>
internal static class Specimens
{
    private const int MostUpload = 10 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/specimens", List).WithSummary("Lists specimens.").Allow(Role.Reporter, Role.Editor, Role.Admin);
        api.MapPost("/specimens", Create).WithSummary("Makes a specimen.").Allow(Role.Editor, Role.Admin);
        api.MapGet("/specimens/{id}", Get).WithSummary("Shows a specimen.").Allow(Role.Reporter, Role.Editor, Role.Admin);
        api.MapPatch("/specimens/{id}", Change).WithSummary("Changes a specimen.").Allow(Role.Editor, Role.Admin);
        api.MapDelete("/specimens/{id}", Remove).WithSummary("Removes a specimen.").Allow(Role.Admin);
        api.MapPost("/specimens/{id}/publication", Publish).WithSummary("Publishes a specimen.").Allow(Role.Editor, Role.Admin);
        api.MapPut("/specimens/order", Order).WithSummary("Orders specimens.").Allow(Role.Editor, Role.Admin);
        api.MapPost("/uploads", Upload).WithSummary("Takes a file.").Allow(Role.Editor, Role.Admin).WithMetadata(new RequestSizeLimitAttribute(MostUpload));
    }

    private static async Task<ListOf<Specimen>> List(BroadsheetDb db, Paging paging, Choice<DayOfWeek>? day, int? rank, CancellationToken cancellation)
    {
        var tiers = db.Tiers.AsNoTracking().Where(t => rank == null || t.Rank == rank);
        tiers = paging.After is { } after ? tiers.Where(t => t.Id < after) : tiers;
        return paging.Cut(await tiers.OrderByDescending(t => t.Id).Take(paging.Limit + 1).ToListAsync(cancellation), t => t.Id, t => Specimen.Of(t, day?.Value));
    }

    private static async Task<CreatedAnswer<Specimen>> Create(Body<SpecimenInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var faults = new Faults();
        var slug = faults.Required("slug", input.Slug);
        var name = faults.Required("name", input.Name.Value);
        faults.ThrowIfAny();
        var tier = await db.InTransaction(
            async token =>
            {
                if (await db.Tiers.AnyAsync(t => t.Slug == slug, token))
                {
                    throw new Refused("There is such a specimen already.");
                }

                var tier = new Tier { Slug = slug, Name = name, Rank = input.Rank.Value };
                db.Tiers.Add(tier);
                db.Record(actor, "specimen.created", tier.Id.ToString(), time.Now(), after: new { tier.Slug });
                await db.SaveChangesAsync(token);
                return tier;
            },
            cancellation);
        return Answers.Created($"/api/v1/specimens/{tier.Id:N}", Specimen.Of(tier, input.Day.Value), tier.Version);
    }

    private static async Task<OkAnswer<Specimen>?> Get(Guid id, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Tiers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellation) is { } tier ? Answers.Ok(Specimen.Of(tier, null), tier.Version) : null;

    private static async Task<OkAnswer<Specimen>?> Change(Guid id, Body<SpecimenChange> body, HttpRequest request, BroadsheetDb db, CancellationToken cancellation)
    {
        var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Id == id, cancellation);
        if (tier is null)
        {
            return null;
        }

        request.RequireMatch(tier);
        var faults = new Faults();
        tier.Name = body.Value.Name.IsGiven ? faults.Required("name", body.Value.Name.Value) : tier.Name;
        tier.Rank = body.Value.Rank.Or(tier.Rank);
        faults.ThrowIfAny();
        await db.SaveChangesAsync(cancellation);
        return Answers.Ok(Specimen.Of(tier, null), tier.Version);
    }

    private static async Task<Results<NoContent, ProblemAnswer>> Remove(Guid id, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Tiers.Where(t => t.Id == id).ExecuteDeleteAsync(cancellation) == 1 ? TypedResults.NoContent() : Answers.NotFound("There is no such specimen.");

    private static async Task<PublicationShown?> Publish(Guid id, Body<PublicationInput>? body, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Tiers.AnyAsync(t => t.Id == id, cancellation) ? new PublicationShown(body?.Value.At, body?.Value.Note) : null;

    private static OrderInput Order(Body<OrderInput> body) => body.Value;

    private static async Task<UploadShown> Upload(IFormFile file, [FromForm] string? caption, CancellationToken cancellation)
    {
        using var hash = System.Security.Cryptography.SHA256.Create();
        await using var stream = file.OpenReadStream();
        return new UploadShown(file.Length, Convert.ToHexStringLower(await hash.ComputeHashAsync(stream, cancellation)), caption);
    }

    private static string Required(this Faults faults, string place, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add(place, $"{place} is missing.");
        }
        else if (value.Length > 100)
        {
            faults.Add(place, $"{place} is too long.");
        }

        return value ?? "";
    }
}

internal sealed record Specimen(Guid Id, string Slug, string Name, int Rank, DayOfWeek? Day)
{
    public static Specimen Of(Tier tier, DayOfWeek? day) => new(tier.Id, tier.Slug, tier.Name, tier.Rank, day);
}

internal sealed record SpecimenInput
{
    public required string Slug { get; init; }

    public Optional<string> Name { get; init; }

    public Optional<int> Rank { get; init; }

    public Optional<DayOfWeek?> Day { get; init; }

    public Optional<Guid?> Image { get; init; }

    public Optional<DateTimeOffset?> At { get; init; }

    public Optional<IReadOnlyList<string>> Authors { get; init; }

    public Optional<IReadOnlyList<SpecimenPart>> Parts { get; init; }

    public Optional<JsonElement> Body { get; init; }

    public SpecimenPart? Lead { get; init; }

    public double? Weight { get; init; }

    public bool Loud { get; init; }

    public IReadOnlyDictionary<string, string>? Reasons { get; init; }
}

internal sealed record SpecimenPart(string Story, string? Note = null);

internal sealed record SpecimenChange
{
    public Optional<string> Name { get; init; }

    public Optional<int> Rank { get; init; }
}

internal sealed record PublicationInput(DateTimeOffset? At = null, string? Note = null);

internal sealed record PublicationShown(DateTimeOffset? At, string? Note);

internal sealed record OrderInput(IReadOnlyList<Guid> Specimens);

internal sealed record UploadShown(long Length, string Hash, string? Caption);
