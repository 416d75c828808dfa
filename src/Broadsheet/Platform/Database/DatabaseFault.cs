using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Broadsheet.Platform.Database;

/// <summary>What an exception says about the database, whichever engine it is and however deep EF has wrapped it.</summary>
public static class DatabaseFault
{
    /// <summary>The database is away, busy or full: nothing is wrong with what was asked, and it may go through later.</summary>
    public static bool IsOutage(Exception e) => Causes(e).Any(cause => cause switch
    {
        DatabaseInterrupted => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.ReadOnlySqlTransaction
        } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_PERM or raw.SQLITE_IOERR or raw.SQLITE_FULL
            or raw.SQLITE_READONLY,
        _ => false,
    });

    /// <summary>Another row has this value already.</summary>
    public static bool IsTaken(Exception e) => Causes(e).Any(cause => cause switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        _ => false,
    });

    /// <summary>A row that this one refers to is gone, or this one is still referred to.</summary>
    public static bool IsTied(Exception e) => Causes(e).Any(cause => cause switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.ForeignKeyViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_FOREIGNKEY,
        _ => false,
    });

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
