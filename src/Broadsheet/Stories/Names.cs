using Broadsheet.Platform.Database;
using Broadsheet.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Finds authors and topics by name, and makes those that are new. Two requests with the same new name make it once.</summary>
public sealed class Names(BroadsheetDb db)
{
    /// <summary>Ids in the order of the names.</summary>
    public async Task<IReadOnlyList<Guid>> Authors(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
        {
            var key = Plain.Key(name);
            for (var attempt = 1; await db.Authors.Where(a => a.NameKey == key).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellation) is var found; attempt++)
            {
                if (found is { } id)
                {
                    ids.Add(id);
                    break;
                }

                var slug = Numbered(Slug.From(name), "author", attempt);
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO authors (id, slug, name, name_key, version) VALUES ({Guid.CreateVersion7()}, {slug}, {name}, {key}, 1) ON CONFLICT DO NOTHING", cancellation);
            }
        }

        return ids;
    }

    /// <inheritdoc cref="Authors"/>
    public async Task<IReadOnlyList<Guid>> Topics(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
        {
            var key = Plain.Key(name);
            for (var attempt = 1; await db.Topics.Where(t => t.NameKey == key).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellation) is var found; attempt++)
            {
                if (found is { } id)
                {
                    ids.Add(id);
                    break;
                }

                var slug = Numbered(Slug.From(name), "topic", attempt);
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO topics (id, slug, name, name_key, version) VALUES ({Guid.CreateVersion7()}, {slug}, {name}, {key}, 1) ON CONFLICT DO NOTHING", cancellation);
            }
        }

        return ids;
    }

    // Two names can make one address (“Ann-Lee”, “Ann Lee”), so the second try counts up.
    private static string Numbered(string slug, string otherwise, int attempt)
    {
        var plain = slug.Length == 0 ? otherwise : slug;
        return attempt == 1 ? plain : $"{plain}-{attempt}";
    }
}
