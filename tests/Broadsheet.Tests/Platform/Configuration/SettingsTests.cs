using System.Net;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly TestFolder _data = new();

    [Fact]
    public void Without_a_setting_everything_is_in_the_data_folder_and_on_this_machine()
    {
        var settings = Read();
        Assert.Equal(
            (Engine.Sqlite, "http://localhost:5080/", "http://localhost:5080/", _data.File("media")),
            (settings.Database.Engine, settings.Listen.AbsoluteUri, settings.Url.AbsoluteUri, settings.Media));
        Assert.Empty(settings.Proxies);
        Assert.False(settings.IsSecure);
    }

    [Fact]
    public void The_command_line_counts_over_the_file()
    {
        File.WriteAllText(_data.File("broadsheet.json"), """{ "Urls": "http://localhost:1111", "Url": "https://courier.example" }""");
        var settings = Read(("Urls", "http://localhost:2222"));
        Assert.Equal(("http://localhost:2222/", "https://courier.example/"), (settings.Listen.AbsoluteUri, settings.Url.AbsoluteUri));
        Assert.True(settings.IsSecure);
    }

    [Fact]
    public void A_connection_string_means_PostgreSQL_and_its_password_is_never_shown()
    {
        var database = Read(("Database", "Host=db;Database=paper;Username=paper;Password=secret")).Database;
        Assert.Equal((Engine.Postgres, "PostgreSQL db:5432/paper"), (database.Engine, database.Name));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://localhost:8080/")]
    [InlineData("http://paper.example", "http://paper.example/")]
    public void Where_no_public_address_is_set_links_have_one_that_can_be_followed(string listen, string url) => Assert.Equal(url, Read(("Urls", listen)).Url.AbsoluteUri);

    [Fact]
    public void Proxies_are_a_text_with_commas_or_a_list()
    {
        Assert.Equal([IPAddress.Parse("10.0.0.1"), IPAddress.Parse("::1")], Read(("Proxies", "10.0.0.1, ::1")).Proxies);
        File.WriteAllText(_data.File("broadsheet.json"), """{ "Proxies": ["10.0.0.2"] }""");
        Assert.Equal([IPAddress.Parse("10.0.0.2")], Read().Proxies);
    }

    [Theory]
    [InlineData("Urls", "localhost:5080")]
    [InlineData("Urls", "ftp://localhost")]
    [InlineData("Urls", "https://localhost:5080")]
    [InlineData("Urls", "http://localhost:0")]
    [InlineData("Urls", " ")]
    [InlineData("Url", "courier.example")]
    [InlineData("Url", "https://courier.example/news")]
    [InlineData("Url", "https://user@courier.example")]
    [InlineData("Url", "")]
    [InlineData("Database", "courier.db")]
    [InlineData("Database", "Host=db")]
    [InlineData("Database", "Database=paper")]
    [InlineData("Mail", "post@courier.example")]
    [InlineData("Bounces", "pop3://mail.example")]
    [InlineData("Database", "")]
    [InlineData("Media", "ftp://files.example")]
    [InlineData("Media", "s3://")]
    [InlineData("Media", "")]
    [InlineData("Metrics:Token", "")]
    [InlineData("Theme", "")]
    [InlineData("Payments", "cash")]
    [InlineData("Proxies", "10.0.0.1, proxy.example")]
    [InlineData("Oidc:Authority", "login")]
    [InlineData("Purge:Url", "varnish:6081")]
    [InlineData("WebSub:Hub", "hub")]
    [InlineData("Stripe:ApiBase", "stripe")]
    [InlineData("Dkim:Rsa:KeyFile", "no-such.pem")]
    public void A_bad_value_stops_the_start_with_a_sentence_that_names_its_key(string key, string value)
    {
        var fault = Assert.Single(Assert.Throws<Invalid>(() => Read((key, value))).Faults);
        Assert.Equal(key, fault.Place);
        Assert.Matches($"^{key} .*\\.$", fault.Sentence);
    }

    [Fact]
    public void An_unknown_key_stops_the_start_and_is_named_as_file_and_environment_write_it()
    {
        File.WriteAllText(_data.File("broadsheet.json"), """{ "Mail": "mailbox:", "Dkim": { "Domian": "courier.example" } }""");
        Assert.Equal(
            "There is no setting “Dkim:Domian” (it was given in broadsheet.json or as BROADSHEET_DKIM__DOMIAN).",
            Assert.Single(Assert.Throws<Invalid>(() => Read()).Faults).Sentence);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var faults = Assert.Throws<Invalid>(() => Read(("Url", "x"), ("Payments", "cash"), ("Colour", "red"))).Faults;
        Assert.Equal(["Colour", "Payments", "Url"], faults.Select(f => f.Place).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Url\": ")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_file_that_is_no_JSON_object_is_named(string text)
    {
        File.WriteAllText(_data.File("broadsheet.json"), text);
        Assert.StartsWith(_data.File("broadsheet.json"), Assert.Throws<Invalid>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(_data.File("broadsheet.json"));
        Assert.Equal($"{_data.File("broadsheet.json")} is a folder, and should be a file of JSON.", Assert.Throws<Invalid>(() => Read()).Message);
    }

    [Fact]
    public async Task The_environment_counts_over_the_file_and_under_the_command_line()
    {
        await File.WriteAllTextAsync(_data.File("broadsheet.json"), """{ "Url": "ftp://file", "Payments": "file" }""", TestContext.Current.CancellationToken);
        var ended = await BuiltProgram.Run(
            ["doctor", "--data", _data.Path, "--urls", "ftp://line"],
            [("BROADSHEET_URL", "ftp://environment"), ("BROADSHEET_URLS", "ftp://environment")]);
        Assert.Equal(1, ended.Code);
        Assert.Contains("Url must be an address such as https://www.example.org, without a path, but is “ftp://environment”.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Urls must be an address such as https://www.example.org, without a path, but is “ftp://line”.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Payments must be offline, stripe or sandbox, but is “file”.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_of_a_key_are_two_underscores_in_the_environment()
    {
        var ended = await BuiltProgram.Run(["doctor", "--data", _data.Path], [("BROADSHEET_WebSub__Hub", "hub")]);
        Assert.Equal((1, "WebSub:Hub must be an http or https address.\n"), (ended.Code, ended.Error));
    }

    public void Dispose() => _data.Dispose();

    private Settings Read(params (string Key, string Value)[] commandLine) => Settings.Read(_data.Path, commandLine.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal));
}
