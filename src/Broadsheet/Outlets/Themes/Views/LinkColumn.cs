namespace Broadsheet.Outlets.Themes.Views;

/// <summary>Links under a name, in the footer.</summary>
public sealed record LinkColumn(string Name, IReadOnlyList<LinkView> Links);
