using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A body on a lite page: text alone, each picture a line of words, links to our own stories on their lite pages.</summary>
public sealed class LiteBody : HtmlBody
{
    private LiteBody(HtmlWriter html, BodySurroundings around)
        : base(html, around)
    {
    }

    protected override bool HasAnchors => true;

    public static Markup Render(ReadableBody body, BodySurroundings around)
    {
        using var html = new HtmlWriter();
        new LiteBody(html, around).Write(body);
        return html.ToMarkup();
    }

    protected override string Address(string href) => LinkAddress.Lite(href);

    protected override void WriteFigure(CaptionedPicture picture, FigureSize size) => WriteLine(Around.Words[BodyWords.Picture], picture);

    protected override void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after)
    {
        WriteLine(When(BodyWords.Before, before), before);
        WriteLine(When(BodyWords.After, after), after);
        WriteCaption(label: null, comparison.Caption, comparison.Credit);
    }

    protected override void WriteGate() => Html.Open(HtmlTag.Div).Attribute(HtmlAttribute.DataGate).Insert(Around.GateOffer).Close();

    /// <summary>Where there is no caption, what the picture shows stands for it.</summary>
    private void WriteLine(string label, CaptionedPicture picture) =>
        WriteCaption(label, HasText(picture.Caption) ? picture.Caption : picture.Picture.Alt, picture.Credit);
}
