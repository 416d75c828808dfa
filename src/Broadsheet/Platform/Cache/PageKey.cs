namespace Broadsheet.Platform.Cache;

/// <summary>All that a page depends on: its path, the page of a list, and the class of who reads it. The host is no part of it, since no page depends on that.</summary>
/// <param name="Path">Decoded, without a query: <c>/aldor</c>.</param>
/// <param name="Number">The page of a list; 1 is the first, and all there is of what is no list.</param>
/// <param name="Class">As in the class cookie: <c>reader</c>, <c>member-friend.10</c>; empty for whoever is nobody in particular.</param>
public readonly record struct PageKey(string Path, int Number, string Class)
{
    /// <summary>Whether caches in between may keep the page.</summary>
    public bool IsPublic => Class.Length == 0;
}
