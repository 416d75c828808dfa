using Broadsheet.Staff;

namespace Broadsheet.Images;

/// <summary>Who may do what with images.</summary>
public static class ImageRules
{
    public static Role[] See { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    public static Role[] Add { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    public static Role[] Change { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    public static Role[] Delete { get; } = [Role.Editor, Role.Admin];
}
