namespace Broadsheet.Demo;

/// <summary>A text file that begins with <c>key: value</c> lines between two lines of <c>---</c>.</summary>
public sealed record FrontMatter(IReadOnlyDictionary<string, string> Values, string Text)
{
    public static FrontMatter Read(string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            throw new FormatException("The file does not begin with front matter between two lines of ---.");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines[1..end].Where(l => l.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            values.Add(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return new FrontMatter(values, string.Join('\n', lines[(end + 1)..]).Trim());
    }

    public string? this[string key] => Values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>A value that holds several, with commas between them.</summary>
    public IReadOnlyList<string> Several(string key) => [.. (this[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
