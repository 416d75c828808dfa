using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>
/// A story of <see cref="OutageBench"/>, in a section of its own: what was asked of the API for it and when that was answered, and so what readers may see at any time.
/// </summary>
internal sealed class OutageStory(int number, string access)
{
    /// <summary>How long readers may see what is no longer the newest.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<Act> _acts = [];
    private TimeSpan? _unsettledUntil = TimeSpan.Zero;

    public int Number => number;

    public string Access => access;

    public Guid Id { get; set; }

    public string Section { get; } = string.Create(CultureInfo.InvariantCulture, $"/s{number}");

    public string Address { get; } = string.Create(CultureInfo.InvariantCulture, $"/s{number}/story-{number}");

    public int Edition { get; private set; }

    public bool IsPublished { get; private set; }

    public string Headline => string.Create(CultureInfo.InvariantCulture, $"Story {number} edition {Edition}");

    /// <summary>Something is asked of the API from now on: another edition, or a withdrawal.</summary>
    public void Begin(TimeSpan now, bool isPublication)
    {
        lock (_lock)
        {
            Edition += isPublication ? 1 : 0;
            _acts.Add(new Act(isPublication ? Edition : null, now));
            // What was taken from readers has to be made again before a page of it is known.
            if (!isPublication || access != "public")
            {
                _unsettledUntil = null;
            }
        }
    }

    /// <summary>The API has answered that it is done.</summary>
    public void End(TimeSpan now)
    {
        lock (_lock)
        {
            _acts[^1] = _acts[^1] with { Ended = now };
            IsPublished = _acts[^1].Edition is not null;
            _unsettledUntil ??= now;
        }
    }

    /// <summary>Whether a page that shows this story and was read at a time is still one that must be there.</summary>
    public bool IsSettledSince(TimeSpan read)
    {
        lock (_lock)
        {
            return _unsettledUntil < read;
        }
    }

    /// <summary>Whether an edition, or null, that it was withdrawn, is what readers are to see now.</summary>
    public bool IsNow(int? edition)
    {
        lock (_lock)
        {
            return _acts[^1].Edition == edition;
        }
    }

    /// <summary>What is wrong with an answer that showed an edition, or null, that it was withdrawn.</summary>
    /// <param name="calm">Since when node and database were well; null when one of them is not.</param>
    public Verdict Judge(int? edition, TimeSpan begun, TimeSpan ended, TimeSpan? calm)
    {
        lock (_lock)
        {
            var shown = _acts.FindLastIndex(a => a.Edition == edition && a.Begun <= ended);
            if (shown < 0)
            {
                return Verdict.Wrong;
            }

            if (shown == _acts.Count - 1 || _acts[shown + 1].Ended is not { } replaced || replaced >= begun)
            {
                return Verdict.Right;
            }

            if (edition is not null && _acts[shown + 1].Edition is null)
            {
                return Verdict.Withdrawn;
            }

            return calm is { } since && begun > (since > replaced ? since : replaced) + Fresh ? Verdict.Stale : Verdict.Right;
        }
    }

    private sealed record Act(int? Edition, TimeSpan Begun)
    {
        public TimeSpan? Ended { get; init; }
    }
}

internal enum Verdict
{
    Right,

    /// <summary>It never was so, or not for this reader.</summary>
    Wrong,

    /// <summary>It was so, longer ago than it may be shown.</summary>
    Stale,

    /// <summary>It was taken back before it was asked for.</summary>
    Withdrawn,
}
