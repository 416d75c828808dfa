using System.Globalization;
using System.Security;
using Broadsheet.Platform.Text;
using NetVips;
using Vips = NetVips.Image;

namespace Broadsheet.Images;

/// <summary>
/// A card for where a story without a picture is shared: the section, the headline, the paper's name. Set in fonts of our own, so that it looks the same on every machine; words in letters that these
/// don't have are left out. To be drawn within a place of the <see cref="Darkroom"/>.
/// </summary>
public static class Card
{
    public const int Width = 1200;
    public const int Height = 630;
    private const int Margin = 72;
    private const int HeadlineTop = 150;
    private const int HeadlineHeight = 340;
    private const int NameTop = 545;
    private static readonly double[] Paper = [255, 253, 249];
    private static readonly double[] Ink = [22, 19, 15];
    private static readonly double[] Accent = [155, 28, 28];
    private static readonly double[] Hair = [220, 213, 201];
    private static readonly int[] HeadlineSizes = [84, 76, 68, 60, 52, 46, 40, 34];
    private static readonly string Fonts = Path.Combine(AppContext.BaseDirectory, "Images", "Fonts");

    static Card()
    {
        // Once opened, a file's letters stand in for what the first one lacks.
        using var more = Vips.Text("ő", font: "Newsreader 16pt 20", fontfile: Path.Combine(Fonts, "newsreader-headline-ext.ttf"), dpi: 72);
    }

    /// <summary>The card as JPEG.</summary>
    public static byte[] Draw(string paper, string section, string headline, bool isRightToLeft)
    {
        using var black = Vips.Black(Width, Height);
        using var plain = (black + Paper).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var bare = plain.Mutate(card =>
        {
            card.DrawRect(Accent, 0, 0, Width, 14, fill: true);
            card.DrawRect(Hair, Margin, NameTop - 26, Width - (2 * Margin), 2, fill: true);
        });
        using var named = Set(bare, paper, 44, Ink, NameTop, isRightToLeft);
        using var placed = Set(named, section, 36, Accent, Margin, isRightToLeft);
        using var card = SetHeadline(placed, headline, isRightToLeft);
        return card.JpegsaveBuffer(q: 88, keep: Enums.ForeignKeep.None);
    }

    private static Vips SetHeadline(Vips card, string headline, bool isRightToLeft)
    {
        foreach (var size in HeadlineSizes)
        {
            if (Letters(headline, size) is not { } letters)
            {
                break;
            }

            using (letters)
            {
                if (letters.Height <= HeadlineHeight || size == HeadlineSizes[^1])
                {
                    using var fitting = letters.Crop(0, 0, letters.Width, Math.Min(letters.Height, HeadlineHeight));
                    return Lay(card, fitting, Ink, HeadlineTop, isRightToLeft);
                }
            }
        }

        return card.Copy();
    }

    private static Vips Set(Vips card, string text, int size, double[] colour, int top, bool isRightToLeft)
    {
        using var letters = Letters(text, size);
        return letters is null ? card.Copy() : Lay(card, letters, colour, top, isRightToLeft);
    }

    private static Vips Lay(Vips card, Vips letters, double[] colour, int top, bool isRightToLeft)
    {
        using var ink = letters.NewFromImage(colour).Copy(interpretation: Enums.Interpretation.Srgb);
        using var over = ink.Bandjoin(letters);
        using var laid = card.Composite2(over, Enums.BlendMode.Over, x: isRightToLeft ? Width - Margin - letters.Width : Margin, y: top);
        using var opaque = laid.Flatten();
        return opaque.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    // What is drawn is markup to Pango, so it is escaped.
    private static Vips? Letters(string text, int size)
    {
        var clean = XmlCharacters.Clean(text).ToString().Trim();
        var (family, file) = clean.Any(IsArabic) ? ("Noto Naskh Arabic Bold", "noto-naskh-arabic.ttf") : ("Newsreader 16pt", "newsreader-headline.ttf");
        return clean.Length == 0 || !clean.All(IsDrawn) ? null : Vips.Text(
            SecurityElement.Escape(clean), font: string.Create(CultureInfo.InvariantCulture, $"{family} {size}"), fontfile: Path.Combine(Fonts, file), width: Width - (2 * Margin), dpi: 72, wrap: Enums.TextWrap.WordChar);
    }

    private static bool IsArabic(char letter) => letter is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F');

    private static bool IsDrawn(char letter) => letter is <= '\u017F' or 'Ș' or 'ș' or 'Ț' or 'ț' or (>= '\u1E80' and <= '\u1EF9') or (>= '\u2010' and <= '\u2026') or '\u2009' or '\u202F' or '€' or '™' or '−' || IsArabic(letter);
}
