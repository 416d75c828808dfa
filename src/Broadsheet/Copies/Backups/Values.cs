using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Broadsheet.Platform.Database;
using NpgsqlTypes;

namespace Broadsheet.Copies.Backups;

/// <summary>Takes values from either engine to the file and back. What EF would store is what is stored.</summary>
internal static class Values
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly UtcMicroseconds Microseconds = new();

    /// <summary>A value that is not null.</summary>
    public static object Read(DbDataReader row, int at, ColumnKind kind, Engine engine) => (kind, engine) switch
    {
        (ColumnKind.Text, _) => row.GetString(at),
        (ColumnKind.Id, _) => row.GetGuid(at),
        (ColumnKind.Ids, Engine.Sqlite) => JsonSerializer.Deserialize<Guid[]>(row.GetString(at)) ?? [],
        (ColumnKind.Ids, _) => row.GetFieldValue<Guid[]>(at),
        (ColumnKind.Time, Engine.Sqlite) => Microseconds.ConvertFromProvider(row.GetInt64(at))!,
        (ColumnKind.Time, _) => row.GetFieldValue<DateTimeOffset>(at),
        (ColumnKind.Date, _) => row.GetFieldValue<DateOnly>(at),
        (ColumnKind.Whole, _) => row.GetInt32(at),
        (ColumnKind.Long, _) => row.GetInt64(at),
        (ColumnKind.Number, _) => row.GetDouble(at),
        (ColumnKind.Truth, _) => row.GetBoolean(at),
        (ColumnKind.Bytes, _) => row.GetFieldValue<byte[]>(at),
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case Guid id: json.WriteStringValue(id); break;
            case Guid[] ids: JsonSerializer.Serialize(json, ids); break;
            case DateTimeOffset time: json.WriteStringValue(time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)); break;
            case DateOnly date: json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case int whole: json.WriteNumberValue(whole); break;
            case long whole: json.WriteNumberValue(whole); break;
            case double number: json.WriteNumberValue(number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            default: throw new InvalidOperationException($"No backup holds a {value.GetType().Name}.");
        }
    }

    /// <summary>Null where the file says so.</summary>
    public static object? Parse(JsonElement value, ColumnKind kind) => value.ValueKind is JsonValueKind.Null ? null : kind switch
    {
        ColumnKind.Text => value.GetString(),
        ColumnKind.Id => value.GetGuid(),
        ColumnKind.Ids => value.Deserialize<Guid[]>(),
        ColumnKind.Time => DateTimeOffset.ParseExact(value.GetString()!, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ColumnKind.Date => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        ColumnKind.Whole => value.GetInt32(),
        ColumnKind.Long => value.GetInt64(),
        ColumnKind.Number => value.GetDouble(),
        ColumnKind.Truth => value.GetBoolean(),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    /// <summary>As a parameter for SQLite.</summary>
    public static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => Microseconds.ConvertToProvider(time)!,
        // As EF does it.
        Guid[] ids => JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpperInvariant())),
        _ => value,
    };

    public static NpgsqlDbType ForPostgres(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Id => NpgsqlDbType.Uuid,
        ColumnKind.Ids => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        ColumnKind.Time => NpgsqlDbType.TimestampTz,
        ColumnKind.Date => NpgsqlDbType.Date,
        ColumnKind.Whole => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Number => NpgsqlDbType.Double,
        ColumnKind.Truth => NpgsqlDbType.Boolean,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}
