using Broadsheet.Platform.Database;
using Broadsheet.Stories;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Copies.Exports;

/// <summary>What ids stand for, read once for all stories.</summary>
internal sealed record Names(IReadOnlyDictionary<Guid, string> Sections, IReadOnlyDictionary<Guid, string> Authors, IReadOnlyDictionary<Guid, string> Topics)
{
    public static async Task<Names> Read(BroadsheetDb db, CancellationToken cancellation) => new(
        await db.Sections.ToDictionaryAsync(section => section.Id, section => section.Slug, cancellation),
        await db.Authors.ToDictionaryAsync(author => author.Id, author => author.Name, cancellation),
        await db.Topics.ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancellation));

    /// <summary>The path of a story.</summary>
    public string? AddressOf(Guid? section, string? slug) => section is { } id && slug is not null && Sections.TryGetValue(id, out var name) ? $"/{name}/{slug}" : null;
}
