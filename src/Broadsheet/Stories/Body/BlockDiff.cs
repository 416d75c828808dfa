using Broadsheet.Stories.Body.Words;

namespace Broadsheet.Stories.Body;

/// <summary>A block of either version or of both, and its text in runs. Where only looks changed (a link, a picture), <see cref="ChangesWords"/> is false. Of plain texts there are no blocks.</summary>
public sealed record BlockDiff(ChangeKind Kind, Block? Before, Block? After, IReadOnlyList<DiffRun> Runs)
{
    public bool ChangesWords => Runs.Any(r => r.Kind is RunKind.Removed or RunKind.Added);

    internal static BlockDiff Of(ChangeKind kind, Passage? before, Passage? after, IReadOnlyList<DiffRun> runs) =>
        new(kind, before?.Block, after?.Block, [.. runs.Where(r => r.Text.Length > 0)]);

    internal string Without(RunKind kind) => string.Concat(Runs.Where(r => r.Kind != kind).Select(r => r.Text));
}

public enum ChangeKind
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>A stretch of a block's text.</summary>
public sealed record DiffRun(RunKind Kind, string Text);

public enum RunKind
{
    Same,
    Removed,
    Added,

    /// <summary>The same in both, and too far from any change to be shown.</summary>
    Skipped,
}
