namespace Broadsheet.Images;

/// <summary>How large pictures and what is said of them may be.</summary>
public static class ImageLimits
{
    /// <summary>Bytes of a file.</summary>
    public const long Bytes = 40 << 20;

    /// <summary>Pixels of one side; WebP has no more than 16,383.</summary>
    public const int Side = 16_000;

    /// <summary>Pixels in all.</summary>
    public const long Pixels = 100_000_000;

    /// <summary>Bytes of memory that one picture may take to be decoded, where it has to be held whole.</summary>
    public const long Memory = 400_000_000;

    /// <summary>Frames of an animation, or pages of a TIFF.</summary>
    public const int Frames = 1_000;

    /// <summary>Characters of the alternative text.</summary>
    public const int Alt = 2_000;

    /// <summary>Characters of the caption.</summary>
    public const int Caption = 5_000;

    /// <summary>Characters of the licence.</summary>
    public const int Licence = 2_000;

    /// <summary>Characters of credit, source, creator and copyright.</summary>
    public const int Line = 500;
}
