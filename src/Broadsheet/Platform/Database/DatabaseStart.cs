using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Database;

/// <summary>
/// Migrates before the server listens. When the database is away it waits a little, then lets the server start and keeps trying.
/// </summary>
public sealed class DatabaseStart(Migrator migrator, DatabaseAddress address, Readiness readiness, IEnumerable<IFirstStart> firstStarts, ILogger<DatabaseStart> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // SQLite is never away; a long migration there must not be cut short.
        if (address.Engine is Engine.Postgres)
        {
            patience.CancelAfter(Patience);
        }

        await Try(patience.Token);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!readiness.DatabaseWasReady && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            await Try(stoppingToken);
        }
    }

    private async Task Try(CancellationToken cancellation)
    {
        try
        {
            var applied = await migrator.Migrate(cancellation);
            if (applied.Count > 0)
            {
                log.LogInformation("Applied migrations {Migrations}", string.Join(", ", applied));
            }

            if (await migrator.Newer(cancellation) is { Count: > 0 } newer)
            {
                log.LogWarning("The database is newer than this program: it has {Migrations}. Both versions work side by side for an upgrade; end it by upgrading this one", string.Join(", ", newer));
            }

            foreach (var first in firstStarts)
            {
                await first.Run(cancellation);
            }

            readiness.DatabaseIsReady();
        }
        catch (Exception e) when (address.Engine is Engine.Postgres && e is not OutOfMemoryException)
        {
            log.LogWarning("The database {Database} can't be used yet: {Why}", address.Name, e.GetBaseException().Message);
        }
    }
}

/// <summary>What has to stand in the database before the first request; run at every start, so it must come to the same end.</summary>
public interface IFirstStart
{
    Task Run(CancellationToken cancellation);
}
