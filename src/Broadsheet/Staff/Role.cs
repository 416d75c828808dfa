namespace Broadsheet.Staff;

/// <summary>What a member of staff, or an API token, is there for. Each feature's <c>…Rules</c> say what a role may do.</summary>
public enum Role
{
    /// <summary>Writes.</summary>
    Reporter,

    /// <summary>Publishes, corrects, lays out the front page.</summary>
    Editor,

    /// <summary>Runs editions, appeals and membership.</summary>
    Audience,

    /// <summary>All of it, and who else may.</summary>
    Admin,
}
