namespace Broadsheet.Outlets.Bodies;

/// <summary>How mailed bodies look: inline CSS by role, as the theme states it. Mail clients read no stylesheet; nothing of a story ever comes in here.</summary>
public sealed class MailStyles(IReadOnlyDictionary<MailRole, string> styles)
{
    /// <summary>The declarations for a role; null where the theme leaves it to the mail client.</summary>
    public string? this[MailRole role] => styles.GetValueOrDefault(role);
}
