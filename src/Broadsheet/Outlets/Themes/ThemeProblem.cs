namespace Broadsheet.Outlets.Themes;

/// <summary>What is wrong with a theme, and where. <see cref="File"/> is relative to the theme's folder; <see cref="Line"/> counts from 1 and is 0 where the whole file is meant.</summary>
public sealed record ThemeProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
