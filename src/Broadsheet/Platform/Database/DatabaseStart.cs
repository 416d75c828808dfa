using Broadsheet.Platform.Web;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Platform.Database;

/// <summary>
/// Migrates before the server listens. When the database is away it waits a little, then lets the server start and keeps trying.
/// </summary>
public sealed class DatabaseStart(Migrator migrator, DatabaseAddress address, Readiness readiness, IEnumerable<IFirstStart> firstStarts, ILogger<DatabaseStart> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string? _why;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A file is there or not at once; a long migration of it must not be cut short.
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

            foreach (var first in firstStarts)
            {
                await first.Run(cancellation);
            }

            readiness.DatabaseIsReady();
        }
        catch (Exception e) when (address.Engine is Engine.Postgres ? e is not OutOfMemoryException : DatabaseFault.IsOutage(e))
        {
            // A kept connection would stay with the file as it was, whatever is put in its place.
            if (address.Engine is Engine.Sqlite)
            {
                await using var kept = new SqliteConnection(address.ConnectionString);
                SqliteConnection.ClearPool(kept);
            }

            // Once for each reason: it tries every second.
            if (_why != e.GetBaseException().Message)
            {
                _why = e.GetBaseException().Message;
                log.LogWarning("The database {Database} can't be used yet: {Why}", address.Name, _why);
            }
        }
    }
}

/// <summary>What has to stand in the database before the first request; run at every start, so it must come to the same end.</summary>
public interface IFirstStart
{
    Task Run(CancellationToken cancellation);
}
