using System.Collections.Concurrent;

namespace Broadsheet.Bench;

/// <summary>What readers met, counted; of each kind of fault a few examples.</summary>
internal sealed class OutageCounts
{
    private const int MostExamples = 8;
    private readonly ConcurrentDictionary<Verdict, long> _verdicts = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _examples = [];
    private long _failed;
    private long _unknown;
    private long _rerouted;

    public long Right => Of(Verdict.Right);

    public long Wrong => Of(Verdict.Wrong);

    public long Stale => Of(Verdict.Stale);

    public long Withdrawn => Of(Verdict.Withdrawn);

    /// <summary>Pages that were known and not there.</summary>
    public long FailedKnown => Interlocked.Read(ref _failed);

    /// <summary>Pages that were not made yet, or not again since something on them was taken back, and could not be made.</summary>
    public long FailedUnknown => Interlocked.Read(ref _unknown);

    /// <summary>Requests that went to the other node, since the first was dead.</summary>
    public long ReroutedRequests => Interlocked.Read(ref _rerouted);

    public bool IsClean => Wrong + Stale + Withdrawn + FailedKnown == 0;

    public IReadOnlyList<string> Examples => [.. _examples.SelectMany(kind => kind.Value.Select(what => $"{kind.Key}: {what}"))];

    public void Count(Verdict verdict, string what)
    {
        _verdicts.AddOrUpdate(verdict, 1, (_, count) => count + 1);
        if (verdict is not Verdict.Right)
        {
            Show(verdict.ToString(), what);
        }
    }

    public void Failed(bool isKnown, string what)
    {
        if (isKnown)
        {
            Interlocked.Increment(ref _failed);
            Show("Failed", what);
        }
        else
        {
            Interlocked.Increment(ref _unknown);
        }
    }

    public void Rerouted() => Interlocked.Increment(ref _rerouted);

    private long Of(Verdict verdict) => _verdicts.GetValueOrDefault(verdict);

    private void Show(string kind, string what)
    {
        if (_examples.GetOrAdd(kind, _ => []) is { } known && known.Count < MostExamples)
        {
            known.Enqueue(what);
        }
    }
}
