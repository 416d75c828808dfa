using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>Texts that programs stumble over, as they stand between the quotes of JSON (so some are no text at all).</summary>
internal static class FuzzTexts
{
    /// <summary>What can stand in a query or a header: visible ASCII.</summary>
    public static readonly Gen<string> Ascii = Gen.OneOf(
        Gen.OneOf("", " ", "0", "-1", "999999999999999999999", "null", "true", "*", "\"1\"", "W/\"1\"", "a,b", "1;2", "%", "..", "{}", "[]", "'; --", "<b>", "tier:", "2026-04-01", "NaN"),
        Gen.Char[' ', '~'].Array[1, 40].Select(chars => new string(chars)));

    /// <summary>What people write.</summary>
    public static readonly Gen<string> Tame = Gen.OneOf(
        Gen.OneOf("A headline", "politics", "Ana Brandt", "en", "public", "members", "Zwölf Boxkämpfer", "القاهرة اليوم", "東京の朝", "🗞️🚀"),
        Gen.Int[1, 999_999].Select(i => $"item-{i}"));

    public static readonly Gen<string> InJson = Gen.Frequency(
        (4, Tame),
        (3, Gen.OneOf(
            "", " ", "\\n", "\\t\\t", "\\u0000", "a\\u0000b", "\\ud800", "\\udfff", "\\udc00\\ud800", "a\\ud83d", "\\ud83d\\ude80", "\\ufeff", "\\uffff", "\\ufdd0", "\\u202e\\u2066", "\\u200b", "\\u0085\\u2028",
            "I\\u0307İıſ", "e\\u0301\\u0301\\u0301", "ﷺ", "-", "--", "/", "../../etc/passwd", "%00", "%ff", "api", "feed.xml", "CON", "null", "undefined", "NaN", "0", "-1", "1e999",
            "<script>alert(1)</script>", "&lt;&#0;&#xD800;", "]]>", "{{{x}}}", "{{#each this}}", "${7*7}", "'; DROP TABLE stories; --", "%s%n", "\\\\", "\\\"",
            "javascript:alert(1)", "data:text/html,x", "http://[::1", "http://127.0.0.1/", "//evil.example", "https://example.com/" + "\\ud800",
            "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-04-01T18:30:00", "2026-04-01T18:30:00+25:00", "tier:", "tier:x", "xx-YY-zz", "paragraph:99999999999")),
        (1, Gen.OneOf(
            new string('a', 5_000), new string('a', 200_000), string.Concat(Enumerable.Repeat("\\ud83d\\ude80", 5_000)), string.Concat(Enumerable.Repeat("> ", 5_000)), string.Concat(Enumerable.Repeat("<div>", 5_000)),
            string.Concat(Enumerable.Repeat("[", 5_000)), string.Concat(Enumerable.Repeat("*a **b ", 3_000)), string.Concat(Enumerable.Repeat("- a\\n  ", 2_000)), string.Concat(Enumerable.Repeat("a\\u0301", 3_000)))),
        (2, Gen.Char['\u0020', '\ud7ff'].Array[0, 30].Select(chars => new string(chars).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))));
}
