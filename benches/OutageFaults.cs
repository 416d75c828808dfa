using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>Everything that happens to PostgreSQL and to the nodes, one after the other, at random.</summary>
internal sealed class OutageFaults(ThrowAwayPostgres postgres, IReadOnlyList<OutageNode> nodes, OutageKnown known, Random random, Func<TimeSpan> now)
{
    private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);

    /// <summary>Since when PostgreSQL is well; null while it is not.</summary>
    public TimeSpan? Calm { get; private set; } = TimeSpan.Zero;

    /// <summary>What was done how often.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>Troubles PostgreSQL until it is told to stop, and leaves it well.</summary>
    public async Task TroublePostgres(Func<bool> goesOn, double pace)
    {
        while (goesOn())
        {
            await Task.Delay(Between(1, 12) * pace);
            var (name, begin, end) = Next();
            Say(name);
            Calm = null;
            await begin();
            await Task.Delay(Between(0.2, 8) * pace);
            await end();
            await postgres.Start();
            Calm = now();
            Say("well again");
        }
    }

    /// <summary>Kills one node after the other until it is told to stop, and leaves all running.</summary>
    public async Task KillNodes(Func<bool> goesOn, double pace)
    {
        while (goesOn())
        {
            await Task.Delay(Between(6, 25) * pace);
            var node = nodes[random.Next(nodes.Count)];
            Say($"kill -9 of node {node.Number}");
            known.Killed(node, now());
            await node.Kill();
            await Task.Delay(Between(0, 4) * pace);
            await node.Start();
            node.UpSince = now();
            Say($"node {node.Number} answers");
        }
    }

    private (string Name, Func<Task> Begin, Func<Task> End) Next()
    {
        IAsyncDisposable? taken = null;
        return random.Next(6) switch
        {
            0 => ("kill -9 of PostgreSQL", postgres.Kill, Nothing),
            1 => ("PostgreSQL stopped", postgres.ShutDown, Nothing),
            2 => ("PostgreSQL restarted", Restart, Nothing),
            3 => ("PostgreSQL read-only", () => postgres.ReadOnly(true), () => postgres.ReadOnly(false)),
            4 => ("PostgreSQL paused", Pause, GoOn),
            _ => ("PostgreSQL full", async () => taken = await postgres.Fill(), async () => await taken!.DisposeAsync()),
        };
    }

    private async Task Restart()
    {
        await postgres.ShutDown();
        await postgres.Start();
    }

    private Task Pause()
    {
        postgres.Pause();
        return Task.CompletedTask;
    }

    private Task GoOn()
    {
        postgres.GoOn();
        return Task.CompletedTask;
    }

    private static Task Nothing() => Task.CompletedTask;

    private TimeSpan Between(double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));

    private void Say(string what)
    {
        lock (_done)
        {
            _done[what] = _done.GetValueOrDefault(what) + 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {now():mm\\:ss\\.f}  {what}"));
    }
}
