namespace Broadsheet.Platform.Text;

/// <summary>The labels of one language by their keys. A label that is missing is shown in English, and failing that as its key.</summary>
public sealed class Words(IReadOnlyDictionary<string, string> labels, Words? english = null)
{
    public string this[string key] => labels.TryGetValue(key, out var label) ? label : english?[key] ?? key;
}
