using Broadsheet.Platform.Jobs;

namespace Broadsheet.Images;

/// <summary>An image as the API answers it.</summary>
/// <param name="Url">The address of a large JPEG.</param>
/// <param name="Bytes">The size of the original.</param>
/// <param name="Animated">The original moves; renditions show its first frame.</param>
/// <param name="TakenAt">The day it was taken.</param>
/// <param name="ExpiresAt">When its licence ends.</param>
/// <param name="Renditions">How many of those made beforehand are there; the others are made when somebody asks for them.</param>
public sealed record ImageResource(
    Guid Id,
    string Url,
    int Width,
    int Height,
    string MediaType,
    long Bytes,
    bool Animated,
    string? Alt,
    string? Caption,
    string? Credit,
    string? Source,
    string? Creator,
    string? Copyright,
    DateOnly? TakenAt,
    string? Licence,
    DateTimeOffset? ExpiresAt,
    bool Expired,
    double FocalX,
    double FocalY,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    RenditionCount Renditions)
{
    private const int Large = 1600;

    /// <summary>The resource of an image.</summary>
    /// <param name="site">The site's public address, without a slash at its end.</param>
    /// <param name="job">The image's last job of making renditions; null when it was cleared away long after it ended.</param>
    public static ImageResource Of(Image image, string site, Job? job, DateTimeOffset now)
    {
        var picture = image.Picture;
        return new(
            image.Id,
            site + picture.Address(Shape.Full, picture.WidthWithin(Shape.Full, Large), PictureFormat.Jpeg),
            image.Width,
            image.Height,
            image.Kind.MediaType,
            image.Bytes,
            image.IsAnimated,
            image.Alt,
            image.Caption,
            image.Credit,
            image.Source,
            image.Creator,
            image.Copyright,
            image.TakenAt,
            image.Licence,
            image.ExpiresAt,
            image.IsExpired(now),
            image.FocalX,
            image.FocalY,
            image.CreatedAt,
            image.CreatedBy,
            RenditionCount.Of(image, job));
    }

    /// <summary>What the audit log keeps of an image.</summary>
    public static object Audited(Image image) => new
    {
        kind = image.Kind.Name,
        image.Width,
        image.Height,
        image.Alt,
        image.Caption,
        image.Credit,
        image.Source,
        image.Creator,
        image.Copyright,
        image.TakenAt,
        image.Licence,
        image.ExpiresAt,
        image.FocalX,
        image.FocalY,
        hash = Convert.ToHexStringLower(image.Hash),
    };
}

/// <summary>How far the making of renditions is.</summary>
public sealed record RenditionCount(int Done, int Total)
{
    public static RenditionCount Of(Image image, Job? job)
    {
        var total = image.ExpiredAt is null ? Rendition.Beforehand(image.Picture).Count() : 0;
        return new(job is null or { State: JobState.Done } ? total : Math.Min(job.Done, total), total);
    }
}
