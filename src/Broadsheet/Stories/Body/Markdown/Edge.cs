namespace Broadsheet.Stories.Body.Markdown;

/// <summary>What stands on one side of a mark's delimiter; whether it is one hangs on both sides (CommonMark 0.31, section 6.2).</summary>
internal enum Edge
{
    Line,
    Blank,
    Punctuation,
    Word,
}
