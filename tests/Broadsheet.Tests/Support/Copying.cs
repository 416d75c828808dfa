using Broadsheet.Copies;
using Broadsheet.Copies.Backups;
using Broadsheet.Platform.Configuration;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>Backs up, restores and exports in this process.</summary>
public static class Copying
{
    public static Settings SettingsOf(TestDatabase database, string? media = null) => new()
    {
        Data = database.Data,
        Database = database.Address,
        Listen = new Uri("http://127.0.0.1:0"),
        Url = TestSite.Url,
        Media = media ?? Path.Combine(database.Data, "media"),
    };

    public static Task<BackupReport> Backup(TestDatabase database, string file, string? media = null) =>
        new MakeBackup(SettingsOf(database, media), TimeProvider.System, Quiet()).Run(file, overwrite: false, TestContext.Current.CancellationToken);

    public static Task<RestoreReport> Restore(string file, TestDatabase database, string? media = null) =>
        new RestoreBackup(SettingsOf(database, media), TimeProvider.System, Quiet()).Run(file, TestContext.Current.CancellationToken);

    public static Task<Manifest> Check(string file, TestDatabase database) =>
        new RestoreBackup(SettingsOf(database), TimeProvider.System, Quiet()).Check(file, TestContext.Current.CancellationToken);

    public static Progress Quiet() => new(TextWriter.Null, rewritesItsLine: false, TimeProvider.System);
}
