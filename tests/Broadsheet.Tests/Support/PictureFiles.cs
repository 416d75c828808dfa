using System.Text;
using NetVips;

namespace Broadsheet.Tests.Support;

/// <summary>Draws picture files for tests: a red left half and a blue right half, the upper quarter lighter, so that turning and cropping show.</summary>
public static class PictureFiles
{
    public static byte[] Jpeg(int width = 640, int height = 480, bool isProgressive = false, Action<MutableImage>? with = null) =>
        Save(Draw(width, height), with, image => image.JpegsaveBuffer(q: 90, interlace: isProgressive));

    public static byte[] Png(int width = 640, int height = 480, bool isInterlaced = false, Action<MutableImage>? with = null) =>
        Save(Draw(width, height), with, image => image.PngsaveBuffer(interlace: isInterlaced));

    public static byte[] WebP(int width = 640, int height = 480, bool isLossless = false, Action<MutableImage>? with = null) =>
        Save(Draw(width, height), with, image => image.WebpsaveBuffer(lossless: isLossless));

    public static byte[] Avif(int width = 640, int height = 480, Action<MutableImage>? with = null) =>
        Save(Draw(width, height), with, image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0));

    public static byte[] Gif(int width = 640, int height = 480, int frames = 1) => Save(
        Image.Arrayjoin([.. Enumerable.Range(0, frames).Select(frame => frame % 2 == 0 ? Draw(width, height) : Draw(width, height).Flip(Enums.Direction.Horizontal))], across: 1),
        frames == 1 ? null : image => image.Set(GValue.GIntType, "page-height", height),
        image => image.GifsaveBuffer());

    public static byte[] Tiff(int width = 640, int height = 480, Action<MutableImage>? with = null) =>
        Save(Draw(width, height), with, image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate));

    public static byte[] TiffOf16Bits(int width, int height) =>
        Save(Draw(width, height).Colourspace(Enums.Interpretation.Rgb16), null, image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw));

    public static byte[] CmykJpeg(int width, int height) => Save(Draw(width, height).IccExport(outputProfile: "cmyk"), null, image => image.JpegsaveBuffer(q: 90));

    public static byte[] DisplayP3Png(int width, int height) =>
        Save(Draw(width, height).IccTransform("p3", inputProfile: "srgb"), null, image => image.PngsaveBuffer());

    public static byte[] TransparentPng(int width, int height) => Save(Draw(width, height).Bandjoin(0), null, image => image.PngsaveBuffer());

    public static byte[] GreyPng(int width, int height) => Save(Draw(width, height).Colourspace(Enums.Interpretation.Bw), null, image => image.PngsaveBuffer());

    /// <summary>One colour everywhere, which compresses to almost nothing.</summary>
    public static Image Plain(int width, int height) => (Image.Black(width, height) + new double[] { 200, 120, 40 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>An XMP packet around properties.</summary>
    public static byte[] Xmp(string properties) => Encoding.UTF8.GetBytes(
        $"""
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
          xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:exif="http://ns.adobe.com/exif/1.0/">{properties}</rdf:Description>
        </rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """);

    /// <summary>IPTC records within Photoshop's resources, as JPEG carries them.</summary>
    public static byte[] Iptc(params (int DataSet, byte[] Value)[] records)
    {
        var iim = new MemoryStream();
        foreach (var (dataSet, value) in records)
        {
            iim.Write([0x1C, (byte)(dataSet >> 8), (byte)dataSet, (byte)(value.Length >> 8), (byte)value.Length]);
            iim.Write(value);
        }

        var block = new MemoryStream();
        block.Write("Photoshop 3.0\0"u8);
        block.Write("8BIM"u8);
        block.Write([0x04, 0x04, 0, 0, 0, 0, (byte)(iim.Length >> 8), (byte)iim.Length]);
        block.Write(iim.ToArray());
        return block.ToArray();
    }

    private static Image Draw(int width, int height)
    {
        var left = Math.Max(1, width / 2);
        var red = (Image.Black(left, height) + new double[] { 200, 20, 20 }).Cast(Enums.BandFormat.Uchar);
        var blue = (Image.Black(Math.Max(1, width - left), height) + new double[] { 20, 20, 200 }).Cast(Enums.BandFormat.Uchar);
        var halves = red.Join(blue, Enums.Direction.Horizontal).Crop(0, 0, width, height);
        var light = (Image.Black(width, Math.Max(1, height / 4)) + new double[] { 240, 240, 240 }).Cast(Enums.BandFormat.Uchar);
        return halves.Insert(light, 0, 0).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] Save(Image image, Action<MutableImage>? with, Func<Image, byte[]> save) => save(with is null ? image : image.Mutate(with));
}
