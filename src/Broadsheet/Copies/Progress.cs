namespace Broadsheet.Copies;

/// <summary>How far a long command has come: on a terminal one line that changes, otherwise a line every ten seconds.</summary>
public sealed class Progress(TextWriter terminal, bool rewritesItsLine, TimeProvider time) : IDisposable
{
    private readonly TimeSpan _pause = rewritesItsLine ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(10);
    private long _last = time.GetTimestamp();
    private int _shown;

    /// <summary>To standard output.</summary>
    public static Progress OnTerminal() => new(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);

    /// <summary>Shows the line, unless the last one was only just shown.</summary>
    public void Say(FormattableString line)
    {
        if (time.GetElapsedTime(_last) < _pause)
        {
            return;
        }

        _last = time.GetTimestamp();
        Show(FormattableString.Invariant(line));
    }

    /// <summary>Shows a line that stays.</summary>
    public void Tell(FormattableString line)
    {
        Show(FormattableString.Invariant(line));
        Dispose();
    }

    /// <summary>Leaves what is shown, so that others can write below it.</summary>
    public void Dispose()
    {
        if (rewritesItsLine && _shown > 0)
        {
            terminal.WriteLine();
            _shown = 0;
        }
    }

    private void Show(string line)
    {
        if (!rewritesItsLine)
        {
            terminal.WriteLine(line);
            return;
        }

        terminal.Write('\r' + line.PadRight(_shown));
        _shown = line.Length;
    }
}
