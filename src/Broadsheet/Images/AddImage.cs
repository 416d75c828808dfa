using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;

namespace Broadsheet.Images;

/// <summary>Adds a picture to the library: its original goes into the media store, then one transaction makes it an image and orders its renditions.</summary>
public sealed class AddImage(BroadsheetDb db, Reception reception, IMediaStore store, TimeProvider time)
{
    /// <summary>The folder of an image's original.</summary>
    public static string Folder(Guid image) => $"originals/{image:N}";

    /// <summary>Adds a file.</summary>
    /// <param name="name">The name it was sent under; null where it has none.</param>
    /// <param name="facts">What is said of it; where nothing is, what the file says counts.</param>
    /// <exception cref="Invalid">The file can't be taken.</exception>
    public async Task<Image> From(Stream file, string? name, ImageFacts facts, Actor actor, CancellationToken cancellation)
    {
        using var receipt = await reception.Receive(file, name, cancellation);
        var image = Make(receipt, facts.Or(receipt.Embedded), actor);
        await using (var original = File.OpenRead(receipt.Path))
        {
            await store.Put(image.Original, original, cancellation);
        }

        var now = image.CreatedAt;
        db.Images.Add(image);
        db.Jobs.AddRange(MakeRenditions.For(image.Id, now));
        db.Record(actor, "image.added", image.Id.ToString(), now, after: ImageResource.Audited(image));
        await db.SaveChangesAsync(cancellation);
        return image;
    }

    private Image Make(Receipt receipt, ImageFacts facts, Actor actor)
    {
        var id = Guid.CreateVersion7();
        var image = new Image
        {
            Id = id,
            Key = Image.NewKey(),
            Original = $"{Folder(id)}/{Image.NewKey()}.{receipt.Kind.Endings[0]}",
            Kind = receipt.Kind,
            Bytes = receipt.Bytes,
            Hash = receipt.Hash,
            Width = receipt.Width,
            Height = receipt.Height,
            IsAnimated = receipt.IsAnimated,
            Alt = facts.Alt,
            Caption = facts.Caption,
            Credit = facts.Credit,
            Source = facts.Source,
            Creator = facts.Creator,
            Copyright = facts.Copyright,
            TakenAt = facts.TakenAt,
            Licence = facts.Licence,
            ExpiresAt = facts.ExpiresAt,
            FocalX = facts.FocalX ?? 0.5,
            FocalY = facts.FocalY ?? 0.5,
            CreatedAt = time.Now(),
            CreatedBy = actor.Name,
        };
        image.Index();
        return image;
    }
}
