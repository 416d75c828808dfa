namespace Broadsheet.Paper;

/// <summary>What ties finished pages to the paper itself.</summary>
public static class PaperTags
{
    /// <summary>What stands around every page: name, language, sections, tiers.</summary>
    public const string Frame = "frame";

    /// <summary>The step of the load ladder: on every page that was made with something left out.</summary>
    public const string Load = "load";
}
