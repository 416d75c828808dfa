namespace Broadsheet.Demo;

/// <summary>How far the making of the newspaper has come, for whoever waits for it at a terminal or in a browser.</summary>
public sealed class PrintRun(TextWriter terminal, bool rewritesItsLine)
{
    private readonly Lock _lock = new();

    /// <summary>Pictures that are drawn.</summary>
    public int Drawn { get; private set; }

    /// <summary>Pictures that there will be.</summary>
    public int Pictures { get; private set; }

    /// <summary>The newspaper can be read.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How far it has come, in words.</summary>
    public string Stage
    {
        get
        {
            lock (_lock)
            {
                return Pictures > 0 && Drawn == Pictures ? "the pictures are drawn, the stories are being set" : $"{Drawn} of {Pictures} pictures are drawn";
            }
        }
    }

    public void Begin(int pictures)
    {
        lock (_lock)
        {
            Pictures = pictures;
            Write($"Printing the newspaper: {pictures} pictures to draw …");
        }
    }

    public void PictureIsDrawn()
    {
        lock (_lock)
        {
            Drawn++;
            if (rewritesItsLine)
            {
                Write($"Printing the newspaper: {Drawn} of {Pictures} pictures drawn …");
            }
        }
    }

    /// <summary>It is all there.</summary>
    /// <param name="took">Null where it was there already.</param>
    public void End(TimeSpan? took = null)
    {
        lock (_lock)
        {
            IsOver = true;
            if (took is { } time)
            {
                Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The newspaper is printed ({time.TotalSeconds:0.0} seconds)."));
                terminal.WriteLine();
            }
        }
    }

    // On a terminal each line takes the place of the one before it.
    private void Write(string line)
    {
        if (rewritesItsLine)
        {
            terminal.Write($"\r{line,-64}");
        }
        else
        {
            terminal.WriteLine(line);
        }
    }
}
