using Broadsheet.Readers;
using Broadsheet.Stories;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class AccessTests
{
    private static readonly Audience Friend = Audience.Member("friend", 10);
    private static readonly Audience Patron = Audience.Member("patron", 20);

    [Theory]
    [InlineData("public")]
    [InlineData("readers")]
    [InlineData("members")]
    [InlineData("tier:patron")]
    public void Access_is_written_as_it_is_read(string text) => Assert.Equal(text, Access.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Public")]
    [InlineData("tier:")]
    [InlineData("everyone")]
    [InlineData("members ")]
    public void What_is_no_access_is_none(string text) => Assert.Null(Access.Parse(text));

    [Theory]
    [InlineData("public", true, true, true, true)]
    [InlineData("readers", false, true, true, true)]
    [InlineData("members", false, false, true, true)]
    [InlineData("tier:friend", false, false, true, true)]
    [InlineData("tier:patron", false, false, false, true)]
    public void Each_level_admits_whom_it_names_and_those_above(string access, bool visitor, bool reader, bool friend, bool patron)
    {
        var level = Access.Parse(access)!;
        int? rank = level.Tier switch { "friend" => 10, "patron" => 20, _ => null };
        Assert.Equal([visitor, reader, friend, patron], [level.Admits(Audience.Visitor, rank), level.Admits(Audience.Reader, rank), level.Admits(Friend, rank), level.Admits(Patron, rank)]);
    }

    [Fact]
    public void A_tier_that_is_no_more_admits_nobody() => Assert.False(Access.Parse("tier:gone")!.Admits(Patron, null));
}
