using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Broadsheet.Tests.Support;

/// <summary>A JSON body that is sent in two halves, the second when the test says so.</summary>
public sealed class SlowBody : HttpContent
{
    private readonly byte[] _first;
    private readonly byte[] _second;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowBody(string first, string second)
    {
        (_first, _second) = (Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second));
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Ends when the first half is on its way.</summary>
    public Task Begun => _begun.Task;

    public void GoOn() => _goOn.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_first);
        await stream.FlushAsync();
        _begun.SetResult();
        await _goOn.Task;
        await stream.WriteAsync(_second);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _first.Length + _second.Length;
        return true;
    }
}
