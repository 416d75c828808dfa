using System.Text;
using Broadsheet.Images;
using Broadsheet.Tests.Support;
using NetVips;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class EmbeddedFactsTests : IDisposable
{
    private static readonly byte[] FullXmp = PictureFiles.Xmp(
        """
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The bridge at Örnsund, &lt;closed&gt; since May.</rdf:li></rdf:Alt></dc:description>
        <dc:creator><rdf:Seq><rdf:li>Ada Lind</rdf:li><rdf:li>Jon Vik</rdf:li></rdf:Seq></dc:creator>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Nordfoto</rdf:li></rdf:Alt></dc:rights>
        <photoshop:Credit>Nordfoto</photoshop:Credit><photoshop:Source>Nordfoto Archive</photoshop:Source>
        <photoshop:DateCreated>2026-05-03T23:30:00-07:00</photoshop:DateCreated>
        <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt></xmpRights:UsageTerms>
        <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A suspension bridge with barriers across it</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
        """);

    private static readonly ImageFacts Full = new()
    {
        Alt = "A suspension bridge with barriers across it",
        Caption = "The bridge at Örnsund, <closed> since May.",
        Creator = "Ada Lind, Jon Vik",
        Credit = "Ada Lind, Jon Vik / Nordfoto",
        Copyright = "© 2026 Nordfoto",
        Source = "Nordfoto Archive",
        Licence = "Editorial use only",
        TakenAt = new DateOnly(2026, 5, 3),
    };

    private readonly Darkroom _darkroom = new();

    public static TheoryData<byte[]> FilesWithXmp =>
    [
        PictureFiles.Jpeg(64, 64, with: WithXmp),
        PictureFiles.Png(64, 64, with: WithXmp),
        PictureFiles.WebP(64, 64, with: WithXmp),
        PictureFiles.Avif(64, 64, with: WithXmp),
        PictureFiles.Tiff(64, 64, with: WithXmp),
    ];

    [Theory]
    [MemberData(nameof(FilesWithXmp))]
    public async Task Xmp_is_read_from_every_kind_that_carries_it(byte[] file) => Assert.Equal(Full, await FactsOf(file));

    [Fact]
    public async Task Iptc_is_read_where_there_is_no_xmp()
    {
        var facts = await FactsOf(WithIptc(
            (0x025A, "ignored"u8.ToArray()),
            (0x015A, [0x1B, 0x25, 0x47]),
            (0x0278, "Fähre im Nebel"u8.ToArray()),
            (0x0250, "Ada Lind"u8.ToArray()),
            (0x0250, "Jon Vik"u8.ToArray()),
            (0x026E, "Nordfoto"u8.ToArray()),
            (0x0273, "Archive"u8.ToArray()),
            (0x0274, "© Nordfoto"u8.ToArray()),
            (0x0237, "20260503"u8.ToArray())));
        Assert.Equal(
            new ImageFacts
            {
                Caption = "Fähre im Nebel",
                Creator = "Ada Lind, Jon Vik",
                Credit = "Ada Lind, Jon Vik / Nordfoto",
                Source = "Archive",
                Copyright = "© Nordfoto",
                TakenAt = new DateOnly(2026, 5, 3),
            },
            facts);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_read_as_windows_1252()
    {
        var facts = await FactsOf(WithIptc((0x0278, [.. "Caf"u8, 0xE9, (byte)' ', 0x93, (byte)'x', 0x94, 0x00, 0x07])));
        Assert.Equal("Café “x”", facts.Caption);
    }

    [Fact]
    public async Task Exif_is_read_where_there_is_nothing_else()
    {
        var facts = await FactsOf(PictureFiles.Jpeg(64, 64, with: WithExif));
        Assert.Equal(
            new ImageFacts { Caption = "Old harbour", Creator = "Ada Lind", Credit = "Ada Lind", Copyright = "Nordfoto", TakenAt = new DateOnly(2026, 5, 3) },
            facts);
    }

    [Fact]
    public async Task What_a_camera_writes_for_want_of_a_description_is_no_caption()
    {
        var facts = await FactsOf(PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "OLYMPUS DIGITAL CAMERA         ")));
        Assert.Equal(ImageFacts.None, facts);
    }

    [Theory]
    [InlineData("Ada Lind", "Nordfoto", "Ada Lind / Nordfoto")]
    [InlineData("Ada Lind", "ADA LIND/Nordfoto", "ADA LIND/Nordfoto")]
    [InlineData("Ada Lind", null, "Ada Lind")]
    [InlineData(null, "Nordfoto", "Nordfoto")]
    [InlineData(null, null, null)]
    public async Task A_credit_names_who_made_it_and_for_whom(string? creator, string? credit, string? expected)
    {
        var properties = (creator is null ? "" : $"<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>") + (credit is null ? "" : $"<photoshop:Credit>{credit}</photoshop:Credit>");
        var facts = await FactsOf(PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.BlobType, "xmp-data", PictureFiles.Xmp(properties))));
        Assert.Equal(expected, facts.Credit);
    }

    [Fact]
    public async Task Longer_text_than_a_field_takes_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("🙂", ImageLimits.Line));
        var facts = await FactsOf(PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.BlobType, "xmp-data", PictureFiles.Xmp($"<photoshop:Source>{text}</photoshop:Source>"))));
        Assert.Equal(text[..ImageLimits.Line], facts.Source);
    }

    [Theory]
    [InlineData("<x:xmpmeta xmlns:x='adobe:ns:meta/'><broken")]
    [InlineData("")]
    [InlineData("no xml at all")]
    [InlineData("<a><b/></a>")]
    public async Task Broken_xmp_says_nothing(string xmp) =>
        Assert.Equal(ImageFacts.None, await FactsOf(PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(xmp + " ")))));

    public void Dispose() => _darkroom.Dispose();

    private static void WithXmp(MutableImage picture) => picture.Set(GValue.BlobType, "xmp-data", FullXmp);

    private static void WithExif(MutableImage picture)
    {
        picture.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "Old harbour");
        picture.Set(GValue.GStrType, "exif-ifd0-Artist", "Ada Lind");
        picture.Set(GValue.GStrType, "exif-ifd0-Copyright", "Nordfoto");
        picture.Set(GValue.GStrType, "exif-ifd2-DateTimeOriginal", "2026:05:03 10:20:30");
    }

    private static byte[] WithIptc(params (int DataSet, byte[] Value)[] records) =>
        PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.BlobType, "iptc-data", PictureFiles.Iptc(records)));

    private async Task<ImageFacts> FactsOf(byte[] file)
    {
        using var receipt = await new Reception(_darkroom).Receive(new MemoryStream(file), null, TestContext.Current.CancellationToken);
        return receipt.Embedded;
    }
}
