namespace Broadsheet.Platform.Media;

/// <summary>
/// Keeps files that are too large for the database: in a folder or in S3, which all nodes share. A name is a path of plain parts, <c>renditions/…/full-960.avif</c>; see <see cref="MediaName"/>.
/// </summary>
public interface IMediaStore
{
    /// <summary>Opens a file to be read once from its beginning; null where there is none.</summary>
    /// <exception cref="MediaUnavailable">The store does not answer.</exception>
    Task<MediaFile?> Find(string name, CancellationToken cancellation);

    /// <summary>A file as a path on this machine, for libraries that jump about in it; null where there is none.</summary>
    /// <exception cref="MediaUnavailable">The store does not answer.</exception>
    Task<MediaCopy?> Fetch(string name, CancellationToken cancellation);

    /// <summary>Keeps a file under a name, in the place of what was there: wholly or, whatever is killed in between, not at all.</summary>
    /// <param name="content">A stream whose length is known.</param>
    /// <exception cref="MediaUnavailable">The store does not answer.</exception>
    Task Put(string name, Stream content, CancellationToken cancellation);

    /// <summary>The names of all files below a folder.</summary>
    /// <exception cref="MediaUnavailable">The store does not answer.</exception>
    Task<IReadOnlySet<string>> Names(string folder, CancellationToken cancellation);

    /// <summary>Removes a folder with all files below it, where there is one.</summary>
    /// <exception cref="MediaUnavailable">The store does not answer.</exception>
    Task Remove(string folder, CancellationToken cancellation);

    /// <summary>Writes a small file, reads it and removes it.</summary>
    /// <exception cref="IOException">That failed; the message says how.</exception>
    Task Check(CancellationToken cancellation);
}
