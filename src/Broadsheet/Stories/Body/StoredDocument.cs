namespace Broadsheet.Stories.Body;

/// <summary>Reads bodies that were checked when they were saved.</summary>
public static class StoredDocument
{
    /// <exception cref="InvalidDataException">The stored body is not what was saved.</exception>
    public static Document Read(string json) => new DocumentReader(Random.Shared).Read(json) is { Document: { } document }
        ? document
        : throw new InvalidDataException("A stored body can't be read.");
}
