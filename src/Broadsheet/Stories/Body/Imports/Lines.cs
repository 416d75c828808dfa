namespace Broadsheet.Stories.Body.Imports;

/// <summary>Lines of text as originals have them: with blanks at their ends that say nothing.</summary>
internal static class Lines
{
    /// <summary>The line without blanks at its ends and round its breaks, and without breaks at its ends.</summary>
    public static IReadOnlyList<Inline> Trimmed(IReadOnlyList<Inline> line)
    {
        List<Inline> trimmed = [];
        foreach (var inline in line)
        {
            if (inline is not TextRun run)
            {
                TrimEnd(trimmed);
                if (trimmed.Count > 0)
                {
                    trimmed.Add(inline);
                }

                continue;
            }

            var text = trimmed is [.., TextRun] ? run.Value : run.Value.TrimStart();
            if (text.Length > 0)
            {
                trimmed.Add(run with { Value = text });
            }
        }

        TrimEnd(trimmed);
        while (trimmed is [.., HardBreak])
        {
            trimmed.RemoveAt(trimmed.Count - 1);
            TrimEnd(trimmed);
        }

        return trimmed;
    }

    private static void TrimEnd(List<Inline> line)
    {
        while (line is [.., TextRun last])
        {
            var text = last.Value.TrimEnd();
            if (text.Length > 0)
            {
                line[^1] = last with { Value = text };
                return;
            }

            line.RemoveAt(line.Count - 1);
        }
    }
}
