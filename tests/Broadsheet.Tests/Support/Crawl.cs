using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Reads a site as a person would who follows every link.</summary>
public static partial class Crawl
{
    private static readonly string[] Starts = ["/", "/corrections", "/about", "/terms", "/privacy", "/feed.xml", "/feed.atom", "/feed.json", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml", "/lite", "/search?q=the"];

    /// <summary>Every address of the site that leads from one to another: its status, its ETag and the hash of its bytes.</summary>
    public static async Task<SortedDictionary<string, string>> Read(HttpClient http)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Starts);
        while (waiting.TryDequeue(out var path))
        {
            if (read.ContainsKey(path))
            {
                continue;
            }

            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            read[path] = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Headers.ETag?.Tag} {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
            if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xml" or "text/xml")
            {
                foreach (var link in Link().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["path"].Value)))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return read;
    }

    // Renditions are another matter: they are made when somebody asks.
    [GeneratedRegex("(?:href=\"|<loc>)(?:http://courier\\.example)?(?<path>/(?!media/|assets/)[^\"<#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
