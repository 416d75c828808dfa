namespace Broadsheet.Stories.Body.Words;

/// <summary>Of pairs in the order of the first version, the most that are in the order of the second as well (patience sorting).</summary>
internal static class Increasing
{
    public static IReadOnlyList<(int Before, int After)> Of(IEnumerable<(int Before, int After)> pairs)
    {
        var all = pairs.OrderBy(p => p.Before).ToArray();
        var previous = new int[all.Length];
        List<int> tops = [];
        for (var i = 0; i < all.Length; i++)
        {
            var pile = PileFor(tops, all, all[i].After);
            previous[i] = pile > 0 ? tops[pile - 1] : -1;
            if (pile == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[pile] = i;
            }
        }

        List<(int, int)> longest = [];
        for (var i = tops is [.., var last] ? last : -1; i >= 0; i = previous[i])
        {
            longest.Add(all[i]);
        }

        longest.Reverse();
        return longest;
    }

    private static int PileFor(List<int> tops, (int Before, int After)[] all, int after)
    {
        var (low, high) = (0, tops.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[tops[middle]].After < after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
