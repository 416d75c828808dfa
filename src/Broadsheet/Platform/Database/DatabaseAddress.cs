using Npgsql;

namespace Broadsheet.Platform.Database;

/// <summary>Where the data is: a SQLite file in the data folder, or a PostgreSQL connection string.</summary>
public sealed record DatabaseAddress(Engine Engine, string ConnectionString)
{
    /// <summary>What may be shown in logs and messages: never a password.</summary>
    public string Name => Engine is Engine.Postgres
        ? new NpgsqlConnectionStringBuilder(ConnectionString) is var b ? $"PostgreSQL {b.Host}:{b.Port}/{b.Database}" : ""
        : $"SQLite {new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource}";

    /// <summary>The default: <c>broadsheet.db</c> in the data folder.</summary>
    public static DatabaseAddress InFolder(string data) =>
        new(Engine.Sqlite, new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, "broadsheet.db"),
            ForeignKeys = true,
        }.ToString());

    /// <summary>Reads <c>Host=…;Database=…</c>.</summary>
    /// <exception cref="ArgumentException">It is not a PostgreSQL connection string; the message is a sentence.</exception>
    public static DatabaseAddress Parse(string text)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or ArgumentException)
        {
            throw new ArgumentException($"Database is not a PostgreSQL connection string (Host=…;Database=…;Username=…;Password=…): {e.Message}", e);
        }

        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
        {
            throw new ArgumentException("Database needs at least Host=… and Database=….");
        }

        builder.ApplicationName ??= "broadsheet";
        return new(Engine.Postgres, builder.ToString());
    }
}
