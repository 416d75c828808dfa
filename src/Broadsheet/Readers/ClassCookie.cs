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

    /// <summary>The class that a request is answered for.</summary>
    public Audience Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var value) && Verify(value) is { } audience ? audience : Audience.Visitor;

    /// <summary>The cookie's value for a class, valid for <see cref="Lifetime"/>.</summary>
    public string Issue(Audience audience)
    {
        var expires = (time.Now() + Lifetime).ToUnixTimeSeconds();
        var signed = string.Create(CultureInfo.InvariantCulture, $"{audience}.{audience.Rank}.{expires}");
        return $"{signed}.{Sign(signed)}";
    }

    private Audience? Verify(string value)
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
        if (long.Parse(parts[^1], CultureInfo.InvariantCulture) < time.Now().ToUnixTimeSeconds())
        {
            return null;
        }

        var rank = int.Parse(parts[^2], CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "reader" => Audience.Reader,
            _ when parts[0].StartsWith("member-", StringComparison.Ordinal) => Audience.Member(parts[0]["member-".Length..], rank),
            _ => null,
        };
    }

    private string Sign(string text)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes(text), signature);
        return Base64Url.EncodeToString(signature);
    }
}
