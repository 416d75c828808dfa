using Broadsheet.Images;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A picture with the words that go with it in this place, which stand over its own.</summary>
public sealed record CaptionedPicture(Picture Picture, string? Caption, string? Credit)
{
    /// <summary>With the picture's own words.</summary>
    public CaptionedPicture(Picture picture)
        : this(picture, picture.Caption, picture.Credit)
    {
    }
}
