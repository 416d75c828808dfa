using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Platform.Time;

namespace Broadsheet.Readers;

/// <summary>
/// The signed cookie that tells a reader's class without a database: <c>CLASS.RANK.EXPIRES.SIGNATURE</c>. It names no person. A cookie that is old, forged or
/// unreadable counts as none.
/// </summary>
public sealed class ClassCookie(ClassKey key, TimeProvider time)
{
    public const string Name = "class";

    /// <summary>How long a cookie is believed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    // Clocks of nodes differ a little.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private readonly KnownCookies _known = new();

    /// <summary>The class that a request is answered for.</summary>
    public Audience Read(HttpRequest request) => Find(request)?.Audience ?? Audience.Visitor;

    /// <summary>The same as <see cref="Audience.Class"/>.</summary>
    public string ReadClass(HttpRequest request) => Find(request)?.Class ?? Audience.Visitor.Class;

    /// <summary>The cookie's value for a class, valid for <see cref="Lifetime"/>.</summary>
    public string Issue(Audience audience)
    {
        var expires = (time.Now() + Lifetime).ToUnixTimeSeconds();
        var signed = string.Create(CultureInfo.InvariantCulture, $"{audience}.{audience.Rank}.{expires}");
        return $"{signed}.{Sign(signed)}";
    }

    // Most requests carry no cookie, or the one of a moment ago.
    private KnownCookies.Known? Find(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0 || !request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        if (_known.Find(value) is { } known)
        {
            return IsNow(known.Expires) ? known : null;
        }

        if (Verify(value) is not var (audience, expires))
        {
            return null;
        }

        known = new KnownCookies.Known(audience, audience.Class, expires);
        _known.Keep(value, known);
        return known;
    }

    private (Audience, long Expires)? Verify(string value)
    {
        if (value.Length > 300 || value.LastIndexOf('.') is var dot && dot <= 0)
        {
            return null;
        }

        var signed = value[..dot];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(signed)), Encoding.UTF8.GetBytes(value[(dot + 1)..])))
        {
            return null;
        }

        // Signed by us, so its form needs no doubt.
        var parts = signed.Split('.');
        var expires = long.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (!IsNow(expires))
        {
            return null;
        }

        var rank = int.Parse(parts[^2], CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "reader" => (Audience.Reader, expires),
            _ when parts[0].StartsWith("member-", StringComparison.Ordinal) => (Audience.Member(parts[0]["member-".Length..], rank), expires),
            _ => null,
        };
    }

    // What was issued while the clock was ahead is believed no longer than anything else once it is set back.
    private bool IsNow(long expires)
    {
        var now = time.GetUtcNow();
        return expires >= now.ToUnixTimeSeconds() && expires <= (now + Lifetime + Ahead).ToUnixTimeSeconds();
    }

    private string Sign(string text)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(text), signature);
        return Base64Url.EncodeToString(signature);
    }
}
