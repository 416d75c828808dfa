using System.Globalization;
using Broadsheet.Stories.Body.Json;

namespace Broadsheet.Stories.Body.Imports;

/// <summary>Names what an import could not keep, each kind once with its number.</summary>
internal sealed class Losses
{
    private const int Most = 100;
    private const int Longest = 160;

    private readonly OrderedDictionary<string, int> _times = new(StringComparer.Ordinal);
    private int _others;

    public void Add(string name)
    {
        var known = Findings.Quoted(name, Longest);
        if (_times.Count >= Most && !_times.ContainsKey(known))
        {
            _others++;
            return;
        }

        _times[known] = _times.GetValueOrDefault(known) + 1;
    }

    public IReadOnlyList<string> ToList()
    {
        List<string> names = [.. _times.Select(t => t.Value is 1 ? t.Key : string.Create(CultureInfo.InvariantCulture, $"{t.Key} ({t.Value} times)"))];
        if (_others > 0)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{_others} more"));
        }

        return names;
    }
}
