using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Broadsheet.Tests.Support;

/// <summary>Sends bytes as they are, which no HTTP client would.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends and reads until the server closes.</summary>
    /// <param name="isWhole">The request says where it ends; otherwise the client stops sending after these bytes.</param>
    public static async Task<RawAnswer> Send(Uri site, byte[] request, CancellationToken cancellation, bool isWhole = true)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port, patience.Token);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            if (!isWhole)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // It closed before it had read all; what it answered is here.
        }

        return RawAnswer.Read(answer.ToArray());
    }
}

/// <summary>What came back; status 0 where the server only closed.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static RawAnswer Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return new RawAnswer(0, new Dictionary<string, string>(StringComparer.Ordinal), text);
        }

        var lines = text[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);
        return new RawAnswer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            headers.ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase),
            text[(end + 4)..]);
    }
}
