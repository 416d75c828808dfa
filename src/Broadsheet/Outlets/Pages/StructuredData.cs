using System.Text.Json.Nodes;
using Broadsheet.Images;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;
using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Pages;

/// <summary>What search engines are told of a page (JSON-LD, schema.org): no word that isn't on the page too.</summary>
public static class StructuredData
{
    /// <summary>The paper itself.</summary>
    public static Markup Front(PageContext page) => Of(new JsonObject { ["@graph"] = new JsonArray(Paper(page)) });

    /// <summary>Where a section stands.</summary>
    public static Markup Section(PageContext page, Section section) => Of(new JsonObject { ["@graph"] = new JsonArray(Path(page, section)) });

    /// <summary>A story: who may read how much of it, and what was corrected.</summary>
    /// <param name="image">The picture for where it is shared.</param>
    public static Markup Story(
        PageContext page, LiveStory story, Section section, IReadOnlyList<SigningAuthor> authors, IReadOnlyList<Topic> topics, IReadOnlyList<Correction> corrections, Picture? lead, PictureView image)
    {
        var address = page.Absolute(StoryAddress.Of(section.Slug, story.Slug));
        var article = new JsonObject
        {
            ["@type"] = "NewsArticle",
            ["@id"] = address,
            ["mainEntityOfPage"] = address,
            ["headline"] = story.Headline,
            ["inLanguage"] = page.Tongue.Tag,
            ["datePublished"] = OutletXml.Time(story.PublishedAt),
            ["dateModified"] = OutletXml.Time(story.UpdatedAt),
            ["author"] = new JsonArray([.. authors.Select(a => new JsonObject { ["@type"] = "Person", ["name"] = a.Name, ["url"] = page.Absolute(StoryAddress.Author(a.Slug)) })]),
            ["image"] = Shown(page, lead, image),
            ["publisher"] = Paper(page),
        };
        if (story.Standfirst.Length > 0)
        {
            article["description"] = story.Standfirst;
        }

        if (topics.Count > 0)
        {
            article["keywords"] = new JsonArray([.. topics.Select(t => (JsonNode)t.Name)]);
        }

        if (corrections.Count > 0)
        {
            article["correction"] = new JsonArray([.. corrections.Select(c => new JsonObject { ["@type"] = "CorrectionComment", ["text"] = c.Text, ["datePublished"] = OutletXml.Time(c.At) })]);
        }

        Guard(article, page, story);
        return Of(new JsonObject { ["@graph"] = new JsonArray(article, Path(page, section, (story.Headline, address))) });
    }

    private static Markup Of(JsonObject data)
    {
        data.Insert(0, "@context", "https://schema.org");
        return Markup.OfData(data);
    }

    // The same for every class: it says what everybody may read. An account that costs nothing is still one that has to be made.
    private static void Guard(JsonObject article, PageContext page, LiveStory story)
    {
        var isFree = !Gate.Admit(StoredDocument.Read(story.Body), story.Access, Audience.Visitor, page.Frame.RankOf(story.Access)).HasMore;
        article["isAccessibleForFree"] = isFree;
        if (!isFree)
        {
            article["hasPart"] = new JsonObject { ["@type"] = "WebPageElement", ["isAccessibleForFree"] = false, ["cssSelector"] = "[data-gate]" };
        }
    }

    private static JsonObject Shown(PageContext page, Picture? lead, PictureView image)
    {
        var shown = new JsonObject { ["@type"] = "ImageObject", ["url"] = page.Absolute(image.Address), ["width"] = image.Width, ["height"] = image.Height };
        if (lead?.Credit is { } credit)
        {
            shown["creditText"] = credit;
        }

        return shown;
    }

    private static JsonObject Paper(PageContext page) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["@id"] = page.Absolute("/#paper"),
        ["name"] = page.Frame.Paper.Name,
        ["url"] = page.Absolute("/"),
        ["publishingPrinciples"] = page.Absolute("/about"),
        ["correctionsPolicy"] = page.Absolute("/corrections"),
    };

    private static JsonObject Path(PageContext page, Section section, params ReadOnlySpan<(string Name, string Address)> last)
    {
        List<(string Name, string Address)> steps = [(page.Frame.Paper.Name, page.Absolute("/"))];
        if (page.Frame.FindSection(section.ParentId) is { } parent)
        {
            steps.Add((parent.Name, page.Absolute(StoryAddress.Section(parent.Slug))));
        }

        steps.Add((section.Name, page.Absolute(StoryAddress.Section(section.Slug))));
        steps.AddRange(last);
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((step, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = step.Name, ["item"] = step.Address })]),
        };
    }
}
