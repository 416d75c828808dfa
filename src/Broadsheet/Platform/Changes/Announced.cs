using Broadsheet.Platform.Database;

namespace Broadsheet.Platform.Changes;

/// <summary>What the open transaction of a context changes for readers; written as <see cref="Change"/> rows in the moment of its commit.</summary>
public sealed class Announced
{
    private readonly Dictionary<ChangeKind, SortedSet<string>> _tags = [];
    private Guid _transaction;

    /// <summary>What the last commit wrote, until the node's own feed has it.</summary>
    internal IReadOnlyList<Change> Committed { get; set; } = [];

    internal void Add(BroadsheetDb db, ChangeKind kind, ReadOnlySpan<string> tags)
    {
        var open = db.Database.CurrentTransaction ?? throw new InvalidOperationException("What readers see is changed in a transaction.");
        // What another transaction of a pooled context announced and never committed is forgotten here.
        if (_transaction != open.TransactionId)
        {
            _tags.Clear();
            _transaction = open.TransactionId;
        }

        if (!_tags.TryGetValue(kind, out var announced))
        {
            _tags[kind] = announced = new SortedSet<string>(StringComparer.Ordinal);
        }

        foreach (var tag in tags)
        {
            announced.Add(tag);
        }
    }

    /// <summary>Gives what was announced in a transaction, and forgets it.</summary>
    internal IReadOnlyList<(ChangeKind Kind, string Tags)> Take(Guid transaction)
    {
        if (_transaction != transaction || _tags.Count == 0)
        {
            return [];
        }

        List<(ChangeKind, string)> taken = [.. _tags.OrderBy(t => t.Key).Select(t => (t.Key, string.Join(' ', t.Value)))];
        _tags.Clear();
        return taken;
    }
}
