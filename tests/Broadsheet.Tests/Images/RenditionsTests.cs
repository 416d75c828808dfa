using Broadsheet.Tests.Support;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Icc;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;
using NetVips;
using Xunit;
using Picture = NetVips.Image;

namespace Broadsheet.Tests.Images;

public sealed class RenditionsTests : IAsyncLifetime
{
    private static readonly double[] Red = [200, 20, 20];
    private static readonly double[] Blue = [20, 20, 200];
    private static readonly double[] Light = [240, 240, 240];
    private ImageSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ImageSite.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<string, byte[], int> EverySource => new()
    {
        { "a.jpg", PictureFiles.Jpeg(800, 600), 14 },
        { "a.png", PictureFiles.Png(800, 600), 14 },
        { "a.webp", PictureFiles.WebP(800, 600), 14 },
        { "a.avif", PictureFiles.Avif(800, 600), 14 },
        { "a.gif", PictureFiles.Gif(800, 600, 2), 14 },
        { "a.tif", PictureFiles.Tiff(800, 600), 14 },
        { "deep.tif", PictureFiles.TiffOf16Bits(800, 600), 14 },
        { "cmyk.jpg", PictureFiles.CmykJpeg(800, 600), 75 },
        { "wide.png", PictureFiles.DisplayP3Png(800, 600), 14 },
    };

    [Theory]
    [MemberData(nameof(EverySource))]
    public async Task Every_kind_becomes_every_format_in_the_colours_of_screens(string name, byte[] file, int tolerance)
    {
        var image = await Image(file, name);
        foreach (var (address, type) in new[] { ("full-640.avif", "image/avif"), ("full-640.webp", "image/webp"), ("full-640.jpg", "image/jpeg") })
        {
            using var response = await _site.Client.GetAsync(AddressOf(image, address), TestContext.Current.CancellationToken);
            Assert.Equal((200, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            using var rendition = Picture.NewFromBuffer(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal((640, 480, 3, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb), (rendition.Width, rendition.Height, rendition.Bands, rendition.Format, rendition.Interpretation));
            Near(Red, rendition[160, 400], tolerance);
            Near(Blue, rendition[480, 400], tolerance);
            Near(Light, rendition[320, 40], tolerance);
        }
    }

    [Fact]
    public async Task A_turned_picture_is_shown_the_right_way_up()
    {
        var image = await Image(PictureFiles.Jpeg(800, 600, with: picture => picture.Set(GValue.GIntType, "orientation", 6)));
        using var rendition = await Rendition(image, "full-480.jpg");
        Assert.Equal((600, 800), (image.Width, image.Height));
        Assert.Equal((480, 640), (rendition.Width, rendition.Height));
        Near(Light, rendition[460, 320]);
        Near(Red, rendition[100, 100]);
        Near(Blue, rendition[100, 540]);
    }

    [Theory]
    [InlineData("0", "16x9-640.jpg", 640, 360, true)]
    [InlineData("0", "1x1-320.jpg", 320, 320, true)]
    [InlineData("0.1", "4x3-480.jpg", 480, 360, true)]
    [InlineData("1", "1x1-320.webp", 320, 320, false)]
    [InlineData("1", "1x1-320.avif", 320, 320, false)]
    public async Task A_crop_keeps_the_focal_point(string focus, string name, int width, int height, bool isRed)
    {
        var image = await Image(PictureFiles.Jpeg(2400, 600), "wide.jpg", ("focalX", focus), ("focalY", "0.9"));
        using var rendition = await Rendition(image, name);
        Assert.Equal((width, height), (rendition.Width, rendition.Height));
        Near(isRed ? Red : Blue, rendition[width / 2, height - 20]);
    }

    [Fact]
    public async Task What_is_transparent_stays_so_but_in_jpeg_where_it_is_white()
    {
        var image = await Image(PictureFiles.TransparentPng(800, 600), "cut-out.png");
        using var webP = await Rendition(image, "full-640.webp");
        using var avif = await Rendition(image, "full-640.avif");
        using var jpeg = await Rendition(image, "full-640.jpg");
        Assert.Equal((4, 0.0), (webP.Bands, webP[300, 300][3]));
        Assert.Equal((4, 0.0), (avif.Bands, avif[300, 300][3]));
        Near([255, 255, 255], jpeg[300, 300]);
    }

    [Theory]
    [InlineData("full-640.jpg")]
    [InlineData("full-640.webp")]
    [InlineData("full-640.avif")]
    public async Task Creator_credit_and_copyright_stay_in_a_rendition_and_the_place_does_not(string name)
    {
        var image = await Image(PictureFiles.Jpeg(800, 600, with: WithPlaceAndNames), "harbour.jpg", ("credit", "Ada Lind / Nordfoto & Söhne <nf>"));
        var original = ImageMetadataReader.ReadMetadata(new MemoryStream(PictureFiles.Jpeg(800, 600, with: WithPlaceAndNames)));
        Assert.NotEmpty(original.OfType<GpsDirectory>());

        var bytes = await _site.Client.GetByteArrayAsync(AddressOf(image, name), TestContext.Current.CancellationToken);
        using var rendition = Picture.NewFromBuffer(bytes);
        Assert.Equal(["xmp-data"], rendition.GetFields().Where(field => field.EndsWith("-data", StringComparison.Ordinal) || field.StartsWith("exif", StringComparison.Ordinal)), StringComparer.Ordinal);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("GPS"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("SERIAL-4711"u8));
        var xmp = new XmpReader().Extract((byte[])rendition.Get("xmp-data")).GetXmpProperties();
        Assert.Equal("Ada Lind", xmp["dc:creator[1]"]);
        Assert.Equal("© Nordfoto", xmp["dc:rights[1]"]);
        Assert.Equal("Ada Lind / Nordfoto & Söhne <nf>", xmp["photoshop:Credit"]);
        Assert.Equal("Editorial use", xmp["xmpRights:UsageTerms[1]"]);
    }

    [Theory]
    [InlineData("full-640.jpg")]
    [InlineData("full-640.webp")]
    public async Task Another_program_finds_the_credit_and_no_place(string name)
    {
        var image = await Image(PictureFiles.Jpeg(800, 600, with: WithPlaceAndNames));
        var directories = ImageMetadataReader.ReadMetadata(new MemoryStream(await _site.Client.GetByteArrayAsync(AddressOf(image, name), TestContext.Current.CancellationToken)));
        Assert.Empty(directories.OfType<GpsDirectory>());
        Assert.Empty(directories.OfType<ExifDirectoryBase>());
        Assert.Empty(directories.OfType<IptcDirectory>());
        Assert.Empty(directories.OfType<IccDirectory>());
        Assert.Equal("Ada Lind / Nordfoto", Assert.Single(directories.OfType<XmpDirectory>()).GetXmpProperties()["photoshop:Credit"]);
    }

    [Fact]
    public async Task A_small_picture_is_never_enlarged()
    {
        var image = await Image(PictureFiles.Png(200, 100), "small.png");
        using var own = await Rendition(image, "full-200.jpg");
        Assert.Equal((200, 100), (own.Width, own.Height));
        Assert.Equal(["full-200", "16x9-177", "4x3-133", "1x1-100", "share-190"], Broadsheet.Images.Rendition.All(image.Picture).Select(r => Path.GetFileNameWithoutExtension(r.Address)).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        using var larger = await _site.Client.GetAsync(AddressOf(image, "full-320.jpg"), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)larger.StatusCode);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16_000, 3)]
    [InlineData(3, 16_000)]
    [InlineData(901, 899)]
    public async Task Pictures_of_any_shape_have_all_their_renditions(int width, int height)
    {
        var image = await Image(PictureFiles.Png(width, height), "shape.png");
        foreach (var rendition in Broadsheet.Images.Rendition.All(image.Picture).Where(rendition => rendition.Width == image.Picture.Widths(rendition.Shape)[^1]))
        {
            using var made = Picture.NewFromBuffer(await _site.Client.GetByteArrayAsync(rendition.Address, TestContext.Current.CancellationToken));
            Assert.Equal((rendition.Width, image.Picture.HeightAt(rendition.Shape, rendition.Width)), (made.Width, made.Height));
        }
    }

    private static void WithPlaceAndNames(MutableImage picture)
    {
        picture.Set(GValue.GStrType, "exif-ifd0-Model", "SERIAL-4711");
        picture.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
        picture.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "59/1 54/1 0/1");
        picture.Set(GValue.GStrType, "exif-ifd3-GPSLongitudeRef", "E");
        picture.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "10/1 45/1 0/1");
        picture.Set(GValue.BlobType, "iptc-data", PictureFiles.Iptc((0x025A, "SERIAL-4711"u8.ToArray())));
        picture.Set(GValue.BlobType, "xmp-data", PictureFiles.Xmp(
            """
            <dc:creator><rdf:Seq><rdf:li>Ada Lind</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Nordfoto</rdf:li></rdf:Alt></dc:rights>
            <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use</rdf:li></rdf:Alt></xmpRights:UsageTerms>
            <photoshop:Credit>Ada Lind / Nordfoto</photoshop:Credit><exif:GPSLatitude>59,54.0N</exif:GPSLatitude>
            """));
    }

    private async Task<Broadsheet.Images.Image> Image(byte[] file, string name = "harbour.jpg", params (string Field, string Value)[] fields)
    {
        var resource = await _site.Add(file, name, fields);
        return await _site.Find(resource.Id) ?? throw new InvalidOperationException("The image is not in the database.");
    }

    private async Task<Picture> Rendition(Broadsheet.Images.Image image, string name) =>
        Picture.NewFromBuffer(await _site.Client.GetByteArrayAsync(AddressOf(image, name), TestContext.Current.CancellationToken));

    private static string AddressOf(Broadsheet.Images.Image image, string name) => $"/media/{image.Id:N}/{image.Key}/{name}";

    private static void Near(double[] expected, double[] seen, int tolerance = 14)
    {
        for (var band = 0; band < 3; band++)
        {
            Assert.InRange(seen[band], expected[band] - tolerance, expected[band] + tolerance);
        }
    }
}
