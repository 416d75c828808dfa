using System.Collections.Concurrent;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Images;

/// <summary>
/// Makes a rendition when somebody asks for it before the background has come to it. However many ask for one, it is made once; who goes away meanwhile ends nothing for the others.
/// </summary>
public sealed class OnDemand(IServiceScopeFactory scopes, Renditions renditions, TimeProvider time) : IDisposable
{
    private const int MostWaiting = 64;
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _making = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Makes what an address asks for.</summary>
    /// <returns>Whether it is there now; false when no picture has such a rendition, or it may not be shown.</returns>
    /// <exception cref="DarkroomFull">Too many others are being made.</exception>
    public Task<bool> Make(Guid image, string address, CancellationToken cancellation)
    {
        if (_making.Count >= MostWaiting && !_making.ContainsKey(address))
        {
            throw new DarkroomFull();
        }

        return _making.GetOrAdd(address, _ => new Lazy<Task<bool>>(() => Task.Run(() => MakeOnce(image, address)))).Value.WaitAsync(cancellation);
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task<bool> MakeOnce(Guid id, string address)
    {
        var closing = _closing.Token;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
            var image = await db.Images.AsNoTracking().Showable(time.Now()).SingleOrDefaultAsync(i => i.Id == id, closing);
            if (image is null || Rendition.All(image.Picture).FirstOrDefault(rendition => rendition.Address == address) is not { } wanted)
            {
                return false;
            }

            await renditions.Make(image, wanted, closing);
            if (await db.Images.Showable(time.Now()).AnyAsync(i => i.Id == id, closing))
            {
                return true;
            }

            await renditions.Remove(id, closing);
            return false;
        }
        finally
        {
            _making.TryRemove(address, out _);
        }
    }
}

/// <summary>More renditions are asked for than can be made soon. Answered 503.</summary>
public sealed class DarkroomFull() : Exception("Too many pictures are being made just now. Try again in a moment.");
