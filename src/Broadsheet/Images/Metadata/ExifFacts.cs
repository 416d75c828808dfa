using System.Collections.Frozen;
using System.Text;
using Broadsheet.Images.Containers;

namespace Broadsheet.Images.Metadata;

/// <summary>
/// Reads the four things of EXIF (CIPA DC-008) that a newsroom wants: description, artist, copyright, day. Of all directories it opens two, and no maker's note: readers that follow every pointer
/// can be led round for ever.
/// </summary>
internal static class ExifFacts
{
    private const int Description = 0x010E;
    private const int Artist = 0x013B;
    private const int Copyright = 0x8298;
    private const int ExifDirectory = 0x8769;
    private const int DateTimeOriginal = 0x9003;
    private const int AsciiType = 2;
    private const int MostText = 16 * 1024;

    // What cameras write for want of a description.
    private static readonly FrozenSet<string> Nothing = new[]
    {
        "OLYMPUS DIGITAL CAMERA", "MINOLTA DIGITAL CAMERA", "KODAK DIGITAL STILL CAMERA", "SONY DSC", "SAMSUNG CAMERA PICTURES", "DIGITAL CAMERA", "DEFAULT", "UNTITLED", "CREATED WITH GIMP", "SCREENSHOT",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a block of EXIF, or a whole TIFF.</summary>
    public static ImageFacts Read(Stream block)
    {
        try
        {
            return new Directories(block).Facts();
        }
        catch (Damaged)
        {
            return ImageFacts.None;
        }
    }

    private sealed class Directories
    {
        private readonly ByteReader _bytes;
        private readonly long _start;
        private readonly bool _isLittle;

        public Directories(Stream block)
        {
            _bytes = new ByteReader(block) { Position = 0 };
            _start = Encoding.Latin1.GetString(_bytes.Take(6)) == "Exif\0\0" ? 6 : 0;
            _bytes.Position = _start;
            _isLittle = _bytes.U16() == 0x4949;
        }

        public ImageFacts Facts()
        {
            if (U16() != 42)
            {
                return ImageFacts.None;
            }

            var main = Read(U32());
            var exif = main.Directory is { } at ? Read(at) : Entries.None;
            var caption = EmbeddedText.Of(main.Text(Description), ImageLimits.Caption);
            return new ImageFacts
            {
                Caption = caption is null || Nothing.Contains(caption) ? null : caption,
                Creator = EmbeddedText.Line(main.Text(Artist)?.Replace('\0', ' ')),
                Copyright = EmbeddedText.Line(main.Text(Copyright)?.Replace('\0', ' ')),
                TakenAt = EmbeddedDate.Of(exif.Text(DateTimeOriginal)),
            };
        }

        private Entries Read(uint directory)
        {
            _bytes.Position = Math.Min(_start + directory, _bytes.Length);
            var count = U16();
            var entries = new Entries([], null);
            for (var i = 0; i < count; i++)
            {
                var entry = _start + directory + 2 + i * 12L;
                _bytes.Position = Math.Min(entry, _bytes.Length);
                var (tag, type, length) = (U16(), U16(), U32());
                if (tag == ExifDirectory)
                {
                    entries = entries with { Directory = U32() };
                }
                else if (type == AsciiType && tag is Description or Artist or Copyright or DateTimeOriginal && length <= MostText)
                {
                    _bytes.Position = length <= 4 ? _bytes.Position : Math.Min(_start + U32(), _bytes.Length);
                    entries.Texts[tag] = EmbeddedText.Decode(_bytes.Take((int)length).AsSpan().TrimEnd((byte)0));
                }
            }

            return entries;
        }

        private ushort U16() => _isLittle ? _bytes.U16Little() : _bytes.U16();

        private uint U32() => _isLittle ? _bytes.U32Little() : _bytes.U32();
    }

    private sealed record Entries(Dictionary<int, string> Texts, uint? Directory)
    {
        public static Entries None { get; } = new([], null);

        public string? Text(int tag) => Texts.GetValueOrDefault(tag);
    }
}
