using System.Globalization;
using Broadsheet.Community;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Makes a story, or a new revision of its working copy. Nothing is saved unless all of it can be.</summary>
public sealed class SaveStory(BroadsheetDb db, TimeProvider time, Names names, PictureFacts pictures, DeskIndex desk)
{
    /// <summary>Makes a draft.</summary>
    /// <exception cref="Invalid">Something can't be taken; every fault names its place.</exception>
    public Task<Saved> Create(StoryInput input, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var story = new Story { CreatedAt = time.Now(), CreatedBy = actor.Name, DraftId = Guid.Empty };
            return await Save(story, new Revision { StoryId = story.Id, Number = 0, SavedAt = default, SavedBy = "" }, input, actor, token);
        },
        cancellation);

    /// <summary>Changes the working copy.</summary>
    /// <exception cref="Invalid">Something can't be taken; every fault names its place.</exception>
    /// <exception cref="Refused">This role may not change a story in this state, or the story is in the bin.</exception>
    public Task<Saved> Change(Story story, StoryInput input, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (!StoryRules.MayChange(actor.Role, story.State))
            {
                throw new Refused("This story is scheduled. Ask an editor to take it off the schedule, or to change it.");
            }

            if (story.ThrownAwayAt is not null)
            {
                throw new Refused("This draft was thrown away. Restore it before you change it.");
            }

            var before = await db.Revisions.AsNoTracking().SingleAsync(r => r.Id == story.DraftId, token);
            return await Save(story, before, input, actor, token);
        },
        cancellation);

    private async Task<Saved> Save(Story story, Revision before, StoryInput input, Actor actor, CancellationToken cancellation)
    {
        var faults = new Faults();
        var body = BodyInput.Read(input.Body, input.BodyMarkdown, input.BodyHtml, faults);
        if (before.Number == 0 && !input.Body.IsGiven && !input.BodyMarkdown.IsGiven && !input.BodyHtml.IsGiven)
        {
            faults.Add("body", BodyInput.ExactlyOne);
        }

        var section = await Section(input, before, faults, cancellation);
        var access = await Access(input, before, faults, cancellation);
        var authors = NamesOf("authors", input.Authors.Value, StoryLimits.Authors, faults);
        var topics = NamesOf("topics", input.Topics.Value, StoryLimits.Topics, faults);
        var draft = new Revision
        {
            StoryId = story.Id,
            Number = before.Number + 1,
            SavedAt = time.Now(),
            SavedBy = actor.Name,
            Headline = input.Headline.IsGiven ? faults.Line("headline", input.Headline.Value, StoryLimits.Headline) : before.Headline,
            Standfirst = input.Standfirst.IsGiven ? faults.Line("standfirst", input.Standfirst.Value, StoryLimits.Standfirst) : before.Standfirst,
            SectionId = section,
            Slug = input.Slug.IsGiven ? Address(input.Slug.Value, faults) : before.Slug,
            Access = access,
            LeadImageId = input.LeadImage.Or(before.LeadImageId),
            Dateline = input.Dateline.IsGiven ? faults.OptionalLine("dateline", input.Dateline.Value, StoryLimits.Dateline) : before.Dateline,
            Language = input.Language.IsGiven ? faults.Language("language", input.Language.Value) : before.Language,
            TranslationOfId = await Original(story, input, before, faults, cancellation),
            NoAppeals = input.NoAppeals.Or(before.NoAppeals),
            SeoTitle = input.SeoTitle.IsGiven ? faults.OptionalLine("seoTitle", input.SeoTitle.Value, StoryLimits.SeoTitle) : before.SeoTitle,
            SeoDescription = input.SeoDescription.IsGiven ? faults.OptionalLine("seoDescription", input.SeoDescription.Value, StoryLimits.SeoDescription) : before.SeoDescription,
            Body = body?.Json ?? before.Body,
            AuthorIds = authors is null ? before.AuthorIds : await names.Authors(authors, cancellation),
            TopicIds = topics is null ? before.TopicIds : await names.Topics(topics, cancellation),
        };
        State(story, input, faults);
        faults.AddRange(await pictures.Missing(input.LeadImage.Value, body, cancellation));
        faults.ThrowIfAny();
        if (story.State is StoryState.Scheduled)
        {
            var blocking = PublicationChecks.Blocking(draft, await pictures.Of(draft, cancellation));
            if (blocking.Count > 0)
            {
                throw new Invalid(blocking);
            }
        }

        (story.DraftId, story.DraftSectionId) = (draft.Id, draft.SectionId);
        if (before.Number == 0)
        {
            db.Stories.Add(story);
            // The story and its first revision point at each other; only the revision's side is a constraint.
            await db.SaveChangesAsync(cancellation);
        }

        db.Revisions.Add(draft);
        db.Record(actor, before.Number == 0 ? "story.created" : "story.saved", story.Id.ToString(), time.Now(), before.Number == 0 ? null : Summary(before), Summary(draft));
        await db.SaveChangesAsync(cancellation);
        await desk.Put(story, cancellation);
        return new Saved(story, draft, body?.NotKept ?? []);
    }

    private static object Summary(Revision revision) => new { revision = revision.Number, revision.Headline, access = revision.Access.ToString() };

    private async Task<Guid?> Section(StoryInput input, Revision before, Faults faults, CancellationToken cancellation)
    {
        if (!input.Section.IsGiven)
        {
            return before.SectionId;
        }

        var slug = faults.OptionalLine("section", input.Section.Value, StoryLimits.Name);
        if (slug is null)
        {
            return null;
        }

        var id = await db.Sections.Where(s => s.Slug == slug).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
        if (id is null)
        {
            faults.Add("section", $"There is no section “{slug}”.");
        }

        return id;
    }

    private async Task<Access> Access(StoryInput input, Revision before, Faults faults, CancellationToken cancellation)
    {
        if (!input.Access.IsGiven)
        {
            return before.Access;
        }

        var access = Stories.Access.Parse(input.Access.Value ?? "");
        if (access is null)
        {
            faults.Add("access", "access must be public, readers, members or tier:SLUG.");
        }
        else if (access.Tier is { } tier && (!Plain.IsClean(tier) || !await db.Tiers.AnyAsync(t => t.Slug == tier, cancellation)))
        {
            faults.Add("access", "There is no such tier of membership.");
        }

        return access ?? before.Access;
    }

    private async Task<Guid?> Original(Story story, StoryInput input, Revision before, Faults faults, CancellationToken cancellation)
    {
        if (!input.TranslationOf.IsGiven || input.TranslationOf.Value is not { } original)
        {
            return input.TranslationOf.Or(before.TranslationOfId);
        }

        if (original == story.Id)
        {
            faults.Add("translationOf", "A story can't be a translation of itself.");
        }
        else if (!await db.Stories.AnyAsync(s => s.Id == original && s.ThrownAwayAt == null, cancellation))
        {
            faults.Add("translationOf", "There is no such story.");
        }

        return original;
    }

    private static string? Address(string? slug, Faults faults)
    {
        if (faults.OptionalLine("slug", slug, 200) is not { } given)
        {
            return null;
        }

        if (Slug.Problem(given) is { } problem)
        {
            faults.Add("slug", problem);
        }

        return given;
    }

    private static IReadOnlyList<string>? NamesOf(string place, IReadOnlyList<string>? given, int most, Faults faults)
    {
        if (given is null)
        {
            return null;
        }

        if (given.Count > most)
        {
            faults.Add(place, string.Create(CultureInfo.InvariantCulture, $"{place} has {given.Count} names; {most} is the most."));
            return [];
        }

        return [.. given
            .Select((name, i) => faults.Line(string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"), name, StoryLimits.Name, required: true))
            .DistinctBy(Plain.Key, StringComparer.Ordinal)];
    }

    private static void State(Story story, StoryInput input, Faults faults)
    {
        if (!input.State.IsGiven)
        {
            return;
        }

        StoryState? wanted = input.State.Value switch
        {
            "draft" => StoryState.Draft,
            "inReview" => StoryState.InReview,
            _ => null,
        };
        if (wanted is null)
        {
            faults.Add("state", "state can be set to draft or inReview; publishing is POST /stories/{id}/publication.");
        }
        else if (story.State is not (StoryState.Draft or StoryState.InReview))
        {
            faults.Add("state", "Only a story that is a draft or in review can be handed on like this.");
        }
        else
        {
            story.State = wanted.Value;
        }
    }
}

/// <summary>A saved story, its new working copy, and by name what of the given body could not be kept.</summary>
public sealed record Saved(Story Story, Revision Draft, IReadOnlyList<string> NotKept);
