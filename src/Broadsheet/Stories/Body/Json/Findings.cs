using System.Globalization;
using System.Text;
using Broadsheet.Platform.Web;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Gathers the faults of one reading. It knows which node is being read, so that a place is only spelled out for a fault.</summary>
internal sealed class Findings(string root)
{
    private readonly List<Fault> _faults = [];
    private readonly Stack<int> _path = new();
    private int? _mark;

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>As many faults as are reported: no need to read on.</summary>
    public bool AreEnough => _faults.Count >= BodyLimits.Faults;

    /// <summary>The node at <paramref name="index"/> of the present node's content becomes the present one.</summary>
    public void Enter(int index) => _path.Push(index);

    public void Leave() => _path.Pop();

    /// <summary>The mark at <paramref name="index"/> of the present node is looked at, or none any more.</summary>
    public void Mark(int? index) => _mark = index;

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
    public static string Quoted(string sent, int longest = 40)
    {
        var tidy = Characters.Tidy(sent.Length > 4 * longest ? sent[..(4 * longest)] : sent);
        return tidy.Length <= longest ? tidy : tidy[..(char.IsHighSurrogate(tidy[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    private string Place(string under)
    {
        var place = new StringBuilder(root);
        foreach (var index in _path.Reverse())
        {
            place.Append(CultureInfo.InvariantCulture, $".content[{index}]");
        }

        if (_mark is { } mark)
        {
            place.Append(CultureInfo.InvariantCulture, $".marks[{mark}]");
        }

        return place.Append(under).ToString();
    }
}
