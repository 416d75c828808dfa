using Broadsheet.Api;
using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>What of an image is to be changed; what is left out stays.</summary>
public sealed record ImageChange
{
    /// <summary>What the picture shows, for those who can’t see it.</summary>
    public Optional<string> Alt { get; init; }

    /// <summary>The line under the picture.</summary>
    public Optional<string> Caption { get; init; }

    /// <summary>Who is named beside it; nothing is published without.</summary>
    public Optional<string> Credit { get; init; }

    /// <summary>Where it came from: an agency, an archive.</summary>
    public Optional<string> Source { get; init; }

    /// <summary>Who made it.</summary>
    public Optional<string> Creator { get; init; }

    /// <summary>The notice of rights.</summary>
    public Optional<string> Copyright { get; init; }

    /// <summary>The terms it may be used under.</summary>
    public Optional<string> Licence { get; init; }

    /// <summary>The day it was taken.</summary>
    public Optional<string> TakenAt { get; init; }

    /// <summary>When its licence ends; from then on it is shown nowhere.</summary>
    public Optional<string> ExpiresAt { get; init; }

    /// <summary>What crops keep, from the left: 0 to 1.</summary>
    public Optional<double?> FocalX { get; init; }

    /// <summary>What crops keep, from the top: 0 to 1.</summary>
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
