namespace Broadsheet.Outlets.Themes.Views;

/// <summary>A feed that the head names. <see cref="Type"/> is its media type.</summary>
public sealed record FeedView(string Title, string Type, string Address);
