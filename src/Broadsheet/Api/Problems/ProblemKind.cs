namespace Broadsheet.Api.Problems;

/// <summary>The problems that the API knows; <c>docs/api.md</c> lists them.</summary>
public sealed record ProblemKind(string Name, int Status, string Title, string Meaning)
{
    public static readonly ProblemKind Unreadable = new("unreadable", 400, "The request can't be read", "The request can't be read: it is not JSON, or not what it says it is.");
    public static readonly ProblemKind NoToken = new("no-token", 401, "A valid token is needed", "Send “Authorization: Bearer TOKEN” with a token that was made by “broadsheet token create” and not revoked.");
    public static readonly ProblemKind NotAllowed = new("not-allowed", 403, "The token's role may not do this", "The token is valid, but its role may not do this.");
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is nothing here", "There is nothing at this address.");
    public static readonly ProblemKind WrongMethod = new("wrong-method", 405, "The address doesn't take this method", "The address exists, but not for this method; “Allow” lists those that it takes.");
    public static readonly ProblemKind Refused = new("refused", 409, "Refused as things stand", "What was asked was understood, and can't be done as things stand.");
    public static readonly ProblemKind Stale = new("stale", 412, "The resource has changed", "The resource has changed since it was read. Read it again and repeat the change.");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The body is too large", "The body is larger than this address takes.");
    public static readonly ProblemKind WrongMediaType = new("wrong-media-type", 415, "The body's type isn't taken here", "The body's Content-Type is not one that this address takes.");
    public static readonly ProblemKind Invalid = new("invalid", 422, "What was sent can't be taken", "What was sent was read, but can't be taken; “errors” says why, by field.");
    public static readonly ProblemKind KeyReused = new("key-reused", 422, "The Idempotency-Key was used before", "This Idempotency-Key came with another request before. Make a new key for a new request.");
    public static readonly ProblemKind NoPrecondition = new("no-precondition", 428, "If-Match is needed", "PATCH needs If-Match with the ETag that the resource was read with.");
    public static readonly ProblemKind TooMany = new("too-many", 429, "Too many requests", "Too many requests came from this address. Wait for as long as “Retry-After” says.");
    public static readonly ProblemKind Unexpected = new("unexpected", 500, "Something went wrong", "Something went wrong in the server. It has been logged; “requestId” finds it there.");
    public static readonly ProblemKind Unavailable = new("unavailable", 503, "Not just now", "The database or the media store can't be reached or is busy. Nothing was changed; try again after “Retry-After”.");

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        Unreadable, NoToken, NotAllowed, NotFound, WrongMethod, Refused, Stale, TooLarge, WrongMediaType, Invalid, KeyReused, NoPrecondition, TooMany, Unexpected, Unavailable,
    ];

    /// <summary>The problem's <c>type</c>, relative to the site.</summary>
    public string Address => $"/api/problems/{Name}";

    /// <summary>The problem behind a status that came without one.</summary>
    public static ProblemKind Of(int status) => All.FirstOrDefault(kind => kind.Status == status) ?? (status >= 500 ? Unexpected : Unreadable);
}
