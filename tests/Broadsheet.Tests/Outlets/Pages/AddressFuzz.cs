using System.Text;
using CsCheck;

namespace Broadsheet.Tests.Outlets.Pages;

/// <summary>Requests to any address at all, as they stand on the wire.</summary>
/// <param name="known">Paths that lead somewhere.</param>
internal sealed class AddressFuzz(IReadOnlyList<string> known)
{
    private static readonly string[] Parts =
    [
        "", ".", "..", "...", "%2e%2e", "%2E", "%2F", "%2f%2f", "%5c", "\\", "%", "%zz", "%0", "%25%32%65", "%00", "a%00b", "%0d%0aX: 1", "%c0%af", "%ED%A0%80", "%ff", "%F0%9F%9A%80", "%E2%80%AE", "%CC%81",
        "%D8%A7%D9%84%D8%B3%D8%AF", "%E6%9D%B1%E4%BA%AC", "a%20b", "a+b", "a;b=c", "a:b", "@", "~", "*", "|", "^", "`", "\"", "'", "<script>", "{section}", "{{x}}", "[]", "$(x)", "CON", "nul.txt", "::$DATA", "index.php", ".git", ".env",
        "0", "1", "-1", "2147483648", "99999999999999999999", "0196a000-0000-7000-8000-000000000001",
        "api", "API", "v1", "media", "assets", "default", "metrics", "healthz", "readyz", "openapi", "v1.json", "lite", "LITE", "topics", "authors", "pages", "terms", "about", "privacy", "corrections", "history", "feed.xml", "robots.txt", "search", "account",
        "sign-in", "newsletters", "community", ".well-known", "security.txt", "favicon.ico", "aldor", "Aldor", "problems", "full-1600.jpg",
        new string('a', 300), new string('a', 3000), string.Concat(Enumerable.Repeat("%F0%9F%9A%80", 400)), string.Concat(Enumerable.Repeat("../", 200)), new string('a', 9000),
    ];

    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.OneOf("", "0", "1", "2", "-1", "+2", "2.5", "1e3", "5001", "2147483647", "2147483648", "99999999999999999999", "%00", "%ff", "%ED%A0%80", "x", " ", "%20", "null", "NaN", "\"1\"", "W/\"1\"", "*", "%D9%A3", "1,2", "'; --", "<b>"),
        Gen.Char['!', '~'].Array[1, 40].Select(chars => new string(chars)));

    private static readonly Gen<string> Query = Gen.Frequency(
        (4, Gen.Const("")),
        (4, Odd.Select(value => $"?page={value}")),
        (1, Gen.OneOf("?", "?page", "?page=1&page=2", "?page[]=1", "?=&&", "?%00", "?q=%ff", "?page=2#x", "?" + new string('a', 4000), "?a=" + new string('%', 100))));

    private static readonly Gen<(string Name, string Value)> Header = Gen.Select(
        Gen.OneOf(
            "Cookie", "Range", "If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset", "Authorization", "Origin", "Referer", "Sec-Fetch-Site",
            "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-HTTP-Method-Override", "X-Original-URL", "Expect", "TE", "Upgrade", "Content-Type", "User-Agent"),
        Gen.OneOf(
            Odd,
            Gen.OneOf(
                "class=reader.0.99999999999.AAAA", "class=", "class=.", "class=member-x.9999999999999.1.x", "class=\"", "a=b; class=%00; class=%ff", "=;=;;", new string(';', 200),
                "bytes=0-", "bytes=-1", "bytes=9-1", "bytes=0-1,2-3,4-5", "Tue, 24 Nov 2026 08:00:00 GMT", "Tue, 99 Foo 9999", "text/html;q=x", "*/*;q=0", ";;;", "br;q=2, gzip;q=", "identity;q=0, *;q=0", "Bearer x", "Basic =", "null", "http://evil.example", "cross-site",
                "127.0.0.1, x", "for=\"[::1]:x", "https, http", "websocket", "h2c", "multipart/form-data", "multipart/form-data; boundary=", new string('a', 5000))),
        (name, value) => (name, value));

    private static readonly Gen<string> Method = Gen.Frequency((30, Gen.Const("GET")), (4, Gen.Const("HEAD")), (1, Gen.OneOf("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "FOO", "G-T")));

    private static readonly Gen<string> Host = Gen.Frequency((20, Gen.Const("localhost")), (1, Gen.OneOf("", "evil.example", "a b", "[::1]:80", "[", "localhost:99999", "%00", "xn--", "-", new string('a', 300))));

    public Gen<AddressRequest> Requests => Gen.Select(Method, Path, Query, Host, Header.Array[0, 4], (method, path, query, host, headers) => new AddressRequest(method, path + query, host, headers));

    private Gen<string> Path => Gen.Frequency(
        (3, Gen.OneOf([.. known])),
        (2, Gen.Select(Gen.OneOf([.. known]), Gen.OneOf(Parts), (path, part) => $"{path}/{part}")),
        (1, Gen.Select(Gen.OneOf([.. known]), Gen.OneOf("/", "//", "/.", "%2F", "%00", "?", "\\"), (path, end) => path + end)),
        (1, Gen.Select(Gen.OneOf("/", "//", "/lite", "/lite/", "//evil.example/", "/\\evil.example/"), Gen.OneOf([.. known]), (start, path) => start + path)),
        (6, Gen.OneOf(Parts).Array[0, 5].Select(parts => "/" + string.Join('/', parts))));
}

/// <summary>One request of the fuzz.</summary>
internal sealed record AddressRequest(string Method, string Target, string Host, IReadOnlyList<(string Name, string Value)> Headers)
{
    public byte[] Bytes() => Encoding.Latin1.GetBytes(ToString());

    public override string ToString() =>
        $"{Method} {Target} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n";
}
