using System.Runtime.InteropServices;

namespace Broadsheet.Stories.Body.Words;

/// <summary>Compares two texts word by word.</summary>
internal static class WordRuns
{
    public static IReadOnlyList<DiffRun> Between(string before, string after, Effort effort)
    {
        var (old, present) = (Tokens.Of(before), Tokens.Of(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var edits = Edits.Between(Numbered(before, old, numbers), Numbered(after, present, numbers), effort);
        List<DiffRun> runs = [];
        var at = 0;
        foreach (var edit in Readable(edits, old, present))
        {
            runs.Add(new DiffRun(RunKind.Same, Text(before, old, at, edit.Before)));
            runs.Add(new DiffRun(RunKind.Removed, Text(before, old, edit.Before, edit.BeforeEnd)));
            runs.Add(new DiffRun(RunKind.Added, Text(after, present, edit.After, edit.AfterEnd)));
            at = edit.BeforeEnd;
        }

        runs.Add(new DiffRun(RunKind.Same, Text(before, old, at, old.Count)));
        return runs;
    }

    private static int[] Numbered(string text, List<Token> tokens, Dictionary<string, int> numbers)
    {
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbered = new int[tokens.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, text.AsSpan(tokens[i].Start, tokens[i].Length), out var isKnown);
            number = isKnown ? number : numbers.Count;
            numbered[i] = number;
        }

        return numbered;
    }

    /// <summary>Joins edits with so little between them that a reader sees one change: no word, or a word or two amid much that is replaced.</summary>
    private static List<Edit> Readable(IReadOnlyList<Edit> edits, List<Token> before, List<Token> after)
    {
        var (removed, added) = (new WordsSoFar(before), new WordsSoFar(after));
        var phrases = Joined(edits, removed, added, between: 0);
        return Joined(phrases, removed, added, between: 2);
    }

    private static List<Edit> Joined(IReadOnlyList<Edit> edits, WordsSoFar removed, WordsSoFar added, int between)
    {
        List<Edit> joined = [];
        foreach (var edit in edits)
        {
            if (joined is [.., var last] && AreOne(last, edit, removed, added, between))
            {
                joined[^1] = last.To(edit);
            }
            else
            {
                joined.Add(edit);
            }
        }

        return joined;
    }

    private static bool AreOne(Edit first, Edit second, WordsSoFar removed, WordsSoFar added, int between)
    {
        var (out1, in1) = (removed.Between(first.Before, first.BeforeEnd), added.Between(first.After, first.AfterEnd));
        var (out2, in2) = (removed.Between(second.Before, second.BeforeEnd), added.Between(second.After, second.AfterEnd));
        var same = removed.Between(first.BeforeEnd, second.Before);
        return out1 + out2 > 0 && in1 + in2 > 0 && same <= between && 3 * same <= Math.Min(Math.Max(out1, in1), Math.Max(out2, in2));
    }

    private static string Text(string text, List<Token> tokens, int from, int to) =>
        from == to ? "" : text[tokens[from].Start..tokens[to - 1].End];

    /// <summary>How many words there are up to each token.</summary>
    private sealed class WordsSoFar
    {
        private readonly int[] _words;

        public WordsSoFar(List<Token> tokens)
        {
            _words = new int[tokens.Count + 1];
            for (var i = 0; i < tokens.Count; i++)
            {
                _words[i + 1] = _words[i] + (tokens[i].IsWord ? 1 : 0);
            }
        }

        public int Between(int from, int to) => _words[to] - _words[from];
    }
}
