using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

/// <summary>The database that many nodes share.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : BroadsheetDb(options)
{
    public override Engine Engine => Engine.Postgres;
}
