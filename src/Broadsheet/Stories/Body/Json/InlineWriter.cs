using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Writes a line of text as text nodes with their marks.</summary>
internal sealed class InlineWriter(Utf8JsonWriter json)
{
    public void Write(IReadOnlyList<Inline> line)
    {
        if (line.Count is 0)
        {
            return;
        }

        json.WriteStartArray("content"u8);
        foreach (var inline in line)
        {
            json.WriteStartObject();
            if (inline is TextRun run)
            {
                json.WriteString("type"u8, "text"u8);
                json.WriteString("text"u8, run.Value);
                WriteMarks(run.Marks);
            }
            else
            {
                json.WriteString("type"u8, "hardBreak"u8);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMarks(Marks marks)
    {
        if (marks == Marks.None)
        {
            return;
        }

        json.WriteStartArray("marks"u8);
        if (marks.Link is { } link)
        {
            WriteLink(link);
        }

        if (marks.Statement is { } statement)
        {
            WriteStatement(statement);
        }

        if (marks.Bold)
        {
            WriteMark("bold"u8);
        }

        if (marks.Italic)
        {
            WriteMark("italic"u8);
        }

        json.WriteEndArray();
    }

    private void WriteLink(LinkMark link)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "link"u8);
        json.WriteStartObject("attrs"u8);
        json.WriteString("href"u8, link.Href);
        if (link.Title is { } title)
        {
            json.WriteString("title"u8, title);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteStatement(StatementMark statement)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "statement"u8);
        json.WriteStartObject("attrs"u8);
        json.WriteStartArray("ids"u8);
        foreach (var id in statement.Ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteString("role"u8, NamesOf.Of(statement.Role));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteMark(ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteEndObject();
    }
}
