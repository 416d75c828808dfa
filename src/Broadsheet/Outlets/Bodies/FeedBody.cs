using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A body in a feed: a well-formed fragment of plain elements with absolute addresses, in one element that carries language and direction.</summary>
public sealed class FeedBody : HtmlBody
{
    private const int PictureWidth = 1280;

    private FeedBody(HtmlWriter html, BodySurroundings around)
        : base(html, around)
    {
    }

    public static Markup Render(ReadableBody body, BodySurroundings around)
    {
        using var html = new HtmlWriter(HtmlSyntax.Xml);
        new FeedBody(html, around).WriteApart(body);
        return html.ToMarkup();
    }

    protected override string Address(string href) => LinkAddress.Absolute(href, Around);

    protected override HtmlWriter OpenCaption() => Html.Open(HtmlTag.Figcaption);

    protected override void WriteFigure(CaptionedPicture picture, FigureSize size) => WriteFigure(picture, label: null);

    protected override void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after)
    {
        Html.Open(HtmlTag.Figure);
        WriteFigure(before, When(BodyWords.Before, before));
        WriteFigure(after, When(BodyWords.After, after));
        WriteCaption(label: null, comparison.Caption, comparison.Credit);
        Html.Close();
    }

    private void WriteFigure(CaptionedPicture picture, string? label)
    {
        Html.Open(HtmlTag.Figure);
        WriteImage(picture.Picture, rendition: PictureWidth, shown: PictureWidth);
        WriteCaption(label, picture.Caption, picture.Credit);
        Html.Close();
    }
}
