using Broadsheet.Api;
using Broadsheet.Images;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Authors: made by naming them in a byline, introduced here. Their addresses stay.</summary>
public static class AuthorEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/authors", List).Allow(StoryRules.MayRead);
        api.MapPost("/authors", Create).Allow(StoryRules.MayWrite);
        api.MapGet("/authors/{id:guid}", Get).Allow(StoryRules.MayRead);
        api.MapPatch("/authors/{id:guid}", Change).Allow(StoryRules.MayArrange);
        api.MapDelete("/authors/{id:guid}", Delete).Allow(StoryRules.MayArrange);
    }

    /// <summary>Lists authors, newest first.</summary>
    internal static async Task<ListOf<AuthorResource>> List(BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        var authors = db.Authors.AsNoTracking();
        if (paging.After is { } after)
        {
            authors = authors.Where(a => a.Id.CompareTo(after) < 0);
        }

        return paging.Cut(await authors.OrderByDescending(a => a.Id).Take(paging.Limit + 1).ToListAsync(cancellation), a => a.Id, Show);
    }

    /// <summary>Makes an author.</summary>
    internal static async Task<CreatedAnswer<AuthorResource>> Create(Body<AuthorInput> body, BroadsheetDb db, Names names, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var faults = new Faults();
        var name = faults.Line("name", input.Name.Value, StoryLimits.Name, required: true);
        var biography = faults.OptionalText("biography", input.Biography.Value, 4000);
        if (name.Length > 0 && await db.Authors.AnyAsync(a => a.NameKey == Plain.Key(name), cancellation))
        {
            faults.Add("name", $"There is an author “{name}” already.");
        }

        await CheckPicture(db, input, faults, cancellation);
        faults.ThrowIfAny();
        var author = await db.InTransaction(
            async token =>
            {
                var id = (await names.Authors([name], token))[0];
                var made = await db.Authors.SingleAsync(a => a.Id == id, token);
                (made.Biography, made.PictureId) = (biography, input.Picture.Value);
                db.Record(actor, "author.created", id.ToString(), time.Now(), after: new { name });
                await db.SaveChangesAsync(token);
                return made;
            },
            cancellation);
        return Answers.Created($"/api/v1/authors/{author.Id}", Show(author), author.Version);
    }

    /// <summary>Shows an author.</summary>
    internal static async Task<OkAnswer<AuthorResource>?> Get(Guid id, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is { } author ? Answers.Ok(Show(author), author.Version) : null;

    /// <summary>Renames or introduces an author; the address stays.</summary>
    internal static async Task<OkAnswer<AuthorResource>?> Change(Guid id, HttpRequest request, Body<AuthorInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Authors.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } author)
        {
            return null;
        }

        request.RequireMatch(author);
        var input = body.Value;
        var before = new { author.Name, author.Biography, author.PictureId };
        var faults = new Faults();
        if (input.Name.IsGiven)
        {
            author.Name = faults.Line("name", input.Name.Value, StoryLimits.Name, required: true);
            author.NameKey = Plain.Key(author.Name);
            if (await db.Authors.AnyAsync(a => a.NameKey == author.NameKey && a.Id != id, cancellation))
            {
                faults.Add("name", $"There is an author “{author.Name}” already.");
            }
        }

        author.Biography = input.Biography.IsGiven ? faults.OptionalText("biography", input.Biography.Value, 4000) : author.Biography;
        author.PictureId = input.Picture.Or(author.PictureId);
        await CheckPicture(db, input, faults, cancellation);
        faults.ThrowIfAny();
        await db.InTransaction(
            async token =>
            {
                if (author.Name != before.Name)
                {
                    db.Outbox.Add(OutboxMessage.Of(new AuthorRenamed(id), time.Now()));
                }

                db.Record(actor, "author.changed", id.ToString(), time.Now(), before, new { author.Name, author.Biography, author.PictureId });
                await db.SaveChangesAsync(token);
                db.Refresh(StoryTags.Author(id));
            },
            cancellation);
        return Answers.Ok(Show(author), author.Version);
    }

    /// <summary>Deletes an author who signs no story.</summary>
    internal static async Task<NoContent?> Delete(Guid id, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Authors.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } author)
        {
            return null;
        }

        if (await db.Bylines.AnyAsync(b => b.AuthorId == id, cancellation) || await db.Stories.AnyAsync(s => db.Set<Revision>().Any(r => r.Id == s.DraftId && r.AuthorIds.Contains(id)), cancellation))
        {
            throw new Refused("This author signs stories.");
        }

        db.Authors.Remove(author);
        db.Record(actor, "author.deleted", id.ToString(), time.Now(), new { author.Name });
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task CheckPicture(BroadsheetDb db, AuthorInput input, Faults faults, CancellationToken cancellation)
    {
        if (input.Picture.Value is { } picture && !await db.Images.AnyAsync(i => i.Id == picture, cancellation))
        {
            faults.Add("picture", "There is no such image.");
        }
    }

    private static AuthorResource Show(Author author) => new(author.Id, author.Name, author.Slug, author.Biography, author.PictureId);
}

public sealed record AuthorInput
{
    /// <summary>The name as it stands in bylines; no two authors share one.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>A few sentences of plain text.</summary>
    public Optional<string> Biography { get; init; }

    /// <summary>An image's id.</summary>
    public Optional<Guid?> Picture { get; init; }
}

public sealed record AuthorResource(Guid Id, string Name, string Slug, string? Biography, Guid? Picture);
