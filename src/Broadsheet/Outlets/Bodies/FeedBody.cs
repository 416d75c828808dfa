using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A body in a feed: a well-formed fragment of plain elements with absolute addresses, in one element that carries language and direction.</summary>
public sealed class FeedBody : HtmlBody
{
    /// <summary>The widest rendition that feeds lead to.</summary>
    public const int PictureWidth = 1280;

    private readonly FeedEdges _edges;

    private FeedBody(HtmlWriter html, BodySurroundings around, FeedEdges edges)
        : base(html, around) => _edges = edges;

    /// <param name="edges">What stands above and below the body on its page.</param>
    public static Markup Render(ReadableBody body, BodySurroundings around, FeedEdges? edges = null)
    {
        using var html = new HtmlWriter(HtmlSyntax.Xml);
        new FeedBody(html, around, edges ?? FeedEdges.None).WriteApart(body);
        return html.ToMarkup();
    }

    /// <summary>What stands in the place of a story that was taken back.</summary>
    public static Markup RenderWithdrawn(BodySurroundings around, string heading, string reason)
    {
        using var html = new HtmlWriter(HtmlSyntax.Xml);
        html.Open(HtmlTag.Div).Attribute(HtmlAttribute.Language, around.Language.Name).Attribute(HtmlAttribute.Direction, around.IsRightToLeft ? "rtl" : "ltr");
        html.Open(HtmlTag.P).Open(HtmlTag.Strong).Text(heading).Close().Close();
        html.Open(HtmlTag.P).Text(reason).Close().Close();
        return html.ToMarkup();
    }

    protected override void Write(ReadableBody body)
    {
        foreach (var notice in _edges.Notices)
        {
            Write(notice);
        }

        if (_edges.Lead is { } lead)
        {
            WriteFigure(new CaptionedPicture(lead), label: null);
        }

        if (_edges.Dateline is { } dateline)
        {
            Html.Open(HtmlTag.P).Text(dateline).Close();
        }

        base.Write(body);
        foreach (var correction in _edges.Corrections)
        {
            Write(correction);
        }
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

    private void Write(CorrectionView correction)
    {
        Html.Open(HtmlTag.Div).Attribute(HtmlAttribute.DataCorrection, correction.Kind);
        Html.Open(HtmlTag.P).Open(HtmlTag.Strong).Text($"{correction.Label}, {correction.Time.Text}:").Close().Text(" ").Text(correction.Text).Close();
        if (correction.Wrong is { } wrong)
        {
            Html.Open(HtmlTag.P).Text($"{Around.Words[BodyWords.WasWrong]} {wrong}").Close();
        }

        if (correction.Right is { } right)
        {
            Html.Open(HtmlTag.P).Text($"{Around.Words[BodyWords.IsRight]} {right}").Close();
        }

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
