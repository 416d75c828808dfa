using Broadsheet.Images;
using Broadsheet.Outlets.Pages;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Search;

/// <summary>Makes the page of a search. What it quotes was cut by the gate for the class that reads it, as the story's own page is.</summary>
public sealed class SearchPages(PageMaking making, FindStories stories, NotFoundPages notFound)
{
    public const string Path = "/search";

    private const int Length = 20;

    public async Task<RenderedPage> Make(PageRequest request, SearchForm form, CancellationToken cancellation)
    {
        var page = await making.Begin(request, cancellation);
        var (scope, faults) = await form.Scope(page, making.Db, cancellation);
        var query = SearchQuery.Read(form.Query);
        if (scope is null)
        {
            return Draw(page, form, faults, StatusCodes.Status422UnprocessableEntity, new Outcome { Nothing = page.Words["searchFaulty"] });
        }

        if (query.All.Count == 0)
        {
            return Draw(page, form, faults, StatusCodes.Status200OK, new Outcome { Nothing = form.Query.Length == 0 ? null : page.Words["searchNoWords"] });
        }

        var found = await stories.Find(query, scope, cancellation);
        List<Guid> shown = [.. found.Ids.Skip((request.Number - 1) * Length).Take(Length)];
        if (shown.Count == 0)
        {
            return Draw(page, form, faults, StatusCodes.Status200OK, new Outcome { Nothing = page.Say("searchNothing", form.Query), Advice = page.Words["searchNothingText"], Latest = await notFound.Latest(page, cancellation) });
        }

        return Draw(page, form, faults, StatusCodes.Status200OK, new Outcome
        {
            Count = found.CutAt is { } most ? page.Say("searchMany", most.ToString("N0", page.Tongue.Culture)) : page.Words.Count("stories", found.Ids.Count),
            Hits = await Hits(page, found.Query, shown, cancellation),
            HasMore = found.Ids.Count > request.Number * Length,
        });
    }

    /// <summary>The form as it was sent, while nobody can look; null where not even the paper's name is known.</summary>
    public RenderedPage? Away(PageRequest request, SearchForm form) => making.BeginAway(request) is { } page
        ? Draw(page, form, new Dictionary<string, string>(StringComparer.Ordinal), StatusCodes.Status503ServiceUnavailable, new Outcome { Nothing = page.Words["searchAway"] })
        : null;

    private RenderedPage Draw(PageContext page, SearchForm form, IReadOnlyDictionary<string, string> faults, int status, Outcome outcome)
    {
        var address = page.Request.To(Path);
        var same = form.Address(page.Request.Number);
        var title = form.Query.Length == 0 ? page.Words["searchHeading"] : $"{form.Query} – {page.Words["search"]}";
        var view = new SearchPage
        {
            Frame = page.Frame(title, noIndex: true) with { Canonical = null, LiteAddress = page.Request.IsLite ? null : "/lite" + Path + same, FullAddress = page.Request.IsLite ? Path + same : null },
            Form = new SearchFormView
            {
                Address = address,
                Query = form.Query,
                Sections = [.. page.Frame.TopSections.SelectMany(top => page.Frame.Nested(top).Prepend(top)).Select(s => new SearchChoice(s.Slug, s.ParentId is null ? s.Name : $"– {s.Name}", s.Slug == form.Section))],
                SectionFault = Fault("section"),
                Author = new SearchField(form.Author, Fault("author")),
                From = new SearchField(form.From, Fault("from")),
                To = new SearchField(form.To, Fault("to")),
                IsFiltered = form.IsFiltered,
            },
            CountText = outcome.Count,
            Nothing = outcome.Nothing,
            Advice = outcome.Advice,
            Hits = outcome.Hits,
            Latest = outcome.Latest,
            Pager = outcome.Hits.Count == 0 || (page.Request.Number == 1 && !outcome.HasMore) ? null : new Pager
            {
                Newer = page.Request.Number == 1 ? null : address + form.Address(page.Request.Number - 1),
                Older = outcome.HasMore ? address + form.Address(page.Request.Number + 1) : null,
                Text = page.Say("pageNumber", page.Request.Number.ToString("N0", page.Tongue.Culture)),
            },
        };
        return making.Draw(page, status, view);

        string? Fault(string field) => faults.TryGetValue(field, out var word) ? page.Words[word] : null;
    }

    private async Task<IReadOnlyList<SearchHit>> Hits(PageContext page, SearchQuery query, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var db = making.Db;
        var listed = await db.InOrder(ids, cancellation);
        var teasers = await Teasers.For(page, db, listed, cancellation);
        List<Guid> live = [.. listed.Select(s => s.Id)];
        var bodies = await db.Stories
            .Where(s => live.Contains(s.Id))
            .Join(db.Revisions, s => s.LiveId, r => (Guid?)r.Id, (s, r) => new { s.Id, s.Access, r.Body })
            .ToDictionaryAsync(s => s.Id, cancellation);
        var readable = making.Readable(page, bodies.Values.Select(s => (s.Id, s.Body, s.Access)));
        List<Guid> images = [.. listed.Select(s => s.LeadImageId).OfType<Guid>(), .. readable.Values.SelectMany(b => new Document(b.Blocks).ImageIds())];
        var pictures = await db.Pictures(images, page.Now, cancellation);
        var highlights = new Highlights(query);
        return [.. listed.Where(s => readable.ContainsKey(s.Id)).Select(s => Hit(s, readable[s.Id]))];

        SearchHit Hit(ListedStory story, ReadableBody body)
        {
            var lead = story.LeadImageId is { } id && pictures.GetValueOrDefault(id)?.Caption is { } caption ? new[] { caption } : [];
            return new SearchHit
            {
                Teaser = teasers.Of(story, "medium"),
                Headline = highlights.Mark(story.Headline),
                Text = highlights.Quote([story.Standfirst, .. SearchText.Passages(body.Blocks, pictures), .. lead]) ?? (story.Standfirst.Length == 0 ? null : highlights.Mark(story.Standfirst)),
            };
        }
    }

    private sealed record Outcome
    {
        public string? Count { get; init; }

        public string? Nothing { get; init; }

        public string? Advice { get; init; }

        public IReadOnlyList<SearchHit> Hits { get; init; } = [];

        public bool HasMore { get; init; }

        public IReadOnlyList<Teaser> Latest { get; init; } = [];
    }
}
