namespace Broadsheet.Outlets.Themes.Views;

/// <summary>The picture above a story. <see cref="Size"/> is <c>column</c>, <c>wide</c> or <c>full</c>.</summary>
public sealed record FigureView(PictureView Picture, string Size);
