using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Copies.Backups;

/// <summary>What a backup holds: the last entry of the file, <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    public const string EntryName = "manifest.json";

    /// <summary>The form that this program writes; it reads no later one.</summary>
    public const int CurrentFormat = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required int Format { get; init; }

    /// <summary>The version that made it.</summary>
    public required string Program { get; init; }

    /// <summary>Which engine it was taken from; it can be restored on any.</summary>
    public required string Engine { get; init; }

    /// <summary>The moment that the rows are of.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The names of the migrations that the database had, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>The newest number in <c>changes</c>, from which a restored site counts on; 0 where there was none.</summary>
    public required long LastChange { get; init; }

    /// <summary>Each after those it refers to, with how many rows.</summary>
    public required IReadOnlyList<ManifestTable> Tables { get; init; }

    /// <summary>Media that were deleted while the backup was made: in the file, and not restored.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    /// <summary>Media that were not in the store, or not as they had once come.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Every other entry, in the order of the file.</summary>
    public required IReadOnlyList<ManifestEntry> Entries { get; init; }
}

public sealed record ManifestTable(string Name, IReadOnlyList<CopiedColumn> Columns, long Rows);

/// <param name="Bytes">Unpacked.</param>
/// <param name="Sha256">Of what is unpacked, in hexadecimal digits.</param>
public sealed record ManifestEntry(string Name, long Bytes, string Sha256);
