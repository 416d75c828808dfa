using System.Diagnostics;
using System.Globalization;

namespace Broadsheet.Bench;

/// <summary>A server of others on loopback that serves one file, until it is disposed.</summary>
internal sealed class Peer(Process process, string address) : IAsyncDisposable
{
    public string Address => address;

    public static Peer Kestrel(string file, string? encoding)
    {
        var port = Served.FreePort().ToString(CultureInfo.InvariantCulture);
        return Start("dotnet", [typeof(Peer).Assembly.Location, "bare", port, file, .. encoding is null ? Array.Empty<string>() : [encoding]], $"http://127.0.0.1:{port}/");
    }

    public static Peer Nginx(string file, string folder, bool isPacked)
    {
        var port = Served.FreePort();
        var own = Directory.CreateDirectory(Path.Combine(folder, "peers", string.Create(CultureInfo.InvariantCulture, $"nginx-{port}"))).FullName;
        var settings = Path.Combine(own, "nginx.conf");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off; pid {{own}}/pid; error_log {{own}}/error.log; worker_processes 1; user root;
            events { worker_connections 1024; }
            http {
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10 inactive=1h; gzip_static {{(isPacked ? "on" : "off")}};
              client_body_temp_path {{own}}; proxy_temp_path {{own}}; fastcgi_temp_path {{own}}; uwsgi_temp_path {{own}}; scgi_temp_path {{own}};
              server { listen 127.0.0.1:{{port}}; root {{Path.GetDirectoryName(file)}}; default_type text/html; }
            }
            """));
        return Start("nginx", ["-p", own, "-c", settings], string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/page.html"));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Peer Start(string program, string[] arguments, string address) =>
        new(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException($"{program} can't be started."), address);
}
