using System.Text.Json;
using Broadsheet.Api;

namespace Broadsheet.Stories;

/// <summary>What is sent to make or change a story; a field that is left out stays as it is.</summary>
public sealed record StoryInput
{
    /// <summary>One line; a draft may still be without.</summary>
    public Optional<string> Headline { get; init; }

    /// <summary>The line under the headline.</summary>
    public Optional<string> Standfirst { get; init; }

    /// <summary>A section's slug.</summary>
    public Optional<string> Section { get; init; }

    /// <summary>The address within the section; null lets the headline make it.</summary>
    public Optional<string> Slug { get; init; }

    /// <summary>Names, in the order of the bylines; those not yet known are made.</summary>
    public Optional<IReadOnlyList<string>> Authors { get; init; }

    /// <summary>Names; those not yet known are made.</summary>
    public Optional<IReadOnlyList<string>> Topics { get; init; }

    /// <summary><c>public</c>, <c>readers</c>, <c>members</c> or <c>tier:SLUG</c>.</summary>
    public Optional<string> Access { get; init; }

    /// <summary>An image's id.</summary>
    public Optional<Guid?> LeadImage { get; init; }

    /// <summary>Where it was written.</summary>
    public Optional<string> Dateline { get; init; }

    /// <summary>BCP 47.</summary>
    public Optional<string> Language { get; init; }

    /// <summary>The id of the story that this one translates.</summary>
    public Optional<Guid?> TranslationOf { get; init; }

    /// <summary>No appeal, ad or sign-up stands in this story.</summary>
    public Optional<bool> NoAppeals { get; init; }

    /// <summary>The title for search engines, instead of the headline.</summary>
    public Optional<string> SeoTitle { get; init; }

    /// <summary>The description for search engines, instead of the standfirst.</summary>
    public Optional<string> SeoDescription { get; init; }

    /// <summary>The document; only one of the three bodies.</summary>
    public Optional<JsonElement> Body { get; init; }

    /// <summary>The body as Markdown; a line <c>---gate---</c> is the gate.</summary>
    public Optional<string> BodyMarkdown { get; init; }

    /// <summary>The body as HTML; what a body can’t hold is named in the answer.</summary>
    public Optional<string> BodyHtml { get; init; }

    /// <summary><c>inReview</c> hands the story to an editor, <c>draft</c> hands it back.</summary>
    public Optional<string> State { get; init; }
}
