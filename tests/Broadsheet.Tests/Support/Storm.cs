using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Very many requests at once: connections that are open already and send several requests each before they read an answer.</summary>
internal sealed class Storm : IDisposable
{
    private readonly List<TcpClient> _connections = [];
    private readonly byte[] _requests;
    private readonly int _each;

    private Storm(int each, byte[] requests) => (_each, _requests) = (each, requests);

    public static async Task<Storm> Gather(Uri site, int connections, int each, params string[] paths)
    {
        var requests = string.Concat(Enumerable.Range(0, each).Select(i => $"GET {paths[i % paths.Length]} HTTP/1.1\r\nHost: courier.example\r\n{(i == each - 1 ? "Connection: close\r\n" : "")}\r\n"));
        var storm = new Storm(each, Encoding.ASCII.GetBytes(requests));
        for (var i = 0; i < connections; i++)
        {
            var connection = new TcpClient();
            storm._connections.Add(connection);
            await connection.ConnectAsync(site.Host, site.Port, TestContext.Current.CancellationToken);
        }

        return storm;
    }

    /// <summary>Sends everything, then reads all answers to their end.</summary>
    public async Task<StormAnswers> Break()
    {
        await Task.WhenAll(_connections.Select(connection => connection.GetStream().WriteAsync(_requests).AsTask()));
        var answers = await Task.WhenAll(_connections.Select(Read));
        return new StormAnswers(answers.Sum(a => a.Good), answers.Sum(a => a.Bad));
    }

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());

    private async Task<(int Good, int Bad)> Read(TcpClient connection)
    {
        using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var good = Count(text, "HTTP/1.1 200 OK\r\n") + Count(text, "HTTP/1.1 410 Gone\r\n");
        return (good, _each - good);
    }

    private static int Count(string text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at + what.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}

/// <param name="Good">Answered with a page.</param>
/// <param name="Bad">All others.</param>
internal sealed record StormAnswers(int Good, int Bad)
{
    public (int Good, int Bad) Counted => (Good, Bad);
}
