using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

public static class DatabaseServices
{
    // Commands and tools number their changes too; running sites learn of them.
    private static readonly NumberChanges Elsewhere = new(() => null, TimeProvider.System);

    /// <summary>A pooled <see cref="BroadsheetDb"/> on the engine of <paramref name="address"/>, and what migrates it.</summary>
    /// <param name="isPurged">A CDN ahead is told of every change.</param>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseAddress address, string data, bool isPurged = false)
    {
        services.AddSingleton(address);
        services.AddSingleton(new Migrator(address, data));
        services.AddSingleton<DatabasePulse>();
        // The feed is asked for when a change is committed, not before: it needs the database itself.
        services.AddSingleton(provider => new NumberChanges(provider.GetRequiredService<ChangeFeed>, provider.GetRequiredService<TimeProvider>(), isPurged));
        services.AddSingleton<Alarm>().AddSingleton<RingAfterCommit>();
        return address.Engine is Engine.Sqlite
            ? services.AddDbContextPool<BroadsheetDb, SqliteDb>((provider, options) => Listen(Sqlite(options, address.ConnectionString), provider))
            : services.AddDbContextPool<BroadsheetDb, PostgresDb>((provider, options) => Listen(Postgres(options, address.ConnectionString), provider));
    }

    /// <summary>A context outside the container: for the migrator, the commands and the tools.</summary>
    public static BroadsheetDb Open(DatabaseAddress address)
    {
        if (address.Engine is Engine.Sqlite)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            Sqlite(options, address.ConnectionString).AddInterceptors(Elsewhere);
            return new SqliteDb(options.Options);
        }
        else
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            Postgres(options, address.ConnectionString).AddInterceptors(Elsewhere);
            return new PostgresDb(options.Options);
        }
    }

    private static void Listen(DbContextOptionsBuilder options, IServiceProvider provider) =>
        options.AddInterceptors(provider.GetRequiredService<NumberChanges>(), provider.GetRequiredService<RingAfterCommit>());

    private static DbContextOptionsBuilder Sqlite(DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(BroadsheetDb).Assembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas(), new CountVersions());

    private static DbContextOptionsBuilder Postgres(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(BroadsheetDb).Assembly).EnableRetryOnFailure(3, TimeSpan.FromSeconds(2), null))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new CountVersions());
}
