using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories;

public sealed class GateTests
{
    private static readonly Block Free = new Paragraph("b-1", [new TextRun("free", Marks.None)]);
    private static readonly Block Behind = new Paragraph("b-3", [new TextRun("behind", Marks.None)]);
    private static readonly Block Here = new GateBlock("b-2");
    private static readonly Document Gated = new([Free, Here, Behind]);
    private static readonly Document Ungated = new([Free, Behind]);
    private static readonly Audience Friend = Audience.Member("friend", 10);

    [Fact]
    public void A_visitor_reads_up_to_the_gate_and_sees_where_it_stands()
    {
        var admitted = Gate.Admit(Gated, Access.Members, Audience.Visitor);
        Assert.Equal([Free, Here], admitted.Blocks);
        Assert.False(admitted.IsWhole);
        Assert.True(admitted.HasMore);
    }

    [Fact]
    public void A_member_reads_on()
    {
        var admitted = Gate.Admit(Gated, Access.Members, Friend);
        Assert.Equal(Gated.Blocks, admitted.Blocks);
        Assert.True(admitted.IsWhole);
        Assert.False(admitted.HasMore);
    }

    [Fact]
    public void A_story_without_a_gate_that_is_not_public_shows_nothing_of_its_body()
    {
        var admitted = Gate.Admit(Ungated, Access.Readers, Audience.Visitor);
        Assert.Empty(admitted.Blocks);
        Assert.True(admitted.HasMore);
    }

    [Fact]
    public void A_gate_in_a_public_story_is_not_there()
    {
        var admitted = Gate.Admit(Gated, Access.Public, Audience.Visitor);
        Assert.Equal([Free, Behind], admitted.Blocks);
        Assert.True(admitted.IsWhole);
    }

    [Fact]
    public void A_gate_at_the_very_end_holds_nothing_back() =>
        Assert.False(Gate.Admit(new Document([Free, Here]), Access.Members, Audience.Visitor).HasMore);

    [Fact]
    public void Nobody_without_access_is_given_a_block_behind_the_gate()
    {
        var bodies = Gen.OneOf(Free, Behind, Here).Array[0, 8].Select(blocks => new Document(blocks));
        var levels = Gen.OneOf(Access.Readers, Access.Members, new Access(AccessLevel.Tier, "patron"));
        var classes = Gen.OneOf(Audience.Visitor, Audience.Reader, Friend);
        Gen.Select(bodies, levels, classes).Sample((body, access, audience) =>
        {
            var admitted = Gate.Admit(body, access, audience, requiredRank: 20);
            var gate = body.Blocks.TakeWhile(b => b is not GateBlock).Count();
            var free = gate == body.Blocks.Count ? 0 : gate + 1;
            return access.Admits(audience, 20) ? admitted.Blocks.SequenceEqual(body.Blocks) : admitted.Blocks.SequenceEqual(body.Blocks.Take(free)) && !admitted.IsWhole;
        });
    }
}
