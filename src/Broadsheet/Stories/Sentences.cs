using Broadsheet.Stories.Body;

namespace Broadsheet.Stories;

/// <summary>The sentences of blocks, to see whether two texts share one. A few words alone are nobody's sentence.</summary>
internal static class Sentences
{
    private const int FewestLetters = 20;

    private static readonly char[] Ends = ['.', '!', '?', '…', '\n', '。', '！', '？', '؟', '।'];

    public static HashSet<string> Of(IEnumerable<Block> blocks) =>
        [.. PlainText.Of(blocks).Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => s.Length >= FewestLetters)];
}
