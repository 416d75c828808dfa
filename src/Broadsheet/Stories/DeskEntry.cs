using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>A story's working copy as the newsroom searches it. The words stand beside it, as each engine has them (<see cref="DeskIndex"/>).</summary>
public sealed class DeskEntry
{
    /// <summary>The beginning of the story's id (<see cref="NumberOf"/>), counted up where two share one: whoever walks down the numbers meets the newest first.</summary>
    public required long Number { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The revision it was made of.</summary>
    public required Guid DraftId { get; init; }

    public required StoryState State { get; init; }

    public required bool IsThrownAway { get; init; }

    /// <summary>The <see cref="Platform.Text.CutText.Version"/> it was made with.</summary>
    public required int Cut { get; init; }

    /// <summary>The first eight bytes of an id: its moment, and twelve bits of chance (RFC 9562, version 7).</summary>
    public static long NumberOf(Guid story)
    {
        Span<byte> bytes = stackalloc byte[16];
        story.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<DeskEntry>
    {
        public void Configure(EntityTypeBuilder<DeskEntry> entry)
        {
            entry.ToTable("desk");
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.HasIndex(e => e.StoryId).IsUnique();
            // What is missing is looked for every minute: without the rows, which hold the words.
            entry.HasIndex(e => new { e.StoryId, e.DraftId, e.State, e.IsThrownAway, e.Cut });
            entry.HasOne<Story>().WithOne().HasForeignKey<DeskEntry>(e => e.StoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
