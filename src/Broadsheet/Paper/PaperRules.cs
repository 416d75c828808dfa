using Broadsheet.Staff;

namespace Broadsheet.Paper;

/// <summary>Who may change the paper itself.</summary>
public static class PaperRules
{
    public static Role[] MayRead { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    /// <summary>Name, language, time zone, theme.</summary>
    public static Role[] MayChange { get; } = [Role.Admin];

    /// <summary>The load ladder: whoever is on duty when the readers come.</summary>
    public static Role[] MayStepDown { get; } = [Role.Editor, Role.Admin];
}
