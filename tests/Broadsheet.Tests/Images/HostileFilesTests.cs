using Broadsheet.Images;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using CsCheck;
using NetVips;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class HostileFilesTests : IDisposable
{
    private readonly Darkroom _darkroom = new();

    public static TheoryData<string, byte[], string> Bombs => new()
    {
        { "bomb.png", HostileFiles.HugePng(100_000, 100_000), "The picture has 100,000 × 100,000 pixels; 16,000 is the most for a side." },
        { "bomb.png", HostileFiles.HugePng(15_000, 15_000), "The picture has 15,000 × 15,000 pixels; 100 million in all is the most." },
        { "bomb.jpg", HostileFiles.HugeJpeg(isProgressive: false), "The picture has 65,500 × 65,500 pixels; 16,000 is the most for a side." },
        { "bomb.jpg", HostileFiles.HugeJpeg(isProgressive: true), "The picture has 65,500 × 65,500 pixels; 16,000 is the most for a side." },
        { "bomb.webp", HostileFiles.HugeWebP(), "The picture has 16,383 × 16,383 pixels; 16,000 is the most for a side." },
        { "bomb.tif", HostileFiles.HugeTiff(), "The picture has 100,000 × 100,000 pixels; 16,000 is the most for a side." },
        { "bomb.gif", HostileFiles.HugeGif(), "The picture has 65,535 × 65,535 pixels; 16,000 is the most for a side." },
        { "bomb.avif", HostileFiles.HugeAvif(), "The picture has 100,000 × 100,000 pixels; 16,000 is the most for a side." },
        { "endless.gif", HostileFiles.EndlessGif(5_000, hasEnd: true), "This file has more than 1,000 frames or pages; that is more than a picture needs." },
        { "endless.gif", HostileFiles.EndlessGif(500, hasEnd: false), "This file is cut short: the picture in it is incomplete." },
        { "circles.tif", HostileFiles.TiffInCircles(), "This file has more than 1,000 frames or pages; that is more than a picture needs." },
        { "scans.jpg", HostileFiles.JpegOfScans(2_000), "The picture in this file is incomplete or damaged: it can't be decoded to its end." },
        { "nothing.png", HostileFiles.HugePng(500, 500), "The picture in this file is incomplete or damaged: it can't be decoded to its end." },
    };

    public static TheoryData<string, byte[], string> Polyglots => new()
    {
        { "archive.jpg", [.. PictureFiles.Jpeg(), .. HostileFiles.Zip()], "This file holds a ZIP archive." },
        { "archive.tif", [.. PictureFiles.Tiff(), .. HostileFiles.Zip()], "This file holds a ZIP archive." },
        { "archive.jpg", HostileFiles.JpegWithComment(ZipOverARest(PictureFiles.Jpeg(64, 64).Length - 2)), "This file holds a ZIP archive." },
        { "page.png", [.. PictureFiles.Png(), .. "<p onclick=alert(1)>"u8], "This file holds something that is no part of the picture after its end." },
        { "page.gif", [.. PictureFiles.Gif(), .. "*/=1;alert(1)"u8], "This file holds something that is no part of the picture after its end." },
        { "program.webp", [.. PictureFiles.WebP(), .. "\u007fELF"u8], "This file holds something that is no part of the picture after its end." },
        { "page.avif", [.. PictureFiles.Avif(), .. "\0\0\0\u0010html<b>hi</b>"u8], "This file holds something that is no part of the picture after its end." },
        { "script.jpg", HostileFiles.JpegWithComment("<ScRiPt>alert(1)</script>"u8.ToArray()), "This file holds a script." },
        { "script.jpg", HostileFiles.JpegWithComment([.. new byte[60_000], .. "<?php system('id');"u8]), "This file holds a script." },
        { "page.jpg", HostileFiles.JpegWithComment("<!DOCTYPE html>"u8.ToArray()), "This file holds a web page." },
        { "document.jpg", HostileFiles.JpegWithComment("%PDF-1.4"u8.ToArray()), "This file holds a PDF." },
    };

    public static TheoryData<string, byte[]> Innocent => new()
    {
        { "padded.jpg", [.. PictureFiles.Jpeg(), .. new byte[4096]] },
        { "line-end.png", [.. PictureFiles.Png(), .. "\r\n"u8] },
        { "preview.jpg", [.. PictureFiles.Jpeg(), .. PictureFiles.Jpeg(320, 240)] },
        { "motion.jpg", [.. PictureFiles.Jpeg(), .. "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"u8, .. new byte[2000]] },
        { "samsung.jpg", [.. PictureFiles.Jpeg(), .. "\0\0\u0001\n\u000e\0\0\0Image_UTC_Data1458170015363SEFHe\0\0\0\u0001\0\0\0SEFT"u8] },
        { "comment.jpg", HostileFiles.JpegWithComment("Taken at <Harbour> & quay, PK\u0005\u0006"u8.ToArray()) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_is_refused_with_a_sentence(string name, byte[] file, string sentence) => Assert.Equal(sentence, await Refusal(file, name));

    [Theory]
    [MemberData(nameof(Polyglots))]
    public async Task A_file_that_is_two_things_is_refused(string name, byte[] file, string sentence) =>
        Assert.Equal($"{sentence} Save the picture anew in a photo program, and send that.", await Refusal(file, name));

    [Theory]
    [MemberData(nameof(Innocent))]
    public async Task What_cameras_and_phones_append_is_taken(string name, byte[] file)
    {
        using var receipt = await Receive(file, name);
        Assert.Equal(file.Length, receipt.Bytes);
    }

    [Theory]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("iCCP")]
    public async Task Text_that_unpacks_without_end_is_not_unpacked(string chunk)
    {
        using var receipt = await Receive(HostileFiles.PngWithPackedText(chunk, 300_000_000), "text.png");
        Assert.Equal(ImageFacts.None, receipt.Embedded);
    }

    [Fact]
    public async Task Metadata_that_would_end_the_process_is_left_unread()
    {
        using var deep = await Receive(PictureFiles.Png(64, 64, with: picture => picture.Set(GValue.BlobType, "xmp-data", HostileFiles.DeepXmp(20_000))), "deep.png");
        using var laughing = await Receive(PictureFiles.Jpeg(64, 64, with: picture => picture.Set(GValue.BlobType, "xmp-data", HostileFiles.LaughingXmp())), "laughing.jpg");
        Assert.Equal(ImageFacts.None, deep.Embedded);
        Assert.Equal(ImageFacts.None, laughing.Embedded);
    }

    [Fact]
    public void A_file_with_any_bytes_changed_is_taken_or_refused_but_never_fails()
    {
        byte[][] files = [PictureFiles.Jpeg(64, 48), PictureFiles.Png(64, 48), PictureFiles.WebP(64, 48), PictureFiles.Avif(64, 48), PictureFiles.Gif(64, 48, 2), PictureFiles.Tiff(64, 48)];
        var changed =
            from file in Gen.Int[0, files.Length - 1].Select(i => files[i])
            from changes in Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 8]
            from length in Gen.OneOf(Gen.Const(file.Length), Gen.Int[0, file.Length])
            select Change(file, changes)[..length];
        changed.Sample(
            file =>
            {
                try
                {
                    Receive(file, null).GetAwaiter().GetResult().Dispose();
                }
                catch (Invalid refused)
                {
                    Assert.Equal("file", Assert.Single(refused.Faults).Place);
                }
            },
            iter: 600,
            threads: 2);
    }

    public void Dispose() => _darkroom.Dispose();

    private static byte[] Change(byte[] file, (int At, byte Value)[] changes)
    {
        var copy = file.ToArray();
        foreach (var (at, value) in changes)
        {
            copy[at] = value;
        }

        return copy;
    }

    // The archive's comment is as long as what follows it, so that it is whole wherever the JPEG goes on.
    private static byte[] ZipOverARest(int rest)
    {
        var zip = HostileFiles.Zip();
        zip[^2] = (byte)rest;
        zip[^1] = (byte)(rest >> 8);
        return zip;
    }

    private Task<Receipt> Receive(byte[] file, string? name) => new Reception(_darkroom).Receive(new MemoryStream(file), name, TestContext.Current.CancellationToken);

    private async Task<string> Refusal(byte[] file, string name) => Assert.Single((await Assert.ThrowsAsync<Invalid>(() => Receive(file, name))).Faults).Sentence;
}
