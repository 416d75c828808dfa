namespace Broadsheet.Platform.Cache;

/// <summary>What an outlet made: the same bytes for everyone of its class.</summary>
public sealed record RenderedPage
{
    public const string Html = "text/html; charset=utf-8";

    public required int Status { get; init; }

    public byte[] Bytes { get; init; } = [];

    public string ContentType { get; init; } = Html;

    /// <summary>Where a page that moved is now: a path, percent-encoded.</summary>
    public string? Location { get; init; }

    /// <summary>From when on it shows a day that is over; null where it shows none.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>All that it shows, so that it can be dropped when one of them changes: <c>story:ID</c>, <c>section:ID</c>, <c>front</c> …</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Whether the same address gives the same answer until one of its tags changes. What is not found depends on what is not there yet.</summary>
    public bool IsKept => Status is StatusCodes.Status200OK or StatusCodes.Status410Gone or StatusCodes.Status451UnavailableForLegalReasons or StatusCodes.Status308PermanentRedirect && Tags.Count > 0;

    /// <param name="tags">What the redirect depends on.</param>
    public static RenderedPage Moved(string location, params string[] tags) => new() { Status = StatusCodes.Status308PermanentRedirect, Location = location, Tags = tags };
}
