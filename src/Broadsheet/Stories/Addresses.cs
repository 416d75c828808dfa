using System.Globalization;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Gives stories their addresses. One that was ever given stays with its story, so that it can redirect.</summary>
public sealed class Addresses(BroadsheetDb db)
{
    /// <summary>The address within the section that the story goes out under.</summary>
    /// <exception cref="Invalid">The address that was asked for belongs to another story.</exception>
    public async Task<string> Claim(Story story, Revision draft, CancellationToken cancellation)
    {
        var section = draft.SectionId!.Value;
        if (draft.Slug is { } wanted)
        {
            return await Take(section, wanted, story.Id, cancellation)
                ? wanted
                : throw new Invalid("slug", $"Another story has the address “{wanted}” in this section, or had it once.");
        }

        // A live story keeps its address when its headline changes: people have the old one.
        if (story.Slug is { } kept && await Take(section, kept, story.Id, cancellation))
        {
            return kept;
        }

        var made = Slug.From(draft.Headline, draft.Language) is { Length: > 0 } slug ? slug : "story";
        for (var attempt = 1; ; attempt++)
        {
            var candidate = attempt == 1 ? made : string.Create(CultureInfo.InvariantCulture, $"{made}-{attempt}");
            if (await Take(section, candidate, story.Id, cancellation))
            {
                return candidate;
            }
        }
    }

    private async Task<bool> Take(Guid section, string slug, Guid story, CancellationToken cancellation)
    {
        // The story's row must stand before its address can point at it; publication always follows a save.
        await db.Database.ExecuteSqlAsync($"INSERT INTO addresses (section_id, slug, story_id) VALUES ({section}, {slug}, {story}) ON CONFLICT DO NOTHING", cancellation);
        return await db.Addresses.AnyAsync(a => a.SectionId == section && a.Slug == slug && a.StoryId == story, cancellation);
    }
}
