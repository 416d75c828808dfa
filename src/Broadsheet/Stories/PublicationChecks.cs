using System.Globalization;
using Broadsheet.Platform.Web;

namespace Broadsheet.Stories;

/// <summary>What keeps a story from going out, and what only deserves a second look.</summary>
public static class PublicationChecks
{
    /// <summary>A longer headline is cut off by search engines and phones.</summary>
    private const int LongHeadline = 110;

    /// <summary>Hard checks: each is a sentence with its place; empty when the story may go out.</summary>
    public static IReadOnlyList<Fault> Blocking(Revision draft, IReadOnlyList<PictureFact> pictures)
    {
        var faults = new Faults();
        if (draft.Headline.Length == 0)
        {
            faults.Add("headline", "A story needs a headline.");
        }

        if (draft.SectionId is null)
        {
            faults.Add("section", "A story needs a section.");
        }

        foreach (var picture in pictures)
        {
            if (picture.IsMissing)
            {
                faults.Add(picture.Place, "This image is no longer in the library.");
            }
            else if (picture.IsExpired)
            {
                faults.Add(picture.Place, $"The licence of the image {picture.Name} has expired.");
            }
            else if (!picture.HasCredit)
            {
                faults.Add(picture.Place, $"The image {picture.Name} has no credit. Say who made it, then publish.");
            }
        }

        return faults.All;
    }

    /// <summary>Soft checks: they never block.</summary>
    public static IReadOnlyList<Warning> Doubtful(Revision draft, IReadOnlyList<PictureFact> pictures)
    {
        var warnings = new List<Warning>();
        if (draft.Headline.Length > LongHeadline)
        {
            warnings.Add(new("longHeadline", string.Create(CultureInfo.InvariantCulture, $"The headline has {draft.Headline.Length} characters; {LongHeadline} fit everywhere.")));
        }

        if (draft.Standfirst.Length == 0)
        {
            warnings.Add(new("noStandfirst", "There is no standfirst."));
        }

        if (draft.AuthorIds.Count == 0)
        {
            warnings.Add(new("noByline", "Nobody signs this story."));
        }

        if (draft.Dateline is null)
        {
            warnings.Add(new("noDateline", "There is no dateline."));
        }

        if (draft.LeadImageId is null)
        {
            warnings.Add(new("noLeadImage", "There is no lead image."));
        }

        warnings.AddRange(pictures.Where(p => !p.IsMissing && !p.HasAlt).Select(p => new Warning("noAltText", $"The image {p.Name} has no alternative text.")));
        return warnings;
    }
}

/// <summary>What publishing needs to know of an image of the story.</summary>
/// <param name="Place">Where the story uses it: <c>leadImage</c>, <c>body.content[3].attrs.image</c>.</param>
/// <param name="Name">What an editor knows it by.</param>
public sealed record PictureFact(string Place, string Name, bool IsMissing, bool IsExpired, bool HasCredit, bool HasAlt);

/// <summary>A soft check that fired: its name, for <c>reasons</c>, and a sentence.</summary>
public sealed record Warning(string Check, string Sentence);
