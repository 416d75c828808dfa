using System.IO.Compression;
using System.Text.Json;
using System.Threading.Channels;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Platform.Cache;

/// <summary>
/// Finished pages in a file of the data folder, with their tags and numbers: what readers get while the database is away, also after a restart. A file of its own engine (SQLite), so that a page
/// and its tags stand or fall together. Losing it costs nothing but that.
/// </summary>
public sealed class PageDisk : IAsyncDisposable
{
    private const long MostBytes = 4L << 30;
    private const int Batch = 100;

    // What is made again several times a second is written once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private const string Schema = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000;
        CREATE TABLE IF NOT EXISTS reached (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS pages (
          id INTEGER PRIMARY KEY, address TEXT NOT NULL, list_page INTEGER NOT NULL, class TEXT NOT NULL, number INTEGER NOT NULL, made_at INTEGER NOT NULL, stale INTEGER NOT NULL,
          status INTEGER NOT NULL, type TEXT NOT NULL, location TEXT, changed_at INTEGER NOT NULL, valid_until INTEGER, tags TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (address, list_page, class));
        CREATE TABLE IF NOT EXISTS tags (tag TEXT NOT NULL, page INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE, PRIMARY KEY (tag, page)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS tags_page ON tags (page);
        """;

    private readonly Channel<FinishedPage> _waiting = Channel.CreateBounded<FinishedPage>(new BoundedChannelOptions(2000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly ChangedTags _changed = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly ILogger<PageDisk> _log;
    private readonly string _path;
    private readonly UtcMicroseconds _instants = new();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _writing;

    // Null when the disk takes nothing at all: then there are no pages on it.
    private SqliteConnection? _file;

    public PageDisk(Settings settings, ILogger<PageDisk> log)
    {
        _log = log;
        Directory.CreateDirectory(settings.Data);
        _path = Path.Combine(settings.Data, "pages.db");
        try
        {
            _file = Opened(_path);
            LastReached = ReadReached();
        }
        catch (SqliteException e)
        {
            BeginWithNothing(e);
        }

        _writing = Task.Run(WriteWaiting);
    }

    /// <summary>The change up to which all that is here is right; null in a new file.</summary>
    public (long Number, DateTimeOffset At)? LastReached { get; private set; }

    /// <summary>Stores a page soon; a reader doesn't wait for it.</summary>
    public void Keep(FinishedPage page) => _waiting.Writer.TryWrite(page);

    /// <summary>The page of a key; null where it was never made, or was revoked.</summary>
    public async Task<FinishedPage?> Find(PageKey key, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_file is null)
            {
                return null;
            }

            using var command = Command(
                "SELECT number, made_at, stale, status, type, location, changed_at, valid_until, tags, body FROM pages WHERE address = $address AND list_page = $page AND class = $class",
                ("$address", key.Path), ("$page", key.Number), ("$class", key.Class));
            using var row = command.ExecuteReader();
            return row.Read() ? Read(key, row) : null;
        }
        catch (SqliteException e)
        {
            BeginWithNothing(e);
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Which of these are not here, or only as they once were.</summary>
    public async Task<IReadOnlyList<PageKey>> Missing(IEnumerable<PageKey> keys, CancellationToken cancellation)
    {
        var missing = new List<PageKey>();
        foreach (var some in keys.Chunk(Batch))
        {
            await _one.WaitAsync(cancellation);
            try
            {
                if (_file is null)
                {
                    return [];
                }

                missing.AddRange(some.Where(key => !IsHere(key)));
            }
            catch (SqliteException e)
            {
                BeginWithNothing(e);
                return [];
            }
            finally
            {
                _one.Release();
            }
        }

        return missing;
    }

    /// <summary>Removes the page of a key that was made no later than a change.</summary>
    public Task Drop(PageKey key, long number) => Write(() =>
        Run("DELETE FROM pages WHERE address = $address AND list_page = $page AND class = $class AND number <= $number", ("$address", key.Path), ("$page", key.Number), ("$class", key.Class), ("$number", number)));

    /// <summary>Removes what was revoked, durably, and notes what is no longer the newest.</summary>
    public Task Apply(IReadOnlyDictionary<string, long> refreshed, IReadOnlyDictionary<string, long> revoked) => Write(
        () =>
        {
            _changed.Remember(refreshed, isRevoked: false);
            _changed.Remember(revoked, isRevoked: true);
            foreach (var (tag, number) in revoked)
            {
                Run("DELETE FROM pages WHERE number < $number AND id IN (SELECT page FROM tags WHERE tag = $tag)", ("$number", number), ("$tag", tag));
            }

            foreach (var (tag, number) in refreshed)
            {
                Run("UPDATE pages SET stale = 1 WHERE stale = 0 AND number < $number AND id IN (SELECT page FROM tags WHERE tag = $tag)", ("$number", number), ("$tag", tag));
            }
        },
        isForGood: revoked.Count > 0);

    /// <summary>Notes that every change up to this one has been applied here.</summary>
    public async Task Reached(Change change)
    {
        LastReached = (change.Number, change.At);
        await Write(() => SetReached(change));
    }

    /// <summary>Forgets everything: what is here was made from another database, or from one that has forgotten since when.</summary>
    public async Task BeginAnew(Change? last)
    {
        LastReached = last is null ? null : (last.Number, last.At);
        await Write(
            () =>
            {
                _changed.Clear();
                Run("DELETE FROM pages");
                Run("DELETE FROM reached");
                if (last is not null)
                {
                    SetReached(last);
                }
            },
            isForGood: true);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        _closing.TrySetResult();
        await _writing;

        // Whoever writes at this moment ends first; who comes later finds no file.
        await _one.WaitAsync();
        try
        {
            _file?.Dispose();
            _file = null;
        }
        finally
        {
            _one.Release();
        }
    }

    // What can't be read or written holds nothing that could not be made again; but what was revoked must not come back from it.
    private void BeginWithNothing(SqliteException why)
    {
        _log.LogError(why, "Pages on disk are given up");
        _file?.Dispose();
        _file = null;
        LastReached = null;
        try
        {
            foreach (var end in new[] { "", "-wal", "-shm" })
            {
                File.Delete(_path + end);
            }

            _file = Opened(_path);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            _log.LogError(e, "No pages can be kept on disk");
        }
    }

    private static SqliteConnection Opened(string path)
    {
        var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            return file;
        }
        catch (SqliteException)
        {
            file.Dispose();
            throw;
        }
    }

    private (long, DateTimeOffset)? ReadReached()
    {
        using var command = Command("SELECT number, at FROM reached");
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), At(row.GetInt64(1))) : null;
    }

    private void SetReached(Change change) =>
        Run("INSERT INTO reached (one, number, at) VALUES (1, $number, $at) ON CONFLICT (one) DO UPDATE SET number = excluded.number, at = excluded.at", ("$number", change.Number), ("$at", Micro(change.At)));

    private async Task WriteWaiting()
    {
        var batch = new List<FinishedPage>(Batch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < Batch && _waiting.Reader.TryRead(out var page))
            {
                // Compressed before the lock is taken, so that what is revoked need not wait for it.
                _ = page.Brotli;
                batch.Add(page);
            }

            await Write(() =>
            {
                foreach (var page in batch.Where(p => !p.IsGone))
                {
                    Store(page);
                }

                Bound();
            });
            batch.Clear();
            await Task.WhenAny(_closing.Task, Task.Delay(Pause));
        }
    }

    private bool IsHere(PageKey key)
    {
        using var command = Command("SELECT 1 FROM pages WHERE address = $address AND list_page = $page AND class = $class AND stale = 0", ("$address", key.Path), ("$page", key.Number), ("$class", key.Class));
        return command.ExecuteScalar() is not null;
    }

    private void Store(FinishedPage page)
    {
        if (_changed.RevokedAfter(page))
        {
            return;
        }

        using var insert = Command(
            """
            INSERT INTO pages (address, list_page, class, number, made_at, stale, status, type, location, changed_at, valid_until, tags, body)
            VALUES ($address, $page, $class, $number, $made, $stale, $status, $type, $location, $changed, $until, $tags, $body)
            ON CONFLICT (address, list_page, class) DO UPDATE SET number = excluded.number, made_at = excluded.made_at, stale = excluded.stale, status = excluded.status, type = excluded.type,
              location = excluded.location, changed_at = excluded.changed_at, valid_until = excluded.valid_until, tags = excluded.tags, body = excluded.body
            RETURNING id
            """,
            ("$address", page.Key.Path), ("$page", page.Key.Number), ("$class", page.Key.Class), ("$number", page.Number), ("$made", Micro(page.MadeAt)), ("$stale", page.IsStale || _changed.ChangedAfter(page) ? 1 : 0), ("$status", page.Page.Status),
            ("$type", page.Page.ContentType), ("$location", page.Page.Location), ("$changed", Micro(page.ChangedAt)),
            ("$until", page.Page.ValidUntil is { } until ? Micro(until) : null), ("$tags", string.Join(' ', page.Page.Tags)), ("$body", page.Brotli));
        var id = (long)insert.ExecuteScalar()!;
        Run("DELETE FROM tags WHERE page = $page", ("$page", id));
        Run("INSERT INTO tags (tag, page) SELECT value, $page FROM json_each($tags)", ("$page", id), ("$tags", JsonSerializer.Serialize(page.Page.Tags)));
    }

    private void Bound()
    {
        using var size = Command("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
        using var free = Command("SELECT freelist_count * page_size FROM pragma_freelist_count(), pragma_page_size()");
        if ((long)size.ExecuteScalar()! - (long)free.ExecuteScalar()! > MostBytes)
        {
            Run("DELETE FROM pages WHERE id IN (SELECT id FROM pages ORDER BY made_at LIMIT (SELECT count(*) / 10 + 1 FROM pages))");
        }
    }

    private FinishedPage Read(PageKey key, SqliteDataReader row)
    {
        var body = row.GetFieldValue<byte[]>(9);
        var page = new RenderedPage
        {
            Status = row.GetInt32(3),
            ContentType = row.GetString(4),
            Location = row.IsDBNull(5) ? null : row.GetString(5),
            ValidUntil = row.IsDBNull(7) ? null : At(row.GetInt64(7)),
            Tags = row.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Bytes = Decompressed(body),
        };
        return new FinishedPage(key, page, row.GetInt64(0), At(row.GetInt64(1)), body) { IsStale = row.GetInt64(2) != 0, ChangedAt = At(row.GetInt64(6)) };
    }

    private static byte[] Decompressed(byte[] brotli)
    {
        using var input = new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress);
        using var output = new MemoryStream(brotli.Length * 4);
        input.CopyTo(output);
        return output.ToArray();
    }

    // What is lost when the power goes is what came last, the number that was reached with it; what was revoked is on the disk before anybody is told so.
    private async Task Write(Action write, bool isForGood = false)
    {
        await _one.WaitAsync();
        try
        {
            if (_file is not null)
            {
                Run(isForGood ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
                using var transaction = _file.BeginTransaction();
                write();
                transaction.Commit();
            }
        }
        catch (SqliteException e)
        {
            BeginWithNothing(e);
        }
        finally
        {
            _one.Release();
        }
    }

    private void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _file!.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private long Micro(DateTimeOffset at) => _instants.ConvertToProviderTyped(at);

    private DateTimeOffset At(long microseconds) => _instants.ConvertFromProviderTyped(microseconds);
}
