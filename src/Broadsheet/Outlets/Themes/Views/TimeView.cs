namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A moment or a day: <see cref="Text"/> in the page's language and the newspaper's time zone, <see cref="Machine"/> for the <c>datetime</c> attribute.</summary>
public sealed record TimeView(string Text, string Machine);
