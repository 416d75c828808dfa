using System.Net.Sockets;
using Broadsheet.Outlets.Themes;
using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Broadsheet.Commands;

/// <summary>What a failure is to whoever sits at the terminal: one line, with what to do where that is known.</summary>
internal static class Failure
{
    public static string Sentence(Exception e) => Known(e) ?? (e.GetBaseException() is { Message.Length: > 0 } cause ? Line(cause.Message) : $"It failed ({e.GetType().Name}).");

    private static string? Known(Exception e) => Causes(e).Select(cause => cause switch
    {
        Refused or ThemeException => cause.Message,
        AddressInUseException => "Another program listens at that address already: end it, or choose another with --urls.",
        SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT } => $"The file broadsheet.db in the data folder is damaged, or no database: put a copy of it back, or name another folder with --data. {Line(cause.Message)}",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM } => $"The file broadsheet.db in the data folder can't be opened for writing: see that it belongs to the user who runs the program. {Line(cause.Message)}",
        PostgresException postgres => $"PostgreSQL refuses ({postgres.SqlState}): {Line(postgres.MessageText)} Check Database and what its user may do.",
        NpgsqlException => $"The database does not answer: {Line(cause.Message)} See that it runs, and that Database is right.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "This machine does not have the address that it is to listen on: choose another with --urls.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "The host of the database is not known: check Host in Database.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "Ports below 1024 are for the system: choose another with --urls.",
        UnauthorizedAccessException => $"{Line(cause.Message)} See that the user who runs the program may write there.",
        DirectoryNotFoundException or FileNotFoundException => $"{Line(cause.Message)} Check --data.",
        OperationCanceledException => "It was stopped before it was done.",
        _ => null,
    }).FirstOrDefault(sentence => sentence is not null);

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string Line(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim();
        return line is [.., '.' or '!' or '?'] ? line : line + ".";
    }
}
