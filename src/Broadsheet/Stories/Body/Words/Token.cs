namespace Broadsheet.Stories.Body.Words;

/// <summary>A piece of a text: all its pieces joined are the text again.</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind)
{
    public int End => Start + Length;

    public bool IsWord => Kind is TokenKind.Word or TokenKind.Ideograph or TokenKind.Unspaced;
}

internal enum TokenKind
{
    Blank,

    /// <summary>A sign that stands by itself: a stop, an emoji.</summary>
    Sign,

    /// <summary>Letters and digits up to the next blank or sign.</summary>
    Word,

    /// <summary>A Chinese or Japanese character.</summary>
    Ideograph,

    /// <summary>A letter with its marks of a script that sets no blanks between words: Thai, Lao, Khmer, Burmese.</summary>
    Unspaced,
}
