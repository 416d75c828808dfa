using System.Collections.Concurrent;

namespace Broadsheet.Bench;

/// <summary>Which pages a node has shown, and so must go on showing whatever happens to the database, until something that they show is taken back.</summary>
internal sealed class OutageKnown
{
    // What was made in the last moments before a kill is perhaps not on disk yet.
    private static readonly TimeSpan Written = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(int Node, string Address, string Class), TimeSpan> _first = [];
    private readonly ConcurrentDictionary<int, TimeSpan> _killed = [];

    public bool Holds(OutageNode node, string address, string audience, IReadOnlyList<OutageStory> shown)
    {
        if (!_first.TryGetValue((node.Number, address, audience), out var read))
        {
            return false;
        }

        if (shown.All(story => story.IsSettledSince(read)) && !(_killed.TryGetValue(node.Number, out var killed) && read < killed && read > killed - Written))
        {
            return true;
        }

        _first.TryRemove(new((node.Number, address, audience), read));
        return false;
    }

    /// <summary>When a page was first shown since all that it shows was settled.</summary>
    public TimeSpan? Since(OutageNode node, string address, string audience) => _first.TryGetValue((node.Number, address, audience), out var read) ? read : null;

    public void Note(OutageNode node, string address, string audience, TimeSpan read) => _first.TryAdd((node.Number, address, audience), read);

    public void Killed(OutageNode node, TimeSpan at) => _killed[node.Number] = at;
}
