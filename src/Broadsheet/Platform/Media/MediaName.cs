using System.Buffers;

namespace Broadsheet.Platform.Media;

/// <summary>
/// The name of a file or folder in the store: parts of ASCII letters, digits, hyphen, underscore and dot, with slashes between. No part begins with a dot, so a name never leads out of the store.
/// </summary>
public static class MediaName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./");

    /// <summary>The name itself.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Checked(string name) => IsName(name) ? name : throw new ArgumentException($"“{name}” is no name in the media store.", nameof(name));

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 500 && !name.AsSpan().ContainsAnyExcept(Allowed) && name.Split('/').All(part => part.Length > 0 && part[0] != '.');
}
