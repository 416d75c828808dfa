using System.Collections.Concurrent;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Tokens;

/// <summary>
/// Who a token is: found by the hash of what was sent, so that the work is the same for any text. A token that was found is remembered for <see cref="Memory"/>,
/// and so is at work for as long at most after it was revoked.
/// </summary>
internal sealed class KnownTokens(TimeProvider time)
{
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _remembered = new(StringComparer.Ordinal);

    /// <summary>Finds who sent the token.</summary>
    /// <returns>Null when there is no such token, or it was revoked.</returns>
    public async Task<Caller?> Find(string token, BroadsheetDb db, CancellationToken cancellation)
    {
        var hash = ApiToken.HashOf(token);
        var key = Convert.ToHexString(hash);
        var now = time.Now();
        if (_remembered.TryGetValue(key, out var remembered) && now < remembered.Until)
        {
            return remembered.Caller;
        }

        var row = await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancellation);
        if (row is null)
        {
            _remembered.TryRemove(key, out _);
            return null;
        }

        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        var caller = new Caller(row.Id, row.Actor, row.LastUsedAt);
        _remembered[key] = (caller, now + Memory);
        return caller;
    }
}
