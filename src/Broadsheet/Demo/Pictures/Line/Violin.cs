namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The outline of a violin, hanging by its scroll from nought; the body is about 210 wide and 356 long.</summary>
internal static class Violin
{
    /// <summary>The body alone, its top edge at nought.</summary>
    public const string Body = "M0 0C34 0 78 8 84 48C88 78 76 96 66 108C60 116 66 120 60 126C46 142 46 190 60 206C66 212 62 218 70 222C90 232 106 262 104 296C102 340 56 356 0 356C-56 356 -102 340 -104 296C-106 262 -90 232 -70 222C-62 218 -66 212 -60 206C-46 190 -46 142 -60 126C-66 120 -60 116 -66 108C-76 96 -88 78 -84 48C-78 8 -34 0 0 0Z";

    /// <summary>The f-holes.</summary>
    public const string Holes = "M34 134C30 126 38 122 41 129C46 146 36 178 44 196C47 204 54 200 51 193M-34 134C-30 126 -38 122 -41 129C-46 146 -36 178 -44 196C-47 204 -54 200 -51 193";

    /// <summary>Neck and scroll hang above: the whole instrument, scroll at nought.</summary>
    public static void Draw(Svg svg, string wood, string line, Dice dice, double detail)
    {
        ArgumentNullException.ThrowIfNull(svg);
        const string round = "stroke-linecap='round' stroke-linejoin='round'";
        svg.Path("M-9 30L-13 250H13L9 30Z", wood, $"stroke='{line}' stroke-width='4' {round}");
        svg.Path("M0 -4C16 -4 20 12 8 18C2 20 -4 14 2 8M-10 20C-22 4 -10 -16 6 -14C26 -10 26 22 11 34H-11Z", wood, $"stroke='{line}' stroke-width='4' {round}");
        svg.Path("M-30 44H-12M12 52H30M-30 62H-12M12 70H30", "none", $"stroke='{line}' stroke-width='6' {round}");
        svg.Add("<g transform='translate(0 240)'>");
        svg.Path(Body, wood, $"stroke='{line}' stroke-width='5' {round}");
        if (detail > 0)
        {
            Ink.Hatch(svg, "M20 0C60 4 84 20 84 48C88 78 76 96 66 108C46 142 46 190 70 222C106 250 110 330 50 350Q70 240 40 180Q60 80 20 0Z", (0, 0, 110, 356), 84, 6, 1.6, line, dice, 0.4);
        }

        svg.Path(Holes, "none", $"stroke='{line}' stroke-width='4.6' {round}");
        svg.Path("M-18 178L-14 166H14L18 178Z", wood, $"stroke='{line}' stroke-width='3.4' {round}");
        svg.Path("M-15 250L-20 330Q0 344 20 330L15 250Z", line);
        svg.Path("M-12 -190L-18 62H18L12 -190Z", line);
        svg.Path("M-7 60L-9 252M-2.5 60L-3 252M2.5 60L3 252M7 60L9 252", "none", $"stroke='{line}' stroke-width='1.2'");
        svg.Add("</g>");
    }
}
