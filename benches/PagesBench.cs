using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Broadsheet.Readers;

namespace Broadsheet.Bench;

/// <summary>
/// A story page from the cache, for a visitor and for a member, as identity and as gzip, beside nginx and bare Kestrel that serve the same bytes. All servers run throughout, and take turns in every round.
/// </summary>
internal static partial class PagesBench
{
    private const int Rounds = 5;
    private const int Seconds = 6;
    private const int Connections = 32;
    private const double Goal = 0.9;

    public static async Task<int> Run(string program)
    {
        await using var paper = await BenchPaper.Make();
        await using var served = Served.Start(program, paper.Folder);
        var path = BenchPaper.Path(0);
        await served.Read(path);
        var cookie = $"{ClassCookie.Name}={new ClassCookie(ClassKey.InFolder(paper.Folder), TimeProvider.System).Issue(Audience.Member("friend", 10))}";
        var results = new List<object>();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\npages: a story page from the cache, wrk with {Connections} connections on one thread, median of {Rounds} × {Seconds} s, requests a second\n"));
        Console.WriteLine($"  {"",-10}{"visitor",10}{"member",10}{"Kestrel",10}{"nginx",10}   visitor and member ÷ Kestrel   ÷ nginx");
        var reached = true;
        foreach (var encoding in new[] { "identity", "gzip" })
        {
            var (rates, p99) = await Compare(served.Address, path, encoding, cookie, paper.Folder);
            var (visitor, member, kestrel, nginx) = (rates[0], rates[1], rates[2], rates[3]);
            reached &= visitor >= Goal * kestrel && member >= Goal * kestrel;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {encoding,-10}{visitor,10:N0}{member,10:N0}{kestrel,10:N0}{nginx,10:N0}   {visitor / kestrel,6:N2} × and {member / kestrel:N2} ×             {visitor / nginx:N2} × and {member / nginx:N2} ×"));
            results.Add(new { encoding, visitor, member, kestrel, nginx, visitorOfKestrel = visitor / kestrel, memberOfKestrel = member / kestrel, visitorOfNginx = visitor / nginx, memberOfNginx = member / nginx, p99 });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n  goal: {Goal:N1} × bare Kestrel for both classes: {(reached ? "reached" : "missed")}"));
        Directory.CreateDirectory("artifacts/bench");
        await File.WriteAllTextAsync("artifacts/bench/pages.json", JsonSerializer.Serialize(new { rounds = Rounds, seconds = Seconds, connections = Connections, reached, results }));
        return 0;
    }

    private static async Task<(double[] Rates, double[] P99)> Compare(Uri site, string path, string encoding, string cookie, string folder)
    {
        var file = await Fetch(site, path, encoding, folder);
        await using var kestrel = Peer.Kestrel(file, encoding == "gzip" ? "gzip" : null);
        await using var nginx = Peer.Nginx(file, folder, encoding == "gzip");
        string[] targets = [new Uri(site, path).AbsoluteUri, new Uri(site, path).AbsoluteUri, kestrel.Address, nginx.Address];
        string?[] cookies = [null, cookie, null, null];
        var rates = targets.Select(_ => new List<double>()).ToArray();
        var tails = targets.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < targets.Length; i++)
            {
                var (rate, p99) = await Load(targets[i], encoding, cookies[i]);
                // The first round warms all of them up.
                if (round >= 0)
                {
                    rates[i].Add(rate);
                    tails[i].Add(p99);
                }
            }
        }

        return ([.. rates.Select(Median)], [.. tails.Select(Median)]);
    }

    private static async Task<string> Fetch(Uri site, string path, string encoding, string folder)
    {
        using var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        var bytes = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var served = Directory.CreateDirectory(Path.Combine(folder, "peers", encoding)).FullName;
        var file = Path.Combine(served, encoding == "gzip" ? "page.html.gz" : "page.html");
        await File.WriteAllBytesAsync(file, bytes);
        if (encoding == "gzip")
        {
            // nginx looks for the plain file beside it.
            await using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            await using var plain = File.Create(Path.Combine(served, "page.html"));
            await packed.CopyToAsync(plain);
        }

        return file;
    }

    private static async Task<(double Rate, double P99)> Load(string url, string encoding, string? cookie)
    {
        List<string> arguments = ["-t1", $"-c{Connections}", $"-d{Seconds}s", "--latency", "-H", $"Accept-Encoding: {encoding}"];
        if (cookie is not null)
        {
            arguments.AddRange(["-H", $"Cookie: {cookie}"]);
        }

        var start = new ProcessStartInfo("wrk", [.. arguments, url]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk can't be started.");
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || text.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"wrk on {url}: {text}");
        }

        var tail = Tail().Match(text);
        var unit = tail.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return (double.Parse(Rate().Match(text).Groups["rate"].Value, CultureInfo.InvariantCulture), double.Parse(tail.Groups["time"].Value, CultureInfo.InvariantCulture) * unit);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(?<time>[0-9.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tail();
}
