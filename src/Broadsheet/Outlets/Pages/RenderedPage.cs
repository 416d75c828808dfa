namespace Broadsheet.Outlets.Pages;

/// <summary>A finished page: the same bytes for everyone of its class.</summary>
public sealed record RenderedPage
{
    public required int Status { get; init; }

    /// <summary>UTF-8.</summary>
    public byte[] Html { get; init; } = [];

    /// <summary>Where a page that moved is now: a path, percent-encoded.</summary>
    public string? Location { get; init; }

    /// <summary>When what it shows last changed; null where that is not one moment.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>All that it shows, so that it can be dropped when one of them changes: <c>story:ID</c>, <c>section:ID</c>, <c>front</c> …</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    public static RenderedPage Moved(string location) => new() { Status = StatusCodes.Status308PermanentRedirect, Location = location };
}
