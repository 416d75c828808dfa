using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

/// <summary>The database in the data folder. Times are whole microseconds since 1970, so that they sort.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : BroadsheetDb(options)
{
    public override Engine Engine => Engine.Sqlite;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }
}
