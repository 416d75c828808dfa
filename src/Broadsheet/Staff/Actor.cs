namespace Broadsheet.Staff;

/// <summary>Who does something: a member of staff, an API token (<c>token:NAME</c>), or the program itself.</summary>
public sealed record Actor(string Name, Role Role)
{
    /// <summary>The program, for what happens at its hour.</summary>
    public static Actor Program { get; } = new("broadsheet", Role.Admin);

    /// <summary>Who this request was authenticated as. Routes that take an actor are never reached without one.</summary>
    public static ValueTask<Actor> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Features.Get<Actor>() ?? throw new InvalidOperationException("This route takes an actor but admits requests without one."));
}
