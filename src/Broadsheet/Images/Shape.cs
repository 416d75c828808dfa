namespace Broadsheet.Images;

/// <summary>The whole picture, or a crop of it round its focal point.</summary>
public enum Shape
{
    Full,
    SixteenByNine,
    FourByThree,
    Square,

    /// <summary>1.91:1, as other sites show what is shared. One JPEG, 1200 pixels wide where the picture has them.</summary>
    Share,
}
