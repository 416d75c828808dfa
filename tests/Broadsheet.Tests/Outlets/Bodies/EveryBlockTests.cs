using Broadsheet.Stories.Body;
using Xunit;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class EveryBlockTests
{
    /// <summary>They stand only within a list or a table.</summary>
    private static readonly Type[] Parts = [typeof(ListItem), typeof(TableRow), typeof(TableCell)];

    [Fact]
    public void The_rich_body_has_every_kind_of_block()
    {
        var kinds = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)) && !type.IsAbstract);
        Assert.Equal(
            kinds.Except(Parts).Select(kind => kind.Name).Order(StringComparer.Ordinal),
            RichBody.Blocks.Select(block => block.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Renderer.Site)]
    [InlineData(Renderer.Lite)]
    [InlineData(Renderer.Feed)]
    [InlineData(Renderer.Mail)]
    [InlineData(Renderer.Text)]
    public void Every_renderer_knows_every_kind_of_block(Renderer renderer) =>
        Assert.All(RichBody.Blocks, block => renderer.Render(Sample.Whole(block), Sample.Around));

    [Fact]
    public void A_block_that_no_renderer_knows_is_refused_by_name()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Renderer.Site.Render(Sample.Whole(new Unknown()), Sample.Around));
        Assert.Equal("No renderer knows the block Unknown.", refusal.Message);
    }

    private sealed record Unknown() : Block("u");
}
