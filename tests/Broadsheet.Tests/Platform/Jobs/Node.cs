using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Platform.Jobs;

/// <summary>One node's background work on a test's database, with handlers and work of the test's own.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Node(TestDatabase database, FakeTimeProvider clock, params Work[] work)
    {
        var handlers = new OutboxHandlers();
        handlers.Add<Note, Listener>();
        var services = new ServiceCollection()
            .AddDatabase(database.Address, database.Data)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(handlers)
            .AddSingleton(Listener)
            .AddSingleton<Outbox>()
            .AddSingleton<JobRunner>()
            .AddScoped<SweepBackgroundWork>();
        foreach (var kind in work)
        {
            services.AddSingleton(new WorkKind(kind.Kind)).AddKeyedSingleton<IWork>(kind.Kind, kind);
        }

        _services = services.BuildServiceProvider();
    }

    public Listener Listener { get; } = new();

    public TestLog Log { get; } = new();

    public Task<int> Dispatch(CancellationToken? cancellation = null) => _services.GetRequiredService<Outbox>().Dispatch(cancellation ?? TestContext.Current.CancellationToken);

    public Task<int> RunJobs(CancellationToken? cancellation = null) => _services.GetRequiredService<JobRunner>().Run(cancellation ?? TestContext.Current.CancellationToken);

    public async Task Sweep()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepBackgroundWork>().Run(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
