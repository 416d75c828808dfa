using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>An Ostrel on a desk by a window, a line half written.</summary>
internal sealed class Typewriter() : Scene("typewriter")
{
    private const string Round = "stroke-linecap='round' stroke-linejoin='round'";

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(44);
        Room(svg, dice);
        Desk(svg, dice);
        Paper(svg, dice);
        Carriage(svg);
        Body(svg);
        Basket(svg);
        Keys(svg);
        Things(svg, dice);
        Gouache.Beam(svg, (40, 60), (420, 0), (1500, 1067), (560, 1067), "#ffe9bb", 0.26, 0.03);
        Gouache.Dust(svg, 200, 120, 900, 620, dice, 80, 1.1, 2.4, "#fff3d4", 0.5);
        Gouache.Vignette(svg, "#0e0908", 0.6, 0.47, 0.5);
        Ink.Grain(svg, 0.38, 0.75);
    }

    private static void Room(Svg svg, Dice dice)
    {
        svg.Rect(0, 0, Size, 1067, svg.Horizontal((0, "#7d6a52", 1), (0.4, "#54483d", 1), (1, "#241f20", 1)));
        Gouache.Wash(svg, 0, 0, Size, 760, dice, 140, 82, 32, 300, 0.1, "#c9a878", "#1a1416", "#8a7052");

        // the window and its light on the wall
        svg.Path("M-10 40H250V640H-10Z", "#2a211d");
        svg.Rect(-10, 62, 236, 556, svg.Vertical((0, "#e9e0c4", 1), (0.6, "#f6e6b9", 1), (1, "#d9b981", 1)));
        svg.Path("M-10 460Q90 430 226 470V618H-10Z", "#b59b6d");
        svg.Path("M30 470v-70l40 -34l40 34v70zM140 480v-90h60v90z", "#a1875e");
        svg.Path("M108 62V618M-10 330H226", "none", "stroke='#2a211d' stroke-width='16'");
        svg.Path("M470 110L760 70L880 420L600 470ZM790 66L1000 36L1110 380L912 414Z", "#e8c88d", "opacity='.28'");
        svg.Path("M606 92L640 88L760 440L724 446ZM530 290L830 246L840 276L540 322Z", "#3a2f29", "opacity='.28'");

        // on the wall, a pinned card
        svg.Path("M1240 130L1420 118L1430 262L1250 276Z", "#cdb88f");
        svg.Path("M1240 130L1420 118L1421 126L1241 139Z", "#e9d9b2");
        Lettering.Write(svg, "OSTREL", 1272, 196, 22, "#4a2a1c", Lettering.Bold, tracking: 0.16);
        svg.Path("M1274 216l130 -9M1275 232l96 -7M1276 248l116 -8", "none", "stroke='#6d5236' stroke-width='3'");
        svg.Circle(1332, 132, 7, Ink.Accent);
    }

    private const double Size = 1600;

    private static void Desk(Svg svg, Dice dice)
    {
        svg.Path("M-10 760Q800 744 1610 764V1080H-10Z", svg.Horizontal((0, "#b07a45", 1), (0.45, "#86552f", 1), (1, "#352019", 1)));
        svg.Path("M-10 760Q800 744 1610 764V772Q800 752 -10 768Z", "#e3b576", "opacity='.8'");
        for (var i = 0; i < 70; i++)
        {
            var y = 775 + (dice.Next() * 290);
            var x = dice.Range(-60, 1500);
            svg.Path(Ink.Brush([(x, y), (x + dice.Range(80, 200), y + dice.Range(-4, 4)), (x + dice.Range(260, 520), y + dice.Range(-3, 3))], dice.Range(1.5, 4), dice), dice.Chance(0.5) ? "#4a2a18" : "#dba765", "opacity='.32'");
        }

        svg.Path("M330 1000Q800 1062 1460 1004L1560 1067H260Z", "#160d0a", "opacity='.5'");
        svg.Path("M1240 860L1600 900V1067H1300Z", "#160d0a", "opacity='.4'");
    }

    private static void Paper(Svg svg, Dice dice)
    {
        // the sheet stands up out of the roller
        svg.Path("M572 352L588 46Q592 32 606 32L1010 38Q1024 40 1024 54L1030 352Z", "#b39c74");
        svg.Path("M566 352L582 40Q586 26 600 26L1000 32Q1014 34 1014 48L1024 352Z", svg.Horizontal((0, "#fffaec", 1), (0.6, "#fbeed1", 1), (1, "#d9c398", 1)));
        string[] lines = ["For ninety-three years the tapping", "in this room was steel on rubber.", "Now it is a knuckle on wood, and", "anyone who worked here would know", "at once that it is wr"];
        for (var i = 0; i < lines.Length; i++)
        {
            Typed(svg, lines[i], 628 - (i * 2.6), 78 + (i * 40), dice);
        }

        svg.Path("M1000 32Q1014 34 1014 48L1024 352H990Z", "#a98c5c", "opacity='.35'");
    }

    /// <summary>One width for every letter, now and then a little out of line.</summary>
    private static void Typed(Svg svg, string text, double x, double y, Dice dice)
    {
        var d = new StringBuilder();
        foreach (var c in text)
        {
            if (c != ' ')
            {
                var w = Lettering.Width(c.ToString(), 15, 0.12);
                d.Append(Lettering.PathOf(c.ToString(), x + ((10.6 - w) / 2) + (dice.Bell() * 0.25), y + (dice.Bell() * 0.8), 15, 0.12));
                if (c is 'i' or 'l' or 'r' or 'n' or 'h' or 'k')
                {
                    d.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x + 2.4)} {Ink.N(y)}h6");
                }
            }

            x += 10.8;
        }

        svg.Path(d.ToString(), "none", $"stroke='#231a16' stroke-width='2.1' {Round}");
    }

    private static void Carriage(Svg svg)
    {
        // roller, knobs, rail, the lever that pushes it back
        svg.Path("M360 330H1250V348H360Z", "#2b2e32");
        svg.Rect(396, 300, 818, 74, svg.Vertical((0, "#0e1012", 1), (0.2, "#565b60", 1), (0.32, "#25282b", 1), (1, "#0a0b0c", 1)), "rx='8'");
        svg.Path("M566 300L564 374H1026L1024 300Q800 330 566 300Z", svg.Vertical((0, "#e9d9b2", 1), (0.4, "#fff6df", 1), (1, "#9c855a", 1)));
        foreach (var (x, w) in new[] { (330.0, 66.0), (1214, 66) })
        {
            svg.Rect(x, 296, w, 84, svg.Vertical((0, "#16181a", 1), (0.22, "#7d8389", 1), (0.36, "#33373b", 1), (1, "#0c0d0e", 1)), "rx='10'");
            for (var i = 1; i < 9; i++)
            {
                svg.Rect(x + 2, 298 + (i * 9), w - 4, 2.4, "#0a0b0c", "opacity='.7'");
            }
        }

        svg.Path("M300 396H1310V428H300Z", svg.Vertical((0, "#c9ced0", 1), (0.3, "#7b8287", 1), (1, "#33383c", 1)));
        svg.Path("M300 396H1310", "none", "stroke='#f4f6f4' stroke-width='3'");
        for (var i = 0; i < 64; i++)
        {
            svg.Rect(470 + (i * 10.6), 402, 1.6, i % 10 == 0 ? 18 : i % 5 == 0 ? 13 : 8, "#16181a");
        }

        svg.Path("M318 396C262 372 226 340 204 286L226 276C250 322 282 352 336 372Z", svg.Horizontal((0, "#eef0ee", 1), (1, "#6d7479", 1)), "stroke='#1a1c1e' stroke-width='3'");
        svg.Circle(212, 278, 17, "#e3e7e6", "stroke='#1a1c1e' stroke-width='3'");

        // the bail with its two small rollers
        svg.Path("M420 300V272Q420 262 432 262H1180Q1192 262 1192 272V300", "none", $"stroke='#8d9499' stroke-width='7' {Round}");
        svg.Path("M424 268H1186", "none", "stroke='#f4f6f4' stroke-width='2'");
        svg.Rect(640, 252, 44, 22, "#1a1c1e", "rx='6'");
        svg.Rect(906, 252, 44, 22, "#1a1c1e", "rx='6'");
        svg.Path("M760 352L800 318L840 352L822 376H778Z", "#3a3f44", "stroke='#0c0d0e' stroke-width='3'");
        svg.Path("M790 346h20v18h-20z", "#0c0d0e");
    }

    private static void Body(Svg svg)
    {
        var enamel = svg.Vertical((0, "#39525a", 1), (0.25, "#2b4048", 1), (0.7, "#1a282e", 1), (1, "#0d1518", 1));

        // side plates and the shell
        svg.Path("M344 428H1262L1300 560Q1322 640 1364 742L1424 920Q1440 974 1392 980H212Q164 974 180 920L240 742Q284 640 304 560Z", enamel, "stroke='#070b0d' stroke-width='5'");
        svg.Path("M352 436H1254L1290 560", "none", "stroke='#8fb0b5' stroke-width='4' opacity='.7'");
        svg.Path("M352 436L314 562Q294 644 250 746L190 922", "none", "stroke='#a9c6c8' stroke-width='6' opacity='.75' stroke-linecap='round'");

        // ribbon spools under their lids
        foreach (var x in new[] { 452.0, 1152 })
        {
            svg.Add($"<ellipse cx='{Ink.N(x)}' cy='498' rx='104' ry='46' fill='#0a1012'/><ellipse cx='{Ink.N(x)}' cy='492' rx='98' ry='42' fill='{svg.Horizontal((0, "#a9b3b5", 1), (0.3, "#e9efee", 1), (0.6, "#7b878a", 1), (1, "#3a4448", 1))}'/>");
            svg.Add($"<ellipse cx='{Ink.N(x)}' cy='490' rx='76' ry='31' fill='#7d1c1c'/><ellipse cx='{Ink.N(x)}' cy='488' rx='70' ry='28' fill='#2a1012'/>");
            for (var i = 0; i < 4; i++)
            {
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='488' rx='{Ink.N(64 - (i * 11))}' ry='{Ink.N(25 - (i * 4.4))}' fill='none' stroke='#4d1a1a' stroke-width='2'/>");
            }

            svg.Add($"<ellipse cx='{Ink.N(x)}' cy='486' rx='20' ry='9' fill='#cfd6d6'/>");
            svg.Circle(x, 485, 4, "#16181a");
        }

        svg.Path("M520 470Q640 440 770 400M1084 470Q960 440 832 400", "none", "stroke='#5a1416' stroke-width='9'");
        svg.Path("M520 467Q640 437 770 397M1084 467Q960 437 832 397", "none", "stroke='#b5403a' stroke-width='2.4'");

        // name and a line of gold
        svg.Path("M610 640Q800 700 990 640L1010 700Q800 762 590 700Z", "#101a1e", "stroke='#070b0d' stroke-width='3'");
        Lettering.Write(svg, "Ostrel", 800, 706, 34, "#dcb25e", Lettering.Medium, Side.Middle, 0.06, 0.16);
        svg.Path("M270 742Q330 620 350 520M1336 742Q1276 620 1256 520", "none", "stroke='#c9a04e' stroke-width='3' opacity='.85'");
        svg.Path("M258 772Q318 650 338 540M1348 772Q1288 650 1268 540", "none", "stroke='#c9a04e' stroke-width='1.4' opacity='.7'");
    }

    private static void Basket(Svg svg)
    {
        // the fan of type bars
        svg.Path("M560 470Q800 400 1040 470Q1030 620 800 640Q570 620 560 470Z", "#07090a");
        var back = new StringBuilder();
        for (var i = 0; i < 44; i++)
        {
            var a = Math.PI * (0.08 + (0.84 * i / 43));
            var (x, y) = (800 - (226 * Math.Cos(a)), 452 + (160 * Math.Sin(a)));
            var (tx, ty) = (800 - (74 * Math.Cos(a)), 436 + (66 * Math.Sin(a)));
            var raised = i == 30;
            if (raised)
            {
                continue;
            }

            back.Append(Ink.Straight([(tx, ty), (x, y)]));
            svg.Path(Ink.Stroke([(x, y), (x - ((x - tx) * 0.12), y - ((y - ty) * 0.12))], t => 7), i % 3 == 0 ? "#e9eeec" : "#aab3b5");
        }

        svg.Path(back.ToString(), "none", "stroke='#5f696d' stroke-width='3.6'");
        svg.Path(back.ToString(), "none", "stroke='#c9d0d0' stroke-width='1.2'");

        // one of them on its way to the paper
        svg.Path("M962 520L826 366", "none", "stroke='#8d979a' stroke-width='6' stroke-linecap='round'");
        svg.Path("M962 518L828 366", "none", "stroke='#f4f6f4' stroke-width='2' stroke-linecap='round'");
        svg.Path("M812 352L836 346L842 370L822 376Z", "#e3e8e6", "stroke='#33383c' stroke-width='2'");
        svg.Path("M548 470Q800 398 1052 470", "none", "stroke='#8fa4a8' stroke-width='6' opacity='.8'");
    }

    private static void Keys(Svg svg)
    {
        svg.Path("M270 742H1334L1396 940Q1400 962 1380 964H224Q204 962 208 940Z", "#080c0e");
        string[] rows = ["1234567890-", "QWERTYUIOP½", "ASDFGHJKL;’", "ZXCVBNM,.?"];
        for (var r = 0; r < 4; r++)
        {
            var y = 744 + (r * 54);
            var k = 1 + (r * 0.085);
            var n = rows[r].Length;
            var step = 88 * k;
            var x0 = 800 - ((n - 1) * step / 2) + ((r - 1.5) * 17);
            for (var i = 0; i < n; i++)
            {
                var x = x0 + (i * step);
                var down = r == 1 && i == 8 ? 12 : 0;

                // lever, ring, cap
                svg.Path($"M{Ink.N(x)} {Ink.N(y + 16 + down)}L{Ink.N(800 + ((x - 800) * 0.93))} {Ink.N(y + 76)}", "none", "stroke='#6d777b' stroke-width='7'");
                var (rx, ry) = (33 * k, 24 * k);
                svg.Add($"<ellipse cx='{Ink.N(x + 4)}' cy='{Ink.N(y + 9 + down)}' rx='{Ink.N(rx)}' ry='{Ink.N(ry)}' fill='#000000' opacity='.6'/>");
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + 4 + down)}' rx='{Ink.N(rx)}' ry='{Ink.N(ry)}' fill='#8b9396'/>");
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + down)}' rx='{Ink.N(rx)}' ry='{Ink.N(ry)}' fill='{(x < 760 ? "#e9edea" : "#aeb5b6")}'/>");
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + down)}' rx='{Ink.N(rx - 5)}' ry='{Ink.N(ry - 4)}' fill='{(down > 0 ? "#3a2c1c" : "#14171a")}'/>");
                svg.Path($"M{Ink.N(x - (rx * 0.6))} {Ink.N(y - (ry * 0.2) + down)}A{Ink.N(rx * 0.72)} {Ink.N(ry * 0.7)} 0 0 1 {Ink.N(x + (rx * 0.1))} {Ink.N(y - (ry * 0.64) + down)}", "none", $"stroke='#ffffff' stroke-width='2.6' opacity='.55' {Round}");
                Lettering.Write(svg, rows[r][i].ToString(), x, y + (8 * k) + down, 19 * k, "#f4ecd6", Lettering.Medium, Side.Middle);
            }
        }

        // shift keys and the bar
        foreach (var x in new[] { 268.0, 1338 })
        {
            svg.Add($"<ellipse cx='{Ink.N(x)}' cy='910' rx='54' ry='26' fill='#8b9396'/><ellipse cx='{Ink.N(x)}' cy='905' rx='54' ry='26' fill='#cfd5d3'/><ellipse cx='{Ink.N(x)}' cy='905' rx='47' ry='20' fill='#14171a'/>");
        }

        svg.Path("M520 962H1090Q1108 962 1108 980Q1108 1000 1090 1000H520Q502 1000 502 980Q502 962 520 962Z", svg.Vertical((0, "#4a5357", 1), (0.4, "#1d2326", 1), (1, "#080a0b", 1)), "stroke='#050607' stroke-width='3'");
        svg.Path("M524 968H1086", "none", "stroke='#a9b5b7' stroke-width='3' stroke-linecap='round'");
    }

    private static void Things(Svg svg, Dice dice)
    {
        // a cup, type slugs, a spruce shaving; the scroll of a violin at the edge of the light
        svg.Path("M92 850Q92 838 170 838Q248 838 248 850L236 944Q230 962 170 962Q110 962 104 944Z", svg.Horizontal((0, "#fdf6e3", 1), (0.5, "#e3d5b3", 1), (1, "#8d7a58", 1)));
        svg.Add("<ellipse cx='170' cy='850' rx='78' ry='15' fill='#c9b78f'/><ellipse cx='170' cy='852' rx='68' ry='11' fill='#3a2015'/>");
        svg.Path("M246 868Q292 868 286 904Q280 936 238 932", "none", $"stroke='#d9c9a4' stroke-width='13' {Round}");
        svg.Path("M96 880Q170 898 244 880", "none", "stroke='#7d2a22' stroke-width='6'");
        for (var i = 0; i < 3; i++)
        {
            svg.Path(Ink.Brush([(140 + (i * 30), 826), (128 + (i * 32), 786), (150 + (i * 28), 748), (136 + (i * 30), 706)], 7, dice), "#fff6df", "opacity='.3'");
        }

        svg.Path("M1430 872C1476 846 1540 862 1542 900C1540 932 1488 936 1482 908C1480 888 1508 880 1520 896", "none", $"stroke='#e6c88e' stroke-width='17' {Round}");
        svg.Path("M1430 868C1476 842 1536 858 1540 894", "none", $"stroke='#fff0cc' stroke-width='4' {Round}");
        foreach (var (x, y, a) in new[] { (1452.0, 980.0, 12.0), (1500, 1004, -24), (1548, 970, 40), (1400, 1016, -8) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(a)})'><path d='M-20 -9H18V9H-20Z' fill='#6d767a' stroke='#1a1c1e' stroke-width='2'/><path d='M-20 -9H18V-5H-20Z' fill='#c9d0d0'/><path d='M18 -9L24 -6V6L18 9Z' fill='#aab3b5'/></g>");
        }
    }
}
