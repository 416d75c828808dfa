namespace Broadsheet.Platform.Cache;

/// <summary>All that a page depends on: its address and the class of who reads it. The host is no part of it, since no page depends on that.</summary>
/// <param name="Address">The decoded path, and the query as far as pages know it: <c>/aldor?page=2</c>.</param>
/// <param name="Class">As in the class cookie: <c>reader</c>, <c>member-friend.10</c>; empty for whoever is nobody in particular.</param>
public readonly record struct PageKey(string Address, string Class)
{
    /// <summary>Whether caches in between may keep the page.</summary>
    public bool IsPublic => Class.Length == 0;
}
