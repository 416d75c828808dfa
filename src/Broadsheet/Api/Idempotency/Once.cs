using System.Runtime.ExceptionServices;
using Broadsheet.Api.Problems;
using Broadsheet.Api.Tokens;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Idempotency;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> happens once. The key's row is the first thing in a transaction that the route's own work joins, and the answer the last, so what was done and
/// the memory of it are committed together or not at all. An equal request at the same time waits at the row: PostgreSQL blocks on the unique key, SQLite has one writer.
/// </summary>
internal sealed class Once(RequestDelegate next, TimeProvider time)
{
    // Larger bodies (images) wait on disk.
    private const int MostInMemory = 256 * 1024;

    public async Task Invoke(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint || !HttpMethods.IsPost(http.Request.Method) || http.Features.Get<Caller>() is not { } caller || Key(http.Request) is not { } key)
        {
            await next(http);
            return;
        }

        http.Request.EnableBuffering(MostInMemory);
        var row = new IdempotencyKey { TokenId = caller.TokenId, Key = key, RequestHash = await RequestHash.Of(http.Request, http.RequestAborted), CreatedAt = time.Now() };
        var db = http.RequestServices.GetRequiredService<BroadsheetDb>();
        if (await Replay(db, row, http))
        {
            return;
        }

        if (await InOneTransaction(db, row, http) is { } answer)
        {
            await answer.Send(http);
        }
        else if (!await Replay(db, row, http))
        {
            // It was there a moment ago, and was swept just now.
            await new ProblemAnswer(Problem.Later(ProblemKind.Unavailable, 1)).ExecuteAsync(http);
        }
    }

    private static string? Key(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(IdempotencyKey.Header, out var sent))
        {
            return null;
        }

        return sent is [{ Length: >= 1 and <= 255 } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new Invalid(IdempotencyKey.Header, $"{IdempotencyKey.Header} must be 1 to 255 visible ASCII characters, without spaces.");
    }

    private static async Task<bool> Replay(BroadsheetDb db, IdempotencyKey asked, HttpContext http)
    {
        var before = await db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.TokenId == asked.TokenId && k.Key == asked.Key, http.RequestAborted);
        if (before is null)
        {
            return false;
        }

        if (!before.RequestHash.AsSpan().SequenceEqual(asked.RequestHash))
        {
            await new ProblemAnswer(Problem.Of(ProblemKind.KeyReused)).ExecuteAsync(http);
            return true;
        }

        http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        await BufferedAnswer.Of(before).Send(http);
        return true;
    }

    // The strategy is only asked because PostgreSQL's refuses transactions outside of it. It never sees an exception: a route can't be run twice in one request, the client repeats it.
    private async Task<BufferedAnswer?> InOneTransaction(BroadsheetDb db, IdempotencyKey row, HttpContext http)
    {
        BufferedAnswer? answer = null;
        ExceptionDispatchInfo? failure = null;
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            try
            {
                answer = await Run(db, row, http);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        failure?.Throw();
        return answer;
    }

    // Null when an equal request was first.
    private async Task<BufferedAnswer?> Run(BroadsheetDb db, IdempotencyKey row, HttpContext http)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        if (!await Insert(db, row, http.RequestAborted))
        {
            return null;
        }

        var answer = await BufferedAnswer.Of(http, next);
        if (answer.Status < 400)
        {
            await Complete(db, row, answer);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return answer;
    }

    private static async Task<bool> Insert(BroadsheetDb db, IdempotencyKey row, CancellationToken cancellation)
    {
        // On SQLite an equal request is over by now: this transaction is the only writer.
        if (await db.IdempotencyKeys.AnyAsync(k => k.TokenId == row.TokenId && k.Key == row.Key, cancellation))
        {
            return false;
        }

        db.IdempotencyKeys.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException e) when (DatabaseFault.IsTaken(e))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    // From here on the client may go away: what it asked for is done, and it will ask again.
    private static Task<int> Complete(BroadsheetDb db, IdempotencyKey row, BufferedAnswer answer)
    {
        var headers = answer.HeadersAsJson();
        return db.IdempotencyKeys
            .Where(k => k.TokenId == row.TokenId && k.Key == row.Key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(k => k.Status, answer.Status).SetProperty(k => k.Headers, headers).SetProperty(k => k.Body, answer.Body),
                CancellationToken.None);
    }
}
