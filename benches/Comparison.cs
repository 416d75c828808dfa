namespace Broadsheet.Bench;

/// <summary>The same thing on a small and on a large paper: medians, and the worst.</summary>
internal sealed record Comparison(string Name, double Few, double Many, double WorstOfFew, double WorstOfMany)
{
    public double Ratio => Many / Few;

    /// <summary>Measures both in turns; the first round is not counted.</summary>
    /// <param name="few">What is measured, by round; milliseconds.</param>
    /// <param name="many">The same on the large one.</param>
    public static async Task<Comparison> Of(string name, int rounds, Func<int, Task<double>> few, Func<int, Task<double>> many)
    {
        var (left, right) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var (one, other) = (await few(Math.Max(0, round)), await many(Math.Max(0, round)));
            if (round >= 0)
            {
                left.Add(one);
                right.Add(other);
            }
        }

        return new Comparison(name, Median(left), Median(right), left.Max(), right.Max());
    }

    internal static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
