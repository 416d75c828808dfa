using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>What somebody types while looking for a story: each word is the beginning of one that the story holds, or of its section's name.</summary>
public sealed record DeskQuery(IReadOnlyList<DeskTerm> Terms)
{
    /// <summary>In UTF-16 code units.</summary>
    public const int Longest = 200;

    private const int MostWords = 16;

    public static async Task<DeskQuery> Read(BroadsheetDb db, string text, CancellationToken cancellation)
    {
        List<CutWord> words = [.. CutText.Of(text).DistinctBy(w => w.Token, StringComparer.Ordinal).Take(MostWords)];
        // Few enough to be looked through; so a section that is renamed is found by its new name at once.
        var sections = words.Count == 0 ? [] : await db.Sections.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(cancellation);
        var names = sections.Select(s => (s.Id, Words: DeskText.Words([s.Name]))).ToList();
        return new DeskQuery([.. words.Select(word =>
        {
            var spellings = DeskText.Spellings(word);
            return new DeskTerm([.. spellings], [.. names.Where(s => s.Words.Any(w => spellings.Any(begin => w.StartsWith(begin, StringComparison.Ordinal)))).Select(s => DeskText.Section(s.Id))]);
        })]);
    }
}

/// <summary>A word that was typed.</summary>
/// <param name="Beginnings">Any of these begins a word of the story …</param>
/// <param name="Tags">… or it has any of these.</param>
public sealed record DeskTerm(IReadOnlyList<string> Beginnings, IReadOnlyList<string> Tags);
