using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Broadsheet.Platform.Web;

/// <summary>So many requests a second from one address, with a burst before that; an IPv6 client is its whole /64.</summary>
public sealed class RateLimit(int perSecond, int burst) : IDisposable
{
    // Addresses share this many buckets by a hash that differs in every process, so that no flood of addresses costs more memory than this.
    private const int Buckets = 16_384;

    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, int>(
        client => RateLimitPartition.GetTokenBucketLimiter(Bucket(client), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / perSecond),
            QueueLimit = 0,
        }));

    /// <summary>Counts one request.</summary>
    /// <returns>Null when it may go on, otherwise how long to wait: what <c>Retry-After</c> says, in whole seconds.</returns>
    public TimeSpan? Refusal(IPAddress? client)
    {
        using var lease = _limiter.AttemptAcquire(client);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after.TotalSeconds : 1;
        return TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait)));
    }

    public void Dispose() => _limiter.Dispose();

    private static int Bucket(IPAddress? client)
    {
        if (client is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        var address = client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client;
        address.TryWriteBytes(bytes, out var length);
        var hash = default(HashCode);
        hash.AddBytes(bytes[..(address.AddressFamily is AddressFamily.InterNetworkV6 ? 8 : length)]);
        return hash.ToHashCode() & (Buckets - 1);
    }
}
