namespace Broadsheet.Tests.Support;

/// <summary>People that tests speak of; all are invented.</summary>
public static class People
{
    /// <summary>Reports on the Zell dam.</summary>
    public const string Mira = "Mira Solvane";

    /// <summary>Investigates.</summary>
    public const string Tobin = "Tobin Ashgrove";

    /// <summary>Writes in Arabic and English.</summary>
    public const string Yara = "Yara Haddad";

    /// <summary>Takes pictures.</summary>
    public const string Runa = "Runa Feld";
}
