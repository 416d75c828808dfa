namespace Broadsheet.Stories.Body;

/// <summary>How large a body may be. A long read has some 10,000 words: 60,000 characters in a few hundred nodes.</summary>
public static class BodyLimits
{
    /// <summary>Bytes of JSON, or characters of Markdown or HTML.</summary>
    public const int Size = 2 * 1024 * 1024;

    /// <summary>Nodes inside one another, the document itself not counted.</summary>
    public const int Depth = 24;

    /// <summary>Blocks, runs of text and line breaks.</summary>
    public const int Nodes = 20_000;

    /// <summary>UTF-16 units of text, captions and titles included.</summary>
    public const int Characters = 500_000;

    public const int TableRows = 1_000;

    public const int TableColumns = 100;

    public const int GalleryImages = 200;

    public const int StatementsInMark = 20;

    /// <summary>Characters of a caption.</summary>
    public const int Caption = 2_000;

    /// <summary>Characters of a credit, a title, an attribution.</summary>
    public const int Label = 500;

    /// <summary>Characters of an address.</summary>
    public const int Address = 2_048;

    /// <summary>Characters of a reference to something of the Record: a slug or an id.</summary>
    public const int Reference = 200;

    /// <summary>Characters of a block's id.</summary>
    public const int Id = 64;

    /// <summary>Faults reported at once.</summary>
    public const int Faults = 50;
}
