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

        await Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(address.ConnectionString).Database} WITH (FORCE)");
    }

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Address("postgres").ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
