using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Writes blocks as nodes.</summary>
internal sealed class BlockWriter(Utf8JsonWriter json, bool ids)
{
    private readonly InlineWriter _inlines = new(json);

    public void Write(Block block)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, TypeOf(block));
        json.WriteStartObject("attrs"u8);
        if (ids)
        {
            json.WriteString("id"u8, block.Id);
        }

        WriteAttributes(block);
        json.WriteEndObject();
        WriteContent(block);
        json.WriteEndObject();
    }

    private static string TypeOf(Block block) => block switch
    {
        Paragraph => "paragraph",
        Heading => "heading",
        BulletList => "bulletList",
        OrderedList => "orderedList",
        ListItem => "listItem",
        Blockquote => "blockquote",
        PullQuote => "pullQuote",
        Figure => "figure",
        Gallery => "gallery",
        Comparison => "comparison",
        Factbox => "factbox",
        Table => "table",
        TableRow => "tableRow",
        TableCell { IsHeader: true } => "tableHeader",
        TableCell => "tableCell",
        Embed => "embed",
        Timeline => "timeline",
        WhatWeKnow => "whatWeKnow",
        Background => "background",
        GateBlock => "gate",
        HorizontalRule => "horizontalRule",
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private void WriteAttributes(Block block)
    {
        switch (block)
        {
            case Heading heading:
                json.WriteNumber("level"u8, heading.Level);
                break;
            case OrderedList { Start: not 1 } list:
                json.WriteNumber("start"u8, list.Start);
                break;
            case PullQuote quote:
                WriteText("attribution"u8, quote.Attribution);
                break;
            case Figure figure:
                json.WriteString("image"u8, figure.Image);
                WriteText("caption"u8, figure.Caption);
                WriteText("credit"u8, figure.Credit);
                json.WriteString("size"u8, NamesOf.Of(figure.Size));
                break;
            case Gallery gallery:
                WriteImages(gallery.Images);
                break;
            case Comparison comparison:
                json.WriteString("before"u8, comparison.Before);
                json.WriteString("after"u8, comparison.After);
                WriteText("caption"u8, comparison.Caption);
                WriteText("credit"u8, comparison.Credit);
                break;
            case Factbox box:
                WriteText("title"u8, box.Title);
                break;
            case TableCell cell:
                WriteCell(cell);
                break;
            case Embed embed:
                json.WriteString("url"u8, embed.Url.AbsoluteUri);
                WriteText("caption"u8, embed.Caption);
                break;
            case Timeline timeline:
                WriteText("topic"u8, timeline.Topic);
                WriteText("question"u8, timeline.Question);
                break;
            case WhatWeKnow known:
                json.WriteString("question"u8, known.Question);
                break;
            case Background background:
                json.WriteString("background"u8, background.Fragment);
                json.WriteNumber("version"u8, background.Version);
                break;
        }
    }

    private void WriteCell(TableCell cell)
    {
        if (cell.ColumnSpan is not 1)
        {
            json.WriteNumber("colspan"u8, cell.ColumnSpan);
        }

        if (cell.RowSpan is not 1)
        {
            json.WriteNumber("rowspan"u8, cell.RowSpan);
        }

        if (cell.ColumnWidths is { } widths)
        {
            json.WriteStartArray("colwidth"u8);
            foreach (var width in widths)
            {
                json.WriteNumberValue(width);
            }

            json.WriteEndArray();
        }
    }

    private void WriteImages(IReadOnlyList<Guid> images)
    {
        json.WriteStartArray("images"u8);
        foreach (var image in images)
        {
            json.WriteStringValue(image);
        }

        json.WriteEndArray();
    }

    private void WriteText(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void WriteContent(Block block)
    {
        _inlines.Write(block.Line);
        if (block.Inside.Count is 0)
        {
            return;
        }

        json.WriteStartArray("content"u8);
        foreach (var inside in block.Inside)
        {
            Write(inside);
        }

        json.WriteEndArray();
    }
}
