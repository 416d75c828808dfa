using System.Text.RegularExpressions;
using Broadsheet.Platform.Configuration;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Architecture;

/// <summary>What a server is set up with agrees with the program.</summary>
public sealed partial class DeployTests
{
    private const int DrainSeconds = 30;
    private const int RequestMegabytes = 45;

    [Fact]
    public void The_settings_for_a_server_can_be_read_all_of_them()
    {
        using var data = new TestFolder();
        var set = Setting().Matches(Repository.Read("deploy/broadsheet.env")).ToDictionary(m => m.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal), m => (string?)m.Groups["value"].Value, StringComparer.Ordinal);
        var settings = Settings.Read(data.Path, set);
        Assert.Equal(6, set.Count);
        Assert.True(settings.IsSecure);
        Assert.Equal(["127.0.0.1", "::1"], settings.Proxies.Select(p => p.ToString()));
    }

    [Fact]
    public void The_unit_waits_for_longer_than_the_program_drains() =>
        Assert.InRange(Number("deploy/broadsheet.service", @"^TimeoutStopSec=(\d+)$"), DrainSeconds + 5, 90);

    [Theory]
    [InlineData("deploy/nginx.conf", @"^\s+client_max_body_size (\d+)m;$")]
    [InlineData("deploy/Caddyfile", @"^\s+max_size (\d+)MiB$")]
    public void The_web_server_in_front_lets_through_what_the_program_takes(string file, string limit) => Assert.InRange(Number(file, limit), RequestMegabytes + 1, RequestMegabytes + 5);

    [Fact]
    public void Every_file_for_a_server_is_told_of()
    {
        var documents = Repository.Read("docs/running.md") + Repository.Read("docs/backup.md");
        var untold = Directory.GetFiles(Path.Combine(Repository.Root, "deploy")).Select(f => Path.GetFileName(f)).Where(name => !documents.Contains(name, StringComparison.Ordinal));
        Assert.Empty(untold);
    }

    private static int Number(string file, string pattern) =>
        int.Parse(Assert.Single(Regex.Matches(Repository.Read(file), pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1))).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:# )?BROADSHEET_(?<key>[A-Za-z_]+)='(?<value>[^']+)'$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
