using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Outlets.Pages;

/// <summary>A story as its own page needs it: the live version, whoever may read how much of it.</summary>
public sealed record LiveStory(
    Guid Id, StoryState State, Guid SectionId, string Slug, Access Access, bool NoAppeals, bool IsWithheld, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, int LiveNumber, Guid? TranslationOfId,
    string Headline, string Standfirst, Guid? LeadImageId, string? Dateline, string? Language, string? SeoTitle, string? SeoDescription, string Body, Guid RevisionId);

/// <summary>The queries behind a story's page, compiled once.</summary>
public static class LiveStories
{
    private static readonly Func<BroadsheetDb, Guid, string, Task<LiveStory?>> ByAddress = EF.CompileAsyncQuery((BroadsheetDb db, Guid section, string slug) =>
        db.Set<Address>().AsNoTracking()
            .Where(a => a.SectionId == section && a.Slug == slug)
            .Join(db.Set<Story>(), a => a.StoryId, s => s.Id, (a, story) => story)
            .Join(db.Set<Revision>(), s => s.LiveId, r => (Guid?)r.Id, (s, r) => new LiveStory(
                s.Id, s.State, s.SectionId!.Value, s.Slug!, s.Access, s.NoAppeals, s.IsWithheld, s.PublishedAt!.Value, s.UpdatedAt!.Value, s.LiveNumber, s.TranslationOfId,
                r.Headline, r.Standfirst, r.LeadImageId, r.Dateline, r.Language, r.SeoTitle, r.SeoDescription, r.Body, r.Id))
            .FirstOrDefault());

    private static readonly Func<BroadsheetDb, Guid, IAsyncEnumerable<SigningAuthor>> Authors = EF.CompileAsyncQuery((BroadsheetDb db, Guid story) =>
        db.Set<Byline>().AsNoTracking()
            .Where(b => b.StoryId == story)
            .OrderBy(b => b.Position)
            .Join(db.Set<Author>(), b => b.AuthorId, a => a.Id, (b, a) => new { b.Position, a })
            .OrderBy(x => x.Position)
            .Select(x => new SigningAuthor(x.a.Id, x.a.Slug, x.a.Name, x.a.Biography, x.a.PictureId)));

    private static readonly Func<BroadsheetDb, Guid, IAsyncEnumerable<Topic>> Topics = EF.CompileAsyncQuery((BroadsheetDb db, Guid story) =>
        db.Set<StoryTopic>().AsNoTracking().Where(t => t.StoryId == story).Join(db.Set<Topic>().AsNoTracking(), t => t.TopicId, t => t.Id, (link, topic) => new { link.Position, topic }).OrderBy(x => x.Position).Select(x => x.topic));

    private static readonly Func<BroadsheetDb, Guid, IAsyncEnumerable<Correction>> Corrections = EF.CompileAsyncQuery((BroadsheetDb db, Guid story) =>
        db.Set<Correction>().AsNoTracking().Where(c => c.StoryId == story).OrderBy(c => c.At).AsQueryable());

    private static readonly Func<BroadsheetDb, Guid, bool, int, IAsyncEnumerable<ListedStory>> Listed = EF.CompileAsyncQuery((BroadsheetDb db, Guid topSection, bool isWithheld, int count) =>
        db.Set<Story>().AsNoTracking()
            .Where(s => s.TopSectionId == topSection && s.State == StoryState.Published && s.IsWithheld == isWithheld)
            .Join(db.Set<Revision>(), s => s.LiveId, r => (Guid?)r.Id, (s, r) => new { s, r })
            .OrderByDescending(x => x.s.PublishedAt).ThenByDescending(x => x.s.Id)
            .Take(count)
            .Select(x => new ListedStory(
                x.s.Id, x.s.SectionId!.Value, x.s.TopSectionId!.Value, x.s.Slug!, x.s.Access, x.s.PublishedAt!.Value, x.s.UpdatedAt!.Value,
                x.r.Headline, x.r.Standfirst, x.r.LeadImageId, x.r.Language)));

    // Which of them are live is told afterwards: asked for it, SQLite would look for the few among all live stories.
    private static readonly Func<BroadsheetDb, Guid, Guid, IAsyncEnumerable<Sibling>> Siblings = EF.CompileAsyncQuery((BroadsheetDb db, Guid original, Guid story) =>
        db.Set<Story>().AsNoTracking()
            .Where(s => (s.TranslationOfId == original || s.Id == original) && s.Id != story)
            .OrderBy(s => s.PublishedAt).ThenBy(s => s.Id)
            .Select(s => new Sibling(s.Id, s.State, s.IsWithheld, s.SectionId, s.Slug, s.Language)));

    extension(BroadsheetDb db)
    {
        /// <summary>The story that has this address, or had it once; null where none was ever published under it.</summary>
        public Task<LiveStory?> FindLive(Guid section, string slug) => ByAddress(db, section, slug);

        /// <summary>Who signs it, in order.</summary>
        public Task<List<SigningAuthor>> AuthorsOf(Guid story, CancellationToken cancellation) => Authors(db, story).Gather(cancellation);

        public Task<List<Topic>> TopicsOf(Guid story, CancellationToken cancellation) => Topics(db, story).Gather(cancellation);

        /// <summary>Oldest first.</summary>
        public Task<List<Correction>> CorrectionsOf(Guid story, CancellationToken cancellation) => Corrections(db, story).Gather(cancellation);

        /// <summary>The newest of a section that readers may be shown, as <see cref="ListedStories"/> has them.</summary>
        public Task<List<ListedStory>> NewestIn(Guid topSection, int count, CancellationToken cancellation) => Listed(db, topSection, false, count).Gather(cancellation);

        /// <summary>The live ones among the other stories that are translations of the same one, oldest first.</summary>
        public async Task<List<Translation>> TranslationsOf(LiveStory story, CancellationToken cancellation) =>
        [
            .. (await Siblings(db, story.TranslationOfId ?? story.Id, story.Id).Gather(cancellation))
                .Where(s => s is { State: StoryState.Published, IsWithheld: false })
                .Select(s => new Translation(s.Id, s.SectionId!.Value, s.Slug!, s.Language)),
        ];
    }

    private static async Task<List<T>> Gather<T>(this IAsyncEnumerable<T> rows, CancellationToken cancellation)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            list.Add(row);
        }

        return list;
    }

    private sealed record Sibling(Guid Id, StoryState State, bool IsWithheld, Guid? SectionId, string? Slug, string? Language);
}

/// <summary>A live story in another language.</summary>
public sealed record Translation(Guid Story, Guid SectionId, string Slug, string? Language);

/// <summary>An author of a live story.</summary>
public sealed record SigningAuthor(Guid Id, string Slug, string Name, string? Biography, Guid? PictureId);
