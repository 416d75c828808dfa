using Broadsheet.Api;
using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>What of an image is to be changed; what is left out stays.</summary>
public sealed record ImageChange
{
    public Optional<string> Alt { get; init; }

    public Optional<string> Caption { get; init; }

    public Optional<string> Credit { get; init; }

    public Optional<string> Source { get; init; }

    public Optional<string> Creator { get; init; }

    public Optional<string> Copyright { get; init; }

    public Optional<string> Licence { get; init; }

    public Optional<string> TakenAt { get; init; }

    public Optional<string> ExpiresAt { get; init; }

    public Optional<double?> FocalX { get; init; }

    public Optional<double?> FocalY { get; init; }

    /// <summary>Changes the image; where that changes its renditions, it gets a new key.</summary>
    /// <returns>Whether renditions have to be made.</returns>
    /// <exception cref="Invalid">A field can't be taken.</exception>
    public bool Apply(Image image, DateTimeOffset now)
    {
        var before = Shown(image);
        var faults = new Faults();
        image.Alt = Alt.IsGiven ? faults.OptionalText("alt", Alt.Value, ImageLimits.Alt) : image.Alt;
        image.Caption = Caption.IsGiven ? faults.OptionalText("caption", Caption.Value, ImageLimits.Caption) : image.Caption;
        image.Credit = Credit.IsGiven ? faults.OptionalLine("credit", Credit.Value, ImageLimits.Line) : image.Credit;
        image.Source = Source.IsGiven ? faults.OptionalLine("source", Source.Value, ImageLimits.Line) : image.Source;
        image.Creator = Creator.IsGiven ? faults.OptionalLine("creator", Creator.Value, ImageLimits.Line) : image.Creator;
        image.Copyright = Copyright.IsGiven ? faults.OptionalLine("copyright", Copyright.Value, ImageLimits.Line) : image.Copyright;
        image.Licence = Licence.IsGiven ? faults.OptionalText("licence", Licence.Value, ImageLimits.Licence) : image.Licence;
        image.TakenAt = TakenAt.IsGiven ? faults.TakenAt(TakenAt.Value) : image.TakenAt;
        image.ExpiresAt = ExpiresAt.IsGiven ? faults.ExpiresAt(ExpiresAt.Value) : image.ExpiresAt;
        image.FocalX = FocalX.IsGiven ? faults.Focal("focalX", FocalX.Value) ?? 0.5 : image.FocalX;
        image.FocalY = FocalY.IsGiven ? faults.Focal("focalY", FocalY.Value) ?? 0.5 : image.FocalY;
        faults.ThrowIfAny();
        image.Index();
        var isChanged = before != Shown(image);
        if (isChanged)
        {
            image.Key = Image.NewKey();
        }

        return Renew(image, now) || isChanged;
    }

    // What a rendition shows, or says of itself.
    private static (double, double, string?, string?, string?, string?) Shown(Image image) =>
        (image.FocalX, image.FocalY, image.Creator, image.Credit, image.Copyright, image.Licence);

    private static bool Renew(Image image, DateTimeOffset now)
    {
        if (image.ExpiredAt is null || image.IsExpired(now))
        {
            return false;
        }

        image.ExpiredAt = null;
        return true;
    }
}
