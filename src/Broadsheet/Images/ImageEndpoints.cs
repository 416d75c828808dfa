using Broadsheet.Api;
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
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/images", Add).Allow(ImageRules.Add).Accepts<ImageForm>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(ImageForm.MostBytes));
        app.MapGet("/api/v1/images", Find).Allow(ImageRules.See);
        app.MapGet("/api/v1/images/{id:guid}", Show).Allow(ImageRules.See);
        app.MapPatch("/api/v1/images/{id:guid}", Change).Allow(ImageRules.Change);
        app.MapDelete("/api/v1/images/{id:guid}", Delete).Allow(ImageRules.Delete);
    }

    private static async Task<Created<ImageResource>> Add(ImageForm form, Actor actor, AddImage add, HttpContext http, ImageView view, CancellationToken cancellation)
    {
        await using var file = form.File.OpenReadStream();
        var image = await add.From(file, form.File.FileName, form.Facts(), actor, cancellation);
        http.Response.SetETag(image.Version);
        return TypedResults.Created($"/api/v1/images/{image.Id}", await view.Of(image, cancellation));
    }

    private static async Task<ListOf<ImageResource>> Find(Paging paging, ImageSearch search, BroadsheetDb db, ImageView view, TimeProvider time, CancellationToken cancellation)
    {
        var images = await db.Images.AsNoTracking().Matching(search, time.Now()).Page(paging).ToListAsync(cancellation);
        var shown = await view.Of(images, cancellation);
        return paging.Cut(shown, image => image.Id, image => image);
    }

    private static async Task<Results<Ok<ImageResource>, NotFound>> Show(Guid id, BroadsheetDb db, HttpContext http, ImageView view, CancellationToken cancellation)
    {
        if (await db.Images.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } image)
        {
            return TypedResults.NotFound();
        }

        http.Response.SetETag(image.Version);
        return TypedResults.Ok(await view.Of(image, cancellation));
    }

    private static async Task<Results<Ok<ImageResource>, NotFound>> Change(
        Guid id, ImageChange change, Actor actor, BroadsheetDb db, HttpContext http, ImageView view, ExpireImages expire, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.Images.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } image)
        {
            return TypedResults.NotFound();
        }

        http.Request.RequireMatch(image);
        var now = time.Now();
        var before = ImageResource.Audited(image);
        if (change.Apply(image, now))
        {
            db.Jobs.Add(MakeRenditions.For(image, now));
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Outbox.Add(OutboxMessage.Of(new ImageChanged(id), now));
            db.Record(actor, "image.changed", id.ToString("N"), now, before, ImageResource.Audited(image));
            await db.SaveChangesAsync(cancellation);
            await expire.Run(cancellation);
        }

        http.Response.SetETag(image.Version);
        return TypedResults.Ok(await view.Of(image, cancellation));
    }

    private static async Task<Results<NoContent, NotFound>> Delete(
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
                db.Record(actor, "image.deleted", id.ToString("N"), time.Now(), before: ImageResource.Audited(image));
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellation);
        if (!isDeleted)
        {
            return TypedResults.NotFound();
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
