using System.Text.Json;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Exports;

/// <summary>
/// Writes the stories: those that readers see, those that were withdrawn and working copies, each in a folder of its own. What is withheld is written with the public reason in the place of its words,
/// and its working copy not at all: an export is passed on, and nobody who gets it knows of a court's order.
/// </summary>
internal sealed class ExportStories(BroadsheetDb db, ExportFolder folder, Names names, bool withVersions, Progress progress)
{
    private const int AtOnce = 200;

    private readonly Texts _texts = new(folder);

    /// <returns>How many stories.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = 0;
        var all = await db.Stories.CountAsync(cancellation);
        var after = Guid.Empty;
        while (await db.Stories.AsNoTracking().Where(s => s.Id > after && s.ThrownAwayAt == null).OrderBy(s => s.Id).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } stories)
        {
            var batch = await StoryBatch.Read(db, stories, withVersions, cancellation);
            foreach (var story in stories)
            {
                await Write(story, batch, cancellation);
                done++;
                progress.Say($"Stories: {done:N0} of {all:N0} …");
            }

            after = stories[^1].Id;
        }

        return done;
    }

    private async Task Write(Story story, StoryBatch batch, CancellationToken cancellation)
    {
        if (story.LiveId is { } live)
        {
            await Live(story, batch.Revisions[live], batch, cancellation);
        }

        if (story.DraftId != story.LiveId && !story.IsWithheld)
        {
            var draft = batch.Revisions[story.DraftId];
            var fields = Said(story, draft, names.AddressOf(draft.SectionId, draft.Slug), batch).Add("savedAt", draft.SavedAt).Add("scheduledAt", batch.ScheduledAt(story));
            await _texts.Put($"drafts/{story.Id}", fields.Add("images", Pictures(draft, batch, "..")), draft.Body, cancellation);
        }

        foreach (var publication in batch.Publications[story.Id])
        {
            await Version(story, publication, batch, cancellation);
        }
    }

    private async Task Live(Story story, Revision live, StoryBatch batch, CancellationToken cancellation)
    {
        var home = story.State is StoryState.Withdrawn ? "withdrawn" : "stories";
        var name = $"{home}/{names.Sections[story.SectionId!.Value]}/{Texts.NameOf(story.Slug!, story.Id)}";
        var address = names.AddressOf(story.SectionId, story.Slug);
        if (batch.Withheld(story) is { } withholding)
        {
            await _texts.Put(name, Withheld(story, withholding).Add("address", address), null, cancellation);
            return;
        }

        var fields = Said(story, live, address, batch)
            .Add("formerAddresses", batch.Addresses[story.Id].Select(a => names.AddressOf(a.SectionId, a.Slug)).OfType<string>().Where(a => a != address).Order(StringComparer.Ordinal))
            .Add("publishedAt", story.PublishedAt)
            .Add("updatedAt", story.UpdatedAt)
            .Add("version", story.LiveNumber)
            .Add("withdrawn", batch.Withdrawal(story) is { } withdrawal ? new Fields().Add("at", withdrawal.At).Add("reason", withdrawal.Reason) : null)
            .Add("corrections", batch.Corrections[story.Id].Select(c => new Fields().Add("kind", Named(c.Kind)).Add("at", c.At).Add("text", c.Text).Add("wrong", c.Wrong).Add("right", c.Right)))
            .Add("images", Pictures(live, batch, "../.."));
        await _texts.Put(name, fields, live.Body, cancellation);
    }

    private async Task Version(Story story, Publication publication, StoryBatch batch, CancellationToken cancellation)
    {
        var name = $"versions/{story.Id}/{publication.Number}";
        if (batch.Withheld(publication) is { } withholding)
        {
            await _texts.Put(name, Withheld(story, withholding).Add("version", publication.Number), null, cancellation);
            return;
        }

        var revision = batch.Revisions[publication.RevisionId];
        var fields = Said(story, revision, null, batch).Add("version", publication.Number).Add("publishedAt", publication.At).Add("note", publication.Note);
        await _texts.Put(name, fields.Add("images", Pictures(revision, batch, "../..")), revision.Body, cancellation);
    }

    private Fields Said(Story story, Revision revision, string? address, StoryBatch batch) => new Fields()
        .Add("id", story.Id)
        .Add("state", Named(story.State))
        .Add("headline", revision.Headline)
        .Add("standfirst", revision.Standfirst)
        .Add("section", revision.SectionId is { } section ? names.Sections.GetValueOrDefault(section) : null)
        .Add("address", address)
        .Add("authors", revision.AuthorIds.Select(id => names.Authors.GetValueOrDefault(id)).OfType<string>())
        .Add("topics", revision.TopicIds.Select(id => names.Topics.GetValueOrDefault(id)).OfType<string>())
        .Add("access", revision.Access.ToString())
        .Add("dateline", revision.Dateline)
        .Add("language", revision.Language)
        .Add("translationOf", revision.TranslationOfId)
        .AddIf("noAppeals", revision.NoAppeals)
        .Add("seoTitle", revision.SeoTitle)
        .Add("seoDescription", revision.SeoDescription)
        .Add("leadImage", revision.LeadImageId is { } lead && batch.Images.ContainsKey(lead) ? lead : null);

    private static Fields Withheld(Story story, Withholding withholding) =>
        new Fields().Add("id", story.Id).Add("state", Named(story.State)).Add("withheld", new Fields().Add("at", withholding.At).Add("reason", withholding.Reason));

    private static IEnumerable<Fields> Pictures(Revision revision, StoryBatch batch, string up) => StoryBatch.ImagesOf(revision)
        .Select(batch.Images.GetValueOrDefault).OfType<Image>()
        .Select(image => ExportImages.Describe(image, $"{up}/{ExportImages.NameOf(image)}"));

    private static string Named<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
