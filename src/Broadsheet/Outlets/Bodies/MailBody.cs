using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A body in a mail: simple elements with inline looks and absolute addresses, which mail clients show as they are. Embeds are links.</summary>
public sealed class MailBody : HtmlBody
{
    private const int PictureWidth = 1280;
    private const int ShownWidth = 600;

    private static readonly Dictionary<HtmlTag, MailRole> Roles = new()
    {
        [HtmlTag.P] = MailRole.Paragraph,
        [HtmlTag.H2] = MailRole.Heading,
        [HtmlTag.H3] = MailRole.Heading,
        [HtmlTag.H4] = MailRole.Heading,
        [HtmlTag.A] = MailRole.Link,
        [HtmlTag.Ul] = MailRole.List,
        [HtmlTag.Ol] = MailRole.List,
        [HtmlTag.Li] = MailRole.ListItem,
        [HtmlTag.Blockquote] = MailRole.Quote,
        [HtmlTag.Img] = MailRole.Picture,
        [HtmlTag.Small] = MailRole.Credit,
        [HtmlTag.Table] = MailRole.Table,
        [HtmlTag.Th] = MailRole.HeaderCell,
        [HtmlTag.Td] = MailRole.Cell,
        [HtmlTag.Hr] = MailRole.Rule,
    };

    private readonly MailStyles _styles;

    private MailBody(HtmlWriter html, BodySurroundings around, MailStyles styles)
        : base(html, around) => _styles = styles;

    public static Markup Render(ReadableBody body, BodySurroundings around, MailStyles styles)
    {
        using var html = new HtmlWriter();
        new MailBody(html, around, styles).WriteApart(body);
        return html.ToMarkup();
    }

    protected override HtmlWriter Open(HtmlTag tag) => Roles.TryGetValue(tag, out var role) ? Open(tag, role) : Html.Open(tag);

    protected override string Address(string href) => LinkAddress.Absolute(href, Around);

    protected override HtmlWriter OpenCaption() => Open(HtmlTag.P, MailRole.Caption);

    protected override void WritePullQuote(PullQuote quote)
    {
        Open(HtmlTag.Blockquote, MailRole.PullQuote);
        Write(quote.Text);
        Html.Close();
        if (HasText(quote.Attribution))
        {
            Open(HtmlTag.P, MailRole.PullQuoteBy).Text("— ").Text(quote.Attribution).Close();
        }
    }

    protected override void WriteFigure(CaptionedPicture picture, FigureSize size) => WriteFigure(picture, label: null);

    protected override void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after)
    {
        WriteFigure(before, When(BodyWords.Before, before));
        WriteFigure(after, When(BodyWords.After, after));
        WriteCaption(label: null, comparison.Caption, comparison.Credit);
    }

    protected override void WriteFactbox(Factbox box)
    {
        Open(HtmlTag.Div, MailRole.Factbox);
        if (HasText(box.Title))
        {
            Open(InnerHeading, MailRole.FactboxTitle).Text(box.Title).Close();
        }

        Write(box.Blocks);
        Html.Close();
    }

    private void WriteFigure(CaptionedPicture picture, string? label)
    {
        Html.Open(HtmlTag.Div);
        WriteImage(picture.Picture, rendition: PictureWidth, shown: ShownWidth);
        WriteCaption(label, picture.Caption, picture.Credit);
        Html.Close();
    }

    private HtmlWriter Open(HtmlTag tag, MailRole role)
    {
        Html.Open(tag);
        return _styles[role] is { } style ? Html.Attribute(HtmlAttribute.Style, style) : Html;
    }
}
