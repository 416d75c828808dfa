using System.Diagnostics.CodeAnalysis;
using Broadsheet.Images;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>
/// Goes through a readable body and says what stands there; a renderer says what becomes of it. Pictures that may not be shown, links that lead nowhere safe and
/// empty paragraphs are gone before a renderer sees them. A new kind of block is a new abstract method here, which no renderer can forget.
/// </summary>
public abstract class BodyVisitor(BodySurroundings around)
{
    protected BodySurroundings Around { get; } = around;

    /// <summary>Whether statements of the Record are marked where they stand.</summary>
    protected virtual bool ShowsStatements => false;

    protected virtual void Write(ReadableBody body)
    {
        Write(body.Blocks);
        if (body.HasMore)
        {
            WriteGate();
        }
    }

    protected void Write(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    protected void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph when HasText(paragraph.Text): WriteParagraph(paragraph); break;
            case Paragraph: break;
            case Heading heading when HasText(heading.Text): WriteHeading(heading); break;
            case Heading: break;
            case BulletList list: WriteBulletList(list); break;
            case OrderedList list: WriteOrderedList(list); break;
            case Blockquote quote: WriteBlockquote(quote); break;
            case PullQuote quote: WritePullQuote(quote); break;
            case Figure figure: Resolve(figure); break;
            case Gallery gallery: Resolve(gallery); break;
            case Comparison comparison: Resolve(comparison); break;
            case Factbox box: WriteFactbox(box); break;
            case Table table: WriteTable(table); break;
            case Embed { Url: { IsAbsoluteUri: true, Scheme: "https" or "http" } } embed: WriteEmbed(embed); break;
            case Embed: break;
            case Timeline timeline: WriteTimeline(timeline); break;
            case WhatWeKnow known: WriteWhatWeKnow(known); break;
            case Background background: WriteBackground(background); break;
            case GateBlock: break;
            case HorizontalRule: WriteRule(); break;
            default: throw new InvalidOperationException($"No renderer knows the block {block.GetType().Name}.");
        }
    }

    protected void Write(IReadOnlyList<Inline> text)
    {
        var open = Marks.None;
        for (var i = 0; i < text.Count; i++)
        {
            switch (text[i])
            {
                case TextRun run:
                    open = Change(open, Shown(run.Marks));
                    WriteText(run.Value);
                    break;
                case HardBreak:
                    open = Narrow(open, i + 1 < text.Count && text[i + 1] is TextRun next ? Shown(next.Marks) : Marks.None);
                    WriteBreak();
                    break;
                case var other:
                    throw new InvalidOperationException($"No renderer knows the inline {other.GetType().Name}.");
            }
        }

        Change(open, Marks.None);
    }

    protected static bool HasText([NotNullWhen(true)] string? words) => !string.IsNullOrWhiteSpace(words);

    protected static bool HasText(IReadOnlyList<Inline> text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i] is TextRun run && HasText(run.Value))
            {
                return true;
            }
        }

        return false;
    }

    protected abstract void WriteParagraph(Paragraph paragraph);

    protected abstract void WriteHeading(Heading heading);

    protected abstract void WriteBulletList(BulletList list);

    protected abstract void WriteOrderedList(OrderedList list);

    protected abstract void WriteBlockquote(Blockquote quote);

    protected abstract void WritePullQuote(PullQuote quote);

    protected abstract void WriteFigure(CaptionedPicture picture, FigureSize size);

    protected abstract void WriteGallery(IReadOnlyList<CaptionedPicture> pictures);

    protected abstract void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after);

    protected abstract void WriteFactbox(Factbox box);

    protected abstract void WriteTable(Table table);

    protected abstract void WriteEmbed(Embed embed);

    // Nothing stands for what the Record has no words for yet: an empty heading or a link to no page would promise what isn't there.
    protected virtual void WriteTimeline(Timeline timeline)
    {
    }

    protected virtual void WriteWhatWeKnow(WhatWeKnow known)
    {
    }

    protected virtual void WriteBackground(Background background)
    {
    }

    protected abstract void WriteRule();

    /// <summary>Where the body was cut.</summary>
    protected abstract void WriteGate();

    protected abstract void WriteText(string text);

    protected abstract void WriteBreak();

    /// <summary>The marks that begin here, to be opened in the order link, statement, bold, italic.</summary>
    protected abstract void OpenMarks(Marks marks);

    /// <summary>The marks that end here, to be closed in the opposite order.</summary>
    protected abstract void CloseMarks(Marks marks);

    /// <summary>Says that an embed is from elsewhere, and from where.</summary>
    protected string Origin(Embed embed) => $"{Around.Words[BodyWords.EmbedFrom]} {embed.Url.Host}";

    /// <summary>Which picture of a comparison it is, with its day where that is known.</summary>
    protected string When(string label, CaptionedPicture picture) =>
        picture.Picture.TakenAt is { } day ? $"{Around.Words[label]} ({Around.Write(day)}):" : $"{Around.Words[label]}:";

    private void Resolve(Figure figure)
    {
        if (Find(figure.Image) is { } picture)
        {
            WriteFigure(new(picture, First(figure.Caption, picture.Caption), First(figure.Credit, picture.Credit)), figure.Size);
        }
    }

    private void Resolve(Gallery gallery)
    {
        List<CaptionedPicture> pictures = [];
        foreach (var id in gallery.Images)
        {
            if (Find(id) is { } picture)
            {
                pictures.Add(new(picture));
            }
        }

        if (pictures.Count > 0)
        {
            WriteGallery(pictures);
        }
    }

    private void Resolve(Comparison comparison)
    {
        var (before, after) = (Find(comparison.Before), Find(comparison.After));
        if (before is not null && after is not null)
        {
            WriteComparison(comparison, new(before), new(after));
        }
        else if ((before ?? after) is { } left)
        {
            WriteFigure(new(left, First(left.Caption, comparison.Caption), First(left.Credit, comparison.Credit)), FigureSize.Wide);
        }
    }

    private Picture? Find(Guid id) => Around.Pictures.GetValueOrDefault(id);

    private static string? First(string? words, string? others) => HasText(words) ? words : others;

    private Marks Shown(Marks marks)
    {
        var link = marks.Link is { } candidate && LinkAddress.IsAllowed(candidate.Href) ? candidate : null;
        var statement = ShowsStatements ? marks.Statement : null;
        return ReferenceEquals(link, marks.Link) && ReferenceEquals(statement, marks.Statement)
            ? marks
            : marks with { Link = link, Statement = statement };
    }

    private Marks Change(Marks open, Marks wanted)
    {
        var shared = MarkNesting.Shared(open, wanted);
        CloseMarks(MarkNesting.Inner(open, shared));
        OpenMarks(MarkNesting.Inner(wanted, shared));
        return wanted;
    }

    /// <summary>Closes what doesn't reach over a line break.</summary>
    private Marks Narrow(Marks open, Marks following)
    {
        var shared = MarkNesting.Shared(open, following);
        CloseMarks(MarkNesting.Inner(open, shared));
        return MarkNesting.Outer(open, shared);
    }
}
