using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Copies.Backups;

/// <summary>Writes the rows of a table into a backup: a JSON array a line, in entries of some megabytes each.</summary>
internal sealed class RowsOut(BroadsheetDb db, BackupWriter writer, Progress progress)
{
    private const int EntryBytes = 32 << 20;
    private const int BufferBytes = 64 << 10;

    private readonly ArrayBufferWriter<byte> _buffer = new(BufferBytes * 2);
    private long _all;

    /// <summary>The folder of a table's entries.</summary>
    public static string Folder(string table) => $"rows/{table}/";

    /// <returns>How many rows.</returns>
    public async Task<long> Write(CopiedTable table, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {Names(table.Columns)} FROM \"{table.Name}\" ORDER BY {Names(table.Columns.Where(column => column.IsKey))}";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var count = 0L;
        var more = await rows.ReadAsync(cancellation);
        for (var part = 1; more; part++)
        {
            await writer.Add(
                string.Create(CultureInfo.InvariantCulture, $"{Folder(table.Name)}{part:D6}.jsonl"),
                CompressionLevel.Optimal,
                async entry =>
                {
                    var written = 0L;
                    while (more && written < EntryBytes)
                    {
                        written += await WriteLine(rows, table, entry, cancellation);
                        count++;
                        _all++;
                        progress.Say($"Rows: {_all:N0} …");
                        more = await rows.ReadAsync(cancellation);
                    }

                    await entry.WriteAsync(_buffer.WrittenMemory, cancellation);
                    _buffer.ResetWrittenCount();
                },
                cancellation);
        }

        return count;
    }

    private async Task<int> WriteLine(DbDataReader row, CopiedTable table, Stream entry, CancellationToken cancellation)
    {
        var before = _buffer.WrittenCount;
        WriteRow(row, table);
        var length = _buffer.WrittenCount - before;
        if (_buffer.WrittenCount >= BufferBytes)
        {
            await entry.WriteAsync(_buffer.WrittenMemory, cancellation);
            _buffer.ResetWrittenCount();
        }

        return length;
    }

    private void WriteRow(DbDataReader row, CopiedTable table)
    {
        using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (row.IsDBNull(i))
                {
                    json.WriteNullValue();
                }
                else
                {
                    Values.Write(json, Values.Read(row, i, table.Columns[i].Kind, db.Engine));
                }
            }

            json.WriteEndArray();
        }

        _buffer.Write("\n"u8);
    }

    private static string Names(IEnumerable<CopiedColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
