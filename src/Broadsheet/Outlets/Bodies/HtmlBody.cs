using Broadsheet.Images;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>What the four HTML renderers have in common; what becomes of a picture is each one's own.</summary>
public abstract class HtmlBody(HtmlWriter html, BodySurroundings around) : BodyVisitor(around)
{
    private int _headingLevel = 1;

    protected HtmlWriter Html { get; } = html;

    /// <summary>Whether headings can be linked to; not where several bodies stand on one page.</summary>
    protected virtual bool HasAnchors => false;

    /// <summary>A heading below the one that the text stands under.</summary>
    protected HtmlTag InnerHeading => HeadingTag(_headingLevel + 1);

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
        if (HasAnchors)
        {
            Html.Attribute(HtmlAttribute.Id, BlockAnchor.Of(heading));
        }

        Write(heading.Text);
        Html.Close();
        _headingLevel = heading.Level;
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
        if (HasText(quote.Attribution))
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
        Open(HtmlTag.Div).Attribute(HtmlAttribute.Class, "factbox");
        if (HasText(box.Title))
        {
            Open(InnerHeading).Text(box.Title).Close();
        }

        Write(box.Blocks);
        Html.Close();
    }

    protected override void WriteTable(Table table) => new HtmlTable(Open, WriteWithin).Write(table);

    protected override void WriteEmbed(Embed embed)
    {
        Open(HtmlTag.P);
        Open(HtmlTag.A).Attribute(HtmlAttribute.Href, embed.Url.AbsoluteUri).Text(Origin(embed)).Close();
        if (HasText(embed.Caption))
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
        var words = string.Join(' ', new[] { label, caption }.Where(part => HasText(part)));
        var hasCredit = HasText(credit);
        if (words.Length == 0 && !hasCredit)
        {
            return;
        }

        OpenCaption().Text(words);
        if (hasCredit)
        {
            Html.Text(words.Length == 0 ? "" : " ");
            Open(HtmlTag.Small).Attribute(HtmlAttribute.Class, "credit").Text(credit).Close();
        }

        Html.Close();
    }

    private void WriteItems(IReadOnlyList<ListItem> items)
    {
        foreach (var item in items)
        {
            Open(HtmlTag.Li);
            WriteWithin(item.Blocks);
            Html.Close();
        }
    }

    private void OpenLink(LinkMark link)
    {
        Open(HtmlTag.A).Attribute(HtmlAttribute.Href, Address(link.Href));
        if (HasText(link.Title))
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

    private static HtmlTag HeadingTag(int level) => level switch
    {
        <= 2 => HtmlTag.H2,
        3 => HtmlTag.H3,
        4 => HtmlTag.H4,
        _ => HtmlTag.H5,
    };
}
