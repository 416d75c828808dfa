namespace Broadsheet.Images;

/// <summary>What is said of a picture, by whoever uploads it or by the file itself.</summary>
public sealed record ImageFacts
{
    public static ImageFacts None { get; } = new();

    public string? Alt { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public string? Source { get; init; }

    public string? Creator { get; init; }

    public string? Copyright { get; init; }

    public string? Licence { get; init; }

    /// <summary>The day it was taken, where it was taken.</summary>
    public DateOnly? TakenAt { get; init; }

    /// <summary>When the licence ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>From 0 at the left to 1 at the right.</summary>
    public double? FocalX { get; init; }

    /// <summary>From 0 at the top to 1 at the bottom.</summary>
    public double? FocalY { get; init; }

    /// <summary>These facts, and where there is none the other's.</summary>
    public ImageFacts Or(ImageFacts other) => new()
    {
        Alt = Alt ?? other.Alt,
        Caption = Caption ?? other.Caption,
        Credit = Credit ?? other.Credit,
        Source = Source ?? other.Source,
        Creator = Creator ?? other.Creator,
        Copyright = Copyright ?? other.Copyright,
        Licence = Licence ?? other.Licence,
        TakenAt = TakenAt ?? other.TakenAt,
        ExpiresAt = ExpiresAt ?? other.ExpiresAt,
        FocalX = FocalX ?? other.FocalX,
        FocalY = FocalY ?? other.FocalY,
    };
}
