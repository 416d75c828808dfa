using Broadsheet.Platform.Database;
using Npgsql;

namespace Broadsheet.Tests.Support;

/// <summary>Makes and drops databases on the server that the suite runs on.</summary>
internal static class PostgresServer
{
    public static DatabaseAddress Address(string name) => DatabaseAddress.Parse(new NpgsqlConnectionStringBuilder(Suite.Postgres)
    {
        Database = name,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ToString());

    public static string NewName() => "suite_" + Guid.NewGuid().ToString("N");

    public static Task Create(string name, string template) => Run($"CREATE DATABASE {name} TEMPLATE {template}");

    /// <summary>Drops the database, whoever is still connected to it.</summary>
    public static async Task Drop(DatabaseAddress address)
    {
        await using (var pooled = new NpgsqlConnection(address.ConnectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await Run($"DROP DATABASE IF EXISTS {NameOf(address)} WITH (FORCE)");
    }

    /// <summary>Ends every session of the database and lets no new one in.</summary>
    public static async Task Close(DatabaseAddress address)
    {
        await Run($"ALTER DATABASE {NameOf(address)} WITH ALLOW_CONNECTIONS false");
        await Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(address)}'");
    }

    public static Task Reopen(DatabaseAddress address) => Run($"ALTER DATABASE {NameOf(address)} WITH ALLOW_CONNECTIONS true");

    public static string NameOf(DatabaseAddress address) => new NpgsqlConnectionStringBuilder(address.ConnectionString).Database!;

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Address("postgres").ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
