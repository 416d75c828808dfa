using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

public static class DatabaseServices
{
    /// <summary>A pooled <see cref="BroadsheetDb"/> on the engine of <paramref name="address"/>, and what migrates it.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseAddress address, string data)
    {
        services.AddSingleton(address);
        services.AddSingleton(new Migrator(address, data));
        return address.Engine is Engine.Sqlite
            ? services.AddDbContextPool<BroadsheetDb, SqliteDb>(options => Sqlite(options, address.ConnectionString))
            : services.AddDbContextPool<BroadsheetDb, PostgresDb>(options => Postgres(options, address.ConnectionString));
    }

    /// <summary>A context outside the container: for the migrator, the commands and the tools.</summary>
    public static BroadsheetDb Open(DatabaseAddress address)
    {
        if (address.Engine is Engine.Sqlite)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            Sqlite(options, address.ConnectionString);
            return new SqliteDb(options.Options);
        }
        else
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            Postgres(options, address.ConnectionString);
            return new PostgresDb(options.Options);
        }
    }

    private static void Sqlite(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(BroadsheetDb).Assembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas(), new CountVersions());

    private static void Postgres(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(BroadsheetDb).Assembly).EnableRetryOnFailure(3, TimeSpan.FromSeconds(2), null))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new CountVersions());
}
