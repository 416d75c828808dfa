using Broadsheet.Images;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>What the four HTML renderers have in common: plain text elements, without pictures.</summary>
public abstract class HtmlBody(HtmlWriter html, BodySurroundings around) : BodyVisitor(around)
{
    protected HtmlWriter Html { get; } = html;

    protected virtual HtmlWriter Open(HtmlTag tag) => Html.Open(tag);

    /// <summary>A link's address as this outlet needs it.</summary>
    protected virtual string Address(string href) => href;

    protected override void WriteParagraph(Paragraph paragraph)
    {
        Open(HtmlTag.P);
        Write(paragraph.Text);
        Html.Close();
    }

    protected override void WriteHeading(Heading heading)
    {
        Open(HeadingTag(heading.Level));
        Write(heading.Text);
        Html.Close();
    }

    protected override void WriteBulletList(BulletList list)
    {
        Open(HtmlTag.Ul);
        WriteItems(list.Items);
        Html.Close();
    }

    protected override void WriteOrderedList(OrderedList list)
    {
        Open(HtmlTag.Ol);
        if (list.Start != 1)
        {
            Html.Attribute(HtmlAttribute.Start, list.Start);
        }

        WriteItems(list.Items);
        Html.Close();
    }

    protected override void WriteBlockquote(Blockquote quote)
    {
        Open(HtmlTag.Blockquote);
        Write(quote.Blocks);
        Html.Close();
    }

    protected override void WritePullQuote(PullQuote quote)
    {
        Open(HtmlTag.Blockquote);
        Open(HtmlTag.P);
        Write(quote.Text);
        Html.Close().Close();
        if (!string.IsNullOrWhiteSpace(quote.Attribution))
        {
            Open(HtmlTag.P).Text("— ").Text(quote.Attribution).Close();
        }
    }

    protected override void WriteGallery(IReadOnlyList<CaptionedPicture> pictures)
    {
        foreach (var picture in pictures)
        {
            WriteFigure(picture, FigureSize.Column);
        }
    }

    protected override void WriteFactbox(Factbox box)
    {
        Open(HtmlTag.Aside);
        if (!string.IsNullOrWhiteSpace(box.Title))
        {
            Open(HtmlTag.H3).Text(box.Title).Close();
        }

        Write(box.Blocks);
        Html.Close();
    }

    protected override void WriteTable(Table table)
    {
        Open(HtmlTag.Table);
        var heads = table.Rows.TakeWhile(row => row.Cells.All(cell => cell.IsHeader)).Count();
        WriteRows(HtmlTag.Thead, [.. table.Rows.Take(heads)], "col");
        WriteRows(HtmlTag.Tbody, [.. table.Rows.Skip(heads)], "row");
        Html.Close();
    }

    protected override void WriteEmbed(Embed embed)
    {
        Open(HtmlTag.P);
        Open(HtmlTag.A).Attribute(HtmlAttribute.Href, embed.Url.AbsoluteUri).Text(Origin(embed)).Close();
        if (!string.IsNullOrWhiteSpace(embed.Caption))
        {
            Html.Text(" ").Text(embed.Caption);
        }

        Html.Close();
    }

    protected override void WriteRule() => Open(HtmlTag.Hr);

    protected override void WriteGate()
    {
        Open(HtmlTag.P);
        Open(HtmlTag.A).Attribute(HtmlAttribute.Href, Around.Absolute(Around.StoryPath)).Text(Around.Words[BodyWords.ReadOn]).Close();
        Html.Close();
    }

    protected override void WriteText(string text) => Html.Text(text);

    protected override void WriteBreak() => Html.Open(HtmlTag.Br);

    protected override void OpenMarks(Marks marks)
    {
        if (marks.Link is { } link)
        {
            OpenLink(link);
        }

        if (marks.Statement is { } statement)
        {
            OpenStatement(statement);
        }

        if (marks.Bold)
        {
            Open(HtmlTag.Strong);
        }

        if (marks.Italic)
        {
            Open(HtmlTag.Em);
        }
    }

    protected override void CloseMarks(Marks marks)
    {
        for (var open = MarkNesting.Count(marks); open > 0; open--)
        {
            Html.Close();
        }
    }

    /// <summary>What stands in a list item or a cell; where one paragraph begins it and no other follows, without the paragraph's element.</summary>
    protected void WriteWithin(IReadOnlyList<Block> blocks)
    {
        if (blocks is [Paragraph first, ..] && blocks.Count(block => block is Paragraph) == 1)
        {
            Write(first.Text);
            Write([.. blocks.Skip(1)]);
        }
        else
        {
            Write(blocks);
        }
    }

    /// <summary>The whole body as a piece of its own, which says in what language and direction it is.</summary>
    protected void WriteApart(ReadableBody body)
    {
        Html.Open(HtmlTag.Div)
            .Attribute(HtmlAttribute.Language, Around.Language.Name)
            .Attribute(HtmlAttribute.Direction, Around.IsRightToLeft ? "rtl" : "ltr");
        Write(body);
        Html.Close();
    }

    /// <summary>A picture for where the site isn't around it.</summary>
    /// <param name="rendition">The widest rendition to take.</param>
    /// <param name="shown">The widest to show it, in CSS pixels.</param>
    protected void WriteImage(Picture picture, int rendition, int shown)
    {
        var width = picture.WidthWithin(Shape.Full, rendition);
        var shownWidth = Math.Min(width, shown);
        Open(HtmlTag.Img)
            .Attribute(HtmlAttribute.Source, Around.Absolute(picture.Address(Shape.Full, width, PictureFormat.Jpeg)))
            .Attribute(HtmlAttribute.Width, shownWidth)
            .Attribute(HtmlAttribute.Height, picture.HeightAt(Shape.Full, shownWidth))
            .Attribute(HtmlAttribute.Alt, picture.Alt);
    }

    /// <summary>The element that holds a caption.</summary>
    protected virtual HtmlWriter OpenCaption() => Open(HtmlTag.P);

    /// <summary>Caption and credit, told apart; nothing where there are no words.</summary>
    protected void WriteCaption(string? label, string? caption, string? credit)
    {
        var words = string.Join(' ', new[] { label, caption }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var hasCredit = !string.IsNullOrWhiteSpace(credit);
        if (words.Length == 0 && !hasCredit)
        {
            return;
        }

        OpenCaption().Text(words);
        if (hasCredit)
        {
            Html.Text(" ");
            Open(HtmlTag.Small).Attribute(HtmlAttribute.Class, "credit").Text(credit).Close();
        }

        Html.Close();
    }

    protected static HtmlTag HeadingTag(int level) => level switch
    {
        <= 2 => HtmlTag.H2,
        3 => HtmlTag.H3,
        4 => HtmlTag.H4,
        _ => HtmlTag.H5,
    };

    private void WriteItems(IReadOnlyList<ListItem> items)
    {
        foreach (var item in items)
        {
            Open(HtmlTag.Li);
            WriteWithin(item.Blocks);
            Html.Close();
        }
    }

    private void WriteRows(HtmlTag group, IReadOnlyList<TableRow> rows, string scope)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Open(group);
        foreach (var row in rows)
        {
            Open(HtmlTag.Tr);
            foreach (var cell in row.Cells)
            {
                WriteCell(cell, scope);
            }

            Html.Close();
        }

        Html.Close();
    }

    /// <summary>A header cell without words is an ordinary one: it heads nothing.</summary>
    private void WriteCell(TableCell cell, string scope)
    {
        if (cell.IsHeader && cell.Blocks.Any(block => block is not Paragraph paragraph || HasText(paragraph.Text)))
        {
            Open(HtmlTag.Th).Attribute(HtmlAttribute.Scope, scope);
        }
        else
        {
            Open(HtmlTag.Td);
        }

        WriteSpan(HtmlAttribute.ColumnSpan, cell.ColumnSpan);
        WriteSpan(HtmlAttribute.RowSpan, cell.RowSpan);
        WriteWithin(cell.Blocks);
        Html.Close();
    }

    private void WriteSpan(HtmlAttribute name, int span)
    {
        if (span > 1)
        {
            Html.Attribute(name, span);
        }
    }

    private void OpenLink(LinkMark link)
    {
        Open(HtmlTag.A).Attribute(HtmlAttribute.Href, Address(link.Href));
        if (!string.IsNullOrWhiteSpace(link.Title))
        {
            Html.Attribute(HtmlAttribute.Title, link.Title);
        }
    }

    private void OpenStatement(StatementMark statement)
    {
        Open(HtmlTag.Span).Attribute(HtmlAttribute.DataStatement, string.Join(' ', statement.Ids));
        if (statement.Role is StatementRole.Content)
        {
            Html.Attribute(HtmlAttribute.Class, "statement");
        }
    }
}
