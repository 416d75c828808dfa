using System.Text;
using Broadsheet.Stories.Body;

namespace Broadsheet.Copies.Exports;

/// <summary>Writes a text twice: as Markdown under front matter for people, and as JSON with the document for programs.</summary>
internal sealed class Texts(ExportFolder folder)
{
    /// <summary>File systems take names of 255 bytes.</summary>
    private const int LongestName = 200;

    /// <param name="name">Without an ending.</param>
    /// <param name="fields">What is said of the text.</param>
    /// <param name="body">The document as canonical JSON; null where it must not be written.</param>
    public async Task Put(string name, Fields fields, string? body, CancellationToken cancellation)
    {
        var markdown = new StringBuilder("---\n").Append(Yaml.Of(fields.ToJson())).Append("---\n");
        if (body is not null)
        {
            markdown.Append('\n').Append(MarkdownExport.Write(StoredDocument.Read(body)));
            fields.AddJson("body", body);
        }

        await folder.Put(name + ".md", markdown.ToString(), cancellation);
        await folder.Put(name + ".json", fields.ToJson(), cancellation);
    }

    /// <summary>A slug as a file's name. Those of other scripts may be longer than names may be.</summary>
    public static string NameOf(string slug, Guid id)
    {
        if (Encoding.UTF8.GetByteCount(slug) <= LongestName)
        {
            return slug;
        }

        var cut = new StringBuilder();
        foreach (var rune in slug.EnumerateRunes().TakeWhile(rune => Encoding.UTF8.GetByteCount(cut.ToString()) + rune.Utf8SequenceLength <= LongestName))
        {
            cut.Append(rune);
        }

        return $"{cut}-{id:N}";
    }
}
