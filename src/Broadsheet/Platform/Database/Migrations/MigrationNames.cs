namespace Broadsheet.Platform.Database.Migrations;

/// <summary>The migrations that this program knows, oldest first. Written by <c>tools/write-models</c>.</summary>
internal static class MigrationNames
{
    public static readonly string[] Sqlite =
    [
        "20261123080810_Initial",
        "20261123100043_Changes",
        "20261123102733_Search",
        "20261123123906_Backups",
        "20261123155630_Scale",
        "20261123183914_Desk",
        "20261123190525_WordForms",
    ];

    public static readonly string[] Postgres =
    [
        "20261123081118_Initial",
        "20261123100112_Changes",
        "20261123102945_Search",
        "20261123123947_Backups",
        "20261123155856_Scale",
        "20261123184007_Desk",
        "20261123190602_WordForms",
    ];
}
