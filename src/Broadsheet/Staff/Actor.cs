namespace Broadsheet.Staff;

/// <summary>Who does something: a member of staff, an API token (<c>token:NAME</c>), or the program itself.</summary>
public sealed record Actor(string Name, Role Role)
{
    /// <summary>The program, for what happens at its hour.</summary>
    public static Actor Program { get; } = new("broadsheet", Role.Admin);
}
