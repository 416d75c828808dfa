using System.Security.Cryptography;
using Broadsheet.Images;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using NetVips;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class ReceptionTests : IDisposable
{
    private readonly Darkroom _darkroom = new();

    public static TheoryData<ImageKind, string, byte[]> EveryKind => new()
    {
        { ImageKind.Jpeg, "harbour.jpg", PictureFiles.Jpeg() },
        { ImageKind.Jpeg, "HARBOUR.JPEG", PictureFiles.Jpeg(isProgressive: true) },
        { ImageKind.Png, "harbour.png", PictureFiles.Png() },
        { ImageKind.Png, "harbour.png", PictureFiles.Png(isInterlaced: true) },
        { ImageKind.WebP, "harbour.webp", PictureFiles.WebP() },
        { ImageKind.WebP, "harbour.webp", PictureFiles.WebP(isLossless: true) },
        { ImageKind.Avif, "harbour.avif", PictureFiles.Avif() },
        { ImageKind.Gif, "harbour.gif", PictureFiles.Gif() },
        { ImageKind.Tiff, "harbour.tiff", PictureFiles.Tiff() },
        { ImageKind.Tiff, "harbour.tif", PictureFiles.TiffOf16Bits(640, 480) },
        { ImageKind.Jpeg, "harbour.jpg", PictureFiles.CmykJpeg(640, 480) },
        { ImageKind.Png, "grey.png", PictureFiles.GreyPng(640, 480) },
    };

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task Every_kind_is_taken_and_described(ImageKind kind, string name, byte[] file)
    {
        using var receipt = await Receive(file, name);
        Assert.Equal((kind, 640, 480, file.LongLength, false), (receipt.Kind, receipt.Width, receipt.Height, receipt.Bytes, receipt.IsAnimated));
        Assert.Equal(SHA256.HashData(file), receipt.Hash);
        Assert.Equal(file, await File.ReadAllBytesAsync(receipt.Path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task A_file_cut_short_is_refused(ImageKind kind, string name, byte[] file)
    {
        foreach (var part in new[] { 0.3, 0.7, 0.95 })
        {
            var sentence = await Refusal(file[..(int)(file.Length * part)], name);
            Assert.Contains(sentence, new[] { "This file is cut short: the picture in it is incomplete.", $"This {kind.Name} file is damaged and can't be read.", "The picture in this file is incomplete or damaged: it can't be decoded to its end." }, StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("photo.png", "The file's name ends in “.png”, but what is in it is a JPEG picture.")]
    [InlineData("photo.jpg.html", "The file's name ends in “.html”, but what is in it is a JPEG picture.")]
    [InlineData("photo.jpg.JS", "The file's name ends in “.js”, but what is in it is a JPEG picture.")]
    public async Task A_name_that_lies_is_refused_naming_both(string name, string sentence) => Assert.Equal(sentence, await Refusal(PictureFiles.Jpeg(), name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("blob")]
    [InlineData("IMG.2026")]
    [InlineData("Harbour at 5 p.m")]
    [InlineData("..\\..\\etc\\passwd.jpg")]
    public async Task A_name_that_says_nothing_is_taken(string? name)
    {
        using var receipt = await Receive(PictureFiles.Jpeg(), name);
        Assert.Equal(ImageKind.Jpeg, receipt.Kind);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "This is an SVG drawing")]
    [InlineData("\uFEFF<?xml version='1.0'?>\n<svg/>", "This is an SVG drawing")]
    [InlineData("<html><body>", "This is a document of markup")]
    [InlineData("%PDF-1.7", "This is a PDF.")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "This is a HEIC picture")]
    [InlineData("PK\u0003\u0004", "This file is none of the kinds")]
    [InlineData("", "The file is empty.")]
    public async Task What_is_no_picture_is_refused_by_name(string content, string beginning) =>
        Assert.StartsWith(beginning, await Refusal(System.Text.Encoding.UTF8.GetBytes(content), "photo.jpg"), StringComparison.Ordinal);

    [Fact]
    public async Task A_larger_file_than_taken_is_refused_before_it_is_looked_at()
    {
        using var folder = new TestFolder();
        await using var large = new FileStream(Path.Combine(folder.Path, "large"), FileMode.CreateNew);
        large.SetLength(ImageLimits.Bytes + 1);
        var refused = await Assert.ThrowsAsync<Invalid>(() => Reception().Receive(large, "photo.jpg", TestContext.Current.CancellationToken));
        Assert.Equal(new Fault("file", "This file has more than 40 MB, which is the most."), Assert.Single(refused.Faults));
    }

    [Fact]
    public async Task A_turned_picture_is_described_the_right_way_up()
    {
        using var receipt = await Receive(PictureFiles.Jpeg(with: picture => picture.Set(GValue.GIntType, "orientation", 6)), "turned.jpg");
        Assert.Equal((480, 640), (receipt.Width, receipt.Height));
    }

    [Fact]
    public async Task Of_an_animation_it_is_said_that_it_moves()
    {
        using var receipt = await Receive(PictureFiles.Gif(frames: 3), "moving.gif");
        Assert.Equal((640, 480, true), (receipt.Width, receipt.Height, receipt.IsAnimated));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_refused_file()
    {
        var before = Mine();
        await Refusal(PictureFiles.Jpeg()[..500], "photo.jpg");
        Assert.Equal(before, Mine());

        static int Mine() => Directory.GetFiles(Path.GetTempPath(), "broadsheet-*").Count(file => File.ReadAllBytes(file).Length == 500);
    }

    public void Dispose() => _darkroom.Dispose();

    private Reception Reception() => new(_darkroom);

    private Task<Receipt> Receive(byte[] file, string? name) => Reception().Receive(new MemoryStream(file), name, TestContext.Current.CancellationToken);

    private async Task<string> Refusal(byte[] file, string name) => Assert.Single((await Assert.ThrowsAsync<Invalid>(() => Receive(file, name))).Faults).Sentence;
}
