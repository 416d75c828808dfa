namespace Broadsheet.Images;

/// <summary>The whole picture, or a crop of it round its focal point.</summary>
public enum Shape
{
    Full,
    SixteenByNine,
    FourByThree,
    Square,
}
