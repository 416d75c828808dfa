using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Architecture;

public sealed class MigrationTests
{
    // Neither is ever opened: the model and the migrations are both in the program.
    private static readonly DatabaseAddress[] Engines = [DatabaseAddress.InFolder("nowhere"), DatabaseAddress.Parse("Host=nowhere;Database=nothing")];

    [Fact]
    public async Task Both_sets_of_migrations_lead_to_the_model()
    {
        foreach (var engine in Engines)
        {
            await using var db = DatabaseServices.Open(engine);
            Assert.False(db.Database.HasPendingModelChanges(), $"The model has changes that no migration for {engine.Engine} makes: tools/add-migration NAME");
        }
    }

    [Fact]
    public async Task Both_sets_hold_the_same_migrations_in_the_same_order()
    {
        await using var sqlite = DatabaseServices.Open(Engines[0]);
        await using var postgres = DatabaseServices.Open(Engines[1]);
        Assert.Equal(Names(sqlite), Names(postgres), StringComparer.Ordinal);
    }

    // 20261123055733_Initial: the set's own time, then the name.
    private static IEnumerable<string> Names(BroadsheetDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
