using Broadsheet.Demo;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Copies;

/// <summary>The demo newspaper, running, and a backup of it.</summary>
public sealed class PrintedPaper : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public TestDatabase Database { get; private set; } = null!;

    public TestSite Site { get; private set; } = null!;

    public string Backup => _folder.File("courier.zip");

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Site = await TestSite.Start(on: Database, alter: services => services.AddSingleton(new PrintRun(TextWriter.Null, rewritesItsLine: false)).AddSingleton<MakeDemo>());
        await Site.Services.GetRequiredService<MakeDemo>().Run(CancellationToken.None);
        await Site.Tick("fill-search");
        await Copying.Backup(Database, Backup);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
