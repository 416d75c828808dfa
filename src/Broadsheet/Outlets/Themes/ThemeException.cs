namespace Broadsheet.Outlets.Themes;

/// <summary>A theme that can't be used. The message names every file and line, one problem a line.</summary>
public sealed class ThemeException(IReadOnlyList<ThemeProblem> problems)
    : Exception(string.Join('\n', problems))
{
    public ThemeException(ThemeProblem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<ThemeProblem> Problems { get; } = problems;
}
