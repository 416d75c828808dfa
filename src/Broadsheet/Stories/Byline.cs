using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Stories;

/// <summary>That an author signs the live version of a story.</summary>
public sealed class Byline
{
    public required Guid StoryId { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>0 comes first.</summary>
    public required int Position { get; init; }

    /// <summary>The story's first publication, by which the author's list goes; null where an earlier version of the program wrote the row, until <see cref="DateLists"/> has seen it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Byline>
    {
        public void Configure(EntityTypeBuilder<Byline> byline)
        {
            byline.ToTable("bylines");
            byline.HasKey(b => new { b.StoryId, b.AuthorId });
            byline.HasIndex(b => new { b.AuthorId, b.PublishedAt, b.StoryId });
            byline.HasIndex(b => b.PublishedAt).HasFilter("published_at IS NULL");
            byline.HasOne<Story>().WithMany().HasForeignKey(b => b.StoryId).OnDelete(DeleteBehavior.Cascade);
            byline.HasOne<Author>().WithMany().HasForeignKey(b => b.AuthorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>That the live version of a story is about a topic.</summary>
public sealed class StoryTopic
{
    public required Guid StoryId { get; init; }

    public required Guid TopicId { get; init; }

    /// <summary>0 comes first: what the story is mostly about.</summary>
    public required int Position { get; init; }

    /// <summary>The story's first publication, by which the topic's list goes; null where an earlier version of the program wrote the row, until <see cref="DateLists"/> has seen it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoryTopic>
    {
        public void Configure(EntityTypeBuilder<StoryTopic> topic)
        {
            topic.ToTable("story_topics");
            topic.HasKey(t => new { t.StoryId, t.TopicId });
            topic.HasIndex(t => new { t.TopicId, t.PublishedAt, t.StoryId });
            topic.HasIndex(t => t.PublishedAt).HasFilter("published_at IS NULL");
            topic.HasOne<Story>().WithMany().HasForeignKey(t => t.StoryId).OnDelete(DeleteBehavior.Cascade);
            topic.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
