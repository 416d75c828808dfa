using System.Text.Json;
using Broadsheet.Api;
using Broadsheet.Platform.Web;
using Broadsheet.Stories.Body;

namespace Broadsheet.Stories;

/// <summary>A body as it was sent: document JSON, Markdown or HTML, exactly one of them.</summary>
/// <param name="Json">The document as canonical JSON, with an id on every block.</param>
/// <param name="NotKept">What could not be kept, by name.</param>
/// <param name="Field">The field it came in.</param>
public sealed record BodyInput(Document Document, string Json, IReadOnlyList<string> NotKept, string Field)
{
    /// <summary>A body without a word.</summary>
    public const string Empty = """{"type":"doc","content":[]}""";

    internal const string ExactlyOne = "Send exactly one of body, bodyMarkdown and bodyHtml.";

    /// <summary>Reads the one body that was sent; null when none was. What is wrong with it is added to the faults, with its place.</summary>
    public static BodyInput? Read(Optional<JsonElement> body, Optional<string> markdown, Optional<string> html, Faults faults)
    {
        var given = (body.IsGiven ? 1 : 0) + (markdown.IsGiven ? 1 : 0) + (html.IsGiven ? 1 : 0);
        if (given > 1)
        {
            faults.Add("body", ExactlyOne);
            return null;
        }

        return (body.IsGiven, markdown.IsGiven, html.IsGiven) switch
        {
            (true, _, _) => FromJson(body.Value, faults),
            (_, true, _) => FromImport("bodyMarkdown", new MarkdownImport(new DocumentReader(Random.Shared)).Read(markdown.Value ?? "", ImageById, NoStory), faults),
            (_, _, true) => FromImport("bodyHtml", new HtmlImport(new DocumentReader(Random.Shared)).Read(html.Value ?? "", ImageById), faults),
            _ => null,
        };
    }

    private static BodyInput? FromJson(JsonElement body, Faults faults)
    {
        var reading = new DocumentReader(Random.Shared).Read(body);
        faults.AddRange(reading.Faults);
        return reading.Document is { } document ? new BodyInput(document, DocumentWriter.ToJson(document), [], "body") : null;
    }

    private static BodyInput? FromImport(string field, Imported imported, Faults faults)
    {
        faults.AddRange(imported.Faults);
        return imported.IsSound ? new BodyInput(imported.Document, DocumentWriter.ToJson(imported.Document), imported.NotKept, field) : null;
    }

    private static Guid? ImageById(string key) => Guid.TryParse(key, out var id) ? id : null;

    private static string? NoStory(string key) => null;
}
