namespace Broadsheet.Platform.Database;

public enum Engine
{
    Sqlite,
    Postgres,
}
