using Broadsheet.Stories.Body.Words;

namespace Broadsheet.Stories.Body;

/// <summary>
/// What changed from one version of a text to another, block by block and word by word, to be read by people. Blocks are paired by their ids, then by likeness; one that moved
/// is removed in one place and added in the other. Texts that share too little are not compared word by word, so that the time stays bounded whatever they hold.
/// </summary>
public sealed record WordDiff(IReadOnlyList<BlockDiff> Blocks)
{
    private const string BetweenBlocks = "\n\n";

    public bool HasChanges => Blocks.Any(b => b.Kind is not ChangeKind.Same);

    /// <summary>The whole text as it was.</summary>
    public string Before => string.Join(BetweenBlocks, Blocks.Where(b => b.Kind is not ChangeKind.Added).Select(b => b.Without(RunKind.Added)));

    /// <summary>The whole text as it is.</summary>
    public string After => string.Join(BetweenBlocks, Blocks.Where(b => b.Kind is not ChangeKind.Removed).Select(b => b.Without(RunKind.Removed)));

    /// <summary>Compares two texts whose paragraphs are a blank line apart.</summary>
    public static WordDiff Between(string before, string after) => Between(Passages(before), Passages(after));

    public static WordDiff Between(IReadOnlyList<Block> before, IReadOnlyList<Block> after) =>
        Between([.. before.Select(Passage.Of)], [.. after.Select(Passage.Of)]);

    /// <summary>Only the blocks that changed, and of what is the same in them only so many words next to each change; the rest is <see cref="RunKind.Skipped"/>.</summary>
    public WordDiff Collapsed(int context = 12) => new([.. Blocks.Where(b => b.Kind is not ChangeKind.Same).Select(b => b with { Runs = Context.Around(b.Runs, context) })]);

    private static Passage[] Passages(string text) => text.Length is 0 ? [] : [.. text.Split(BetweenBlocks).Select(Passage.Of)];

    private static WordDiff Between(Passage[] before, Passage[] after)
    {
        List<BlockDiff> blocks = [];
        var effort = new Effort();
        var (i, j) = (0, 0);
        foreach (var (before1, after1) in Pairing.Of(before, after, effort).Append((before.Length, after.Length)))
        {
            blocks.AddRange(before[i..before1].Select(p => BlockDiff.Of(ChangeKind.Removed, p, null, [new DiffRun(RunKind.Removed, p.Text)])));
            blocks.AddRange(after[j..after1].Select(p => BlockDiff.Of(ChangeKind.Added, null, p, [new DiffRun(RunKind.Added, p.Text)])));
            if (before1 < before.Length)
            {
                blocks.Add(Pair(before[before1], after[after1], effort));
            }

            (i, j) = (before1 + 1, after1 + 1);
        }

        return new WordDiff(blocks);
    }

    private static BlockDiff Pair(Passage before, Passage after, Effort effort) => string.Equals(before.Look, after.Look, StringComparison.Ordinal)
        ? BlockDiff.Of(ChangeKind.Same, before, after, [new DiffRun(RunKind.Same, after.Text)])
        : BlockDiff.Of(ChangeKind.Changed, before, after, WordRuns.Between(before.Text, after.Text, effort));
}
