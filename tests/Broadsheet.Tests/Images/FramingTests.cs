using Broadsheet.Images;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class FramingTests
{
    private static readonly Gen<Picture> Pictures =
        from width in Gen.Int[1, 16_000]
        from height in Gen.Int[1, 16_000]
        select new Picture(Guid.Empty, "", null, null, null, width, height, "key");

    [Fact]
    public void Every_framing_lies_within_the_scaled_picture_and_never_enlarges_it() =>
        Gen.Select(Pictures, Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (picture, x, y) =>
            {
                foreach (var shape in Enum.GetValues<Shape>())
                {
                    foreach (var width in picture.Widths(shape))
                    {
                        var framing = Framing.Of(picture, shape, width, (x, y));
                        Assert.Equal((width, picture.HeightAt(shape, width)), (framing.Width, framing.Height));
                        Assert.InRange(framing.Left, 0, framing.ScaledWidth - framing.Width);
                        Assert.InRange(framing.Top, 0, framing.ScaledHeight - framing.Height);
                        Assert.InRange(framing.ScaledWidth, 1, picture.Width + 1);
                        Assert.InRange(framing.ScaledHeight, 1, picture.Height + 1);
                    }
                }
            });

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 320)]
    [InlineData(0.75, 640)]
    [InlineData(1.0, 640)]
    public void A_square_of_a_wide_picture_is_cut_round_the_focal_point(double focus, int left)
    {
        var picture = new Picture(Guid.Empty, "", null, null, null, 2400, 1200, "key");
        Assert.Equal(new Framing(1280, 640, left, 0, 640, 640), Framing.Of(picture, Shape.Square, 640, (focus, 0.5)));
    }

    [Fact]
    public void The_whole_picture_is_scaled_and_not_cut()
    {
        var picture = new Picture(Guid.Empty, "", null, null, null, 6000, 4000, "key");
        Assert.Equal(new Framing(960, 640, 0, 0, 960, 640), Framing.Of(picture, Shape.Full, 960, (0.1, 0.9)));
    }
}
