namespace Broadsheet.Platform.Web;

/// <summary>Gathers what is wrong with what was sent, so that all of it is answered at once.</summary>
public sealed class Faults
{
    private readonly List<Fault> _faults = [];

    public bool Any => _faults.Count > 0;

    public IReadOnlyList<Fault> All => _faults;

    public void Add(string place, string sentence) => _faults.Add(new Fault(place, sentence));

    public void AddRange(IEnumerable<Fault> faults) => _faults.AddRange(faults);

    /// <summary>Ends the request where something is wrong.</summary>
    /// <exception cref="Invalid">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new Invalid(_faults);
        }
    }
}
