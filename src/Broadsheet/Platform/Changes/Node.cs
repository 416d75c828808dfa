using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Platform.Changes;

/// <summary>A running node, and the last change that it has applied to its pages. A node that is not seen for a while counts as gone.</summary>
public sealed class Node
{
    public required Guid Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By the database's own clock, since nodes' clocks differ.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The number of the last <see cref="Change"/> that its pages know of.</summary>
    public required long Applied { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Node>
    {
        public void Configure(EntityTypeBuilder<Node> node)
        {
            node.ToTable("nodes");
            node.HasKey(n => n.Id);
        }
    }
}

public static class NodeTable
{
    extension(BroadsheetDb db)
    {
        public DbSet<Node> Nodes => db.Set<Node>();
    }
}
