using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Broadsheet.Tests.Browsing;

/// <summary>A window with one page, and what it complained of: errors of scripts, policies broken, answers that failed, requests to other hosts.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Goes to an address of the site and waits until everything is there.</summary>
    /// <returns>The status.</returns>
    public async Task<int> Go(string path)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return answer!.Status;
    }

    /// <summary>Waits until a click has led to an address, and everything is there.</summary>
    public async Task Arrive(string path)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(new Uri(Page.Url), path).AbsoluteUri);
        // The event itself may be over by now, and is not waited for.
        await Page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    internal static async Task<Window> Of(IBrowserContext context)
    {
        var window = new Window(context, await context.NewPageAsync());
        window.Listen();
        return window;
    }

    private void Listen()
    {
        // What failed to load is told by its answer, below.
        Page.Console += (_, message) => Complain(message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), message.Text);
        Page.PageError += (_, error) => Complain(true, error);
        Page.RequestFailed += (_, request) => Complain(true, $"{request.Url} failed: {request.Failure}");
        Page.Response += (_, answer) => Complain(answer.Status >= 400 && !answer.Request.IsNavigationRequest, $"{answer.Url} answered {answer.Status}");
        Page.Request += (_, request) => Complain(IsElsewhere(request.Url), $"{request.Url} is another host's");
    }

    private bool IsElsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" && Uri.TryCreate(Page.Url, UriKind.Absolute, out var own) && own.Scheme is "http" or "https" && asked.Authority != own.Authority;

    private void Complain(bool should, string what)
    {
        if (should)
        {
            _complaints.Enqueue(what);
        }
    }
}
