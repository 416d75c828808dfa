namespace Broadsheet.Stories.Body.Words;

/// <summary>Pairs the passages of two versions, in the order of both: by id, then those that show the same, then those that are alike.</summary>
internal static class Pairing
{
    private const float Alike = 0.35f;
    private const int LargestGap = 1_000_000;
    private const int Tried = 10_000;
    private const int NearestTried = 10;

    public static IReadOnlyList<(int Before, int After)> Of(Passage[] before, Passage[] after, Effort effort)
    {
        var whole = new Gap(0, before.Length, 0, after.Length);
        var byId = Increasing.Of(Common(whole, i => before[i].Id, j => after[j].Id));
        var bySame = Filled(whole, byId, gap => Same(gap, before, after));
        return Filled(whole, bySame, gap => Similar(gap, before, after, effort));
    }

    /// <summary>The pairs, and between them those that <paramref name="fill"/> finds in each gap.</summary>
    private static List<(int Before, int After)> Filled(Gap whole, IReadOnlyList<(int Before, int After)> pairs, Func<Gap, IReadOnlyList<(int Before, int After)>> fill)
    {
        List<(int, int)> filled = [];
        var (i, j) = (whole.Before, whole.After);
        foreach (var (before, after) in pairs)
        {
            filled.AddRange(fill(new Gap(i, before, j, after)));
            filled.Add((before, after));
            (i, j) = (before + 1, after + 1);
        }

        filled.AddRange(fill(new Gap(i, whole.BeforeEnd, j, whole.AfterEnd)));
        return filled;
    }

    private static List<(int Before, int After)> Same(Gap gap, Passage[] before, Passage[] after)
    {
        bool AreSame(int i, int j) => string.Equals(before[i].Look, after[j].Look, StringComparison.Ordinal);
        List<(int, int)> pairs = [];
        var (i, iEnd, j, jEnd) = gap;
        for (; i < iEnd && j < jEnd && AreSame(i, j); i++, j++)
        {
            pairs.Add((i, j));
        }

        List<(int, int)> tail = [];
        for (; i < iEnd && j < jEnd && AreSame(iEnd - 1, jEnd - 1); iEnd--, jEnd--)
        {
            tail.Add((iEnd - 1, jEnd - 1));
        }

        pairs.AddRange(Increasing.Of(Common(new Gap(i, iEnd, j, jEnd), b => before[b].Look, a => after[a].Look)));
        tail.Reverse();
        return [.. pairs, .. tail];
    }

    /// <summary>Those whose key occurs once in either version.</summary>
    private static IEnumerable<(int Before, int After)> Common(Gap gap, Func<int, string?> before, Func<int, string?> after)
    {
        var inAfter = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var j = gap.After; j < gap.AfterEnd; j++)
        {
            if (after(j) is { } key)
            {
                inAfter[key] = inAfter.ContainsKey(key) ? -1 : j;
            }
        }

        var inBefore = Enumerable.Range(gap.Before, gap.BeforeEnd - gap.Before).Where(i => before(i) is not null).GroupBy(i => before(i)!, StringComparer.Ordinal);
        return inBefore.Where(g => g.Take(2).Count() is 1 && inAfter.GetValueOrDefault(g.Key, -1) >= 0).Select(g => (g.First(), inAfter[g.Key]));
    }

    /// <summary>The pairs that together are most alike, found by trying all orders of pairs at once. In a large gap only passages at about the same place are tried.</summary>
    private static List<(int Before, int After)> Similar(Gap gap, Passage[] before, Passage[] after, Effort effort)
    {
        var (rows, columns) = (gap.BeforeEnd - gap.Before, gap.AfterEnd - gap.After);
        if (rows is 0 || columns is 0 || (long)rows * columns > LargestGap)
        {
            return [];
        }

        var reach = Math.Max(NearestTried, Tried / Math.Max(rows, columns));
        var likeness = new float[rows, columns];
        var best = new float[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0 && !effort.IsSpent; i--)
        {
            var middle = (int)((long)i * columns / rows);
            for (var j = columns - 1; j >= 0; j--)
            {
                if (Math.Abs(j - middle) <= reach)
                {
                    likeness[i, j] = before[gap.Before + i].Likeness(after[gap.After + j], effort);
                }

                var paired = likeness[i, j] >= Alike ? likeness[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        return effort.IsSpent ? [] : Trace(gap, likeness, best);
    }

    private static List<(int Before, int After)> Trace(Gap gap, float[,] likeness, float[,] best)
    {
        List<(int, int)> pairs = [];
        for (var (i, j) = (0, 0); i < likeness.GetLength(0) && j < likeness.GetLength(1);)
        {
            if (likeness[i, j] >= Alike && best[i, j] <= likeness[i, j] + best[i + 1, j + 1])
            {
                pairs.Add((gap.Before + i++, gap.After + j++));
            }
            else if (best[i, j] <= best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    private readonly record struct Gap(int Before, int BeforeEnd, int After, int AfterEnd);
}
