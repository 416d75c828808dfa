using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Eleven letters, a field book, and the tin they lay in.</summary>
internal sealed class LettersTable() : Scene("letters-table")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(2310);
        Table(svg, dice);
        Letter(svg, dice, 1230, 250, 430, 560, 11, "#e3d3ab", 1, folds: 2);
        Letter(svg, dice, 420, 300, 470, 590, -13, "#e9dcb8", 2, folds: 2);
        Envelope(svg, dice, 1290, 770, 400, 250, -18, "#cdb888", "Kari Ruud");
        Letter(svg, dice, 820, 250, 420, 540, 4, "#eee3c6", 3, folds: 3);
        Envelope(svg, dice, 230, 800, 390, 240, 14, "#d6c394", "Moen");
        Case(svg, dice);
        Book(svg, dice);
        Bundle(svg, dice);
        Lens(svg, dice);
        WindowLight(svg);
        Gouache.Dust(svg, 0, 0, 1600, 1067, dice, 90, 1, 2, "#fff7df", 0.35);
        Gouache.Vignette(svg, "#140c07", 0.6, 0.46, 0.44);
        Ink.Grain(svg, 0.4, 0.75);
    }

    private static void Table(Svg svg, Dice dice)
    {
        svg.Rect(0, 0, 1600, 1067, "#5d3d28");
        for (var i = 0; i < 7; i++)
        {
            var y = i * 156.0;
            svg.Rect(0, y, 1600, 155, Ink.Mix("#6d4830", "#4a2f1f", dice.Next()));
            svg.Rect(0, y + 152, 1600, 5, "#22130b");
            svg.Rect(0, y + 157, 1600, 2, "#9a6c47", "opacity='.6'");
            for (var k = 0; k < 26; k++)
            {
                var (x, yy) = (dice.Range(-100, 1500), y + dice.Range(6, 148));
                svg.Path(Ink.Brush([(x, yy), (x + dice.Range(120, 260), yy + dice.Range(-6, 6)), (x + dice.Range(380, 700), yy + dice.Range(-3, 3))], dice.Range(1.5, 5), dice), dice.Chance(0.6) ? "#2f1b11" : "#a3744b", "opacity='.34'");
            }
        }

        foreach (var (x, y) in new[] { (1090.0, 620.0), (120, 520), (1500, 470) })
        {
            for (var r = 0; r < 5; r++)
            {
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='{Ink.N(46 - (r * 9))}' ry='{Ink.N(24 - (r * 5))}' fill='none' stroke='#2a170d' stroke-width='3' opacity='.4'/>");
            }
        }
    }

    private static void Sheet(Svg svg, double w, double h, string paper, Dice dice, Action inside)
    {
        // an edge that has been handled, and its shadow
        var edge = new List<(double X, double Y)>();
        for (var i = 0; i < 12; i++)
        {
            edge.Add(((-w / 2) + (w * i / 12), (-h / 2) + dice.Range(-2, 2)));
        }

        for (var i = 0; i < 14; i++)
        {
            edge.Add(((w / 2) + dice.Range(-2, 2), (-h / 2) + (h * i / 14)));
        }

        for (var i = 0; i < 12; i++)
        {
            edge.Add(((w / 2) - (w * i / 12), (h / 2) + dice.Range(-3, 2)));
        }

        for (var i = 0; i < 14; i++)
        {
            edge.Add(((-w / 2) + dice.Range(-2, 2), (h / 2) - (h * i / 14)));
        }

        var d = Ink.Straight(edge, closed: true);
        svg.Path(d, "#140b06", "opacity='.32' transform='translate(16 20)'");
        svg.Path(d, "#140b06", "opacity='.34' transform='translate(7 9)'");
        svg.Path(d, paper);
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{d}'/></clipPath>");
        svg.Add($"<g clip-path='{clip}'>");

        // damp, and what time does to the borders
        for (var i = 0; i < 3; i++)
        {
            Gouache.Glow(svg, dice.Range(-w / 2, w / 2), dice.Pick(-h / 2, h / 2), dice.Range(60, 150), dice.Range(40, 90), "#8a6430", 0.36);
        }

        inside();
        svg.Add("</g>");
        svg.Path(d, "none", "stroke='#8a6c3e' stroke-width='1.6' opacity='.6'");
    }

    private static void Letter(Svg svg, Dice dice, double x, double y, double w, double h, double turn, string paper, int hand, int folds)
    {
        svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)})'>");
        Sheet(svg, w, h, paper, dice, () =>
        {
            var ink = hand switch { 1 => "#2b3550", 2 => "#3a2418", _ => "#24303a" };
            Hand(svg, dice, (w / 2) - 150, (-h / 2) + 44, 110, 11, ink, hand);
            var lines = (int)((h - 130) / 31);
            for (var i = 0; i < lines; i++)
            {
                var indent = i == 0 ? 60 : i % 7 == 0 ? 40 : 0;
                var end = i == lines - 1 ? w * 0.45 : w - 78 - dice.Range(0, 34);
                Hand(svg, dice, (-w / 2) + 38 + indent, (-h / 2) + 96 + (i * 31), end - indent, 12, ink, hand);
            }

            for (var f = 1; f <= folds; f++)
            {
                var fy = (-h / 2) + (h * f / (folds + 1));
                svg.Rect(-w / 2, fy - 9, w, 9, "#6d5230", "opacity='.16'");
                svg.Rect(-w / 2, fy, w, 8, "#fffbe6", "opacity='.45'");
                svg.Path(Ink.Brush([(-w / 2, fy), (0, fy + 1.5), (w / 2, fy)], 1.6, dice), "#6d5230", "opacity='.7'");
            }
        });
        svg.Add("</g>");
    }

    /// <summary>A line of running hand: loops, ascenders and dots that nearly read.</summary>
    private static void Hand(Svg svg, Dice dice, double x, double y, double length, double size, string ink, int hand)
    {
        var slant = hand switch { 1 => 0.42, 2 => 0.2, _ => 0.55 };
        var wide = hand switch { 1 => 1.0, 2 => 1.3, _ => 0.86 };
        var d = new StringBuilder();
        var end = x + length;
        while (x < end)
        {
            var letters = dice.Whole(2, 9);
            if (x + (letters * size * 0.62 * wide) > end + 12)
            {
                break;
            }

            d.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}");
            for (var i = 0; i < letters; i++)
            {
                var w = size * wide * dice.Range(0.44, 0.7);
                var up = dice.Next() switch { < 0.17 => 1.75, < 0.27 => -1.0, _ => 0.62 + (0.2 * dice.Next()) };
                var h = size * up;
                var lean = slant * h;
                if (up > 1)
                {
                    d.Append(CultureInfo.InvariantCulture, $"c{Ink.N((w * 0.5) + lean)} {Ink.N(-h * 0.6)} {Ink.N((w * 0.62) + lean)} {Ink.N(-h * 1.05)} {Ink.N((w * 0.32) + lean)} {Ink.N(-h)}s{Ink.N(-lean)} {Ink.N(h * 0.7)} {Ink.N((w * 0.68) - lean)} {Ink.N(h)}");
                }
                else if (up < 0)
                {
                    d.Append(CultureInfo.InvariantCulture, $"c{Ink.N(w * 0.3)} {Ink.N(-size * 0.7)} {Ink.N(w * 0.7)} {Ink.N(-size * 0.5)} {Ink.N(w * 0.5)} {Ink.N(size * 0.1)}s{Ink.N(-w * 0.9)} {Ink.N(size * 1.0)} {Ink.N(-w * 0.5)} {Ink.N(size * 0.6)}s{Ink.N(w * 0.6)} {Ink.N(-size * 0.5)} {Ink.N(w)} {Ink.N(-size * 0.7)}");
                }
                else
                {
                    d.Append(CultureInfo.InvariantCulture, $"c{Ink.N((w * 0.2) + lean)} {Ink.N(-h * 1.1)} {Ink.N((w * 0.5) + lean)} {Ink.N(-h * 1.1)} {Ink.N((w * 0.5) + (lean * 0.6))} {Ink.N(-h * 0.5)}s{Ink.N(w * 0.2)} {Ink.N(h * 0.62)} {Ink.N((w * 0.5) - (lean * 0.6))} {Ink.N(h * 0.5)}");
                }

                x += w;
            }

            if (dice.Chance(0.16))
            {
                d.Append(CultureInfo.InvariantCulture, $"m{Ink.N(size * 0.2)} {Ink.N(-size * 0.05)}l-1 3");
            }

            x += size * dice.Range(0.6, 1.0);
        }

        svg.Path(d.ToString(), "none", $"stroke='{ink}' stroke-width='{(hand == 2 ? "2.1" : "1.7")}' stroke-linecap='round' stroke-linejoin='round' opacity='.82'");
    }

    private static void Envelope(Svg svg, Dice dice, double x, double y, double w, double h, double turn, string paper, string name)
    {
        svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)})'>");
        Sheet(svg, w, h, paper, dice, () =>
        {
            svg.Path($"M{Ink.N(-w / 2)} {Ink.N(-h / 2)}L0 {Ink.N(h * 0.04)}L{Ink.N(w / 2)} {Ink.N(-h / 2)}", "none", "stroke='#8a6c3e' stroke-width='2' opacity='.35'");
            var d = Lettering.PathOf(name, -60, 20, 26, 0.1, 0.02, 0.34);
            svg.Path(d, "none", "stroke='#2b3550' stroke-width='2.6' stroke-linecap='round'");
            Hand(svg, dice, -60, 52, 170, 11, "#2b3550", 1);
            Hand(svg, dice, -60, 82, 120, 11, "#2b3550", 1);
            svg.Path("M-64 32H120", "none", "stroke='#2b3550' stroke-width='1.4'");
        });
        svg.Add("</g>");
    }

    private static void Case(Svg svg, Dice dice)
    {
        // the cylinder of tinned iron, its oilcloth and the bootlace
        svg.Add("<g transform='translate(820 900) rotate(-7)'>");
        svg.Path("M-330 76Q0 120 330 76L350 104Q0 150 -320 110Z", "#0f0804", "opacity='.55'");
        svg.Path("M-330 -74H300A34 74 0 0 1 300 74H-330A34 74 0 0 1 -330 -74Z", svg.Vertical((0, "#4a4c48", 1), (0.16, "#a9aaa0", 1), (0.28, "#e3e2d4", 1), (0.42, "#8b8c84", 1), (0.78, "#4d4e4a", 1), (1, "#1d1d1b", 1)));
        Gouache.Wash(svg, -320, -68, 620, 130, dice, 70, 2, 7, 90, 0.2, "#7d4a26", "#3a2a1c", "#c9c7b8");
        for (var i = 0; i < 90; i++)
        {
            svg.Circle(dice.Range(-330, 300), dice.Range(-66, 66), dice.Range(1, 4.5), dice.Pick("#6d3d1c", "#8d5528", "#3a2414"), "opacity='.6'");
        }

        svg.Add("<ellipse cx='300' cy='0' rx='34' ry='74' fill='#6d6e68'/><ellipse cx='304' cy='0' rx='27' ry='62' fill='#1d1d1b'/><ellipse cx='306' cy='4' rx='20' ry='50' fill='#0c0c0b'/>");
        svg.Path("M-330 -74A34 74 0 0 0 -330 74H-300A34 74 0 0 1 -300 -74Z", "#8b8c84");

        // oilcloth, half unwrapped
        svg.Path("M-250 -82C-160 -92 -60 -80 -8 -84L20 -60L0 -20L26 20L2 60L14 86C-80 92 -180 84 -262 90L-280 40L-262 0L-284 -44Z", "#2d3328");
        svg.Path("M-250 -82C-160 -92 -60 -80 -8 -84L0 -66C-80 -60 -180 -70 -262 -58Z", "#58604c");
        svg.Path("M-230 -40Q-120 -30 -20 -44M-240 10Q-120 20 -10 4M-236 50Q-130 62 -16 48", "none", "stroke='#171a13' stroke-width='4' opacity='.7'");
        svg.Path("M-180 -88C-190 -30 -188 30 -176 90M-90 -86C-98 -30 -96 30 -86 90", "none", "stroke='#5a3a20' stroke-width='9'");
        svg.Path("M-182 -60C-186 -20 -186 20 -180 60M-92 -60C-96 -20 -96 20 -90 60", "none", "stroke='#a9743f' stroke-width='2.4' stroke-dasharray='6 5'");
        svg.Path("M-86 86C-60 130 10 118 30 150S90 160 104 132", "none", "stroke='#5a3a20' stroke-width='8' stroke-linecap='round'");

        // the brass tag
        svg.Path("M84 -36H252V34H84Z", svg.Horizontal((0, "#e9c877", 1), (0.4, "#b58b3c", 1), (0.7, "#f3dc9c", 1), (1, "#8a6422", 1)), "stroke='#4d3610' stroke-width='2.4'");
        foreach (var (rx, ry) in new[] { (94.0, -26.0), (242, -26), (94, 24), (242, 24) })
        {
            svg.Circle(rx, ry, 4.4, "#6d4d18");
        }

        Lettering.Write(svg, "SURVEY OFFICE", 168, -8, 14, "#33230a", Lettering.Medium, Side.Middle, 0.08);
        Lettering.Write(svg, "4", 168, 24, 22, "#33230a", Lettering.Bold, Side.Middle);
        svg.Add("</g>");
    }

    private static void Book(Svg svg, Dice dice)
    {
        // the field book, open at the seventh day
        svg.Add("<g transform='translate(1130 560) rotate(-5)'>");
        svg.Path("M-170 -128H176V142H-170Z", "#0f0804", "opacity='.5' transform='translate(14 18)'");
        svg.Path("M-178 -132H178V136H-178Z", "#4a2417");
        svg.Path("M-170 -126Q-86 -138 0 -124V130Q-86 118 -170 128Z", "#eadfbf");
        svg.Path("M0 -124Q86 -138 170 -126V128Q86 118 0 130Z", "#f1e8cc");
        svg.Path("M0 -124Q20 -130 40 -131V121Q20 124 0 130Z", "#8a6c3e", "opacity='.4'");
        svg.Path("M0 -124Q-20 -130 -40 -131V121Q-20 124 0 130Z", "#8a6c3e", "opacity='.25'");
        var ruled = new StringBuilder();
        for (var i = 0; i < 10; i++)
        {
            ruled.Append(CultureInfo.InvariantCulture, $"M-160 {-96 + (i * 22)}H-14M14 {-96 + (i * 22)}H160");
        }

        svg.Path(ruled + "M-110 -120V120M-62 -120V120", "none", "stroke='#8fa4ae' stroke-width='1' opacity='.8'");
        for (var i = 0; i < 9; i++)
        {
            var y = -100 + (i * 22.0);
            Hand(svg, dice, -158, y, 40, 8, "#26303a", 2);
            var figure = (i < 6 ? "−" : "") + dice.Whole(2, 19).ToString(CultureInfo.InvariantCulture) + "½";
            svg.Path(Lettering.PathOf(figure, -100, y, 9, 0.11, 0.02, 0.25), "none", "stroke='#26303a' stroke-width='1.3' stroke-linecap='round'");
            Hand(svg, dice, -56, y, 42, 7, "#26303a", 2);
            if (i < 6)
            {
                Hand(svg, dice, 20, y, 130, 8, "#26303a", 2);
            }
        }

        svg.Path(Lettering.PathOf("2,310 m", 34, 52, 22, 0.1, 0.04, 0.25), "none", "stroke='#1d252c' stroke-width='2.6' stroke-linecap='round'");
        svg.Path("M30 62Q80 56 146 62", "none", "stroke='#1d252c' stroke-width='2'");
        svg.Path(Lettering.PathOf("A T   P M   J V   H R", 26, 100, 11, 0.1, 0.06, 0.3), "none", "stroke='#26303a' stroke-width='1.5' stroke-linecap='round'");

        // a pencil on it
        svg.Path("M60 150L176 -40L186 -34L72 156Z", "#b5562a");
        svg.Path("M64 151L180 -38L183 -36L68 154Z", "#e39a63");
        svg.Path("M60 150L72 156L54 168Z", "#e3c590");
        svg.Add("</g>");
    }

    private static void Bundle(Svg svg, Dice dice)
    {
        // the rest of them, tied
        svg.Add("<g transform='translate(520 690) rotate(9)'>");
        for (var i = 5; i >= 0; i--)
        {
            svg.Add($"<g transform='translate({Ink.N(i * 2.4)} {Ink.N(i * 5)}) rotate({Ink.N(dice.Bell() * 2)})'>");
            svg.Path("M-130 -84H130V84H-130Z", i == 5 ? "#0f0804" : Ink.Mix("#b59d6d", "#e9dcb8", dice.Next()), i == 5 ? "opacity='.5' transform='translate(8 10)'" : "stroke='#8a6c3e' stroke-width='1.2'");
            svg.Add("</g>");
        }

        svg.Path("M-130 -84L0 10L130 -84", "none", "stroke='#8a6c3e' stroke-width='2' opacity='.6'");
        Hand(svg, dice, -50, 36, 120, 11, "#3a2418", 2);
        Hand(svg, dice, -50, 60, 90, 10, "#3a2418", 2);
        svg.Path("M-24 -88V92M-132 -6H132", "none", "stroke='#6d1818' stroke-width='9'");
        svg.Path("M-26 -88V92M-132 -8H132", "none", "stroke='#c9544a' stroke-width='2'");
        svg.Path("M-24 -6C-70 -46 -92 -6 -24 -6C-4 -58 40 -46 -24 -6M-24 -6C-40 30 -64 40 -78 36M-24 -6C-2 22 12 40 30 40", "none", "stroke='#8d2020' stroke-width='8' stroke-linecap='round' stroke-linejoin='round'");
        svg.Circle(-24, -6, 9, "#6d1818");
        svg.Add("</g>");
    }

    private static void Lens(Svg svg, Dice dice)
    {
        // a stub of candle, spectacles
        svg.Add("<g transform='translate(130 180)'>");
        svg.Add("<ellipse cx='12' cy='16' rx='86' ry='80' fill='#0f0804' opacity='.45'/>");
        svg.Circle(0, 0, 82, "#8d6a34").Circle(0, 0, 74, "#c9a35a").Circle(0, 0, 54, "#8d6a34");
        svg.Path("M-60 -50A78 78 0 0 1 10 -76", "none", "stroke='#fbe7b4' stroke-width='7' stroke-linecap='round'");
        svg.Circle(4, 4, 42, "#e9dfc4").Circle(0, 0, 40, "#fbf4dd").Circle(3, 2, 26, "#e3d5ae");
        svg.Path("M-34 24Q-46 50 -28 58Q-10 62 -12 38Z", "#fbf4dd");
        svg.Path("M0 0l5 -11", "none", "stroke='#1d1410' stroke-width='6' stroke-linecap='round'");
        svg.Add("</g>");
        svg.Add("<g transform='translate(960 70) rotate(16)'>");
        foreach (var (o, c, w) in new[] { (9.0, "#0f0804", "6"), (0.0, "#3a2c1c", "7"), (-1.5, "#c9a35a", "2.4") })
        {
            var op = o > 5 ? "opacity='.4'" : "";
            svg.Add($"<g transform='translate({Ink.N(o)} {Ink.N(o)})' fill='none' stroke='{c}' stroke-width='{w}' stroke-linecap='round' {op}><circle cx='-56' cy='0' r='42'/><circle cx='56' cy='0' r='42'/><path d='M-14 -6Q0 -18 14 -6M-98 -6C-140 -40 -150 -100 -120 -140M98 -6C150 -30 170 -80 150 -130'/></g>");
        }

        svg.Circle(-56, 0, 40, "#ffffff", "opacity='.16'").Circle(56, 0, 40, "#ffffff", "opacity='.16'");
        svg.Path("M-84 -16L-56 -34M28 -16L56 -34", "none", "stroke='#ffffff' stroke-width='6' opacity='.6' stroke-linecap='round'");
        svg.Add("</g>");
        _ = dice;
    }

    private static void WindowLight(Svg svg)
    {
        // panes of a window lie across everything
        foreach (var (x, y, w, h) in new[] { (150.0, -60.0, 270.0, 360.0), (450, -60, 270, 360), (150, 330, 270, 400), (450, 330, 270, 400), (750, -60, 270, 360), (750, 330, 270, 400) })
        {
            svg.Add($"<path d='M{Ink.N(x)} {Ink.N(y)}h{Ink.N(w)}v{Ink.N(h)}h{Ink.N(-w)}z' transform='matrix(1 .1 .42 1 40 0)' fill='#fff0c9' opacity='.19'/>");
        }
    }
}
