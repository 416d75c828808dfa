using Broadsheet.Staff;

namespace Broadsheet.Stories;

/// <summary>Who may do what to stories.</summary>
public static class StoryRules
{
    /// <summary>Write stories and change working copies.</summary>
    public static Role[] MayWrite { get; } = [Role.Reporter, Role.Editor, Role.Admin];

    /// <summary>Read what is not published.</summary>
    public static Role[] MayRead { get; } = [Role.Reporter, Role.Editor, Role.Audience, Role.Admin];

    /// <summary>Publish, schedule, withdraw, correct, withhold.</summary>
    public static Role[] MayPublish { get; } = [Role.Editor, Role.Admin];

    /// <summary>Order sections, topics and fronts.</summary>
    public static Role[] MayArrange { get; } = [Role.Editor, Role.Admin];

    /// <summary>A reporter throws away drafts; a story in the hands of editors is theirs to drop.</summary>
    public static bool MayThrowAway(Role role, StoryState state) => state switch
    {
        StoryState.Draft => role is Role.Reporter or Role.Editor or Role.Admin,
        StoryState.InReview or StoryState.Scheduled => role is Role.Editor or Role.Admin,
        StoryState.Published or StoryState.Withdrawn => false,
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };

    /// <summary>What is scheduled goes out as it is at its hour, so only those who may publish change it.</summary>
    public static bool MayChange(Role role, StoryState state) => state switch
    {
        StoryState.Scheduled => role is Role.Editor or Role.Admin,
        StoryState.Draft or StoryState.InReview or StoryState.Published or StoryState.Withdrawn => role is Role.Reporter or Role.Editor or Role.Admin,
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };
}
