using System.Collections.Concurrent;
using System.Data.Common;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Tokens;

/// <summary>Writes down the hour in which a token was last used, after the answer is out: no caller waits for it, and none fails by it.</summary>
internal sealed class TokenUse(IServiceScopeFactory scopes, TimeProvider time, ILogger<TokenUse> log)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _written = new();

    public void Note(Caller caller, HttpResponse response)
    {
        var now = time.Now();
        var hour = now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
        if (caller.LastUsedAt < hour || caller.LastUsedAt is null)
        {
            response.OnCompleted(() => Write(caller.TokenId, hour));
        }
    }

    private async Task Write(Guid token, DateTimeOffset hour)
    {
        if (_written.TryGetValue(token, out var before) && before == hour)
        {
            return;
        }

        _written[token] = hour;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().ApiTokens
                .Where(t => t.Id == token)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, hour), CancellationToken.None);
        }
        catch (Exception e) when (e is DbException || DatabaseFault.IsOutage(e))
        {
            _written.TryRemove(token, out _);
            log.LogWarning(e, "The last use of token {Token} could not be written down", token);
        }
    }
}
