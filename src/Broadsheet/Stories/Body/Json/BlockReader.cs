using System.Text.Json;

namespace Broadsheet.Stories.Body.Json;

/// <summary>Reads blocks and what they hold.</summary>
internal sealed class BlockReader(Findings findings, Tally tally, BlockIds ids)
{
    private readonly InlineReader _inlines = new(findings, tally);
    private bool _hasGate;

    public IReadOnlyList<Block> Read(Node parent, Setting setting)
    {
        List<Block> blocks = [];
        foreach (var node in Nodes.Of(parent.Children(findings), findings, tally, setting))
        {
            blocks.Add(Read(node, setting.Within(node.Type), Attributes.Of(node.Attrs, node.Type.Attributes, findings, tally, ".attrs")));
        }

        return blocks;
    }

    private Block Read(Node node, Setting within, Attributes attributes)
    {
        node.RefuseText(findings);
        node.RefuseMarks(findings);
        var id = ids.Take(Id(attributes));
        switch (node.Type.Holds)
        {
            case Holds.Nothing:
                node.RefuseContent(findings);
                return Single(node.Type.Name, id, attributes);
            case Holds.Inline:
                return Text(node.Type.Name, id, attributes, _inlines.Read(node, within));
            case Holds.Items or Holds.Rows or Holds.Cells or Holds.Blocks:
                return Container(node, id, attributes, Read(node, within));
            default:
                throw new InvalidOperationException($"Unknown content {node.Type.Holds}.");
        }
    }

    private static string? Id(Attributes attributes)
    {
        if (attributes.Text("id", int.MaxValue) is not { } id)
        {
            return null;
        }

        if (BlockIds.IsOne(id))
        {
            return id;
        }

        attributes.Add(".id", BlockIds.Rule);
        return null;
    }

    private static Block Text(string type, string id, Attributes attributes, IReadOnlyList<Inline> text) => type switch
    {
        "paragraph" => new Paragraph(id, text),
        "heading" => new Heading(id, Level(attributes), text),
        "pullQuote" => new PullQuote(id, text, attributes.Text("attribution", BodyLimits.Label)),
        _ => throw new InvalidOperationException($"Unknown block {type}."),
    };

    private Block Single(string type, string id, Attributes attributes) => type switch
    {
        "figure" => new Figure(id, attributes.Id("image", "an image"), attributes.Caption(), attributes.Credit(), attributes.Choice("size", NamesOf.Sizes)),
        "gallery" => new Gallery(id, attributes.List("images", BodyLimits.GalleryImages, (json, at) => attributes.Id(json, at, "an image"))),
        "comparison" => new Comparison(id, attributes.Id("before", "an image"), attributes.Id("after", "an image"), attributes.Caption(), attributes.Credit()),
        "embed" => new Embed(id, Url(attributes), attributes.Caption()),
        "timeline" => Timeline(id, attributes),
        "whatWeKnow" => new WhatWeKnow(id, attributes.NeededText("question", BodyLimits.Reference)),
        "background" => new Background(id, attributes.Id("background", "a background"), attributes.Whole("version", 1, int.MaxValue)),
        "gate" => Gate(id),
        "horizontalRule" => new HorizontalRule(id),
        _ => throw new InvalidOperationException($"Unknown block {type}."),
    };

    private static int Level(Attributes attributes)
    {
        var json = attributes.Value("level");
        if (json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var level) && level is >= 2 and <= 4)
        {
            return level;
        }

        attributes.Add(".level", "level must be 2, 3 or 4.");
        return 2;
    }

    private static Uri Url(Attributes attributes)
    {
        var sent = attributes.NeededText("url", BodyLimits.Address).Trim();
        if (Links.Embeddable(sent) is { } url)
        {
            return url;
        }

        if (sent.Length > 0)
        {
            attributes.Add(".url", Links.EmbedRule);
        }

        return new Uri("about:blank");
    }

    private static Timeline Timeline(string id, Attributes attributes)
    {
        var topic = attributes.Text("topic", BodyLimits.Reference);
        var question = attributes.Text("question", BodyLimits.Reference);
        if (topic is null == question is null)
        {
            attributes.Add("", "A timeline is of a topic or of a question.");
        }

        return new Timeline(id, topic, question);
    }

    private GateBlock Gate(string id)
    {
        if (_hasGate)
        {
            findings.Add(".type", "A body has one gate at most.");
        }

        _hasGate = true;
        return new GateBlock(id);
    }

    private Block Container(Node node, string id, Attributes attributes, IReadOnlyList<Block> inside)
    {
        if (node.IsEmpty && node.Type.Holds is not Holds.Cells)
        {
            findings.Add("", $"“{node.Type.Name}” can’t be empty.");
        }

        return node.Type.Name switch
        {
            "bulletList" => new BulletList(id, [.. inside.Cast<ListItem>()]),
            "orderedList" => new OrderedList(id, attributes.Whole("start", 0, 999_999_999, 1), [.. inside.Cast<ListItem>()]),
            "listItem" => ListItem(id, inside),
            "blockquote" => new Blockquote(id, inside),
            "factbox" => new Factbox(id, attributes.Text("title", BodyLimits.Label), inside),
            "table" => Table(id, [.. inside.Cast<TableRow>()]),
            "tableRow" => Row(id, [.. inside.Cast<TableCell>()]),
            "tableHeader" => Cell(id, isHeader: true, attributes, inside),
            "tableCell" => Cell(id, isHeader: false, attributes, inside),
            _ => throw new InvalidOperationException($"Unknown block {node.Type.Name}."),
        };
    }

    private ListItem ListItem(string id, IReadOnlyList<Block> inside)
    {
        if (inside is [not Paragraph, ..])
        {
            findings.Add(".content[0]", "A list item begins with a paragraph.");
        }

        return new ListItem(id, inside);
    }

    private Table Table(string id, IReadOnlyList<TableRow> rows)
    {
        if (rows.Count > BodyLimits.TableRows)
        {
            findings.Add("", "A table has 1,000 rows at most.");
        }

        return new Table(id, rows);
    }

    private TableRow Row(string id, IReadOnlyList<TableCell> cells)
    {
        if (cells.Sum(c => c.ColumnSpan) > BodyLimits.TableColumns)
        {
            findings.Add("", "A table has 100 columns at most.");
        }

        return new TableRow(id, cells);
    }

    private static TableCell Cell(string id, bool isHeader, Attributes attributes, IReadOnlyList<Block> inside)
    {
        var columns = attributes.Whole("colspan", 1, BodyLimits.TableColumns, 1);
        var rows = attributes.Whole("rowspan", 1, BodyLimits.TableRows, 1);
        return new TableCell(id, isHeader, columns, rows, ColumnWidths(attributes, columns), inside);
    }

    private static IReadOnlyList<int>? ColumnWidths(Attributes attributes, int columns)
    {
        if (!attributes.IsGiven("colwidth"))
        {
            return null;
        }

        var widths = attributes.List("colwidth", BodyLimits.TableColumns, (json, at) => attributes.Whole(json, at, 0, 10_000));
        if (widths.Count > 0 && widths.Count != columns)
        {
            attributes.Add(".colwidth", "colwidth has one width for each column that the cell spans.");
        }

        return widths;
    }
}
