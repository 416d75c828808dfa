using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Finds what <c>image:KEY</c> and <c>story:NAME</c> stand for, and names those that stand for nothing.</summary>
internal sealed class MarkdownKeys(Func<string, Guid?> image, Func<string, string?> story, Labels labels, Losses losses)
{
    private const string ImageScheme = "image:";
    private const string StoryScheme = "story:";

    /// <summary>An image of ours; images elsewhere are not fetched.</summary>
    public Guid? Image(string url)
    {
        if (!url.StartsWith(ImageScheme, StringComparison.Ordinal))
        {
            losses.Add($"image at {url} (nothing is fetched)");
            return null;
        }

        var key = url[ImageScheme.Length..];
        if (image(key) is not { } id)
        {
            losses.Add($"image “{key}”, which isn’t known");
            return null;
        }

        return id;
    }

    public string? Href(string url)
    {
        if (!url.StartsWith(StoryScheme, StringComparison.Ordinal))
        {
            return labels.Href(url);
        }

        var name = url[StoryScheme.Length..];
        if (story(name) is not { } path)
        {
            losses.Add($"link to the story “{name}”, which isn’t known");
            return null;
        }

        return labels.Href(path);
    }
}
