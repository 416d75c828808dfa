using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Makes figures, galleries and embeds. Only images that are ours already are taken; nothing is fetched.</summary>
internal sealed class HtmlPictures(HtmlBlocks blocks, Func<string, Guid?> image, Labels labels, Losses losses)
{
    private static readonly string[] Wide = ["wide", "alignwide", "kg-width-wide"];
    private static readonly string[] Full = ["full", "alignfull", "kg-width-full"];

    /// <summary>An image that stands in text.</summary>
    public void Image(IElement element, Flow flow, Marks marks)
    {
        if (Find(element) is { } id)
        {
            NameLink(marks);
            flow.Add(new Figure("", id, null, null, Size(element)));
        }
    }

    public void Figure(IElement figure, Flow flow, Surroundings around)
    {
        Guid[] images = [.. figure.QuerySelectorAll("img").Select(Find).OfType<Guid>()];
        var frames = figure.QuerySelectorAll("iframe");
        if (images.Length + frames.Length is not 1)
        {
            flow.Add(images.Chunk(BodyLimits.GalleryImages).Select(i => new Gallery("", i)));
            SetRest(figure, "img", flow, around);
            return;
        }

        var credit = Taken(figure.QuerySelector(".credit"));
        var caption = Taken(figure.QuerySelector("figcaption"));
        if (images.Length is 1)
        {
            NameLink(around.Marks);
            flow.Add(new Figure("", images[0], labels.Caption(caption), labels.Credit(credit), Size(figure)));
        }
        else
        {
            Embed(frames[0], string.Join(' ', caption, credit), flow);
        }

        SetRest(figure, "img, iframe", flow, around);
    }

    public void Embed(IElement frame, string? caption, Flow flow)
    {
        var src = frame.GetAttribute("src") ?? "";
        if (Labels.Embed(src) is { } url)
        {
            flow.Add(new Embed("", url, labels.Caption(caption)));
            return;
        }

        NameUnlessEmpty("iframe", src);
        flow.Add(labels.Caption(caption) ?? "", Marks.None);
    }

    /// <summary>What a figure holds besides its pictures: a table, a quotation, a caption that no picture of ours could take.</summary>
    private void SetRest(IElement figure, string pictures, Flow flow, Surroundings around)
    {
        foreach (var picture in figure.QuerySelectorAll(pictures).ToArray())
        {
            picture.Remove();
        }

        blocks.Set(figure.ChildNodes, flow, around);
    }

    private Guid? Find(IElement element)
    {
        var src = element.GetAttribute("data-image") ?? element.GetAttribute("src") ?? "";
        if (image(src) is not { } id)
        {
            NameUnlessEmpty("img", src);
            return null;
        }

        if (element.GetAttribute("alt") is { Length: > 0 } alt)
        {
            losses.Add($"alternative text “{alt}” (it is kept with the image)");
        }

        return id;
    }

    /// <summary>The plain text of an element that then is no more.</summary>
    private string? Taken(IElement? element)
    {
        if (element is null)
        {
            return null;
        }

        if (element.QuerySelector("a, b, strong, i, em") is not null)
        {
            losses.Add("links and marks in a caption (its text is kept)");
        }

        element.Remove();
        return string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Names what isn't kept; an address that was taken away before has been named.</summary>
    private void NameUnlessEmpty(string tag, string src)
    {
        if (src.Length > 0)
        {
            losses.Add($"<{tag} src=\"{src}\"> (nothing is fetched)");
        }
    }

    private void NameLink(Marks marks)
    {
        if (marks.Link is { } link)
        {
            losses.Add($"link to {link.Href} round an image");
        }
    }

    private static FigureSize Size(IElement element) =>
        Full.Any(element.ClassList.Contains) ? FigureSize.Full
        : Wide.Any(element.ClassList.Contains) ? FigureSize.Wide
        : FigureSize.Column;
}
