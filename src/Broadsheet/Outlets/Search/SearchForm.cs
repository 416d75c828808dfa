using System.Globalization;
using System.Text;
using Broadsheet.Outlets.Pages;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Broadsheet.Outlets.Search;

/// <summary>What was typed into the form, as it was typed. Nothing of it is refused before somebody is told beside the field.</summary>
public sealed record SearchForm(string Query, string Section, string Author, string From, string To)
{
    private const int LongestField = 100;

    /// <summary>The form before anything was typed.</summary>
    public static SearchForm Empty { get; } = new("", "", "", "", "");

    public static SearchForm Read(IQueryCollection query) => new(
        Field(query, "q", SearchQuery.Longest), Field(query, "section", LongestField), Field(query, "author", LongestField), Field(query, "from", LongestField), Field(query, "to", LongestField));

    public bool IsFiltered => Section.Length + Author.Length + From.Length + To.Length > 0;

    /// <summary>The query of an address that asks the same.</summary>
    public string Address(int page)
    {
        var fields = new[] { ("q", Query), ("section", Section), ("author", Author), ("from", From), ("to", To), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "") };
        var given = string.Join('&', fields.Where(f => f.Item2.Length > 0).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}"));
        return given.Length == 0 ? "" : "?" + given;
    }

    /// <summary>Where to look; what can't be understood is named by field, each with the word that says what to do.</summary>
    public async Task<(SearchScope? Scope, IReadOnlyDictionary<string, string> Faults)> Scope(PageContext page, BroadsheetDb db, CancellationToken cancellation)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var section = Section.Length == 0 ? null : page.Frame.FindSection(Section) ?? (page.Frame.MovedSections.TryGetValue(Section, out var now) ? page.Frame.FindSection(now) : null);
        if (section is null && Section.Length > 0)
        {
            faults["section"] = "searchNoSection";
        }

        var author = Author.Length == 0 ? null : await FindAuthor(db, cancellation);
        if (author is null && Author.Length > 0)
        {
            faults["author"] = "searchNoAuthor";
        }

        var (from, to) = (Day("from", From, faults), Day("to", To, faults));
        if (from > to)
        {
            faults["to"] = "searchDatesSwapped";
        }

        var zone = page.Frame.Zone;
        var scope = new SearchScope(
            section is null ? [] : [.. page.Frame.WithNested(section).Select(SearchTags.Section)],
            author is { } id ? [SearchTags.Author(id)] : [],
            FindStories.Admitted(page.Request.Audience, page.Frame.Ranks),
            from is { } first ? SearchMoment.Of(zone.AtStartOfDay(first).ToDateTimeOffset()) : 0,
            to is { } last ? SearchMoment.Of(zone.AtStartOfDay(last.PlusDays(1)).ToDateTimeOffset()) - 1 : long.MaxValue);
        return (faults.Count == 0 ? scope : null, faults);
    }

    // By the slug, as addresses have it, or the name, as people type it. One whom nobody has read yet is not known here.
    private Task<Guid?> FindAuthor(BroadsheetDb db, CancellationToken cancellation)
    {
        var key = Plain.Key(Author);
        var live = db.LiveStories;
        return db.Authors
            .Where(a => (a.Slug == Author || a.NameKey == key) && db.Set<Byline>().Any(b => b.AuthorId == a.Id && live.Any(s => s.Id == b.StoryId)))
            .Select(a => (Guid?)a.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    private static LocalDate? Day(string field, string given, Dictionary<string, string> faults)
    {
        if (given.Length == 0)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(given) is { Success: true, Value: { Year: >= 1 and < 9999 } day })
        {
            return day;
        }

        faults[field] = "searchNoDay";
        return null;
    }

    private static string Field(IQueryCollection query, string name, int longest)
    {
        var text = new StringBuilder();
        foreach (var rune in query[name].ToString().EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            text.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? new Rune(' ') : rune);
        }

        return text.ToString().Trim();
    }
}
