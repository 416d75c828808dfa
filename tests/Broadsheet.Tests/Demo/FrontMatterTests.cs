using Broadsheet.Demo;
using Xunit;

namespace Broadsheet.Tests.Demo;

public sealed class FrontMatterTests
{
    private static readonly FrontMatter Story = FrontMatter.Read("---\r\nheadline: Gates: what is known\r\nauthors: Mira Solvane ,, Tobin Ashgrove\r\nslug:\r\n\r\n---\r\n\r\nOne.\r\n\r\n---gate---\r\n\r\nTwo.\r\n");

    [Fact]
    public void A_value_goes_to_the_end_of_its_line() => Assert.Equal("Gates: what is known", Story["headline"]);

    [Fact]
    public void A_value_may_hold_several() => Assert.Equal(["Mira Solvane", "Tobin Ashgrove"], Story.Several("authors"));

    [Fact]
    public void A_value_that_is_empty_or_missing_is_none()
    {
        Assert.Null(Story["slug"]);
        Assert.Null(Story["section"]);
        Assert.Empty(Story.Several("topics"));
    }

    [Fact]
    public void The_text_is_what_follows() => Assert.Equal("One.\n\n---gate---\n\nTwo.", Story.Text);

    [Theory]
    [InlineData("headline: x\n---\ntext")]
    [InlineData("---\nheadline: x\ntext")]
    [InlineData("")]
    public void A_file_without_front_matter_is_refused(string file) => Assert.Throws<FormatException>(() => FrontMatter.Read(file));

    [Theory]
    [InlineData("---\nheadline\n---\ntext")]
    [InlineData("---\nheadline: x\nheadline: y\n---\ntext")]
    public void A_line_that_is_no_value_or_comes_twice_is_refused(string file) => Assert.ThrowsAny<Exception>(() => FrontMatter.Read(file));
}
