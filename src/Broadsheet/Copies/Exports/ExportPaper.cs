using System.Text.Json.Nodes;
using Broadsheet.Community;
using Broadsheet.Front;
using Broadsheet.Paper;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Exports;

/// <summary>Writes the paper into a folder that people and other programs can read: texts as of one moment, pictures as they came. The same data gives the same bytes.</summary>
public sealed class ExportPaper(Settings settings, Progress progress)
{
    private const string About = """
        # An exported paper

        * `stories/SECTION/SLUG.md`: what readers see, as Markdown under front matter (YAML); beside it the same as JSON, with the body as the paper's own document.
        * `withdrawn/`: stories that were taken back, with the reason. They are not to be published again as they are.
        * `drafts/ID.md`: working copies that differ from what readers see, and stories that never went out.
        * `versions/ID/NUMBER.md`: every published version, where they were asked for.
        * `images/`: originals as they came, each with what is said of it. In Markdown an image stands as `image:ID`.
        * `pages/`: about, terms, privacy and others, in JSON with all their versions.
        * `paper.json`, `sections.json`, `topics.json`, `authors.json`.

        A text with `withheld` in its front matter is kept from readers by a court or a person's right: only the public reason is here.

        """;

    /// <param name="withVersions">Every published version, not only the last.</param>
    /// <exception cref="Refused">The folder holds something else.</exception>
    public async Task<ExportReport> Run(string path, bool withVersions, CancellationToken cancellation)
    {
        if (settings.Database.Engine is Engine.Sqlite && !File.Exists(Path.Combine(settings.Data, "broadsheet.db")))
        {
            throw new Refused($"There is nothing to export in {settings.Data}: it holds no database.");
        }

        var folder = ExportFolder.Open(path);
        await new Migrator(settings.Database, settings.Data).Migrate(cancellation);
        await using var db = DatabaseServices.Open(settings.Database);
        var stories = 0;
        await db.InSnapshot(
            async token =>
            {
                await Paper(db, folder, token);
                await folder.Put("README.md", About, token);
                stories = await new ExportStories(db, folder, await Names.Read(db, token), withVersions, progress).Run(token);
                await Pages(db, folder, token);
            },
            cancellation);
        // Originals never change, and there may be hours of them: too long for a snapshot.
        var missing = await new ExportImages(db, MediaStores.Open(settings.Media), folder, progress).Run(cancellation);
        return new ExportReport(stories, folder.Count, folder.Written, folder.LeftOver(), missing);
    }

    private static async Task Paper(BroadsheetDb db, ExportFolder folder, CancellationToken cancellation)
    {
        var paper = await db.Paper.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? throw new Refused("There is nothing to export: no site was ever started on this database.");
        var fronts = (await db.FrontPlaces.AsNoTracking().OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellation)).ToLookup(p => p.SectionId, p => p.StoryId.ToString());
        var tiers = await db.Tiers.AsNoTracking().OrderBy(t => t.Rank).ThenBy(t => t.Slug).ToListAsync(cancellation);
        await folder.Put(
            "paper.json",
            new Fields().Add("name", paper.Name).Add("tagline", paper.Tagline).Add("language", paper.Language).Add("timeZone", paper.TimeZone).Add("theme", paper.Theme).AddIf("demo", paper.IsDemo)
                .Add("front", fronts[null]).Add("tiers", tiers.Select(t => new Fields().Add("slug", t.Slug).Add("name", t.Name).Add("rank", t.Rank))).ToJson(),
            cancellation);
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Slug).ToListAsync(cancellation);
        await List(folder, "sections.json", sections.Select(s => new Fields()
            .Add("id", s.Id).Add("slug", s.Slug).Add("name", s.Name).Add("parent", sections.Find(p => p.Id == s.ParentId)?.Slug).Add("position", s.Position).Add("description", s.Description)
            .Add("language", s.Language).Add("front", fronts[s.Id])), cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Slug).ToListAsync(cancellation);
        await List(folder, "topics.json", topics.Select(t => new Fields().Add("id", t.Id).Add("slug", t.Slug).Add("name", t.Name).Add("description", t.Description)), cancellation);
        var authors = await db.Authors.AsNoTracking().OrderBy(a => a.Slug).ToListAsync(cancellation);
        await List(folder, "authors.json", authors.Select(a => new Fields().Add("id", a.Id).Add("slug", a.Slug).Add("name", a.Name).Add("biography", a.Biography).Add("picture", a.PictureId)), cancellation);
    }

    private static async Task Pages(BroadsheetDb db, ExportFolder folder, CancellationToken cancellation)
    {
        var versions = (await db.PageVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(cancellation)).ToLookup(v => v.PageId);
        foreach (var page in await db.Pages.AsNoTracking().OrderBy(p => p.Slug).ToListAsync(cancellation))
        {
            var fields = new Fields().Add("slug", page.Slug).Add("current", page.Current).Add("versions", versions[page.Id].Select(v =>
                new Fields().Add("number", v.Number).Add("at", v.At).Add("title", v.Title).AddJson("body", v.Body)));
            await folder.Put($"pages/{Texts.NameOf(page.Slug, page.Id)}.json", fields.ToJson(), cancellation);
        }
    }

    private static Task List(ExportFolder folder, string name, IEnumerable<Fields> items, CancellationToken cancellation) =>
        folder.Put(name, new JsonArray([.. items.Select(item => item.ToJson())]), cancellation);
}

/// <param name="Files">All files of the export.</param>
/// <param name="Written">Those that are new or were changed.</param>
/// <param name="LeftOver">Files of an earlier export that this one has no more; they were left where they are.</param>
/// <param name="Missing">Originals that were not in the media store, or not as they had come.</param>
public sealed record ExportReport(int Stories, int Files, int Written, IReadOnlyList<string> LeftOver, IReadOnlyList<string> Missing);
