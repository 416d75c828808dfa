using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Broadsheet.Tests.Support;

/// <summary>The way to a real server, which can be cut: whoever uses it is cut off, and nobody gets through until it is mended.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly ConcurrentBag<Socket> _ends = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    private Cable(EndPoint server) => _server = server;

    /// <summary>Where it begins, on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>Lays a cable to PostgreSQL, which may listen on a socket in a folder.</summary>
    public static Cable To(string host, int port)
    {
        var cable = new Cable(host.StartsWith('/') ? new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"{host}/.s.PGSQL.{port}")) : new DnsEndPoint(host, port));
        cable.Listen();
        return cable;
    }

    public void Cut()
    {
        _listener.Stop();
        while (_ends.TryTake(out var end))
        {
            end.Close(0);
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        Listen();
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private void Listen()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept(_listener);
    }

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync();
                var far = _server is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
                _ends.Add(near);
                _ends.Add(far);
                await far.ConnectAsync(_server);
                _ = Carry(near, far);
                _ = Carry(far, near);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes) is > 0 and var count)
            {
                await to.SendAsync(bytes.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was cut, or one side has gone.
        }
    }
}
