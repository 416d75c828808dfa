using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class MarkdownProperties
{
    private static readonly MarkdownImport Import = new(new DocumentReader(Random.Shared));

    [Fact]
    public void What_is_exported_is_imported_with_the_same_text_and_blocks() => Generators.Documents.Sample(
        document =>
        {
            var imported = Read(MarkdownExport.Write(document));

            Assert.Empty(imported.NotKept);
            Assert.Equal(Described.In(SayableInMarkdown.Of(document), "Id"), Described.In(imported.Document, "Id"));
        },
        iter: 1000,
        print: d => MarkdownExport.Write(d));

    [Fact]
    public void Any_text_is_imported_to_a_sound_document_or_refused() => Gen.OneOf(Generators.Text, Generators.Documents.Select(MarkdownExport.Write), Markup()).Sample(
        text =>
        {
            var imported = Import.Read(text, _ => null, _ => null);

            Assert.Equal(imported.IsSound, imported.Faults.Count is 0);
        },
        iter: 1500);

    private static Imported Read(string markdown)
    {
        var imported = Import.Read(markdown, key => Guid.TryParse(key, out var id) ? id : null, _ => null);
        Assert.Empty(imported.Faults);
        return imported;
    }

    private static Gen<string> Markup() => Gen.OneOf(
        "# ", "\n", "\n\n", "> ", "- ", "1. ", "* ", "**", "_", "`", "```\n", "    ", "[a](", "![", "](image:", ")", "]", "{size=wide}", "{", "}", "::: factbox {title=\"", "::: ", ":::\n", "| a | b |\n", "|-|-|\n",
        "---gate---\n", "---\n", "<div>", "<!--", "-->", "<br>", "</b>", "<b>", "&amp;", "&#0;", "&#xD800;", "\0", "\ud800", "\\", "\"", "http://example.org", "[^1]", "[^1]: ", "~~", "x", " ", "é").Array[0, 40].Select(string.Concat);
}
