using Broadsheet.Stories.Body;

namespace Broadsheet.Stories;

/// <summary>What a class of reader may read of a body; every renderer takes this and nothing else. Only <see cref="Gate"/> makes one.</summary>
public sealed class ReadableBody
{
    internal ReadableBody(IReadOnlyList<Block> blocks, bool IsWhole, bool HasMore) =>
        (Blocks, this.IsWhole, this.HasMore) = (blocks, IsWhole, HasMore);

    /// <summary>The blocks to show. The gate block, where shown, is where the free part ends.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Nothing was held back from this class.</summary>
    public bool IsWhole { get; }

    /// <summary>There is more for those with access.</summary>
    public bool HasMore { get; }
}
