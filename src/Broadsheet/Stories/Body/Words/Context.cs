namespace Broadsheet.Stories.Body.Words;

/// <summary>Keeps of what is the same only the words next to a change.</summary>
internal static class Context
{
    public static IReadOnlyList<DiffRun> Around(IReadOnlyList<DiffRun> runs, int words)
    {
        List<DiffRun> kept = [];
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Kind is RunKind.Same)
            {
                kept.AddRange(Cut(runs[i].Text, i > 0 || runs.Count is 1 ? words : 0, i < runs.Count - 1 ? words : 0));
            }
            else
            {
                kept.Add(runs[i]);
            }
        }

        return kept;
    }

    private static IEnumerable<DiffRun> Cut(string text, int first, int last)
    {
        var tokens = Tokens.Of(text);
        var head = EndOf(tokens, first);
        tokens.Reverse();
        var tail = tokens.Count - EndOf(tokens, last);
        tokens.Reverse();
        if (head >= tail)
        {
            return [new DiffRun(RunKind.Same, text)];
        }

        var (from, to) = (tokens[head].Start, tokens[tail - 1].End);
        DiffRun[] cut = [new(RunKind.Same, text[..from]), new(RunKind.Skipped, text[from..to]), new(RunKind.Same, text[to..])];
        return cut.Where(r => r.Text.Length > 0);
    }

    /// <summary>How many tokens hold so many words.</summary>
    private static int EndOf(List<Token> tokens, int words)
    {
        var end = 0;
        while (end < tokens.Count && words > 0)
        {
            words -= tokens[end++].IsWord ? 1 : 0;
        }

        return end;
    }
}
