using System.Globalization;
using Broadsheet.Stories.Body.Imports;
using Markdig.Extensions.CustomContainers;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Makes blocks of <c>::: name {attributes}</c>. A box that can't be made leaves the text inside it where it stood.</summary>
internal sealed class MarkdownBoxes(MarkdownBlocks blocks, MarkdownKeys keys, Labels labels, Losses losses)
{
    public void Read(CustomContainer box, Flow flow, bool inFactbox)
    {
        var name = box.Info?.ToLowerInvariant() ?? "";
        var braces = Braces.Find(box.Arguments);
        if (braces is null || braces.Length < (box.Arguments?.Length ?? 0))
        {
            braces ??= Braces.None;
            if (!string.IsNullOrEmpty(box.Arguments))
            {
                losses.Add($"“{box.Arguments}” after ::: {name}");
            }
        }

        if (name is "factbox" && !inFactbox)
        {
            braces.NameUnknown(losses, "title");
            flow.Add(new Factbox("", labels.Title(braces.Find("title")), blocks.Read(box, inFactbox: true).End(orEmpty: true)));
            return;
        }

        var inside = blocks.Read(box, inFactbox).End();
        if (name is "pullquote")
        {
            PullQuote(braces, inside, flow);
            return;
        }

        if (Single(name, braces) is { } block)
        {
            flow.Add(block);
        }
        else
        {
            losses.Add($"::: {name}");
        }

        flow.Add(inside);
    }

    private void PullQuote(Braces braces, IReadOnlyList<Block> inside, Flow flow)
    {
        braces.NameUnknown(losses, "attribution");
        List<Inline> text = [];
        foreach (var paragraph in inside.OfType<Paragraph>())
        {
            text.AddRange(text.Count > 0 ? [new HardBreak(), .. paragraph.Text] : paragraph.Text);
        }

        flow.Add(new PullQuote("", text, labels.Of(braces.Find("attribution"), BodyLimits.Label, "attribution")));
        flow.Add(inside.Where(b => b is not Paragraph));
    }

    private Block? Single(string name, Braces braces)
    {
        switch (name)
        {
            case "gallery":
                braces.NameUnknown(losses, "images");
                return Images(braces.Find("images")) is { Count: > 0 } images ? new Gallery("", images) : null;
            case "comparison":
                braces.NameUnknown(losses, "before", "after", "caption", "credit");
                return Comparison(braces);
            case "embed":
                braces.NameUnknown(losses, "url", "caption");
                return Labels.Embed(braces.Find("url") ?? "") is { } url ? new Embed("", url, labels.Caption(braces.Find("caption"))) : null;
            case "timeline":
                braces.NameUnknown(losses, "topic", "question");
                return Timeline(Reference(braces, "topic"), Reference(braces, "question"));
            case "whatweknow":
                braces.NameUnknown(losses, "question");
                return Reference(braces, "question") is { } question ? new WhatWeKnow("", question) : null;
            case "background":
                braces.NameUnknown(losses, "id", "version");
                return Background(braces);
            default:
                return null;
        }
    }

    private List<Guid> Images(string? urls) =>
        [.. (urls ?? "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(keys.Image).OfType<Guid>()];

    private Comparison? Comparison(Braces braces)
    {
        var before = keys.Image(braces.Find("before") ?? "");
        var after = keys.Image(braces.Find("after") ?? "");
        return before is { } one && after is { } two
            ? new Comparison("", one, two, labels.Caption(braces.Find("caption")), labels.Credit(braces.Find("credit")))
            : null;
    }

    private static Timeline? Timeline(string? topic, string? question) =>
        topic is null == question is null ? null : new Timeline("", topic, question);

    private static Background? Background(Braces braces) =>
        Guid.TryParseExact(braces.Find("id"), "D", out var id) && id != Guid.Empty
        && int.TryParse(braces.Find("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? new Background("", id, version)
            : null;

    private string? Reference(Braces braces, string name) => labels.Of(braces.Find(name), BodyLimits.Reference, name);
}
