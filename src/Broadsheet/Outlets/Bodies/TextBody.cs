using System.Globalization;
using System.Text;
using Broadsheet.Platform.Text;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A body as plain text. A paragraph is one line, however long: whoever mails it breaks lines.</summary>
public sealed class TextBody : BodyVisitor
{
    private readonly TextLines _lines = new();
    private readonly StringBuilder _words = new();
    private int _linkStart;

    private TextBody(BodySurroundings around)
        : base(around)
    {
    }

    public static string Render(ReadableBody body, BodySurroundings around)
    {
        var text = new TextBody(around);
        text.Write(body);
        return text._lines.ToString();
    }

    protected override void WriteParagraph(Paragraph paragraph) => _lines.Write(Words(paragraph.Text));

    protected override void WriteHeading(Heading heading)
    {
        var words = Words(heading.Text).Replace('\n', ' ');
        _lines.Write($"{words}\n{new string('-', new StringInfo(words).LengthInTextElements)}");
    }

    protected override void WriteBulletList(BulletList list) => WriteItems(list.Items, _ => "- ");

    protected override void WriteOrderedList(OrderedList list) =>
        WriteItems(list.Items, at => string.Create(CultureInfo.InvariantCulture, $"{(long)list.Start + at}. "));

    protected override void WriteBlockquote(Blockquote quote) => _lines.Within("> ", "> ", () => Write(quote.Blocks));

    protected override void WritePullQuote(PullQuote quote) => _lines.Within("> ", "> ", () =>
    {
        _lines.Write(Words(quote.Text));
        if (HasText(quote.Attribution))
        {
            _lines.Write($"— {OneLine(quote.Attribution)}");
        }
    });

    protected override void WriteFigure(CaptionedPicture picture, FigureSize size) => WritePicture(Around.Words[BodyWords.Picture], picture);

    protected override void WriteGallery(IReadOnlyList<CaptionedPicture> pictures)
    {
        foreach (var picture in pictures)
        {
            WritePicture(Around.Words[BodyWords.Picture], picture);
        }
    }

    protected override void WriteComparison(Comparison comparison, CaptionedPicture before, CaptionedPicture after)
    {
        WritePicture(When(BodyWords.Before, before), before);
        WritePicture(When(BodyWords.After, after), after);
        if (Sentences(comparison.Caption, comparison.Credit) is { Length: > 0 } words)
        {
            _lines.Write($"[{words}]");
        }
    }

    protected override void WriteFactbox(Factbox box) => _lines.Within("| ", "| ", () =>
    {
        if (HasText(box.Title))
        {
            _lines.Write(OneLine(box.Title));
        }

        Write(box.Blocks);
    });

    protected override void WriteTable(Table table)
    {
        foreach (var row in TextTable.Rows(table, Flat))
        {
            _lines.Write(row);
        }
    }

    protected override void WriteEmbed(Embed embed) => _lines.Write($"{Sentences(Origin(embed), embed.Caption)} ({embed.Url.AbsoluteUri})");

    protected override void WriteRule() => _lines.Write("* * *");

    protected override void WriteGate() => _lines.Write($"{Around.Words[BodyWords.ReadOn]} ({Around.Absolute(Around.StoryPath)})");

    protected override void WriteText(string text) => _words.Append(OneLine(text));

    protected override void WriteBreak() => _words.Append('\n');

    protected override void OpenMarks(Marks marks)
    {
        if (marks.Link is not null)
        {
            _linkStart = _words.Length;
        }
    }

    protected override void CloseMarks(Marks marks)
    {
        if (marks.Link is not { } link)
        {
            return;
        }

        var address = LinkAddress.Absolute(link.Href, Around);
        if (!_words.ToString(_linkStart, _words.Length - _linkStart).Equals(address, StringComparison.Ordinal))
        {
            _words.Append(CultureInfo.InvariantCulture, $" ({address})");
        }
    }

    private void WriteItems(IReadOnlyList<ListItem> items, Func<int, string> marker) => _lines.Tightly(() =>
    {
        for (var at = 0; at < items.Count; at++)
        {
            var blocks = items[at].Blocks;
            var first = marker(at);
            _lines.Within(first, new string(' ', first.Length), () => Write(blocks));
        }
    });

    private void WritePicture(string label, CaptionedPicture picture) =>
        _lines.Write($"[{label} {Sentences(picture.Picture.Alt, picture.Caption, picture.Credit)}]");

    private string Words(IReadOnlyList<Inline> text)
    {
        _words.Clear();
        Write(text);
        return _words.ToString();
    }

    private string Flat(IReadOnlyList<Block> blocks)
    {
        var cell = new TextBody(Around);
        cell.Write(blocks);
        return cell._lines.ToString().Replace('\n', ' ');
    }

    /// <summary>The parts that have words, each but the last ended by a stop, none said twice.</summary>
    private static string Sentences(params IEnumerable<string?> parts)
    {
        var sentences = parts.Select(part => OneLine(part ?? "").Trim()).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(' ', sentences.Select((part, at) => at == sentences.Count - 1 || IsEnded(part) ? part : part + "."));
    }

    private static bool IsEnded(string sentence) => Rune.GetUnicodeCategory(sentence.EnumerateRunes().Last()) is UnicodeCategory.OtherPunctuation;

    private static string OneLine(string text) => XmlCharacters.Clean(text).ToString().ReplaceLineEndings(" ").Replace('\t', ' ');
}
