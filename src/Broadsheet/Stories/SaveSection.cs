using Broadsheet.Paper;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Makes, changes and deletes sections.</summary>
public sealed class SaveSection(BroadsheetDb db, TimeProvider time)
{
    public const int MostSections = 200;

    /// <exception cref="Invalid">A field can't be taken, or the slug is reserved or taken.</exception>
    public Task<Section> Create(SectionInput input, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var section = new Section { Slug = "", Name = "" };
            var last = await db.Sections.MaxAsync(s => (int?)s.Position, token) ?? 0;
            section.Position = last + 1;
            var faults = new Faults();
            if (await db.Sections.CountAsync(token) >= MostSections)
            {
                faults.Add("name", "A paper has at most 200 sections.");
            }

            await Fill(section, input, isNew: true, faults, token);
            faults.ThrowIfAny();
            db.Sections.Add(section);
            db.Record(actor, "section.created", section.Id.ToString(), time.Now(), after: new { section.Name, section.Slug });
            await Save(section, token);
            return section;
        },
        cancellation);

    /// <exception cref="Invalid">A field can't be taken, or the slug is reserved or taken.</exception>
    public Task Change(Section section, SectionInput input, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var before = new { section.Name, section.Slug, section.ParentId, section.Position };
            var faults = new Faults();
            await Fill(section, input, isNew: false, faults, token);
            faults.ThrowIfAny();
            if (section.Slug != before.Slug)
            {
                await db.SectionSlugs.Where(s => s.Slug == section.Slug).ExecuteDeleteAsync(token);
                db.SectionSlugs.Add(new SectionSlug { Slug = before.Slug, SectionId = section.Id });
            }

            if (section.ParentId != before.ParentId)
            {
                var top = section.ParentId ?? section.Id;
                await db.Stories.Where(s => s.SectionId == section.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.TopSectionId, top), token);
            }

            db.Record(actor, "section.changed", section.Id.ToString(), time.Now(), before, new { section.Name, section.Slug, section.ParentId, section.Position });
            await Save(section, token);
        },
        cancellation);

    /// <exception cref="Refused">Something stands in the section, or did.</exception>
    public Task Delete(Section section, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (await db.Sections.AnyAsync(s => s.ParentId == section.Id, token))
            {
                throw new Refused("Other sections are nested in this one. Move them first.");
            }

            if (await db.Addresses.AnyAsync(a => a.SectionId == section.Id, token) || await db.Stories.AnyAsync(s => db.Set<Revision>().Any(r => r.Id == s.DraftId && r.SectionId == section.Id), token))
            {
                throw new Refused("Stories stand in this section, or did and have addresses in it. Move them, and rename the section instead of deleting it.");
            }

            db.Sections.Remove(section);
            db.Record(actor, "section.deleted", section.Id.ToString(), time.Now(), new { section.Name, section.Slug });
            await Save(section, token);
        },
        cancellation);

    private async Task Save(Section section, CancellationToken cancellation)
    {
        await db.FrameChanged(cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (DatabaseFault.IsTaken(e))
        {
            // The slug was free a moment ago.
            throw new Invalid("slug", $"Another section has the address “{section.Slug}”.");
        }
    }

    private async Task Fill(Section section, SectionInput input, bool isNew, Faults faults, CancellationToken cancellation)
    {
        if (isNew || input.Name.IsGiven)
        {
            section.Name = faults.Line("name", input.Name.Value, StoryLimits.Name, required: true);
        }

        if (isNew || input.Slug.IsGiven)
        {
            section.Slug = await Slug(section, input, faults, cancellation);
        }

        if (input.Parent.IsGiven)
        {
            section.ParentId = await Parent(section, input.Parent.Value, faults, cancellation);
        }

        section.Position = input.Position.IsGiven ? input.Position.Value : section.Position;
        section.Description = input.Description.IsGiven ? faults.OptionalText("description", input.Description.Value, 1000) : section.Description;
        section.Language = input.Language.IsGiven ? faults.Language("language", input.Language.Value) : section.Language;
    }

    private async Task<string> Slug(Section section, SectionInput input, Faults faults, CancellationToken cancellation)
    {
        var slug = faults.OptionalLine("slug", input.Slug.Value, 100) ?? Stories.Slug.From(section.Name, input.Language.Value);
        if (Stories.Slug.Problem(slug) is { } problem)
        {
            faults.Add("slug", problem);
        }
        else if (ReservedWords.Contains(slug))
        {
            faults.Add("slug", $"“{slug}” is an address of the site itself; choose another.");
        }
        else if (await db.Sections.AnyAsync(s => s.Slug == slug && s.Id != section.Id, cancellation) || await db.SectionSlugs.AnyAsync(s => s.Slug == slug && s.SectionId != section.Id, cancellation))
        {
            faults.Add("slug", $"Another section has the address “{slug}”, or had it once.");
        }

        return slug;
    }

    private async Task<Guid?> Parent(Section section, string? slug, Faults faults, CancellationToken cancellation)
    {
        if (faults.OptionalLine("parent", slug, 100) is not { } wanted)
        {
            return null;
        }

        var parent = await db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == wanted, cancellation);
        if (parent is null)
        {
            faults.Add("parent", $"There is no section “{wanted}”.");
        }
        else if (parent.Id == section.Id)
        {
            faults.Add("parent", "A section can't be nested in itself.");
        }
        else if (parent.ParentId is not null)
        {
            faults.Add("parent", $"“{wanted}” is nested itself; sections nest one level.");
        }
        else if (await db.Sections.AnyAsync(s => s.ParentId == section.Id, cancellation))
        {
            faults.Add("parent", "Other sections are nested in this one; sections nest one level.");
        }

        return parent?.Id;
    }
}
