using Broadsheet.Staff;
using Broadsheet.Stories;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class StoryRulesTests
{
    [Theory]
    [InlineData(Role.Reporter, true, true, false, false)]
    [InlineData(Role.Editor, true, true, true, true)]
    [InlineData(Role.Audience, false, true, false, false)]
    [InlineData(Role.Admin, true, true, true, true)]
    public void Each_role_has_its_acts(Role role, bool writes, bool reads, bool publishes, bool arranges) => Assert.Equal(
        [writes, reads, publishes, arranges],
        [StoryRules.MayWrite.Contains(role), StoryRules.MayRead.Contains(role), StoryRules.MayPublish.Contains(role), StoryRules.MayArrange.Contains(role)]);

    [Theory]
    [InlineData(StoryState.Draft, true, true, false, true)]
    [InlineData(StoryState.InReview, false, true, false, true)]
    [InlineData(StoryState.Scheduled, false, true, false, true)]
    [InlineData(StoryState.Published, false, false, false, false)]
    [InlineData(StoryState.Withdrawn, false, false, false, false)]
    public void What_was_published_is_never_thrown_away_and_what_editors_hold_only_by_them(StoryState state, bool reporter, bool editor, bool audience, bool admin) => Assert.Equal(
        [reporter, editor, audience, admin],
        [StoryRules.MayThrowAway(Role.Reporter, state), StoryRules.MayThrowAway(Role.Editor, state), StoryRules.MayThrowAway(Role.Audience, state), StoryRules.MayThrowAway(Role.Admin, state)]);

    [Theory]
    [InlineData(StoryState.Draft, true, true, false)]
    [InlineData(StoryState.InReview, true, true, false)]
    [InlineData(StoryState.Scheduled, false, true, false)]
    [InlineData(StoryState.Published, true, true, false)]
    [InlineData(StoryState.Withdrawn, true, true, false)]
    public void Only_those_who_may_publish_change_what_goes_out_by_itself(StoryState state, bool reporter, bool editor, bool audience) => Assert.Equal(
        [reporter, editor, audience],
        [StoryRules.MayChange(Role.Reporter, state), StoryRules.MayChange(Role.Editor, state), StoryRules.MayChange(Role.Audience, state)]);
}
