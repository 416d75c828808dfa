using Broadsheet.Stories.Body.Words;

namespace Broadsheet.Stories.Body;

/// <summary>How long a text is, in any language. Chinese and Japanese are counted by characters; Thai, Lao, Khmer and Burmese, which set no blanks, at four letters a word.</summary>
public readonly record struct WordCount(int Words, int Ideographs)
{
    private const double WordsAMinute = 230;
    private const double IdeographsAMinute = 450;
    private const int UnspacedLettersAWord = 4;

    /// <summary>What is called the number of words.</summary>
    public int Total => Words + Ideographs;

    /// <summary>Minutes it takes to read, one at least where there is anything to read.</summary>
    public int Minutes => Total is 0 ? 0 : Math.Max(1, (int)Math.Round((Words / WordsAMinute) + (Ideographs / IdeographsAMinute), MidpointRounding.AwayFromZero));

    public static WordCount Of(IEnumerable<Block> blocks) => Of(PlainText.Of(blocks));

    public static WordCount Of(string text)
    {
        var (words, ideographs, unspaced) = (0, 0, 0);
        foreach (var token in Tokens.Of(text))
        {
            words += token.Kind is TokenKind.Word ? 1 : 0;
            ideographs += token.Kind is TokenKind.Ideograph ? 1 : 0;
            unspaced += token.Kind is TokenKind.Unspaced ? 1 : 0;
        }

        return new WordCount(words + ((unspaced + UnspacedLettersAWord - 1) / UnspacedLettersAWord), ideographs);
    }
}
