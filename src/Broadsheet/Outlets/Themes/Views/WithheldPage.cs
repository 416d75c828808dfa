namespace Broadsheet.Outlets.Themes.Views;

/// <summary>451: withheld for a court or a person’s right, with the public reason in its place.</summary>
public sealed record WithheldPage : PageView
{
    public required string Reason { get; init; }

    public required TimeView Since { get; init; }
}
