using Broadsheet.Readers;
using Broadsheet.Stories.Body;

namespace Broadsheet.Stories;

/// <summary>
/// Promise 1: the one place that decides what a class of reader may read. Whatever is shown of a body is a <see cref="ReadableBody"/>, and only the gate makes one.
/// </summary>
public static class Gate
{
    /// <summary>The part of <paramref name="body"/> that <paramref name="audience"/> may read.</summary>
    /// <param name="requiredRank">The rank today of the tier named by <paramref name="access"/>, where it names one.</param>
    public static ReadableBody Admit(Document body, Access access, Audience audience, int? requiredRank = null)
    {
        var at = IndexOfGate(body);
        if (access.Level is AccessLevel.Public)
        {
            return new ReadableBody(WithoutGate(body, at), IsWhole: true, HasMore: false);
        }

        if (access.Admits(audience, requiredRank))
        {
            return new ReadableBody(body.Blocks, IsWhole: true, HasMore: false);
        }

        IReadOnlyList<Block> free = at < 0 ? [] : [.. body.Blocks.Take(at + 1)];
        return new ReadableBody(free, IsWhole: false, HasMore: at < 0 ? body.Blocks.Count > 0 : at + 1 < body.Blocks.Count);
    }

    private static int IndexOfGate(Document body)
    {
        for (var i = 0; i < body.Blocks.Count; i++)
        {
            if (body.Blocks[i] is GateBlock)
            {
                return i;
            }
        }

        return -1;
    }

    private static IReadOnlyList<Block> WithoutGate(Document body, int at) =>
        at < 0 ? body.Blocks : [.. body.Blocks.Where(b => b is not GateBlock)];
}
