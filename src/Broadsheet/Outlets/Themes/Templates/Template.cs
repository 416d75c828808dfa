namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>A template or partial: its source and what it does. <see cref="File"/> is relative to the theme's folder.</summary>
public sealed record Template(string Name, string File, string Source, IReadOnlyList<TemplateNode> Nodes);
