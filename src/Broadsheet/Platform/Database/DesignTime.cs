using Microsoft.EntityFrameworkCore.Design;

namespace Broadsheet.Platform.Database;

/// <summary>For <c>dotnet ef migrations</c> only: no database is touched.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => (SqliteDb)DatabaseServices.Open(new(Engine.Sqlite, "Data Source=design.db"));
}

/// <inheritdoc cref="SqliteDesignTime"/>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => (PostgresDb)DatabaseServices.Open(new(Engine.Postgres, "Host=design;Database=design"));
}
