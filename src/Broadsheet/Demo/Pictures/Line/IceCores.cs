using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Sections of the Harrow core on the light table; the dark band is dust from a dry summer.</summary>
internal sealed class IceCores() : Scene("ice-cores")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(93);
        svg.Rect(0, 0, Width, Height, svg.Vertical((0, "#0d1d2b", 1), (0.5, "#1f4156", 1), (1, "#0f2231", 1)));
        Racks(svg, dice);
        Table(svg, dice);
        Core(svg, dice, 190, 560, 1250, 62, 3, 1.0, -1);
        Core(svg, dice, -80, 776, 1570, 116, 5, 1.05, 330);
        Ruler(svg);
        Loupe(svg, dice);
        Gouache.Glow(svg, 760, 700, 1000, 380, "#dff6ff", 0.16);
        Breath(svg, dice);
        Gouache.Vignette(svg, "#050d15", 0.66, 0.48, 0.62);
        Ink.Grain(svg, 0.32, 0.8);
    }

    private static void Racks(Svg svg, Dice dice)
    {
        // tubes of silvered card, end on, row over row; frost on the steel
        for (var r = 0; r < 4; r++)
        {
            var y = 24 + (r * 106.0);
            for (var i = 0; i < 17; i++)
            {
                var x = -10 + (i * 98.0) + (r % 2 * 20);
                var lit = 0.25 + (0.55 * Math.Exp(-Math.Pow((x - 760) / 480, 2))) + (0.07 * r);
                if (dice.Chance(0.07))
                {
                    svg.Circle(x + 44, y + 44, 40, "#0b1823");
                    continue;
                }

                var rim = Ink.Ramp(lit, "#20394a", "#557a8e", "#a9c6d2", "#e9f6fa");
                svg.Circle(x + 47, y + 47, 43, "#07121b", "opacity='.7'");
                svg.Circle(x + 44, y + 44, 42, rim);
                svg.Circle(x + 44, y + 44, 37, Ink.Mix(rim, "#16293a", 0.4));
                svg.Circle(x + 44, y + 44, 31, Ink.Mix(rim, "#dff3fb", 0.25));
                svg.Path($"M{Ink.N(x + 18)} {Ink.N(y + 34)}A28 28 0 0 1 {Ink.N(x + 44)} {Ink.N(y + 16)}", "none", "stroke='#ffffff' stroke-width='3.4' stroke-linecap='round' opacity='.7'");
                Lettering.Write(svg, (412 - (r * 17) - i).ToString(CultureInfo.InvariantCulture), x + 44, y + 52, 17, "#17303f", Lettering.Medium, Side.Middle);
            }

            svg.Rect(0, y + 90, 1600, 12, "#15293a");
            svg.Rect(0, y + 89, 1600, 3, "#cfe4ec", "opacity='.75'");
            var frost = new StringBuilder();
            for (var i = 0; i < 120; i++)
            {
                frost.Append(CultureInfo.InvariantCulture, $"M{Ink.N(dice.Range(0, 1600))} {Ink.N(y + 90 + dice.Range(-2, 6))}h.1");
            }

            svg.Path(frost.ToString(), "none", "stroke='#ffffff' stroke-width='4' stroke-linecap='round' opacity='.55'");
        }

        Gouache.Wash(svg, 0, 0, 1600, 470, dice, 80, 80, 20, 200, 0.05, "#dff3fb", "#081420");
    }

    private static void Table(Svg svg, Dice dice)
    {
        // the light table
        svg.Path("M-10 440H1610V1080H-10Z", "#0e2230");
        svg.Path("M20 470L1580 470L1690 1080H-90Z", svg.Vertical((0, "#a5d3e2", 1), (0.35, "#e2f5fa", 1), (1, "#9fcbdc", 1)));
        Gouache.Wash(svg, 0, 480, 1600, 580, dice, 80, 1, 10, 260, 0.16, "#ffffff", "#7fb3c6");
        svg.Path("M20 470H1580", "none", "stroke='#ffffff' stroke-width='4' opacity='.9'");
    }

    private static void Core(Svg svg, Dice dice, double x, double y, double length, double radius, int seed, double clear, double band)
    {
        var (x1, top, low) = (x + length, y - radius, y + radius);

        // its shadow, its body with light coming through from below
        svg.Path($"M{Ink.N(x)} {Ink.N(low - 10)}H{Ink.N(x1)}Q{Ink.N(x1 + 26)} {Ink.N(low + 18)} {Ink.N(x1 - 20)} {Ink.N(low + 24)}H{Ink.N(x - 10)}Z", "#3c7a93", "opacity='.4'");
        var bow = radius * 0.42;
        var body = $"M{Ink.N(x)} {Ink.N(top)}H{Ink.N(x1)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(x1)} {Ink.N(low)}H{Ink.N(x)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(x)} {Ink.N(top)}Z";
        svg.Path(body, svg.Vertical((0, "#3f7d98", 1), (0.1, "#8cc0d2", 1), (0.24, "#f2fcff", 1), (0.36, "#bfe3ee", 1), (0.62, "#8fc6d8", 1), (0.84, "#d9f3fa", 1), (1, "#4a8aa3", 1)));
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{body}'/></clipPath>");
        svg.Add($"<g clip-path='{clip}'>");

        // the years: summers clear and dark, winters white
        var at = x - 20;
        var dark = new StringBuilder();
        var white = new StringBuilder();
        var hair = new StringBuilder();
        while (at < x1 + 20)
        {
            var step = 15 + (16 * Math.Abs(Dice.Noise(at * 0.013, seed, 4))) + dice.Range(0, 12);
            string Arc(double o) => string.Create(CultureInfo.InvariantCulture, $"M{Ink.N(at + o)} {Ink.N(top)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(at + o)} {Ink.N(low)}");
            dark.Append(Arc(0));
            if (dice.Chance(0.7))
            {
                white.Append(Arc(step * 0.5));
            }

            for (var k = 0; k < 2; k++)
            {
                hair.Append(Arc(dice.Range(3, step)));
            }

            at += step;
        }

        svg.Path(dark.ToString(), "none", $"stroke='#2f6d88' stroke-width='{Ink.N(3.4 * clear)}' opacity='.5'");
        svg.Path(white.ToString(), "none", "stroke='#ffffff' stroke-width='7' opacity='.5'");
        svg.Path(hair.ToString(), "none", "stroke='#1e5a76' stroke-width='1' opacity='.45'");
        if (band >= 0)
        {
            for (var k = 0; k < 6; k++)
            {
                var o = x + band + (k * 7.5);
                svg.Path($"M{Ink.N(o)} {Ink.N(top)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(o)} {Ink.N(low)}", "none", $"stroke='{(k is 2 or 3 ? "#3a2a1a" : "#6d5232")}' stroke-width='{(k is 2 or 3 ? "9" : "6")}' opacity='{(k is 2 or 3 ? ".86" : ".5")}'");
            }

            Gouache.Dust(svg, x + band + 10, top, 70, radius * 2, dice, 130, 1.4, 3, "#3a2a1a", 0.6);

            // and after it the white of six days' snow
            svg.Path($"M{Ink.N(x + band + 120)} {Ink.N(top)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(x + band + 120)} {Ink.N(low)}", "none", "stroke='#ffffff' stroke-width='84' opacity='.55'");
        }

        // air that was caught
        for (var k = 0; k < 3; k++)
        {
            var d = new StringBuilder();
            for (var i = 0; i < 130; i++)
            {
                d.Append(CultureInfo.InvariantCulture, $"M{Ink.N(dice.Range(x, x1))} {Ink.N(y + (radius * 0.86 * dice.Range(-1, 1)))}h{Ink.N(dice.Range(0.1, 4))}");
            }

            svg.Path(d.ToString(), "none", $"stroke='#ffffff' stroke-width='{Ink.N(1.6 + (k * 1.2))}' stroke-linecap='round' opacity='.7'");
        }

        // cracks
        for (var i = 0; i < 7; i++)
        {
            var (cx, cy) = (dice.Range(x, x1), dice.Range(top, low));
            svg.Path(Ink.Brush([(cx, cy), (cx + dice.Range(-30, 30), cy + dice.Range(10, 40)), (cx + dice.Range(-50, 50), cy + dice.Range(30, 80))], 2.4, dice), "#f6feff", "opacity='.75'");
        }

        svg.Add("</g>");
        svg.Path($"M{Ink.N(x + 6)} {Ink.N(top + (radius * 0.34))}H{Ink.N(x1 + (bow * 0.6))}", "none", "stroke='#ffffff' stroke-width='6' opacity='.85'");
        svg.Path(body, "none", "stroke='#1f556e' stroke-width='2.4' opacity='.8'");

        // the sawn end
        var cut = $"M{Ink.N(x1)} {Ink.N(top)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(x1)} {Ink.N(low)}A{Ink.N(bow)} {Ink.N(radius)} 0 0 1 {Ink.N(x1)} {Ink.N(top)}Z";
        svg.Path(cut, "#d5eff6", "stroke='#2f6d88' stroke-width='2'");
        svg.Path($"M{Ink.N(x1 - (bow * 0.5))} {Ink.N(y - (radius * 0.4))}Q{Ink.N(x1)} {Ink.N(y)} {Ink.N(x1 + (bow * 0.4))} {Ink.N(y + (radius * 0.5))}M{Ink.N(x1 + (bow * 0.2))} {Ink.N(y - (radius * 0.6))}L{Ink.N(x1 - (bow * 0.3))} {Ink.N(y + (radius * 0.3))}", "none", "stroke='#8fc3d4' stroke-width='2'");
    }

    private static void Loupe(Svg svg, Dice dice)
    {
        // a lens over the band, a glove that holds it
        const string round = "stroke-linecap='round' stroke-linejoin='round'";
        const double cx = 300, cy = 776, r = 132;
        svg.Add($"<ellipse cx='{cx + 16}' cy='{cy + 22}' rx='{r + 8}' ry='{r + 4}' fill='#16394d' opacity='.35'/>");
        var clip = svg.Define(id => $"<clipPath id='{id}'><circle cx='{cx}' cy='{cy}' r='{r}'/></clipPath>");
        svg.Add($"<g clip-path='{clip}'>");
        svg.Circle(cx, cy, r, "#cfeef6");
        foreach (var (x, w, c, o) in new[]
        {
            (150.0, 18.0, "#7fb9cd", 0.7), (176, 7, "#2f6d88", 0.7), (196, 14, "#ffffff", 0.8), (214, 8, "#2f6d88", 0.6), (236, 14, "#a98d5f", 0.6), (252, 16, "#6d5232", 0.8), (272, 22, "#3a2a1a", 0.92), (294, 18, "#4a3520", 0.88),
            (314, 14, "#8d7046", 0.7), (332, 10, "#c9b48c", 0.6), (372, 60, "#ffffff", 0.8), (426, 26, "#f2fcff", 0.8), (448, 6, "#2f6d88", 0.5),
        })
        {
            svg.Path($"M{Ink.N(x + 6)} {cy - r}Q{Ink.N(x + 34)} {cy} {Ink.N(x + 6)} {cy + r}", "none", $"stroke='{c}' stroke-width='{Ink.N(w)}' opacity='{Ink.N2(o)}'");
        }

        Gouache.Dust(svg, 236, cy - r, 100, r * 2, dice, 130, 2, 5, "#22160c", 0.75);
        Gouache.Dust(svg, 350, cy - r, 90, r * 2, dice, 60, 3, 8, "#ffffff", 0.8);
        for (var i = 0; i < 9; i++)
        {
            svg.Circle(dice.Range(180, 430), dice.Range(cy - 110, cy + 110), dice.Range(3, 8), "none", "stroke='#ffffff' stroke-width='2' opacity='.8'");
        }

        svg.Path($"M{cx - 112} {cy - 20}A118 118 0 0 1 {cx - 10} {cy - 112}", "none", $"stroke='#ffffff' stroke-width='15' opacity='.6' {round}");
        svg.Add("</g>");
        svg.Path("M392 872L520 1000", "none", $"stroke='#0d1b27' stroke-width='38' {round}");
        svg.Path("M392 872L520 1000", "none", $"stroke='#2d4758' stroke-width='29' {round}");
        svg.Path("M388 862L512 984", "none", $"stroke='#7fa0b3' stroke-width='5' {round}");
        svg.Circle(cx, cy, r, "none", "stroke='#0d1b27' stroke-width='22'");
        svg.Circle(cx, cy, r, "none", "stroke='#8fa9b8' stroke-width='14'");
        svg.Path($"M{cx - 128} {cy - 32}A132 132 0 0 1 {cx + 20} {cy - 130}", "none", $"stroke='#f2fbff' stroke-width='5' {round}");

        // the sleeve, the back of the glove, the fingers round the handle
        svg.Path("M560 1080L640 960L790 1020L800 1080Z", "#22394a", $"stroke='#0d1b27' stroke-width='4' {round}");
        svg.Path("M472 1002Q460 930 520 900Q584 874 642 918Q700 950 716 1004L660 1080H556Q492 1060 472 1002Z", "#c9622f", $"stroke='#5a2410' stroke-width='4' {round}");
        svg.Path("M620 906Q700 950 716 1004L660 1080H600Q680 1020 620 906Z", "#8d3f1c", "opacity='.65'");
        foreach (var (x, y, turn) in new[] { (446.0, 930.0, -40.0), (470, 968, -44), (500, 1006, -48), (536, 1042, -52) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)})'>");
            svg.Path("M-26 -24H58Q84 -24 84 0Q84 24 58 24H-26Q-48 22 -48 0Q-48 -22 -26 -24Z", "#d9733c", "stroke='#5a2410' stroke-width='4'");
            svg.Path("M-30 -12H50", "none", $"stroke='#f9bd92' stroke-width='6' {round}");
            svg.Path("M10 -22Q18 0 10 22", "none", "stroke='#8d3f1c' stroke-width='3'");
            svg.Add("</g>");
        }

        svg.Path("M508 912Q470 884 440 888Q414 894 420 918Q428 936 470 938Q510 942 540 962Z", "#d9733c", $"stroke='#5a2410' stroke-width='4' {round}");
        svg.Path("M436 902Q470 900 510 924", "none", $"stroke='#f9bd92' stroke-width='6' {round}");
        svg.Path("M648 966L776 1020M636 984L760 1040", "none", "stroke='#3f5d70' stroke-width='5'");
    }

    private static void Ruler(Svg svg)
    {
        svg.Path("M620 952L1610 952V1004H620Z", "#e9cf86", "stroke='#6d5622' stroke-width='2'");
        svg.Path("M620 952H1610V958H620Z", "#fff3c9");
        var marks = new StringBuilder();
        for (var i = 0; i < 97; i++)
        {
            marks.Append(CultureInfo.InvariantCulture, $"M{640 + (i * 10)} 952v{(i % 10 == 0 ? 26 : i % 5 == 0 ? 19 : 12)}");
        }

        svg.Path(marks.ToString(), "none", "stroke='#3a2c10' stroke-width='2'");
        for (var i = 0; i < 10; i++)
        {
            Lettering.Write(svg, (i * 10).ToString(CultureInfo.InvariantCulture), 640 + (i * 100), 996, 15, "#3a2c10", Lettering.Medium, Side.Middle);
        }

        // a tag
        svg.Path("M1120 716L1262 702L1270 764L1128 778Z", "#fffdf2", "stroke='#8aa5b0' stroke-width='2'");
        Lettering.Write(svg, "HARROW", 1134, 741, 16, "#1f3644", Lettering.Medium, tracking: 0.06);
        Lettering.Write(svg, "UPPER, 71 m", 1137, 766, 13, "#1f3644");
    }

    private static void Breath(Svg svg, Dice dice)
    {
        for (var i = 0; i < 7; i++)
        {
            Gouache.Glow(svg, dice.Range(60, 460), dice.Range(380, 620), dice.Range(90, 190), dice.Range(36, 80), "#eef9fc", 0.13);
        }
    }
}
