using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Broadsheet.Copies.Backups;

/// <summary>Puts the rows of a backup into empty tables, in the open transaction. Columns go by the names and kinds of the backup, so the tables may be those of an earlier version.</summary>
internal sealed partial class RowsIn(BroadsheetDb db, BackupFile backup, Progress progress)
{
    private long _all;

    public async Task Fill(ManifestTable table, CancellationToken cancellation)
    {
        foreach (var name in table.Columns.Select(column => column.Name).Prepend(table.Name))
        {
            _ = Name().IsMatch(name) ? name : throw new InvalidDataException($"“{name}” is no name of a table or column.");
        }

        var rows = db.Database.GetDbConnection() switch
        {
            NpgsqlConnection postgres => await Copy(postgres, table, cancellation),
            SqliteConnection sqlite => await Insert(sqlite, table, cancellation),
            var other => throw new InvalidOperationException($"Unknown connection {other.GetType().Name}."),
        };
        if (rows != table.Rows)
        {
            throw new InvalidDataException($"The backup holds {rows} rows of {table.Name}, and should hold {table.Rows}.");
        }
    }

    private async Task<long> Copy(NpgsqlConnection connection, ManifestTable table, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({Names(table)}) FROM STDIN (FORMAT BINARY)", cancellation);
        var rows = 0L;
        await foreach (var row in Rows(table, cancellation))
        {
            await copy.StartRowAsync(cancellation);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                {
                    await copy.WriteAsync(value, Values.ForPostgres(table.Columns[i].Kind), cancellation);
                }
                else
                {
                    await copy.WriteNullAsync(cancellation);
                }
            }

            rows++;
        }

        await copy.CompleteAsync(cancellation);
        return rows;
    }

    private async Task<long> Insert(SqliteConnection connection, ManifestTable table, CancellationToken cancellation)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() as SqliteTransaction;
        insert.CommandText = $"INSERT INTO \"{table.Name}\" ({Names(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToList();
        var rows = 0L;
        await foreach (var row in Rows(table, cancellation))
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = Values.ForSqlite(row[i]);
            }

            await insert.ExecuteNonQueryAsync(cancellation);
            rows++;
        }

        return rows;
    }

    private async IAsyncEnumerable<object?[]> Rows(ManifestTable table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (_, open) in backup.Entries(RowsOut.Folder(table.Name)))
        {
            using var lines = new StreamReader(await open(cancellation), Encoding.UTF8);
            while (await lines.ReadLineAsync(cancellation) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                yield return [.. json.RootElement.EnumerateArray().Select((value, i) => Values.Parse(value, table.Columns[i].Kind))];
                _all++;
                progress.Say($"Rows: {_all:N0} of {backup.Manifest.Tables.Sum(t => t.Rows):N0} …");
            }
        }
    }

    private static string Names(ManifestTable table) => string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));

    [GeneratedRegex("^[a-z_]+[a-z0-9_]*$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
