using Broadsheet.Images;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class PictureTests
{
    [Theory]
    [InlineData(4000, 3000, Shape.Full, "320 480 640 960 1280 1600 2000 2400")]
    [InlineData(2400, 1600, Shape.Full, "320 480 640 960 1280 1600 2000 2400")]
    [InlineData(1500, 1000, Shape.Full, "320 480 640 960 1280 1500")]
    [InlineData(1600, 1067, Shape.Full, "320 480 640 960 1280 1600")]
    [InlineData(200, 100, Shape.Full, "200")]
    [InlineData(1200, 1500, Shape.SixteenByNine, "320 480 640 960 1200")]
    [InlineData(3000, 900, Shape.Square, "320 480 640 900")]
    [InlineData(1600, 900, Shape.SixteenByNine, "320 480 640 960 1280 1600")]
    public void Widths_never_exceed_what_the_picture_has(int width, int height, Shape shape, string expected) =>
        Assert.Equal(expected, string.Join(' ', Make(width, height).Widths(shape)));

    [Fact]
    public void An_address_names_picture_key_shape_width_and_format() =>
        Assert.Equal("/media/0194c1a0000070008000000000000001/k3Zq/16x9-960.webp", Make(2400, 1600).Address(Shape.SixteenByNine, 960, PictureFormat.WebP));

    [Fact]
    public void A_source_set_holds_every_width_with_its_address()
    {
        var picture = Make(500, 400);
        var expected = picture.Widths(Shape.FourByThree).Select(width => $"{picture.Address(Shape.FourByThree, width, PictureFormat.Avif)} {width}w");
        Assert.Equal(string.Join(", ", expected), picture.SourceSet(Shape.FourByThree, PictureFormat.Avif));
    }

    [Theory]
    [InlineData(1280, 1280)]
    [InlineData(1000, 960)]
    [InlineData(9999, 1500)]
    [InlineData(100, 320)]
    public void The_width_within_a_limit_is_one_that_is_made(int limit, int expected) => Assert.Equal(expected, Make(1500, 1000).WidthWithin(Shape.Full, limit));

    [Theory]
    [InlineData(Shape.Full, 960, 640)]
    [InlineData(Shape.SixteenByNine, 960, 540)]
    [InlineData(Shape.FourByThree, 640, 480)]
    [InlineData(Shape.Square, 320, 320)]
    public void A_height_follows_from_the_shape(Shape shape, int width, int expected) => Assert.Equal(expected, Make(1500, 1000).HeightAt(shape, width));

    private static Picture Make(int width, int height) => new(new Guid("0194c1a0-0000-7000-8000-000000000001"), "Alt", null, "Credit", null, width, height, "k3Zq");
}
