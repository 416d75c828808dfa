using System.Collections.Frozen;
using System.Text.Json;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>
/// When the licences of images end, as this node knows it: read every minute, so that <c>/media</c> keeps to it without asking the database. What another node learned is known here within that minute.
/// Kept in the data folder, for a start without the database.
/// </summary>
public sealed class LicenceEnds(Settings settings, ILogger<LicenceEnds> log)
{
    private readonly string _path = Path.Combine(settings.Data, "licences.json");
    private volatile FrozenDictionary<Guid, DateTimeOffset>? _ends;

    /// <summary>When the image's licence ends; null when that is not known to come.</summary>
    public DateTimeOffset? Of(Guid image) => Known().TryGetValue(image, out var at) ? at : null;

    public async Task Refresh(BroadsheetDb db, CancellationToken cancellation)
    {
        var ends = await db.Images.AsNoTracking()
            .Where(i => i.ExpiresAt != null && i.ExpiredAt == null)
            .Select(i => new { i.Id, At = i.ExpiresAt!.Value })
            .ToDictionaryAsync(end => end.Id, end => end.At, cancellation);
        var before = Known();
        _ends = ends.ToFrozenDictionary();
        if (ends.Count != before.Count || ends.Any(end => !before.Contains(end)))
        {
            await Keep(ends, cancellation);
        }
    }

    private FrozenDictionary<Guid, DateTimeOffset> Known() => _ends ??= Read();

    private FrozenDictionary<Guid, DateTimeOffset> Read()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize<Dictionary<Guid, DateTimeOffset>>(File.ReadAllBytes(_path))!.ToFrozenDictionary() : FrozenDictionary<Guid, DateTimeOffset>.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogWarning("When licences end can't be read from {File}: {Why}", _path, e.Message);
            return FrozenDictionary<Guid, DateTimeOffset>.Empty;
        }
    }

    private async Task Keep(Dictionary<Guid, DateTimeOffset> ends, CancellationToken cancellation)
    {
        try
        {
            var aside = _path + ".new";
            await File.WriteAllBytesAsync(aside, JsonSerializer.SerializeToUtf8Bytes(ends), cancellation);
            File.Move(aside, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("When licences end can't be kept in {File}: {Why}", _path, e.Message);
        }
    }
}
