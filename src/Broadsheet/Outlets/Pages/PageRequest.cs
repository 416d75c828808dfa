using Broadsheet.Readers;

namespace Broadsheet.Outlets.Pages;

/// <summary>All that a reader's page depends on, and so all that its cache key will hold.</summary>
/// <param name="Path">As routes see it: decoded, without <c>/lite</c> and without a slash at the end.</param>
/// <param name="Number">The page of a list; 1 is the first.</param>
public sealed record PageRequest(string Path, int Number, Audience Audience, bool IsLite)
{
    /// <summary>Beyond this, lists are read through search and topics.</summary>
    public const int LastNumber = 5000;

    /// <summary>An address of ours as this kind of page links to it.</summary>
    public string To(string path) => !IsLite ? path : path == "/" ? "/lite" : "/lite" + path;
}
