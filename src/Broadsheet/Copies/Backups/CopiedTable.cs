using Broadsheet.Outlets.Search;
using Broadsheet.Platform.Changes;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Broadsheet.Copies.Backups;

/// <summary>A table as backups have it.</summary>
public sealed record CopiedTable(string Name, IReadOnlyList<CopiedColumn> Columns)
{
    /// <summary>What belongs to a running site or is made anew from the rest: nodes and what they know, search, and the site's own backups and restores.</summary>
    private static readonly Type[] NotCopied = [typeof(Node), typeof(Change), typeof(SearchEntry), typeof(DeskEntry), typeof(Backup), typeof(Restore)];

    /// <summary>All tables that are copied, each after those it refers to.</summary>
    public static IReadOnlyList<CopiedTable> All(IModel model)
    {
        var left = model.GetEntityTypes().Where(type => !NotCopied.Contains(type.ClrType)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal).ToList();
        List<CopiedTable> tables = [];
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(type => !type.GetForeignKeys().Any(key => key.PrincipalEntityType != type && left.Contains(key.PrincipalEntityType)))
                ?? throw new InvalidOperationException("Tables refer to each other in a circle.");
            left.Remove(next);
            tables.Add(Of(next));
        }

        return tables;
    }

    private static CopiedTable Of(IEntityType type) => new(
        type.GetTableName() ?? throw new InvalidOperationException($"{type.DisplayName()} has no table."),
        [.. type.GetProperties().Select(property => new CopiedColumn(property.GetColumnName(), KindOf(property), property.IsPrimaryKey()))]);

    private static ColumnKind KindOf(IProperty property) => property switch
    {
        _ when property.GetElementType()?.ClrType == typeof(Guid) => ColumnKind.Ids,
        _ when (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type && Kinds.TryGetValue(type, out var kind) => kind,
        _ when property.GetTypeMapping().Converter?.ProviderClrType == typeof(string) => ColumnKind.Text,
        _ => throw new InvalidOperationException($"Backups don't know how to copy {property.DeclaringType.DisplayName()}.{property.Name}."),
    };

    private static readonly Dictionary<Type, ColumnKind> Kinds = new()
    {
        [typeof(string)] = ColumnKind.Text,
        [typeof(Guid)] = ColumnKind.Id,
        [typeof(DateTimeOffset)] = ColumnKind.Time,
        [typeof(DateOnly)] = ColumnKind.Date,
        [typeof(int)] = ColumnKind.Whole,
        [typeof(long)] = ColumnKind.Long,
        [typeof(double)] = ColumnKind.Number,
        [typeof(bool)] = ColumnKind.Truth,
        [typeof(byte[])] = ColumnKind.Bytes,
    };
}

/// <param name="IsKey">Part of the primary key, which rows are sorted by.</param>
public sealed record CopiedColumn(string Name, ColumnKind Kind, bool IsKey);
