using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The old assembly bench, violins drying against the window.</summary>
internal sealed class ViolinWorkshop() : Scene("violin-workshop")
{
    private const string Round = "stroke-linecap='round' stroke-linejoin='round'";

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(420);
        Wall(svg, dice);
        Window(svg, dice);
        Tools(svg, dice);
        Rail(svg, dice);
        Bench(svg, dice);
        Work(svg, dice);
        Gouache.Beam(svg, (520, 110), (1110, 110), (1500, 1067), (660, 1067), "#ffe9bd", 0.24, 0.02);
        Gouache.Beam(svg, (560, 110), (700, 110), (1000, 1000), (760, 1000), "#fff6df", 0.16, 0);
        Gouache.Dust(svg, 520, 160, 760, 640, dice, 110, 1.1, 2.6, "#fff4d6", 0.6);
        Gouache.Vignette(svg, "#110a07", 0.62, 0.5, 0.48);
        Ink.Grain(svg, 0.38, 0.75);
    }

    private static void Wall(Svg svg, Dice dice)
    {
        svg.Rect(0, 0, 1600, 1067, svg.Horizontal((0, "#2b1c15", 1), (0.35, "#6d4a31", 1), (0.65, "#7d5638", 1), (1, "#2b1c16", 1)));
        for (var i = 0; i < 21; i++)
        {
            var x = i * 78.0;
            var near = Math.Exp(-Math.Pow((x - 815) / 480, 2));
            svg.Rect(x + 1, 0, 75, 760, Ink.Ramp((0.16 + (0.5 * near)) * dice.Range(0.9, 1.1), "#21150f", "#4d3221", "#86603f", "#b98c5a"));
            svg.Rect(x - 2, 0, 3, 760, "#1a100b", "opacity='.7'");
        }

        Gouache.Wash(svg, 0, 0, 1600, 760, dice, 120, 88, 16, 260, 0.07, "#e8c08a", "#150d09", "#9a6c43");
    }

    private static void Window(Svg svg, Dice dice)
    {
        svg.Rect(480, 60, 670, 560, "#241610");
        svg.Rect(500, 80, 630, 520, svg.Vertical((0, "#cbdada", 1), (0.5, "#f6efd2", 1), (1, "#e9cf98", 1)));

        // flats have been built on both sides
        svg.Path("M500 330H620V600H500ZM1010 290H1130V600H1010Z", "#b9b59c");
        svg.Path("M620 420H1010V600H620Z", "#cdbf99");
        svg.Path("M700 420V330h36v90M760 420v-60h20v60", "#b5a583");
        for (var r = 0; r < 5; r++)
        {
            for (var c = 0; c < 3; c++)
            {
                svg.Rect(514 + (c * 34), 350 + (r * 48), 20, 28, "#9fa394");
                svg.Rect(1024 + (c * 34), 310 + (r * 52), 20, 30, "#9fa394");
            }
        }

        Gouache.Wash(svg, 504, 84, 620, 510, dice, 50, 10, 26, 200, 0.13, "#fffbe9", "#dfe6de");
        svg.Path("M657 80V600M815 80V600M972 80V600M500 250H1130M500 425H1130", "none", "stroke='#2b1b13' stroke-width='11'");
        svg.Path("M662 80V600M820 80V600M977 80V600", "none", "stroke='#6d4a30' stroke-width='2.5'");
        svg.Rect(462, 604, 706, 26, "#8a5f3a");
        svg.Rect(462, 604, 706, 5, "#f3d69c");
    }

    private static void Tools(Svg svg, Dice dice)
    {
        // gouges and chisels in their rack
        svg.Rect(60, 300, 350, 20, "#8a5f3a");
        svg.Rect(60, 300, 350, 4, "#c99a62");
        for (var i = 0; i < 10; i++)
        {
            var x = 82 + (i * 34.0);
            var l = 96 + dice.Range(-16, 26);
            svg.Path($"M{Ink.N(x - 7)} 240Q{Ink.N(x - 10)} 276 {Ink.N(x - 5)} 304H{Ink.N(x + 5)}Q{Ink.N(x + 10)} 276 {Ink.N(x + 7)} 240Q{Ink.N(x)} 228 {Ink.N(x - 7)} 240Z", dice.Pick("#a9713c", "#8d5528", "#c28a4e", "#6d3d20"));
            svg.Path($"M{Ink.N(x - 4)} 318L{Ink.N(x - 6)} {Ink.N(318 + l)}Q{Ink.N(x)} {Ink.N(328 + l)} {Ink.N(x + 6)} {Ink.N(318 + l)}L{Ink.N(x + 4)} 318Z", "#7d868a");
            svg.Path($"M{Ink.N(x + 1)} 320L{Ink.N(x + 3)} {Ink.N(316 + l)}", "none", "stroke='#dfe4e2' stroke-width='2.4'");
            svg.Path($"M{Ink.N(x + 3)} 244Q{Ink.N(x + 5)} 270 {Ink.N(x + 2)} 300", "none", "stroke='#f0cc92' stroke-width='2' opacity='.7'");
        }

        // saws, templates, a bow saw on nails
        svg.Path("M80 500H300V516L240 560H96Z", "#8b9396", "stroke='#3a3f42' stroke-width='2'");
        svg.Path("M300 494Q360 484 376 520Q384 556 340 566Q304 566 300 540Z", "#8d5528");
        svg.Path("M326 512Q350 508 352 530Q350 546 330 544Z", "#3d2a1d");
        var teeth = new StringBuilder("M84 500");
        for (var i = 0; i < 27; i++)
        {
            teeth.Append("l4 -6l4 6");
        }

        svg.Path(teeth.ToString(), "none", "stroke='#8b9396' stroke-width='2.4'");
        svg.Add("<g transform='translate(180 606) rotate(90) scale(.42)'>");
        svg.Path(Violin.Body, "none", "stroke='#d9b981' stroke-width='13'");
        svg.Add("</g>");

        // a shelf with one of the machines they used to make, and jars of varnish before a lamp
        svg.Rect(1210, 430, 390, 20, "#8a5f3a");
        svg.Rect(1210, 430, 390, 4, "#c99a62");
        svg.Rect(1210, 450, 390, 8, "#1a100b");
        svg.Add("<g transform='translate(1396 430)'>");
        svg.Path("M-92 0L-80 -50Q-70 -84 -54 -92H54Q70 -84 80 -50L92 0Z", "#24373d", "stroke='#0d1417' stroke-width='3'");
        svg.Path("M-78 -108H78V-90H-78Z", "#16191b");
        svg.Path("M-92 -106H-76V-92H-92ZM76 -106H92V-92H76Z", "#4a5357");
        svg.Path("M-44 -104L-40 -164H40L44 -104Z", "#e9dcb9");
        svg.Path("M-28 -150H26M-29 -138H20M-30 -126H24", "none", "stroke='#6d5a40' stroke-width='2.4'");
        svg.Path("M-40 -76Q0 -92 40 -76Q36 -44 0 -40Q-36 -44 -40 -76Z", "#0b0f11");
        for (var r = 0; r < 3; r++)
        {
            for (var i = 0; i < 9; i++)
            {
                svg.Circle(-56 + (i * 14) + (r * 2) - 2, -30 + (r * 11), 4.6, "#dfe3dd");
            }
        }

        svg.Path("M-70 -56Q-64 -82 -52 -88", "none", "stroke='#9fbcc0' stroke-width='3' stroke-linecap='round'");
        svg.Add("</g>");
        var jar = 1226.0;
        foreach (var (w, h, c) in new[] { (40.0, 70.0, "#b5521c"), (34, 54, "#d98a2b") })
        {
            svg.Path($"M{Ink.N(jar)} {Ink.N(430 - h)}h{Ink.N(w)}v{Ink.N(h)}h{Ink.N(-w)}z", c, "opacity='.9'");
            svg.Rect(jar - 2, 430 - h - 10, w + 4, 12, "#8b9396");
            svg.Path($"M{Ink.N(jar + 6)} {Ink.N(436 - h)}V424", "none", "stroke='#ffe0a2' stroke-width='4' opacity='.8'");
            jar += w + 8;
        }

        jar = 1508;
        foreach (var (w, h, c) in new[] { (38.0, 84.0, "#8d2f16"), (40, 60, "#c9702a") })
        {
            svg.Path($"M{Ink.N(jar)} {Ink.N(430 - h)}h{Ink.N(w)}v{Ink.N(h)}h{Ink.N(-w)}z", c, "opacity='.9'");
            svg.Rect(jar - 2, 430 - h - 10, w + 4, 12, "#8b9396");
            svg.Path($"M{Ink.N(jar + 6)} {Ink.N(436 - h)}V424", "none", "stroke='#ffd08a' stroke-width='4' opacity='.7'");
            jar += w + 8;
        }

        // ribs on their forms
        foreach (var (x, y, k) in new[] { (1290.0, 478.0, 0.6), (1450, 484, 0.58) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N2(k)})'>");
            svg.Path(Violin.Body, "#caa76c", "stroke='#4d2f1a' stroke-width='4'");
            svg.Path(Violin.Body, "#5a3a22", "transform='translate(0 16) scale(.9 .91)'");
            svg.Path(Violin.Body, "none", "stroke='#f0d39a' stroke-width='5' transform='translate(0 16) scale(.9 .91)'");
            svg.Add("</g>");
        }
    }

    private static void Rail(Svg svg, Dice dice)
    {
        // against the light, in their varnish
        svg.Path("M420 128H1210", "none", "stroke='#1a100b' stroke-width='13'");
        svg.Path("M420 124H1210", "none", "stroke='#8a5f3a' stroke-width='3'");
        var i = 0;
        foreach (var (x, turn, wood, deep) in new[] { (520.0, 2.0, "#b5561f", "#5d240d"), (670, -2, "#d08735", "#7d3d14"), (822, 1.5, "#a8461a", "#511c0b"), (968, -1, "#c9742a", "#6d3010"), (1112, 2.5, "#e0b268", "#8a5a28") })
        {
            svg.Path($"M{Ink.N(x)} 128v22", "none", "stroke='#1a100b' stroke-width='3'");
            svg.Add($"<g transform='translate({Ink.N(x)} 140) rotate({Ink.N(turn)}) scale(.66)'>");
            svg.Path("M-9 30L-13 250H13L9 30Z", deep);
            svg.Path("M0 -4C16 -4 20 12 8 18C2 20 -4 14 2 8M-10 20C-22 4 -10 -16 6 -14C26 -10 26 22 11 34H-11Z", deep, "stroke='#1d0d06' stroke-width='3'");
            svg.Path("M-30 44H-12M12 52H30M-30 62H-12M12 70H30", "none", $"stroke='#1d0d06' stroke-width='7' {Round}");
            svg.Add("<g transform='translate(0 240)'>");
            svg.Path(Violin.Body, svg.Horizontal((0, wood, 1), (0.3, Ink.Mix(wood, "#ffdf9c", 0.38), 1), (0.55, wood, 1), (1, deep, 1)), "stroke='#1d0d06' stroke-width='4'");
            var grain = new StringBuilder();
            for (var g = -9; g <= 9; g++)
            {
                grain.Append(CultureInfo.InvariantCulture, $"M{g * 9 + dice.Whole(-2, 3)} 10V346");
            }

            var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{Violin.Body}'/></clipPath>");
            svg.Path(grain.ToString(), "none", $"stroke='{deep}' stroke-width='1.6' opacity='.35' clip-path='{clip}'");
            svg.Path("M-76 40C-70 20 -40 12 -10 12", "none", "stroke='#ffe9bd' stroke-width='6' stroke-linecap='round' opacity='.8'");
            svg.Path("M-92 270C-94 300 -84 326 -56 338", "none", "stroke='#ffe0a4' stroke-width='6' stroke-linecap='round' opacity='.6'");
            svg.Path(Violin.Body, "none", "stroke='#2a1208' stroke-width='2' transform='translate(0 7) scale(.95 .96)'");
            svg.Path(Violin.Holes, "none", "stroke='#1a0b05' stroke-width='7' stroke-linecap='round'");
            if (i is 0 or 2 or 3)
            {
                svg.Path("M-18 178L-14 166H14L18 178Z", "#e3c182");
                svg.Path("M-15 250L-20 330Q0 344 20 330L15 250Z", "#150c08");
                svg.Path("M-12 -190L-18 62H18L12 -190Z", "#150c08");
                svg.Path("M-7 60L-9 252M-2.5 60L-3 252M2.5 60L3 252M7 60L9 252", "none", "stroke='#e9e0c8' stroke-width='1.2'");
            }

            svg.Add("</g></g>");
            i++;
        }
    }

    private static void Bench(Svg svg, Dice dice)
    {
        svg.Path("M-10 744H1610V1080H-10Z", svg.Horizontal((0, "#4a2f1e", 1), (0.4, "#b58650", 1), (0.65, "#c99a5f", 1), (1, "#4d3220", 1)));
        svg.Path("M-10 744H1610V752H-10Z", "#f3d69c", "opacity='.85'");
        for (var b = 0; b < 6; b++)
        {
            var y = 752 + (Math.Pow((b + 1) / 6.0, 1.3) * 220);
            svg.Path($"M-10 {Ink.N(y)}H1610", "none", "stroke='#3a2416' stroke-width='3' opacity='.6'");
        }

        for (var i = 0; i < 90; i++)
        {
            var (x, y) = (dice.Range(-40, 1560), dice.Range(756, 980));
            svg.Path(Ink.Brush([(x, y), (x + dice.Range(60, 160), y + dice.Range(-3, 3)), (x + dice.Range(180, 360), y)], dice.Range(1.4, 3.6), dice), dice.Chance(0.5) ? "#5d3a20" : "#f0cd90", "opacity='.3'");
        }

        // the filled screw holes of the assembly line
        for (var i = 0; i < 15; i++)
        {
            svg.Add($"<ellipse cx='{Ink.N(60 + (i * 107))}' cy='{Ink.N(782 + (i % 2 * 26))}' rx='9' ry='4' fill='#e3c08a'/><ellipse cx='{Ink.N(60 + (i * 107))}' cy='{Ink.N(782 + (i % 2 * 26))}' rx='9' ry='4' fill='none' stroke='#4d2f1a' stroke-width='1.5'/>");
        }

        svg.Path("M-10 984H1610V1080H-10Z", "#2a1a11");
        svg.Path("M-10 984H1610V992H-10Z", "#8a5f3a");
    }

    private static void Work(Svg svg, Dice dice)
    {
        // a body on the bench, lying; its plate half thinned
        svg.Path("M316 900Q420 978 560 952Q700 1000 850 940L878 880L900 900Q880 976 760 982Q640 992 560 974Q400 996 316 900Z", "#1d100a", "opacity='.55'");
        svg.Add("<g transform='translate(318 876) rotate(-86) scale(.84 1.5)'>");
        svg.Path(Violin.Body, "#8a5a2c", "transform='translate(-13 0)'");
        svg.Path(Violin.Body, svg.Horizontal((0, "#f7e3b4", 1), (0.5, "#e9c98c", 1), (1, "#b98b4e", 1)), "stroke='#4d2f18' stroke-width='2.4'");
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{Violin.Body}'/></clipPath>");
        var grain = new StringBuilder();
        for (var g = -13; g <= 13; g++)
        {
            grain.Append(CultureInfo.InvariantCulture, $"M{Ink.N((g * 8) + dice.Range(-1.5, 1.5))} 0Q{Ink.N((g * 8) + dice.Range(-3, 3))} 180 {g * 8} 360");
        }

        svg.Path(grain.ToString(), "none", $"stroke='#a9763c' stroke-width='.9' opacity='.7' clip-path='{clip}'");
        svg.Path("M40 20C90 60 40 110 52 160C64 220 96 250 60 340", "none", $"stroke='#7d5226' stroke-width='26' opacity='.28' clip-path='{clip}'");
        svg.Path("M-66 40C-60 26 -40 16 -14 14M-88 270C-92 300 -78 326 -46 338", "none", "stroke='#fffbe6' stroke-width='5' stroke-linecap='round' opacity='.9'");
        svg.Path(Violin.Body, "none", "stroke='#6d4420' stroke-width='1.4' transform='translate(0 7) scale(.95 .96)'");
        svg.Path(Violin.Holes, "none", "stroke='#5a3518' stroke-width='3' stroke-linecap='round' stroke-dasharray='5 5'");
        svg.Add("</g>");

        // curls from the little plane
        foreach (var (x, y, r) in new[] { (930.0, 900.0, 20.0), (980, 880, 15), (1010, 930, 18), (640, 800, 13), (700, 816, 17), (560, 812, 18), (960, 950, 14), (300, 812, 12) })
        {
            var a = dice.Range(0, 6);
            var p = Enumerable.Range(0, 22).Select(i => (x + ((r - (i * r / 30)) * Math.Cos(a + (i * 0.42))) + (i * 1.1), y + ((r - (i * r / 30)) * 0.62 * Math.Sin(a + (i * 0.42))))).ToList();
            svg.Path(Ink.Stroke(p, t => 9 * (1 - (0.4 * t))), "#f6dfae", "stroke='#a9763c' stroke-width='1'");
        }

        // the plane the size of a thumb
        svg.Add("<g transform='translate(884 850) rotate(-14)'>");
        svg.Path("M-54 26Q-58 4 -40 0H40Q58 4 54 26Z", svg.Horizontal((0, "#f7dc94", 1), (0.5, "#c9973c", 1), (1, "#7d5416", 1)), "stroke='#4d330c' stroke-width='2.4'");
        svg.Path("M-10 2L10 -34L24 -30L14 4Z", "#aab3b5", "stroke='#33383c' stroke-width='2'");
        svg.Circle(-26, -8, 13, "#e3b85c", "stroke='#4d330c' stroke-width='2'");
        svg.Path("M-48 20Q-46 8 -34 6H30", "none", "stroke='#fff3c9' stroke-width='3' stroke-linecap='round'");
        svg.Add("</g>");

        // clamps, press fittings once
        for (var i = 0; i < 6; i++)
        {
            var x = 1080 + (i * 62.0);
            var y = 868 + (i % 2 * 34);
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}v54M{Ink.N(x - 17)} {Ink.N(y + 8)}h34M{Ink.N(x - 13)} {Ink.N(y + 46)}h26", "none", $"stroke='#3a4348' stroke-width='11' {Round}");
            svg.Path($"M{Ink.N(x - 2)} {Ink.N(y)}v50M{Ink.N(x - 15)} {Ink.N(y + 5)}h26", "none", $"stroke='#aab8ba' stroke-width='2.6' {Round}");
            svg.Path($"M{Ink.N(x - 11)} {Ink.N(y - 8)}h22", "none", $"stroke='#c9973c' stroke-width='8' {Round}");
        }

        // glue pot and brush, pencil, calipers
        svg.Path("M96 840H236L226 936Q220 950 166 950Q112 950 106 936Z", svg.Horizontal((0, "#4d3a2e", 1), (0.4, "#b5764a", 1), (1, "#3a241a", 1)));
        svg.Add("<ellipse cx='166' cy='842' rx='70' ry='16' fill='#7d4a2a'/><ellipse cx='166' cy='844' rx='58' ry='11' fill='#e0a94a'/>");
        svg.Path("M180 838L246 700", "none", $"stroke='#d9b067' stroke-width='11' {Round}");
        svg.Path("M104 862Q84 862 84 884Q84 908 106 908", "none", $"stroke='#6d4430' stroke-width='9' {Round}");
        for (var i = 0; i < 2; i++)
        {
            svg.Path(Ink.Brush([(140 + (i * 34), 826), (126 + (i * 38), 780), (150 + (i * 30), 736), (134 + (i * 30), 690)], 7, dice), "#fff3d4", "opacity='.28'");
        }

        svg.Path("M1290 1000L1480 958", "none", $"stroke='#c9442f' stroke-width='11' {Round}");
        svg.Path("M1480 958L1506 952L1484 966Z", "#f3dfae");
        svg.Path("M1470 800C1400 812 1376 862 1404 916C1412 930 1424 934 1430 928M1478 800C1550 808 1574 860 1546 914C1538 928 1526 932 1520 926", "none", $"stroke='#3a4348' stroke-width='13' {Round}");
        svg.Path("M1470 798C1400 810 1376 860 1404 914M1478 798C1550 806 1574 858 1546 912", "none", $"stroke='#aab8ba' stroke-width='5' {Round}");
        svg.Circle(1474, 800, 14, "#c9973c", "stroke='#3a2a10' stroke-width='2.4'");
    }
}
