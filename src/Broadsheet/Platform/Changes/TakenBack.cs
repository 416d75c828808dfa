using System.Globalization;
using System.Text;
using System.Text.Json;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;

namespace Broadsheet.Platform.Changes;

/// <summary>
/// What was revoked, noted in the media store, which all nodes share: a node that can't ask the database learns here what it must not show any more. Of use with PostgreSQL alone; elsewhere there is one node.
/// </summary>
public sealed class TakenBack(IMediaStore media, DatabaseAddress address, ILogger<TakenBack> log)
{
    private const string Folder = "revoked";
    private const string First = "revoked/first";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private volatile bool _isSilent;

    /// <summary>Notes what was revoked. Every node that applies it does, so a kill of the one that committed it loses nothing. A store that does not answer is waited for a little, and no commit fails for it.</summary>
    public async Task Note(IEnumerable<Change> revoked)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        foreach (var change in revoked)
        {
            await InTime(async token =>
            {
                using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(change));
                await media.Put(NameOf(change.Number), content, token);
                return true;
            });
        }
    }

    /// <summary>What was revoked after a change, in order. Nothing where the store does not answer: then nobody knows.</summary>
    public async Task<Remembered> Since(long number)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return Remembered.Nothing;
        }

        var remembered = await InTime(async token =>
        {
            if (await Read(First, token) is { } first && long.Parse(first, CultureInfo.InvariantCulture) > number + 1)
            {
                return new Remembered([], IsAll: false);
            }

            var revoked = new List<Change>();
            foreach (var name in (await media.Names(Folder, token)).Where(name => NumberOf(name) > number).Order(StringComparer.Ordinal))
            {
                if (await Read(name, token) is { } noted && JsonSerializer.Deserialize<Change>(noted) is { } change)
                {
                    revoked.Add(change);
                }
            }

            return new Remembered(revoked, IsAll: true);
        });
        return remembered ?? Remembered.Nothing;
    }

    /// <summary>Forgets what was revoked up to a change.</summary>
    public async Task Forget(long upTo, CancellationToken cancellation)
    {
        if (address.Engine is not Engine.Postgres)
        {
            return;
        }

        // First of all it is said that something is missing.
        using var first = new MemoryStream(Encoding.ASCII.GetBytes((upTo + 1).ToString(CultureInfo.InvariantCulture)));
        await media.Put(First, first, cancellation);
        foreach (var name in (await media.Names(Folder, cancellation)).Where(name => NumberOf(name) <= upTo))
        {
            await media.Remove(name[..name.LastIndexOf('/')], cancellation);
        }
    }

    private async Task<string?> Read(string name, CancellationToken cancellation)
    {
        await using var file = await media.Find(name, cancellation);
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(file.Content);
        return await reader.ReadToEndAsync(cancellation);
    }

    private async Task<T?> InTime<T>(Func<CancellationToken, Task<T>> work)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var result = await work(patience.Token).WaitAsync(patience.Token);
            _isSilent = false;
            return result;
        }
        catch (Exception e) when (e is MediaUnavailable or IOException or UnauthorizedAccessException or OperationCanceledException or JsonException or FormatException)
        {
            if (!_isSilent)
            {
                log.LogWarning("The media store does not answer, so nodes that are cut off from the database can't learn what was taken back: {Why}", e.Message);
            }

            _isSilent = true;
            return default;
        }
    }

    // A folder for each, since folders are what the store removes; with zeros in front, so that the order of names is that of numbers.
    private static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{number:D19}/change.json");

    // Of any other file nothing.
    private static long? NumberOf(string name) => name.Split('/') is [_, var number, _] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
}

/// <param name="IsAll">False when some of it is forgotten by now: nothing may be shown that is known as of that change alone.</param>
public sealed record Remembered(IReadOnlyList<Change> Revoked, bool IsAll)
{
    public static Remembered Nothing { get; } = new([], IsAll: true);
}
