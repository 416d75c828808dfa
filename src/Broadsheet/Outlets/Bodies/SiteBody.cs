using System.Globalization;
using Broadsheet.Images;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>
/// A body on a story's page. Everything can be read, seen and printed without script; scripts find these to build on:
/// <list type="bullet">
/// <item><c>before-after</c> in <c>figure[data-comparison]</c> holds two captioned figures, the earlier first. A script lays the pictures over each other and makes
/// the range input; its name is <c>data-label</c>. Where the two differ in shape there is none, and it leaves them side by side.</item>
/// <item><c>figure.embed[data-embed]</c> holds a link to the address in <c>data-embed</c>. A script adds a button with the words in <c>data-show</c> that puts a
/// sandboxed frame in the link's place.</item>
/// </list>
/// </summary>
public sealed class SiteBody : HtmlBody
{
    private const string WideSizes = "(min-width: 66rem) 64rem, 100vw";

    private bool _nextPictureIsEager;
    private int _tables;

    private SiteBody(HtmlWriter html, BodySurroundings around)
        : base(html, around) => _nextPictureIsEager = around.FirstPictureIsEager;

    protected override bool ShowsStatements => true;

    protected override bool HasAnchors => true;

    public static Markup Render(ReadableBody body, BodySurroundings around)
    {
        using var html = new HtmlWriter();
        new SiteBody(html, around).Write(body);
        return html.ToMarkup();
    }

    protected override void Write(ReadableBody body)
    {
        var paragraphs = 0;
        Insert(above: int.MinValue, upTo: paragraphs);
        foreach (var block in body.Blocks)
        {
            Write(block);
            if (block is Paragraph paragraph && HasText(paragraph.Text))
            {
                Insert(above: paragraphs, upTo: ++paragraphs);
            }
        }

        if (body.HasMore)
        {
            WriteGate();
        }

        Insert(above: paragraphs, upTo: int.MaxValue);
    }

    /// <summary>A quote and whose it is, in no landmark and no figure: there is nothing to jump to and no picture.</summary>
    protected override void WritePullQuote(PullQuote quote)
    {
        Html.Open(HtmlTag.Div).Attribute(HtmlAttribute.Class, "pullquote").Open(HtmlTag.Blockquote).Open(HtmlTag.P);
        Write(quote.Text);
        Html.Close().Close();
        WriteWords(HtmlTag.P, "attribution", quote.Attribution);
        Html.Close();
    }

    protected override void WriteFigure(CaptionedPicture picture, FigureSize size)
    {
        var (name, sizes) = size switch
        {
            FigureSize.Column => ("column", "(min-width: 44rem) 42rem, 100vw"),
            FigureSize.Wide => ("wide", WideSizes),
            FigureSize.Full => ("full", "100vw"),
            _ => throw new InvalidOperationException($"Unknown size {size}."),
        };
        Html.Open(HtmlTag.Figure).Attribute(HtmlAttribute.Class, name);
        WritePicture(picture.Picture, sizes);
        WriteCaption(picture.Caption, picture.Credit);
        Html.Close();
    }

    protected override void WriteGallery(IReadOnlyList<CaptionedPicture> pictures)
    {
        Html.Open(HtmlTag.Ul).Attribute(HtmlAttribute.Class, "gallery");
        foreach (var picture in pictures)
        {
            Html.Open(HtmlTag.Li).Open(HtmlTag.Figure);
            WritePicture(picture.Picture, "(min-width: 44rem) 21rem, 50vw");
            WriteCaption(picture.Caption, picture.Credit);
            Html.Close().Close();
        }

        Html.Close();
    }

    protected override void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after)
    {
        Html.Open(HtmlTag.Figure).Attribute(HtmlAttribute.DataComparison).Attribute(HtmlAttribute.Class, "comparison");
        Html.Open(HtmlTag.BeforeAfter);
        if (before.Picture.IsShapedLike(after.Picture))
        {
            Html.Attribute(HtmlAttribute.DataLabel, Around.Words[BodyWords.Compare]);
        }

        WriteSide(BodyWords.Before, before);
        WriteSide(BodyWords.After, after);
        Html.Close();
        WriteCaption(comparison.Caption, comparison.Credit);
        Html.Close();
    }

    /// <summary>A landmark where it has a title to be found by.</summary>
    protected override void WriteFactbox(Factbox box)
    {
        if (!HasText(box.Title))
        {
            base.WriteFactbox(box);
            return;
        }

        var anchor = BlockAnchor.Of(box);
        Html.Open(HtmlTag.Aside).Attribute(HtmlAttribute.Class, "factbox").Attribute(HtmlAttribute.AriaLabelledBy, anchor);
        Html.Open(InnerHeading).Attribute(HtmlAttribute.Id, anchor).Text(box.Title).Close();
        Write(box.Blocks);
        Html.Close();
    }

    /// <summary>In a region that scrolls by itself, also by keyboard, so that a wide table never widens the page.</summary>
    protected override void WriteTable(Table table)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Around.Words[BodyWords.Table]} {++_tables}");
        Html.Open(HtmlTag.Section)
            .Attribute(HtmlAttribute.Class, "table")
            .Attribute(HtmlAttribute.AriaLabel, name)
            .Attribute(HtmlAttribute.TabIndex, 0);
        base.WriteTable(table);
        Html.Close();
    }

    protected override void WriteEmbed(Embed embed)
    {
        Html.Open(HtmlTag.Figure)
            .Attribute(HtmlAttribute.Class, "embed")
            .Attribute(HtmlAttribute.DataEmbed, embed.Url.AbsoluteUri)
            .Attribute(HtmlAttribute.DataShow, Around.Words[BodyWords.ShowEmbed]);
        Html.Open(HtmlTag.A).Attribute(HtmlAttribute.Href, embed.Url.AbsoluteUri).Text(Origin(embed)).Close();
        WriteCaption(embed.Caption, credit: null);
        Html.Close();
    }

    protected override void WriteTimeline(Timeline timeline) =>
        WriteRecordPlace(HtmlAttribute.DataTimeline, timeline.Topic ?? timeline.Question ?? "");

    protected override void WriteWhatWeKnow(WhatWeKnow known) => WriteRecordPlace(HtmlAttribute.DataWhatWeKnow, known.Question);

    protected override void WriteBackground(Background background) =>
        WriteRecordPlace(HtmlAttribute.DataBackground, string.Create(CultureInfo.InvariantCulture, $"{background.Fragment} {background.Version}"));

    protected override void WriteGate() => Html.Open(HtmlTag.Div).Attribute(HtmlAttribute.DataGate).Insert(Around.GateOffer).Close();

    private void Insert(int above, int upTo)
    {
        foreach (var place in Around.ReservedPlaces)
        {
            if (place.AfterParagraph > above && place.AfterParagraph <= upTo)
            {
                Html.Insert(place.Markup);
            }
        }
    }

    private void WriteSide(string label, CaptionedPicture side)
    {
        Html.Open(HtmlTag.Figure);
        WritePicture(side.Picture, WideSizes);
        Html.Open(HtmlTag.Figcaption).Open(HtmlTag.Span).Attribute(HtmlAttribute.Class, "when").Text(Around.Words[label]);
        if (side.Picture.TakenAt is { } day)
        {
            Html.Text(" ").Open(HtmlTag.Time)
                .Attribute(HtmlAttribute.DateTime, day.ToString("O", CultureInfo.InvariantCulture))
                .Text(Around.Write(day)).Close();
        }

        Html.Close().Text(" ");
        WriteWords(side.Caption, side.Credit);
        Html.Close().Close();
    }

    private void WritePicture(Picture picture, string sizes)
    {
        PictureElement.Write(Html, picture, Shape.Full, sizes, _nextPictureIsEager);
        _nextPictureIsEager = false;
    }

    private void WriteCaption(string? caption, string? credit)
    {
        if (!HasText(caption) && !HasText(credit))
        {
            return;
        }

        Html.Open(HtmlTag.Figcaption);
        WriteWords(caption, credit);
        Html.Close();
    }

    private void WriteWords(string? caption, string? credit)
    {
        WriteWords(HtmlTag.Span, "caption", caption);
        Html.Text(HasText(caption) && HasText(credit) ? " " : "");
        WriteWords(HtmlTag.Span, "credit", credit);
    }

    private void WriteWords(HtmlTag tag, string name, string? words)
    {
        if (HasText(words))
        {
            Html.Open(tag).Attribute(HtmlAttribute.Class, name).Text(words).Close();
        }
    }

    /// <summary>Keeps the place without showing it.</summary>
    private void WriteRecordPlace(HtmlAttribute name, string value) =>
        Html.Open(HtmlTag.Div).Attribute(name, value).Attribute(HtmlAttribute.Hidden).Close();
}
