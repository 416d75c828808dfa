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

    /// <summary>Sends everything.</summary>
    public Task Break() => Task.WhenAll(_connections.Select(connection => connection.GetStream().WriteAsync(_requests, TestContext.Current.CancellationToken).AsTask()));

    /// <summary>Reads all answers to their end.</summary>
    /// <returns>How many were pages, and how many were not.</returns>
    public async Task<(int Good, int Bad)> Pass()
    {
        var answers = await Task.WhenAll(_connections.Select(Read));
        return (answers.Sum(a => a.Good), answers.Sum(a => a.Bad));
    }

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());

    private async Task<(int Good, int Bad)> Read(TcpClient connection)
    {
        using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var good = text.Split("HTTP/1.1 200 OK\r\n").Length - 1;
        return (good, _each - good);
    }
}
