namespace Broadsheet.Images;

/// <summary>What is said of an image, or how it is cropped, has changed.</summary>
public sealed record ImageChanged(Guid Image);

/// <summary>An image's licence has ended; it is shown nowhere any more.</summary>
public sealed record ImageExpired(Guid Image);

/// <summary>An image was taken out of the library.</summary>
public sealed record ImageDeleted(Guid Image);
