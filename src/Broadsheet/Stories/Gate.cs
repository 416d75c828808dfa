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

    /// <summary>
    /// The part of an earlier version that <paramref name="audience"/> may read under today's access. Those who may not read today's story past its gate see of an earlier one only
    /// blocks that stand in today's free part too: what is behind the gate now may have stood before it then.
    /// </summary>
    public static ReadableBody AdmitPast(Document past, Document today, Access access, Audience audience, int? requiredRank = null)
    {
        var now = Admit(today, access, audience, requiredRank);
        var then = Admit(past, access, audience, requiredRank);
        if (now.IsWhole)
        {
            return then;
        }

        var free = now.Blocks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var guarded = Sentences.Of(today.Blocks.Where(b => !free.Contains(b.Id)));
        return new ReadableBody([.. then.Blocks.Where(b => free.Contains(b.Id) && !Sentences.Of([b]).Overlaps(guarded))], IsWhole: false, then.HasMore);
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
