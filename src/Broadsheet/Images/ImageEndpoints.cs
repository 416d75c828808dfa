using Broadsheet.Api;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>The library of images over the API.</summary>
public static class ImageEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/images", Add).Allow(ImageRules.Add).Accepts<ImageForm>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(ImageForm.MostBytes));
        api.MapGet("/images", Find).Allow(ImageRules.See);
        api.MapGet("/images/{id:guid}", Show).Allow(ImageRules.See);
        api.MapPatch("/images/{id:guid}", Change).Allow(ImageRules.Change);
        api.MapDelete("/images/{id:guid}", Delete).Allow(ImageRules.Delete);
    }

    /// <summary>Adds a picture. Caption, credit and date are read from the file where the form gives none.</summary>
    internal static async Task<CreatedAnswer<ImageResource>> Add(ImageForm form, Actor actor, AddImage add, ImageView view, CancellationToken cancellation)
    {
        await using var file = form.File.OpenReadStream();
        var image = await add.From(file, form.File.FileName, form.Facts(), actor, cancellation);
        return Answers.Created($"/api/v1/images/{image.Id}", await view.Of(image, cancellation), image.Version);
    }

    /// <summary>Lists images, newest first.</summary>
    /// <param name="q">Words to look for in caption, alternative text, credit, source and creator.</param>
    /// <param name="credit">Those with a credit, or those without.</param>
    /// <param name="expired">Those whose licence has ended, or the others.</param>
    internal static async Task<ListOf<ImageResource>> Find(
        Paging paging, string? q, bool? credit, bool? expired, BroadsheetDb db, ImageView view, TimeProvider time, CancellationToken cancellation)
    {
        var images = await db.Images.AsNoTracking().Matching(ImageSearch.Of(q, credit, expired), time.Now()).Page(paging).ToListAsync(cancellation);
        var shown = await view.Of(images, cancellation);
        return paging.Cut(shown, image => image.Id, image => image);
    }

    /// <summary>Shows an image.</summary>
    internal static async Task<OkAnswer<ImageResource>?> Show(Guid id, BroadsheetDb db, ImageView view, CancellationToken cancellation) =>
        await db.Images.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is { } image ? Answers.Ok(await view.Of(image, cancellation), image.Version) : null;

    /// <summary>Changes what is said of an image, or how it is cropped.</summary>
    internal static async Task<OkAnswer<ImageResource>?> Change(
        Guid id, Body<ImageChange> body, HttpRequest request, Actor actor, BroadsheetDb db, ImageView view, ExpireImages expire, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.Images.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } image)
        {
            return null;
        }

        request.RequireMatch(image);
        var now = time.Now();
        var before = ImageResource.Audited(image);
        if (body.Value.Apply(image, now))
        {
            db.Jobs.AddRange(MakeRenditions.For(id, now));
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.InTransaction(
                async token =>
                {
                    db.Outbox.Add(OutboxMessage.Of(new ImageChanged(id), now));
                    db.Record(actor, "image.changed", id.ToString(), now, before, ImageResource.Audited(image));
                    await db.SaveChangesAsync(token);
                    db.Refresh(ImageTags.Image(id));
                },
                cancellation);
            await expire.Run(cancellation);
        }

        return Answers.Ok(await view.Of(image, cancellation), image.Version);
    }

    /// <summary>Deletes an image that is used nowhere.</summary>
    internal static async Task<NoContent?> Delete(
        Guid id, Actor actor, BroadsheetDb db, IEnumerable<IUsesImages> users, RemoveImage remove, TimeProvider time, CancellationToken cancellation)
    {
        var isDeleted = await db.InTransaction(
            async token =>
            {
                if (await db.Images.SingleOrDefaultAsync(i => i.Id == id, token) is not { } image)
                {
                    return false;
                }

                await RefuseWhereUsed(id, users, token);
                db.Images.Remove(image);
                db.Outbox.Add(OutboxMessage.Of(new ImageDeleted(id), time.Now()));
                db.Record(actor, "image.deleted", id.ToString(), time.Now(), before: ImageResource.Audited(image));
                await db.SaveChangesAsync(token);
                db.Revoke(ImageTags.Image(id));
                return true;
            },
            cancellation);
        if (!isDeleted)
        {
            return null;
        }

        // The outbox would do it too, in a moment; but who is answered “deleted” may rely on it.
        await remove.Handle(new ImageDeleted(id), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task RefuseWhereUsed(Guid id, IEnumerable<IUsesImages> users, CancellationToken cancellation)
    {
        var uses = new List<string>();
        foreach (var user in users)
        {
            uses.AddRange(await user.WhereUsed(id, cancellation));
        }

        if (uses.Count > 0)
        {
            var more = uses.Count > 3 ? $" and {uses.Count - 3} more" : "";
            throw new Refused($"This image is used by {string.Join(", ", uses.Take(3))}{more}. Take it out there first.");
        }
    }
}
