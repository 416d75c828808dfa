using System.Text;

namespace Broadsheet.Stories.Body.Json;

/// <summary>The line so far, and the run that the next text may still join.</summary>
internal sealed class Line
{
    private readonly List<Inline> _inlines = [];
    private readonly StringBuilder _joined = new();

    public void Add(string text, Marks marks)
    {
        if (_inlines is [.., TextRun last] && last.Marks == marks)
        {
            if (_joined.Length is 0)
            {
                _joined.Append(last.Value);
            }

            _joined.Append(text);
            return;
        }

        EndRun();
        _inlines.Add(new TextRun(text, marks));
    }

    public void Break()
    {
        EndRun();
        _inlines.Add(new HardBreak());
    }

    public IReadOnlyList<Inline> End()
    {
        EndRun();
        return _inlines;
    }

    private void EndRun()
    {
        if (_joined.Length > 0)
        {
            _inlines[^1] = ((TextRun)_inlines[^1]) with { Value = _joined.ToString() };
            _joined.Clear();
        }
    }
}
