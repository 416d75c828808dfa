using Broadsheet.Staff;

namespace Broadsheet.Api.Tokens;

/// <summary>The token that a request came with.</summary>
internal sealed record Caller(Guid TokenId, Actor Actor, DateTimeOffset? LastUsedAt);
