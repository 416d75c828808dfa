using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Database;

namespace Broadsheet.Platform.Web;

/// <summary><c>/healthz</c> (alive) and <c>/readyz</c> (readers can be answered).</summary>
public static class Health
{
    private const string Degraded = "ready for readers; the database does not answer: pages are served as they were last made, and nothing can be changed\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", Alive).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Alive() => Results.Text("alive\n");

    private static async Task<IResult> Ready(Readiness readiness, PageDisk disk, IServiceScopeFactory scopes, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (readiness.IsDraining)
        {
            return Results.Text("draining\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (!readiness.DatabaseWasReady && disk.LastReached is null)
        {
            return Results.Text("starting: the database has not answered yet\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Text(await Answers(scopes, http.RequestAborted) ? "ready\n" : Degraded);
    }

    private static async Task<bool> Answers(IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<BroadsheetDb>().Database.CanConnectAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
