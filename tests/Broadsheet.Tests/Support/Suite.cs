using System.Globalization;
using Broadsheet.Platform.Database;

namespace Broadsheet.Tests.Support;

/// <summary>
/// Which engine the suite runs on: <c>SUITE_DATABASE</c> is <c>sqlite</c> (also when nothing is said, as in an IDE) or <c>postgres</c>, and then <c>SUITE_POSTGRES</c> says where:
/// <c>Host=…;Username=…</c>, of somebody who may create databases.
/// </summary>
public static class Suite
{
    public static Engine Engine => Environment.GetEnvironmentVariable("SUITE_DATABASE") switch
    {
        null or "" or "sqlite" => Engine.Sqlite,
        "postgres" => Engine.Postgres,
        var other => throw new InvalidOperationException($"SUITE_DATABASE must be sqlite or postgres, but is “{other}”."),
    };

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>: as <c>./test</c> found it, or where Debian has them.</summary>
    public static string PostgresPrograms => Environment.GetEnvironmentVariable("SUITE_POSTGRES_PROGRAMS") is { Length: > 0 } folder
        ? folder
        : Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture)).Select(version => Path.Combine(version, "bin")).First();

    public static string Postgres => Environment.GetEnvironmentVariable("SUITE_POSTGRES") is { Length: > 0 } address
        ? address
        : throw new InvalidOperationException("SUITE_DATABASE=postgres needs SUITE_POSTGRES=Host=…;Username=… as well.");
}
