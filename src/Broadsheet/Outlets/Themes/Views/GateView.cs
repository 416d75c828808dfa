namespace Broadsheet.Outlets.Themes.Views;

/// <summary>What stands where the free part ends, for those who may not read on.</summary>
public sealed record GateView
{
    public required string Heading { get; init; }

    public string? Text { get; init; }

    /// <summary>The way in: join, or make an account. Null while the newspaper offers none.</summary>
    public LinkView? Join { get; init; }

    /// <summary>For those who have an account; null for those signed in.</summary>
    public LinkView? SignIn { get; init; }
}
