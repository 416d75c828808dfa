using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.Architecture;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_document_can_be_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var page))
        {
            foreach (var linked in Links(page).Where(l => l.EndsWith(".md", StringComparison.Ordinal) && reached.Add(l)))
            {
                waiting.Enqueue(linked);
            }
        }

        Assert.Empty(Documents().Except(reached, StringComparer.Ordinal));
    }

    [Fact]
    public void No_document_links_to_what_is_not_there() =>
        Assert.Empty(Documents().SelectMany(page => Links(page).Where(link => !Path.Exists(Path.Combine(Repository.Root, link))).Select(link => $"{page} → {link}")));

    [Fact]
    public void Decisions_are_numbered_one_after_another()
    {
        var numbers = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "decisions"), "0*.md").Select(f => Path.GetFileName(f)[..4]).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, numbers.Count()).Select(n => n.ToString("D4", CultureInfo.InvariantCulture)), numbers, StringComparer.Ordinal);
    }

    private static List<string> Documents() =>
        [.. Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(Repository.Root, f))];

    private static IEnumerable<string> Links(string page) => Link().Matches(Code().Replace(Repository.Read(page), ""))
        .Select(m => m.Groups["target"].Value)
        .Where(target => !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#'))
        .Select(target => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target.Split('#')[0]))));

    // What stands in code shows how links are written and is none.
    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
