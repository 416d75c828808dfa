using System.Runtime.CompilerServices;
using Broadsheet.Platform.Database;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>A fact about PostgreSQL alone; not run, and not counted, on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Explicit = Suite.Engine is not Engine.Postgres;
}

/// <summary>A fact about SQLite alone; not run, and not counted, on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Explicit = Suite.Engine is not Engine.Sqlite;
}
