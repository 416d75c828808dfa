using Broadsheet.Readers;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>Promise 1 at its last door: no renderer shows what its reader may not read.</summary>
public sealed class GatedBodyTests
{
    private const string Secret = "SECRET";
    private const int GoldRank = 2;

    private static readonly Access[] Levels = [Access.Public, Access.Readers, Access.Members, new(AccessLevel.Tier, "gold")];

    private static readonly Audience[] Audiences = [Audience.Visitor, Audience.Reader, Audience.Member("friend", 1), Audience.Member("gold", GoldRank)];

    private static readonly RandomBody Protected = new(RandomBody.HostileWords.Select(words => Secret + words));

    [Fact]
    public void Nothing_behind_the_gate_is_shown_to_those_it_is_kept_from() =>
        Gen.Select(Protected.Blocks, Protected.Album).Sample((blocks, album) =>
        {
            var story = new Document([Sample.Paragraph("free"), new GateBlock("gate"), .. blocks, Sample.Paragraph(Secret)]);
            foreach (var (renderer, access, audience) in Everyone())
            {
                var readable = Gate.Admit(story, access, audience, GoldRank);
                var shown = renderer.Render(readable, Sample.Around with { Pictures = album });
                Assert.Contains("free", shown, StringComparison.Ordinal);
                Assert.Equal(access.Admits(audience, GoldRank), shown.Contains(Secret, StringComparison.Ordinal));
            }
        });

    [Fact]
    public void Without_a_gate_a_story_that_is_not_public_shows_nothing_of_its_body() =>
        Gen.Select(Protected.Blocks, Protected.Album).Sample((blocks, album) =>
        {
            foreach (var (renderer, access, audience) in Everyone().Where(one => !one.Access.Admits(one.Audience, GoldRank)))
            {
                var shown = renderer.Render(Gate.Admit(new Document(blocks), access, audience, GoldRank), Sample.Around with { Pictures = album });
                Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
            }
        });

    [Theory]
    [InlineData(Renderer.Site, "<p>free</p><div data-gate><p>Join us</p></div>")]
    [InlineData(Renderer.Lite, "<p>free</p><div data-gate><p>Join us</p></div>")]
    [InlineData(Renderer.Feed, "<div lang=\"en\" dir=\"ltr\"><p>free</p><p><a href=\"https://courier.example/aldor/zell-dam\">Read the rest on our site</a></p></div>")]
    [InlineData(Renderer.Text, "free\n\nRead the rest on our site (https://courier.example/aldor/zell-dam)")]
    public void A_cut_body_ends_with_the_gate(Renderer renderer, string expected) =>
        Assert.Equal(expected, renderer.Render(Sample.Cut(Sample.Paragraph("free"), new GateBlock("g"), Sample.Paragraph("more")), Sample.Around with { GateOffer = Sample.Markup("Join us") }));

    [Fact]
    public void A_body_without_a_free_part_is_only_the_gate() =>
        Assert.Equal("<div data-gate></div>", Renderer.Site.Render(Sample.Cut(Sample.Paragraph("more")), Sample.Around));

    [Fact]
    public void Those_admitted_see_no_gate()
    {
        var story = new Document([Sample.Paragraph("free"), new GateBlock("g"), Sample.Paragraph("more")]);
        Assert.Equal("<p>free</p><p>more</p>", Renderer.Site.Render(Gate.Admit(story, Access.Readers, Audience.Reader), Sample.Around with { GateOffer = Sample.Markup("Join us") }));
    }

    private static IEnumerable<(Renderer Renderer, Access Access, Audience Audience)> Everyone() =>
        from renderer in Enum.GetValues<Renderer>()
        from access in Levels
        from audience in Audiences
        select (renderer, access, audience);
}
