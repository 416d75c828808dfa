using Broadsheet.Staff;

namespace Broadsheet.StaticPages;

/// <summary>Who may do what to about, terms, privacy and the paper's other pages.</summary>
public static class PageRules
{
    public static Role[] MayRead { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    public static Role[] MayEdit { get; } = [Role.Editor, Role.Audience, Role.Admin];
}
