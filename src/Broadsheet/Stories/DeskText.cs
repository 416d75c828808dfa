using Broadsheet.Platform.Text;

namespace Broadsheet.Stories;

/// <summary>A working copy as words of the index: those that people look for, and tags, which begin with a sign that no word holds.</summary>
public static class DeskText
{
    /// <summary>Of what is in the bin, instead of its state.</summary>
    public const string Bin = "§bin";

    public static string State(StoryState state) => $"§{state.ToString().ToLowerInvariant()}";

    public static string Section(Guid id) => $"§s{id:N}";

    public static string Author(Guid id) => $"§a{id:N}";

    public static string Topic(Guid id) => $"§t{id:N}";

    /// <summary>All words of these passages, each once.</summary>
    public static SortedSet<string> Words(IEnumerable<string> passages)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var cut = CutText.Of(passage);
            words.UnionWith(cut.SelectMany(Spellings));
            words.UnionWith(CutText.Singles(cut));
        }

        return words;
    }

    public static IEnumerable<string> Spellings(CutWord word) => word.Plain is { } plain ? [word.Token, plain] : [word.Token];
}
