using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Broadsheet.Platform.Database;
using Broadsheet.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Bench;

/// <summary>The published program on an <see cref="Archive"/>, asked as readers and as programs ask it.</summary>
internal sealed class ServedArchive : IAsyncDisposable
{
    private readonly Served _served;
    private readonly HttpClient _client;
    private int _asked;
    private string _cursor = "";

    private ServedArchive(Served served, string token)
    {
        (_served, _client) = (served, new HttpClient { BaseAddress = served.Address });
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Lists of the API, each with its address.</summary>
    public static IReadOnlyList<(string Name, Func<ServedArchive, string> Path)> Lists { get; } =
    [
        ("stories", _ => "stories?limit=100"),
        ("stories, from the middle", s => "stories?limit=100&after=" + s._cursor),
        ("stories, published", _ => "stories?limit=100&state=published"),
        ("stories, withdrawn", _ => "stories?limit=100&state=withdrawn"),
        ("stories, draft (none)", _ => "stories?limit=100&state=draft"),
        ("stories, bin (none)", _ => "stories?limit=100&state=thrownAway"),
        ("stories, one section", _ => "stories?limit=100&section=travel-desk"),
        ("stories, a common word", _ => "stories?limit=20&q=" + InventedLanguage.Latin.Word(25)),
        ("stories, a word that none has", _ => "stories?limit=20&q=no-such-word-anywhere"),
        ("images", _ => "images?limit=100"),
        ("authors", _ => "authors?limit=100"),
        ("topics", _ => "topics?limit=100"),
        ("audit", _ => "audit?limit=100"),
        ("audit, one actor (all)", _ => "audit?limit=100&actor=bench"),
        ("audit, one actor (none)", _ => "audit?limit=100&actor=nobody"),
        ("jobs", _ => "jobs?limit=100"),
    ];

    /// <summary>Searches, each with its query by round.</summary>
    public static IReadOnlyList<(string Name, Func<int, string> Query)> Searches { get; } =
    [
        ("the most common word", _ => Query(InventedLanguage.Latin.Word(0))),
        ("two common words", _ => Query($"{InventedLanguage.Latin.Word(1)} {InventedLanguage.Latin.Word(2)}")),
        ("sixteen common words", _ => Query(string.Join(' ', Enumerable.Range(0, 16).Select(InventedLanguage.Latin.Word)))),
        ("common words", i => Query($"{InventedLanguage.Latin.Word(100 + i)} {InventedLanguage.Latin.Word(200 + i)}")),
        ("a rare word", i => Query(InventedLanguage.Latin.Word(29_000 + i))),
        ("a word that none has", _ => Query("zyxxyz")),
        ("a common and a rare word", i => Query($"{InventedLanguage.Latin.Word(0)} {InventedLanguage.Latin.Word(25_000 + i)}")),
        ("a phrase of common words", i => Query($"\"{InventedLanguage.Latin.Word(0)} {InventedLanguage.Latin.Word(1 + (i % 3))}\"")),
        ("a phrase of common words that none has", _ => Query($"\"{string.Join(' ', Enumerable.Repeat(InventedLanguage.Latin.Word(3), 6))}\"")),
        ("a word, but not a common one", _ => Query($"{InventedLanguage.Latin.Word(60)} -{InventedLanguage.Latin.Word(0)}")),
        ("umlauts", i => Query(InventedLanguage.Umlauts.Word(i))),
        ("Arabic", i => Query(InventedLanguage.Arabic.Word(i))),
        ("a Chinese sign", i => Query(InventedLanguage.Chinese.Word(i))),
        ("Chinese words", i => Query(InventedLanguage.Chinese.Word(61 + i))),
        ("Chinese in a row", i => Query(InventedLanguage.Chinese.Words(new Random(i), 12))),
        ("a common word in a small section", _ => Query(InventedLanguage.Latin.Word(0)) + "&section=travel-desk"),
        ("a common word by one author", i => Query(InventedLanguage.Latin.Word(0)) + "&author=" + Uri.EscapeDataString(ArchiveStories.Author(i))),
        ("a common word of a month", _ => Query(InventedLanguage.Latin.Word(0)) + Month),
        ("a rare word of a month", i => Query(InventedLanguage.Latin.Word(20_000 + i)) + Month),
        ("a phrase of a month", _ => Query($"\"{InventedLanguage.Latin.Word(0)} {InventedLanguage.Latin.Word(1)}\"") + Month),
        ("a common word, page 20", _ => Query(InventedLanguage.Latin.Word(0)) + "&page=20"),
        ("random bytes", i => "?q=" + Bytes(i, 120)),
        ("very long", i => "?q=" + Bytes(i, 2500)),
        ("quotes, stars and parentheses", _ => Query("\"\" * ( ) NEAR(a b, 3) AND OR NOT {head} : ^x 'y' & | ! <-> \\ -")),
    ];

    /// <summary>Resident.</summary>
    public double Megabytes => _served.Megabytes;

    // As years ago: what of it is the newest is far down the index.
    private static string Month
    {
        get
        {
            var month = DateTime.UtcNow.AddYears(-6);
            return string.Create(CultureInfo.InvariantCulture, $"&from={month:yyyy-MM}-01&to={month:yyyy-MM}-28");
        }
    }

    public static async Task<ServedArchive> Start(string program, Archive archive)
    {
        await using var scope = archive.Services.CreateAsyncScope();
        var token = await new Tokens(scope.ServiceProvider.GetRequiredService<BroadsheetDb>(), TimeProvider.System)
            .Create($"bench {Guid.NewGuid():N}", Role.Admin, new Actor("bench", Role.Admin), CancellationToken.None);
        var served = Served.Start(program, archive.Folder, archive.Database);
        await served.Read("/");
        var asked = new ServedArchive(served, token);
        asked._cursor = await archive.Middle();
        return asked;
    }

    /// <summary>Reads a page.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    public Task<double> Read(string path) => Send(path);

    /// <summary>Asks the API.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    public Task<double> Ask(string path) => Send("/api/v1/" + path);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _served.DisposeAsync();
    }

    // Each from an address of its own, so that no limit stands in the way.
    private async Task<double> Send(string path)
    {
        var number = Interlocked.Increment(ref _asked);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}"));
        var watch = Stopwatch.StartNew();
        using var answer = await _client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    private static string Query(string words) => "?q=" + Uri.EscapeDataString(words);

    private static string Bytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return string.Concat(bytes.Select(b => string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")));
    }
}
