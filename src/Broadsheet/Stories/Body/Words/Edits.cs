namespace Broadsheet.Stories.Body.Words;

/// <summary>The fewest edits from one sequence to another: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).</summary>
internal static class Edits
{
    private const int Most = 1_000;

    /// <summary>The stretches that differ, in order; all of it as one where there would be too many edits, or no effort is left.</summary>
    public static IReadOnlyList<Edit> Between(ReadOnlySpan<int> before, ReadOnlySpan<int> after, Effort effort)
    {
        var start = before.CommonPrefixLength(after);
        var end = CommonEnd(before[start..], after[start..]);
        var a = before[start..^end];
        var b = after[start..^end];
        if (a.IsEmpty && b.IsEmpty)
        {
            return [];
        }

        var whole = new Edit(start, start + a.Length, start, start + b.Length);
        return a.IsEmpty || b.IsEmpty || Find(a, b, effort) is not { } trace ? [whole] : Joined(Path(trace, a.Length, b.Length, start));
    }

    private static int CommonEnd(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var length = 0;
        while (length < before.Length && length < after.Length && before[^(length + 1)] == after[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    /// <summary>For each number of edits the furthest that every diagonal reaches, up to the number that reaches the end.</summary>
    private static List<int[]>? Find(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Effort effort)
    {
        List<int[]> trace = [];
        for (var d = 0; d <= Math.Min(Most, a.Length + b.Length) && !effort.IsSpent; d++)
        {
            var reached = new int[(2 * d) + 1];
            long steps = reached.Length;
            for (var k = -d; k <= d; k += 2)
            {
                var from = d is 0 ? 0 : Start(trace[^1], d, k);
                var x = from;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                {
                    x++;
                }

                steps += x - from;
                reached[k + d] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    trace.Add(reached);
                    return trace;
                }
            }

            trace.Add(reached);
            effort.Spend(steps);
        }

        return null;
    }

    /// <summary>Where diagonal <paramref name="k"/> begins with its edit: an addition comes from the diagonal above, a removal from the one below.</summary>
    private static int Start(int[] last, int d, int k) => IsAddition(last, d, k) ? last[k + d] : last[k + d - 2] + 1;

    private static bool IsAddition(int[] last, int d, int k) => k == -d || (k != d && last[k + d - 2] < last[k + d]);

    private static List<Edit> Path(List<int[]> trace, int a, int b, int offset)
    {
        List<Edit> edits = [];
        var (x, y) = (a, b);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var k = x - y;
            var isAddition = IsAddition(trace[d - 1], d, k);
            var previous = isAddition ? k + 1 : k - 1;
            x = trace[d - 1][previous + d - 1];
            y = x - previous;
            edits.Add(isAddition
                ? new Edit(offset + x, offset + x, offset + y, offset + y + 1)
                : new Edit(offset + x, offset + x + 1, offset + y, offset + y));
        }

        edits.Reverse();
        return edits;
    }

    private static List<Edit> Joined(List<Edit> edits)
    {
        List<Edit> joined = [];
        foreach (var edit in edits)
        {
            if (joined is [.., var last] && last.BeforeEnd == edit.Before && last.AfterEnd == edit.After)
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
}

/// <summary>A stretch of the one sequence that gives way to a stretch of the other; either may be empty.</summary>
internal readonly record struct Edit(int Before, int BeforeEnd, int After, int AfterEnd)
{
    /// <summary>From the beginning of this to the end of <paramref name="last"/>.</summary>
    public Edit To(Edit last) => new(Before, last.BeforeEnd, After, last.AfterEnd);
}
