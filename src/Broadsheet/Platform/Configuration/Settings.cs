using System.Net;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Configuration;

/// <summary>
/// What an operator sets: command line over environment (<c>BROADSHEET_…</c>) over <c>broadsheet.json</c> in the data folder. What editors decide lives in the database.
/// </summary>
public sealed record Settings
{
    /// <summary>The data folder, as a full path.</summary>
    public required string Data { get; init; }

    public required DatabaseAddress Database { get; init; }

    /// <summary>Where the server listens.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The public address, without a slash at the end: in links, feeds and mails.</summary>
    public required Uri Url { get; init; }

    /// <summary>A folder, or <c>s3://bucket/prefix?endpoint=…</c>.</summary>
    public required string Media { get; init; }

    /// <summary>The theme that configuration forces; null leaves it to the newsroom.</summary>
    public string? Theme { get; init; }

    /// <summary>Proxies whose forwarded headers count.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Where a CDN or Varnish is told which pages have changed; null where none stands ahead.</summary>
    public Uri? PurgeUrl { get; init; }

    /// <summary>The WebSub hub that is told when feeds change; null where there is none.</summary>
    public Uri? WebSubHub { get; init; }

    /// <summary>Opens <c>/metrics</c> to other machines.</summary>
    public string? MetricsToken { get; init; }

    /// <summary>The public address is on https, so cookies are <c>Secure</c>.</summary>
    public bool IsSecure => Url.Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="data">The data folder that the command line names.</param>
    /// <param name="commandLine">Keys that the command line sets.</param>
    /// <exception cref="Invalid">A key is unknown or a value is bad; every fault is a sentence that names its key.</exception>
    public static Settings Read(string data, IReadOnlyDictionary<string, string?> commandLine)
    {
        var folder = Path.GetFullPath(data);
        if (File.Exists(folder))
        {
            throw new Invalid("--data", $"{folder} is a file, and --data needs a folder.");
        }

        return new SettingsReader(folder, commandLine).Read();
    }
}
