using System.Collections.Frozen;
using System.Net;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;

namespace Broadsheet.Platform.Configuration;

/// <summary>Reads <see cref="Settings"/> from the three places, and says what is wrong with them in sentences.</summary>
internal sealed class SettingsReader(string data, IReadOnlyDictionary<string, string?> commandLine)
{
    private const string Prefix = "BROADSHEET_";

    private static readonly FrozenSet<string> Known = new[]
    {
        "Database", "Url", "Urls", "Mail", "MailFrom", "ReplyTo", "Dkim:Domain", "Dkim:Rsa:Selector", "Dkim:Rsa:KeyFile", "Dkim:Ed25519:Selector", "Dkim:Ed25519:KeyFile", "Bounces",
        "Oidc:Authority", "Oidc:ClientId", "Oidc:ClientSecret", "Purge:Url", "Metrics:Token", "WebSub:Hub", "Media", "Payments", "Stripe:SecretKey", "Stripe:WebhookSecret", "Stripe:ApiBase",
        "Theme", "Proxies",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Faults _faults = new();

    public Settings Read()
    {
        var configuration = Configuration();
        foreach (var (key, value) in configuration.AsEnumerable().Where(pair => pair.Value is not null && !IsKnown(pair.Key)))
        {
            _faults.Add(key, $"There is no setting “{key}” (it was given in broadsheet.json or as {Prefix}{key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()}).");
        }

        foreach (var (key, _) in configuration.AsEnumerable().Where(pair => pair.Value is { } value && string.IsNullOrWhiteSpace(value) && Known.Contains(pair.Key) && !IsProxies(pair.Key)).ToList())
        {
            _faults.Add(key, $"{key} is empty: give it a value, or leave it out.");
            configuration[key] = null;
        }

        var listen = Listen(configuration["Urls"] ?? "http://localhost:5080");
        CheckForm(configuration);
        var settings = new Settings
        {
            Data = data,
            Database = DatabaseFrom(configuration["Database"]),
            Listen = listen,
            Url = configuration["Url"] is { } url ? Address("Url", url) ?? listen : Spoken(listen),
            Media = configuration["Media"] ?? Path.Combine(data, "media"),
            Theme = configuration["Theme"],
            Proxies = Addresses(configuration),
            PurgeUrl = Web(configuration, "Purge:Url"),
            WebSubHub = Web(configuration, "WebSub:Hub"),
            MetricsToken = configuration["Metrics:Token"],
        };
        _faults.ThrowIfAny();
        return settings;
    }

    private static bool IsKnown(string key) => Known.Contains(key) || IsProxies(key);

    // “Proxies” may be one text with commas or a JSON list, and an empty one trusts nobody.
    private static bool IsProxies(string key) => key.Equals("Proxies", StringComparison.OrdinalIgnoreCase) || key.StartsWith("Proxies:", StringComparison.OrdinalIgnoreCase);

    private IConfigurationRoot Configuration()
    {
        var builder = new ConfigurationBuilder();
        var file = Path.Combine(data, "broadsheet.json");
        if (Directory.Exists(file))
        {
            throw new Invalid("broadsheet.json", $"{file} is a folder, and should be a file of JSON.");
        }

        if (File.Exists(file))
        {
            builder.AddJsonFile(file, optional: false);
        }

        builder.AddEnvironmentVariables(Prefix);
        builder.AddInMemoryCollection(commandLine);
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException e)
        {
            throw new Invalid("broadsheet.json", $"{file} can't be read as settings: {e.GetBaseException().Message}");
        }
    }

    private DatabaseAddress DatabaseFrom(string? text)
    {
        if (text is null)
        {
            return DatabaseAddress.InFolder(data);
        }

        try
        {
            return DatabaseAddress.Parse(text);
        }
        catch (ArgumentException e)
        {
            _faults.Add("Database", e.Message);
            return DatabaseAddress.InFolder(data);
        }
    }

    private Uri Listen(string text)
    {
        var address = Address("Urls", text);
        if (address?.Scheme == Uri.UriSchemeHttps)
        {
            _faults.Add("Urls", "Urls must begin with http://, since TLS is done by the web server in front; the address with https belongs into Url.");
        }
        else if (address?.Port == 0)
        {
            _faults.Add("Urls", "Urls needs a port from 1 to 65535.");
        }

        return address ?? new Uri("http://localhost:5080");
    }

    private Uri? Address(string key, string text)
    {
        if (Uri.TryCreate(text.TrimEnd('/').Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.PathAndQuery == "/" && address.UserInfo.Length == 0)
        {
            return address;
        }

        _faults.Add(key, $"{key} must be an address such as https://www.example.org, without a path, but is “{text}”.");
        return null;
    }

    // 0.0.0.0 can be listened on, not linked to; and passkeys need a name, not a number.
    private static Uri Spoken(Uri listen) => listen.Host is "0.0.0.0" or "[::]" or "127.0.0.1" or "[::1]" ? new UriBuilder(listen) { Host = "localhost" }.Uri : listen;

    private List<IPAddress> Addresses(IConfigurationRoot configuration)
    {
        var texts = configuration.GetSection("Proxies").GetChildren().Select(c => c.Value ?? "")
            .Concat((configuration["Proxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var addresses = new List<IPAddress>();
        foreach (var text in texts)
        {
            if (IPAddress.TryParse(text, out var address))
            {
                addresses.Add(address);
            }
            else
            {
                _faults.Add("Proxies", $"Proxies must hold IP addresses, but “{text}” is none.");
            }
        }

        return addresses;
    }

    // Settings of features that read them later are checked for their form now, so that a typing error shows at the first start.
    private void CheckForm(IConfigurationRoot configuration)
    {
        Scheme(configuration, "Mail", "mailbox: or smtp://user:password@host:port", "mailbox", "smtp");
        Scheme(configuration, "Bounces", "imaps://user:password@host/INBOX or smtp://0.0.0.0:2525", "imaps", "smtp");
        Scheme(configuration, "Oidc:Authority", "an https address", "https", "http");
        Scheme(configuration, "Stripe:ApiBase", "an http or https address", "https", "http");
        if (configuration["Payments"] is { } payments && payments is not ("offline" or "sandbox" or "stripe"))
        {
            _faults.Add("Payments", $"Payments must be offline, stripe or sandbox, but is “{payments}”.");
        }

        if (configuration["Media"] is { } media && media.Contains("://", StringComparison.Ordinal) && !media.StartsWith("s3://", StringComparison.Ordinal))
        {
            _faults.Add("Media", $"Media must be a folder or s3://bucket/prefix?endpoint=…, but is “{media}”.");
        }

        if (configuration["Media"] is { } bucket && bucket.StartsWith("s3://", StringComparison.Ordinal))
        {
            try
            {
                S3Address.Parse(bucket);
            }
            catch (Invalid e)
            {
                _faults.Add("Media", e.Message);
            }
        }

        foreach (var key in new[] { "Dkim:Rsa:KeyFile", "Dkim:Ed25519:KeyFile" })
        {
            if (configuration[key] is { } file && !File.Exists(Path.Combine(data, file)))
            {
                _faults.Add(key, $"{key} names the file “{file}”, which does not exist.");
            }
        }
    }

    private Uri? Web(IConfigurationRoot configuration, string key)
    {
        Scheme(configuration, key, "an http or https address", "https", "http");
        return Uri.TryCreate(configuration[key], UriKind.Absolute, out var address) ? address : null;
    }

    private void Scheme(IConfigurationRoot configuration, string key, string shape, params string[] schemes)
    {
        if (configuration[key] is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)))
        {
            _faults.Add(key, $"{key} must be {shape}.");
        }
    }
}
