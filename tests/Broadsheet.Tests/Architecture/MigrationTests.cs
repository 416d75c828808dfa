using System.Globalization;
using System.Text;
using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
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

    [Fact]
    public async Task The_program_knows_its_migrations_by_name()
    {
        await using var nothing = TestDatabase.Untouched();
        await using var db = nothing.Open();
        Assert.Equal(db.Database.GetMigrations(), await new Migrator(nothing.Address, nothing.Data).Pending(TestContext.Current.CancellationToken), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_compiled_models_are_the_model()
    {
        foreach (var engine in Engines)
        {
            await using var db = DatabaseServices.Open(engine);
            Assert.EndsWith("DbModel", db.Model.GetType().Name, StringComparison.Ordinal);
            Assert.Equal(Described(db.GetService<IDesignTimeModel>().Model), Described(db.Model));
        }
    }

    // What a query or a save depends on.
    private static string Described(IModel model)
    {
        var text = new StringBuilder();
        foreach (var type in model.GetEntityTypes().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{type.Name} in {type.GetTableName()}");
            foreach (var p in type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                var mapping = p.GetRelationalTypeMapping();
                text.AppendLine(CultureInfo.InvariantCulture, $"  {p.Name} {p.ClrType} as {p.GetColumnName()} {mapping.StoreType}, by {mapping.Converter?.ProviderClrType}; null {p.IsNullable}, longest {p.GetMaxLength()}, {p.ValueGenerated}, guards {p.IsConcurrencyToken}, key {p.IsPrimaryKey()}, after {p.GetAfterSaveBehavior()}, default {p.GetDefaultValueSql()}");
            }

            foreach (var key in type.GetForeignKeys().OrderBy(k => k.ToString(), StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  to {key.PrincipalEntityType.Name} by {string.Join(", ", key.Properties.Select(p => p.Name))}: {key.DeleteBehavior}, unique {key.IsUnique}, required {key.IsRequired}");
            }

            foreach (var index in type.GetIndexes().OrderBy(i => i.GetDatabaseName(), StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {index.GetDatabaseName()} unique {index.IsUnique}");
            }
        }

        return text.ToString();
    }

    // 20261123055733_Initial: the set's own time, then the name.
    private static IEnumerable<string> Names(BroadsheetDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
