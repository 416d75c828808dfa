using Broadsheet.Copies.Backups;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Broadsheet.Tests.Copies;

public sealed class CopiedTableTests
{
    // Never opened: the model is in the program.
    private static readonly DatabaseAddress[] Engines = [DatabaseAddress.InFolder("nowhere"), DatabaseAddress.Parse("Host=nowhere;Database=nothing")];

    [Fact]
    public void Both_engines_are_copied_alike()
    {
        var tables = Engines.Select(engine => Models(engine).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.Kind} {column.IsKey}"))).ToList();
        Assert.Equal(tables[0], tables[1]);
        Assert.NotEmpty(tables[0]);
    }

    [Fact]
    public void A_table_comes_after_those_it_refers_to()
    {
        using var db = DatabaseServices.Open(Engines[0]);
        var order = Models(Engines[0]).Select(table => table.Name).ToList();
        Assert.All(db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => order.Contains(key.DeclaringEntityType.GetTableName()!) && key.PrincipalEntityType != key.DeclaringEntityType), key =>
            Assert.True(order.IndexOf(key.PrincipalEntityType.GetTableName()!) < order.IndexOf(key.DeclaringEntityType.GetTableName()!), $"{key.DeclaringEntityType.GetTableName()} comes before {key.PrincipalEntityType.GetTableName()}."));
    }

    [Fact]
    public void What_is_not_copied_is_what_a_restored_site_makes_anew()
    {
        using var db = DatabaseServices.Open(Engines[0]);
        var copied = Models(Engines[0]).Select(table => table.Name);
        Assert.Equal(["backups", "changes", "desk", "nodes", "restores", "search"], db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Except(copied, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    // A counter of the database's own would have to be set after a restore, as that of changes is.
    [Fact]
    public void No_copied_table_has_numbers_that_the_database_counts()
    {
        using var db = DatabaseServices.Open(Engines[1]);
        var copied = Models(Engines[1]).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(db.Model.GetEntityTypes().Where(type => copied.Contains(type.GetTableName()!)).SelectMany(type => type.GetProperties())
            .Where(property => property.ValueGenerated is not ValueGenerated.Never && property.ClrType != typeof(Guid)).Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}"));
    }

    private static IReadOnlyList<CopiedTable> Models(DatabaseAddress engine)
    {
        using var db = DatabaseServices.Open(engine);
        return CopiedTable.All(db.Model);
    }
}
