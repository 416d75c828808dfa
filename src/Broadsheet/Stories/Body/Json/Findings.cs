using Broadsheet.Platform.Web;
using System.Globalization;
using System.Text;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Gathers the faults of one reading. It knows which node is being read, so that a place is only spelled out for a fault.</summary>
internal sealed class Findings(string root)
{
    private readonly List<Fault> _faults = [];
    private readonly Stack<int> _path = new();

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>As many faults as are reported: no need to read on.</summary>
    public bool AreEnough => _faults.Count >= BodyLimits.Faults;

    /// <summary>The node at <paramref name="index"/> of the present node's content becomes the present one.</summary>
    public void Enter(int index) => _path.Push(index);

    public void Leave() => _path.Pop();

    /// <summary>Adds a fault of <paramref name="under"/> in the present node: <c>.attrs.level</c>, or nothing for the node itself.</summary>
    public void Add(string under, string sentence)
    {
        if (!AreEnough)
        {
            _faults.Add(new Fault(Place(under), sentence));
        }
    }

    /// <summary>Adds a fault of the whole document.</summary>
    public void AddOfAll(string sentence)
    {
        if (!AreEnough)
        {
            _faults.Add(new Fault(root, sentence));
        }
    }

    /// <summary>What was sent, short enough for a sentence.</summary>
    public static string Quoted(string sent)
    {
        var tidy = Characters.Tidy(sent);
        return tidy.Length <= 40 ? tidy : tidy[..(char.IsHighSurrogate(tidy[38]) ? 38 : 39)] + "…";
    }

    private string Place(string under)
    {
        var place = new StringBuilder(root);
        foreach (var index in _path.Reverse())
        {
            place.Append(CultureInfo.InvariantCulture, $".content[{index}]");
        }

        return place.Append(under).ToString();
    }
}
