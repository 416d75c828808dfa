using Broadsheet.Platform.Database;

namespace Broadsheet.Tests.Support;

/// <summary>A database of its own for a test, gone afterwards.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TemporaryDatabase()
    {
        Address = DatabaseAddress.InFolder(_folder.Path);
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public DatabaseAddress Address { get; }

    public string Folder => _folder.Path;

    public BroadsheetDb Open() => DatabaseServices.Open(Address);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
