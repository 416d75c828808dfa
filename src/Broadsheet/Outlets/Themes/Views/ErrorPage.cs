namespace Broadsheet.Outlets.Themes.Views;

/// <summary>500: our fault. <see cref="RequestId"/> lets the newsroom find what happened.</summary>
public sealed record ErrorPage : PageView
{
    public required string RequestId { get; init; }
}
