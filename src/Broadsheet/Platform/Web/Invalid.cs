namespace Broadsheet.Platform.Web;

/// <summary>What was given can't be taken; every fault names its place. Answered 422 with <c>errors</c> by field.</summary>
public sealed class Invalid(IReadOnlyList<Fault> faults) : Exception(faults.Count > 0 ? faults[0].Sentence : "What was sent can't be taken.")
{
    public Invalid(string place, string sentence)
        : this([new Fault(place, sentence)])
    {
    }

    public IReadOnlyList<Fault> Faults { get; } = faults;
}
