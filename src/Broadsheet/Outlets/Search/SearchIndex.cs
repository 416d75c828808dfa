using System.Globalization;
using System.Text;
using System.Text.Json;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Search;

/// <summary>
/// The index proper, as each engine has it: FTS5 on SQLite, <c>tsvector</c> on PostgreSQL. Nobody else knows which. Both are given words that are cut already, and neither ranks:
/// they only name stories that hold the words, newest first. The text that everybody may read has an index of its own, and who may read no other asks no other.
/// </summary>
public sealed class SearchIndex(BroadsheetDb db)
{
    /// <summary>So many other words are looked for at most, shared among those that were typed.</summary>
    private const int MostForms = 24;

    // Who types more has said enough.
    private const int MostWidened = 8;

    /// <summary>A phrase is looked for in so many stories at most that hold its words, the newest.</summary>
    public const int MostPhrases = 3000;

    // No word goes on with it.
    private const string Last = "\U0010FFFF";

    private bool IsPostgres => db.Engine is Engine.Postgres;

    /// <summary>One at a time may index a story; to be called first in the transaction.</summary>
    public async Task Lock(Guid story, CancellationToken cancellation)
    {
        if (IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM stories WHERE id = {story} FOR UPDATE", cancellation);
        }
    }

    public async Task Put(SearchEntry entry, CancellationToken cancellation)
    {
        await Remove(entry.StoryId, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO search (number, story_id, live_id, cut, head, body, guarded, tags) VALUES ({entry.Number}, {entry.StoryId}, {entry.LiveId}, {entry.Cut}, {entry.Head}, {entry.Body}, {entry.Guarded}, {entry.Tags})", cancellation);
        await Know(entry, cancellation);
        var whole = entry.Guarded.Length > 0 ? entry.Body + entry.Guarded : null;
        if (IsPostgres)
        {
            var (open, all) = (Vector(entry, entry.Body), whole is null ? null : Vector(entry, whole));
            await db.Database.ExecuteSqlAsync($"UPDATE search SET open = {open}::tsvector, whole = {all}::tsvector WHERE number = {entry.Number}", cancellation);
            return;
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO search_open (rowid, head, body, tags) VALUES ({entry.Number}, {entry.Head}, {entry.Body}, {entry.Tags})", cancellation);
        if (whole is not null)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO search_whole (rowid, head, body, tags) VALUES ({entry.Number}, {entry.Head}, {whole}, {entry.Tags})", cancellation);
        }
    }

    public async Task Remove(Guid story, CancellationToken cancellation)
    {
        if (!IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_open WHERE rowid IN (SELECT number FROM search WHERE story_id = {story})", cancellation);
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_whole WHERE rowid IN (SELECT number FROM search WHERE story_id = {story})", cancellation);
        }

        await db.Database.ExecuteSqlAsync($"DELETE FROM search WHERE story_id = {story}", cancellation);
    }

    /// <summary>The query for other forms of its words that stories hold; phrases and what stands in quotes stay as they are.</summary>
    public async Task<SearchQuery> Widened(SearchQuery query, CancellationToken cancellation)
    {
        List<SearchTerm> terms = [.. query.All.Where(term => !term.IsPhrase && !term.IsQuoted && WordForms.Has(term.Spellings[0]))];
        if (terms.Count is 0 or > MostWidened)
        {
            return query;
        }

        var forms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            forms[term.Spellings[0]] = await Forms(term, MostForms / terms.Count, cancellation);
        }

        return forms.Values.All(found => found.Count == 0) ? query : query.With(term => forms.GetValueOrDefault(term.Spellings[0]) ?? []);
    }

    /// <summary>The numbers of stories that hold the words, newest first.</summary>
    /// <param name="isWhole">In what stands behind the gate, too; otherwise in what everybody may read.</param>
    /// <param name="inHead">In headline, standfirst, names alone.</param>
    public async Task<List<long>> Find(SearchQuery query, SearchScope scope, bool isWhole, bool inHead, int most, CancellationToken cancellation)
    {
        var wanted = new Wanted(query, scope, isWhole, inHead);
        return await (IsPostgres ? FindInVectors(wanted, most, cancellation) : FindInTables(wanted, most, cancellation));
    }

    // The likely ones first, then the shortest.
    private async Task<List<string>> Forms(SearchTerm term, int most, CancellationToken cancellation)
    {
        List<WordForms> forms = [.. term.Spellings.Select(WordForms.Of)];
        var likely = forms.SelectMany(f => f.Likely).Distinct(StringComparer.Ordinal).ToArray();
        var json = JsonSerializer.Serialize(likely);
        var found = await (IsPostgres
            ? db.Database.SqlQuery<string>($"SELECT word AS \"Value\" FROM search_words WHERE word = ANY({likely})")
            : db.Database.SqlQuery<string>($"SELECT word AS \"Value\" FROM search_words WHERE word IN (SELECT value FROM json_each({json}))")).ToListAsync(cancellation);
        foreach (var beginning in forms.SelectMany(f => f.Beginnings))
        {
            found.AddRange(await db.Database.SqlQuery<string>($"SELECT word AS \"Value\" FROM search_words WHERE word > {beginning} AND word < {beginning + Last} ORDER BY length(word), word LIMIT {most}").ToListAsync(cancellation));
        }

        return [.. found.Except(term.Spellings, StringComparer.Ordinal).Take(most)];
    }

    // In one order, so that two who add the same words don't wait for each other crosswise.
    private async Task Know(SearchEntry entry, CancellationToken cancellation)
    {
        string[] words = [.. $"{entry.Head} {entry.Body} {entry.Guarded}".Split(' ').Where(WordForms.Has).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var json = JsonSerializer.Serialize(words);
        await (IsPostgres
            ? db.Database.ExecuteSqlAsync($"INSERT INTO search_words (word) SELECT unnest({words}) ON CONFLICT DO NOTHING", cancellation)
            : db.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO search_words (word) SELECT value FROM json_each({json})", cancellation));
    }

    private async Task<List<long>> FindInTables(Wanted wanted, int most, CancellationToken cancellation)
    {
        var table = wanted.IsWhole ? "search_whole" : "search_open";
        var sql = $"SELECT rowid AS \"Value\" FROM {table} WHERE {table} MATCH {{0}} AND rowid BETWEEN {{1}} AND {{2}} ORDER BY rowid DESC LIMIT {{3}} OFFSET {{4}}";
        var from = wanted.Scope.From;
        if (wanted.HasPhrases)
        {
            var last = await db.Database.SqlQueryRaw<long>(sql, Match(wanted, isLoose: true), from, wanted.Scope.To, 1, MostPhrases - 1).ToListAsync(cancellation);
            from = last is [var number] ? number : from;
        }

        return await db.Database.SqlQueryRaw<long>(sql, Match(wanted, isLoose: false), from, wanted.Scope.To, most, 0).ToListAsync(cancellation);
    }

    // The planner would like to walk the table where a word is common, and would unpack every story's words on the way. The index is always the better way; “+ 0” keeps it from the table's order too.
    private Task<List<long>> FindInVectors(Wanted wanted, int most, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            await db.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off", token);
            var column = wanted.IsWhole ? "whole" : "open";
            var sql = wanted.HasPhrases
                ? $"""
                    WITH near AS MATERIALIZED (SELECT number FROM search WHERE {column} @@ CAST({"{0}"} AS text)::tsquery AND number + 0 BETWEEN {"{2}"} AND {"{3}"} ORDER BY number + 0 DESC LIMIT {MostPhrases})
                    SELECT s.number AS "Value" FROM near JOIN search s ON s.number = near.number WHERE s.{column} @@ CAST({"{1}"} AS text)::tsquery ORDER BY s.number DESC LIMIT {"{4}"}
                    """
                : $"SELECT number AS \"Value\" FROM search WHERE {column} @@ CAST({"{1}"} AS text)::tsquery AND number + 0 BETWEEN {"{2}"} AND {"{3}"} ORDER BY number + 0 DESC LIMIT {"{4}"}";
            return await db.Database.SqlQueryRaw<long>(sql, Tsquery(wanted, isLoose: true), Tsquery(wanted, isLoose: false), wanted.Scope.From, wanted.Scope.To, most).ToListAsync(token);
        },
        cancellation);

    /// <param name="isLoose">A phrase's words may stand anywhere.</param>
    private static string Match(Wanted wanted, bool isLoose)
    {
        var text = "{head body}";
        var all = string.Join(" AND ", wanted.Query.All.Select(term => Term(term, isLoose)));
        var match = $"({(wanted.InHead ? "{head}" : text)} : ({all})";
        foreach (var tags in wanted.Scope.Required(wanted.IsWhole))
        {
            match += $" AND {{tags}} : ({Any(tags)})";
        }

        match += ")";
        if (wanted.Query.None.Count > 0 && !isLoose)
        {
            match += $" NOT ({text} : ({string.Join(" OR ", wanted.Query.None.Select(term => Term(term, isLoose: false)))}))";
        }

        return wanted.Scope.Refused(wanted.IsWhole) is { Count: > 0 } refused ? $"({match}) NOT ({{tags}} : ({Any(refused)}))" : match;

        static string Any(IReadOnlyList<string> words) => string.Join(" OR ", words.Select(w => $"\"{w}\""));
        static string Term(SearchTerm term, bool isLoose) =>
            $"({string.Join(" OR ", term.Spellings.Concat(term.Forms).Select(s => isLoose ? $"({string.Join(" AND ", s.Split(' ').Select(w => $"\"{w}\""))})" : $"\"{s}\""))})";
    }

    private static string Tsquery(Wanted wanted, bool isLoose)
    {
        List<string> parts = [.. wanted.Query.All.Select(term => Term(term, wanted.InHead ? "^" : "", isLoose || wanted.InHead))];
        parts.AddRange(wanted.Scope.Required(wanted.IsWhole).Select(tags => $"({Any(tags)})"));
        if (!isLoose)
        {
            parts.AddRange(wanted.Query.None.Select(term => $"!{Term(term, "", isLoose: false)}"));
        }

        if (wanted.Scope.Refused(wanted.IsWhole) is { Count: > 0 } refused)
        {
            parts.Add($"!({Any(refused)})");
        }

        return string.Join(" & ", parts);

        static string Any(IReadOnlyList<string> words) => string.Join(" | ", words.Select(w => $"'#{w}'"));
        static string Term(SearchTerm term, string mark, bool isLoose) =>
            $"({string.Join(" | ", term.Spellings.Concat(term.Forms).Select(s => $"({string.Join(isLoose ? " & " : " <-> ", s.Split(' ').Select(w => $"'{mark}{w}'"))})"))})";
    }

    // '^word' is a word of the head, '#word' a tag: neither sign can stand in a word.
    private static string Vector(SearchEntry entry, string body)
    {
        const int mostPlaces = 255;
        const int lastPlace = 16_383;
        var places = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var at = 0;
        foreach (var word in (entry.Head + body).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            at++;
            if (word == IndexedText.Between)
            {
                continue;
            }

            if (!places.TryGetValue(word, out var known))
            {
                places[word] = known = [];
            }

            if (known.Count < mostPlaces && at <= lastPlace)
            {
                known.Add(at);
            }
        }

        var vector = new StringBuilder();
        foreach (var (word, where) in places)
        {
            vector.Append(CultureInfo.InvariantCulture, $"'{word}'{(where.Count > 0 ? ":" : "")}{string.Join(',', where)} ");
        }

        foreach (var word in entry.Head.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != IndexedText.Between).Distinct(StringComparer.Ordinal))
        {
            vector.Append(CultureInfo.InvariantCulture, $"'^{word}' ");
        }

        foreach (var tag in entry.Tags.Split(' '))
        {
            vector.Append(CultureInfo.InvariantCulture, $"'#{tag}' ");
        }

        return vector.ToString();
    }

    private sealed record Wanted(SearchQuery Query, SearchScope Scope, bool IsWhole, bool InHead)
    {
        public bool HasPhrases => Query.All.Any(t => t.IsPhrase);
    }
}
