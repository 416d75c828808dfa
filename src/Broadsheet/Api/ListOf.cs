namespace Broadsheet.Api;

/// <summary>A page of a list, newest first; <c>next</c> is the <c>after</c> of the next page, null on the last.</summary>
public sealed record ListOf<T>(IReadOnlyList<T> Items, string? Next);
