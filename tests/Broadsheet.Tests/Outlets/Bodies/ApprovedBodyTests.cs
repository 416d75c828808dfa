using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Outlets.Bodies;

public sealed class ApprovedBodyTests
{
    [Theory]
    [InlineData(Renderer.Site, "site.html")]
    [InlineData(Renderer.Lite, "lite.html")]
    [InlineData(Renderer.Feed, "feed.xml")]
    [InlineData(Renderer.Mail, "mail.html")]
    [InlineData(Renderer.Text, "text.txt")]
    public void A_rich_body_looks_as_approved(Renderer renderer, string file) =>
        Approved.Equal(file, OnLines(renderer.Render(Sample.Cut(RichBody.Blocks), Sample.Around with { GateOffer = Sample.Markup("Join from $6.") })));

    /// <summary>Line breaks where no reader sees them, so that a difference is one of a line.</summary>
    private static string OnLines(string rendering) =>
        rendering.Replace("><", ">\n<", StringComparison.Ordinal).Replace(", /media", ",\n/media", StringComparison.Ordinal) + "\n";
}
