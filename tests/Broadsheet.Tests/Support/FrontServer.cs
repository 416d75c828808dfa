using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Broadsheet.Tests.Architecture;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Varnish or nginx in front of nodes, as a process of its own, with the file that <c>deploy/</c> has for it; only addresses and names are put in.</summary>
public sealed partial class FrontServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestFolder _folder = new();
    private readonly int _port = FreePort.Take();
    private readonly int _purgePort = FreePort.Take();
    private Process? _process;
    private string? _certificate;

    /// <summary>Where readers come in.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where Varnish is told what has changed; known before it is started, for the nodes' settings.</summary>
    public Uri Purge => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_purgePort}/"));

    public async Task StartVarnish(params TestSite[] nodes)
    {
        var ports = new Queue<int>(nodes.Select(n => n.Address.Port));
        var settings = _folder.File("default.vcl");
        await File.WriteAllTextAsync(settings, BackendPort().Replace(Repository.Read("deploy/varnish.vcl"), _ => string.Create(CultureInfo.InvariantCulture, $".port = \"{ports.Dequeue()}\";")), TestContext.Current.CancellationToken);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));
        await Start(
            "varnishd",
            [
                "-F", "-j", "none", "-n", Directory.CreateDirectory(_folder.File("varnish")).FullName, "-f", settings, "-s", "malloc,32m",
                "-a", string.Create(CultureInfo.InvariantCulture, $"readers=127.0.0.1:{_port}"), "-a", string.Create(CultureInfo.InvariantCulture, $"purge=127.0.0.1:{_purgePort}"),
            ]);
    }

    public async Task StartNginx(params TestSite[] nodes)
    {
        await WriteCertificate();
        var site = Repository.Read("deploy/nginx.conf")
            .Replace("    server 127.0.0.1:5080 max_fails=1 fail_timeout=5s;", string.Join('\n', nodes.Select(n => $"    server {n.Address.Authority} max_fails=1 fail_timeout=5s;")), StringComparison.Ordinal)
            .Replace("/var/cache/nginx/broadsheet", Directory.CreateDirectory(_folder.File("cache")).FullName, StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/courier.example/fullchain.pem", _folder.File("fullchain.pem"), StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/courier.example/privkey.pem", _folder.File("privkey.pem"), StringComparison.Ordinal);
        site = Listening().Replace(site, m => m.Groups["tls"].Success
            ? string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{_port} ssl http2;")
            : string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{_purgePort};"));
        var settings = _folder.File("nginx.conf");
        var own = _folder.Path;
        await File.WriteAllTextAsync(
            settings,
            $$"""
            daemon off; pid {{own}}/pid; error_log {{own}}/error.log; worker_processes 2;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{own}}/body; proxy_temp_path {{own}}/proxy; fastcgi_temp_path {{own}}/fastcgi; uwsgi_temp_path {{own}}/uwsgi; scgi_temp_path {{own}}/scgi;
              {{site}}
            }
            """,
            TestContext.Current.CancellationToken);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{_port}"));
        await Start("nginx", ["-p", own, "-c", settings]);
    }

    /// <summary>Somebody's browser: it follows no redirect and keeps no cookie.</summary>
    public HttpClient Reader() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == _certificate },
    })
    {
        BaseAddress = Address,
    };

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _folder.Dispose();
    }

    private async Task Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} can't be started.");
        var said = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var reader = Reader();
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{program} ended: {string.Join('\n', await said)}");
            }

            if (await Answers(reader, patience.Token))
            {
                return;
            }
        }
        while (await asking.WaitForNextTickAsync(patience.Token));
    }

    private static async Task<bool> Answers(HttpClient reader, CancellationToken cancellation)
    {
        try
        {
            using var answer = await reader.GetAsync("/readyz", cancellation);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=courier.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _certificate = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        await File.WriteAllTextAsync(_folder.File("fullchain.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.File("privkey.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""\.port = "50\d\d";""", RegexOptions.None, 1000)]
    private static partial Regex BackendPort();

    // One address each is enough; two of the same are refused.
    [GeneratedRegex(@"listen ((?<tls>443 ssl http2)|80);(\s+listen \[::\]:(443 ssl http2|80);)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
