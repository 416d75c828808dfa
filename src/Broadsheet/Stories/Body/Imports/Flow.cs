using System.Text;
using Broadsheet.Stories.Body.Json;

namespace Broadsheet.Stories.Body.Imports;

/// <summary>Sets running text into paragraphs, with other blocks between them. Its blocks have no ids yet.</summary>
/// <param name="oneLine">The text is one line (a heading's, say): blocks that stand in it come after it.</param>
internal sealed class Flow(bool oneLine = false)
{
    private readonly List<Block> _blocks = [];
    private List<Inline> _line = [];

    public void Add(string text, Marks marks)
    {
        var tidy = Characters.Tidy(text);
        if (tidy.Length > 0)
        {
            _line.Add(new TextRun(tidy, marks));
        }
    }

    /// <summary>Text as HTML means it: any blanks are one, none begins a line.</summary>
    public void AddCollapsed(string text, Marks marks)
    {
        var collapsed = new StringBuilder(text.Length);
        var isBlank = _line is [] or [.., HardBreak] || (_line is [.., TextRun last] && last.Value.EndsWith(' '));
        foreach (var letter in text)
        {
            if (letter is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                collapsed.Append(isBlank ? "" : " ");
                isBlank = true;
            }
            else
            {
                collapsed.Append(letter);
                isBlank = false;
            }
        }

        Add(collapsed.ToString(), marks);
    }

    /// <summary>A break; the second in a row ends the paragraph.</summary>
    public void BreakOrEnd()
    {
        if (_line is [.., HardBreak])
        {
            EndParagraph();
        }
        else
        {
            Break();
        }
    }

    public void Break() => _line.Add(new HardBreak());

    /// <summary>Ends the paragraph, where one has begun, and puts a block after it.</summary>
    public void Add(Block block)
    {
        EndParagraph();
        _blocks.Add(block);
    }

    public void Add(IEnumerable<Block> blocks)
    {
        EndParagraph();
        _blocks.AddRange(blocks);
    }

    public void EndParagraph()
    {
        if (!oneLine && _line.Count > 0 && TakeLine() is { Count: > 0 } line)
        {
            _blocks.Add(new Paragraph("", line));
        }
    }

    /// <summary>The text since the last paragraph, for a block that is a line of text itself.</summary>
    public IReadOnlyList<Inline> TakeLine()
    {
        var line = _line;
        _line = [];
        return Lines.Trimmed(line);
    }

    /// <summary>All the blocks; those that have to stand in something that isn't empty get an empty paragraph.</summary>
    public IReadOnlyList<Block> End(bool orEmpty = false)
    {
        EndParagraph();
        return _blocks.Count is 0 && orEmpty ? [new Paragraph("", [])] : _blocks;
    }

    /// <summary>The blocks of a list's item, which begins with a paragraph.</summary>
    public IReadOnlyList<Block> EndItem()
    {
        EndParagraph();
        return _blocks is [Paragraph, ..] ? _blocks : [new Paragraph("", []), .. _blocks];
    }
}
