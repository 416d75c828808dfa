using System.Text;

namespace Broadsheet.Stories.Body;

/// <summary>Reads bodies that were checked when they were saved.</summary>
public static class StoredDocument
{
    /// <exception cref="InvalidDataException">The stored body is not what was saved.</exception>
    public static Document Read(string json) => new DocumentReader(Random.Shared).ReadKept(Encoding.UTF8.GetBytes(json)) is { Document: { } document }
        ? document
        : throw new InvalidDataException("A stored body can't be read.");
}
