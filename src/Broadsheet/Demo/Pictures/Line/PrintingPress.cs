using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The flat-bed machine in the cellar on the Old Quay, its sheets hung up to dry.</summary>
internal sealed class PrintingPress() : Scene("printing-press")
{
    private const string Iron = "#2b333a";
    private const string Round = "stroke-linecap='round' stroke-linejoin='round'";

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(108);
        Cellar(svg, dice);
        Sheets(svg, dice, 0.62, 150, 250, 0.55);
        Machine(svg, dice);
        Feeder(svg);
        Sheets(svg, dice, 1.15, 40, 150, 0.95);
        Cases(svg, dice);
        Lamp(svg, dice);
        Gouache.Vignette(svg, "#0c0807", 0.66, 0.47, 0.5);
        Ink.Grain(svg, 0.38, 0.75);
    }

    private static void Cellar(Svg svg, Dice dice)
    {
        svg.Rect(0, 0, 1600, 1067, "#2a1d18");
        svg.Rect(0, 0, 1600, 780, svg.Horizontal((0, "#33221b", 1), (0.4, "#8d5f3f", 1), (0.62, "#6d4731", 1), (1, "#2a1c18", 1)));

        // brick, laid in courses
        for (var r = 0; r < 26; r++)
        {
            var y = r * 30.0;
            for (var x = -40 + (r % 2 * 38.0); x < 1600; x += 77)
            {
                var near = Math.Exp(-(Math.Pow((x - 640) / 420, 2) + Math.Pow((y - 330) / 330, 2)));
                var c = Ink.Ramp((0.12 + (0.66 * near)) * dice.Range(0.84, 1.1), "#221713", "#4a2e22", "#7d4e35", "#b37a4d", "#dcab72");
                svg.Path(string.Create(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}h{Ink.N(72 + dice.Range(-2, 2))}v{Ink.N(25 + dice.Range(-1, 1))}h-72z"), c);
            }
        }

        // two vaults and the pier between them
        svg.Path("M-10 -10H1610V210Q1300 -60 1010 210V240H940V210Q520 -150 60 230L-10 260Z", "#1b1311");
        svg.Path("M60 230Q520 -150 940 210M1010 210Q1300 -60 1610 214", "none", "stroke='#8d5f3f' stroke-width='16' opacity='.8'");
        svg.Path("M940 210H1010V790H940Z", svg.Horizontal((0, "#9a6a45", 1), (1, "#3d281e", 1)));
        svg.Path("M926 190H1024V222H926Z", "#6d4a32");

        // the small window on the quay: masts
        svg.Path("M1210 250Q1300 190 1390 250V420H1210Z", "#15110f");
        svg.Path("M1222 256Q1300 206 1378 256V410H1222Z", svg.Vertical((0, "#6d8794", 1), (1, "#b5bfae", 1)));
        svg.Path("M1256 410V270M1256 290L1230 400M1256 300L1300 404M1330 410V300M1330 320L1306 408M1330 326L1370 400M1222 386Q1300 372 1378 392V410H1222Z", "#36464d", "stroke='#36464d' stroke-width='3'");
        svg.Path("M1300 232V410M1222 330H1378", "none", "stroke='#15110f' stroke-width='7'");
        Gouache.Beam(svg, (1222, 260), (1222, 410), (960, 800), (1180, 860), "#bccfd2", 0.16, 0);

        // flags of the floor
        svg.Rect(0, 780, 1600, 290, "#2b2320");
        for (var r = 0; r < 6; r++)
        {
            var (y0, y1) = (780 + (Math.Pow(r / 6.0, 1.5) * 290), 780 + (Math.Pow((r + 1) / 6.0, 1.5) * 290));
            for (var i = -9; i < 10; i++)
            {
                double X(double k, double y) => 700 + ((k + (r % 2 * 0.5)) * (96 + ((y - 780) * 0.5)));
                var near = Math.Exp(-Math.Pow(i / 4.0, 2));
                svg.Polygon([(X(i, y0) + 2, y0 + 2), (X(i + 1, y0) - 2, y0 + 2), (X(i + 1, y1) - 2, y1), (X(i, y1) + 2, y1)], Ink.Ramp((0.2 + (0.5 * near)) * dice.Range(0.85, 1.1), "#1b1614", "#41332b", "#6d5543", "#a98560"));
            }
        }

        Gouache.Wash(svg, 0, 0, 1600, 780, dice, 130, 4, 15, 170, 0.06, "#e9be88", "#140d0b", "#a66f46");
    }

    private static void Sheets(Svg svg, Dice dice, double k, double y, double height, double strength)
    {
        // lines across the cellar at the height of a head
        var n = k < 1 ? 9 : 6;
        var gap = 1700.0 / n;
        svg.Path($"M-10 {Ink.N(y)}Q800 {Ink.N(y + (30 * k))} 1610 {Ink.N(y - 4)}", "none", "stroke='#120d0b' stroke-width='3'");
        for (var i = 0; i < n; i++)
        {
            if (k > 1 && i is 2 or 3 or 4)
            {
                continue;
            }

            var x = -60 + (i * gap) + dice.Range(0, 20);
            var top = y + (30 * k * (1 - Math.Pow((x - 800) / 800, 2))) + 4;
            var (w, h) = (150 * k, height * (k < 1 ? 0.86 : 1.5));
            var near = Math.Exp(-Math.Pow((x + (w / 2) - 640) / 520, 2));
            var page = Ink.Ramp((0.25 + (0.75 * near)) * strength, "#3a2f28", "#8f7d65", "#d9c7a2", "#fff4da");
            var swing = dice.Range(-8, 8) * k;
            var sheet = $"M{Ink.N(x)} {Ink.N(top)}L{Ink.N(x + w)} {Ink.N(top + 2)}C{Ink.N(x + w + swing)} {Ink.N(top + (h * 0.4))} {Ink.N(x + w - swing)} {Ink.N(top + (h * 0.7))} {Ink.N(x + w + swing)} {Ink.N(top + h)}L{Ink.N(x + swing)} {Ink.N(top + h - 4)}C{Ink.N(x - swing)} {Ink.N(top + (h * 0.7))} {Ink.N(x + swing)} {Ink.N(top + (h * 0.4))} {Ink.N(x)} {Ink.N(top)}Z";
            svg.Path(sheet, page);

            // four pages of figures to a sheet
            var print = new StringBuilder();
            for (var p = 0; p < 4; p++)
            {
                var (px, py) = (x + (w * (0.1 + (p % 2 * 0.44))), top + (h * (0.08 + (p / 2 * 0.46))));
                for (var r = 0; r < 11; r++)
                {
                    for (var c = 0; c < 4; c++)
                    {
                        print.Append(CultureInfo.InvariantCulture, $"M{Ink.N(px + (c * w * 0.09))} {Ink.N(py + (h * 0.05) + (r * h * 0.031))}h{Ink.N(w * dice.Range(0.04, 0.07))}");
                    }
                }

                print.Append(CultureInfo.InvariantCulture, $"M{Ink.N(px)} {Ink.N(py)}h{Ink.N(w * 0.3)}");
            }

            svg.Path(print.ToString(), "none", $"stroke='#2a211c' stroke-width='{Ink.N(Math.Max(1.2, h * 0.009))}' opacity='.75'");
            svg.Path($"M{Ink.N(x + (w * 0.62))} {Ink.N(top + 2)}L{Ink.N(x + w)} {Ink.N(top + 2)}C{Ink.N(x + w + swing)} {Ink.N(top + (h * 0.4))} {Ink.N(x + w - swing)} {Ink.N(top + (h * 0.7))} {Ink.N(x + w + swing)} {Ink.N(top + h)}L{Ink.N(x + (w * 0.8) + swing)} {Ink.N(top + h)}Q{Ink.N(x + (w * 0.7))} {Ink.N(top + (h * 0.5))} {Ink.N(x + (w * 0.62))} {Ink.N(top + 2)}Z", "#3a2a20", "opacity='.22'");
            svg.Path($"M{Ink.N(x + (w * 0.2))} {Ink.N(top - 8)}v{Ink.N(16 * k)}M{Ink.N(x + (w * 0.8))} {Ink.N(top - 7)}v{Ink.N(16 * k)}", "none", $"stroke='#8a5a30' stroke-width='{Ink.N(6 * k)}' stroke-linecap='round'");
        }
    }

    private static void Machine(Svg svg, Dice dice)
    {
        svg.Path("M210 905Q700 960 1330 905L1290 930Q700 985 240 930Z", "#0d0908", "opacity='.65'");

        // the bed and its rails
        svg.Path("M250 742H1290V790H250Z", svg.Vertical((0, "#7d848a", 1), (0.25, "#4a535b", 1), (1, "#20262b", 1)));
        svg.Path("M250 742H1290V750H250Z", "#c3c6c2");
        svg.Path("M380 700H760V742H380Z", svg.Vertical((0, "#9aa0a2", 1), (1, "#3d454c", 1)));
        for (var i = 0; i < 46; i++)
        {
            svg.Rect(386 + (i * 8.1), 694 - (i % 5 == 0 ? 4 : 0), 5.4, 8, i % 7 == 0 ? "#e9e4d8" : "#aab0b2");
        }

        // the side frame, cast with curves
        svg.Path("M300 790H1240L1216 900H1120Q1100 826 1010 824Q916 826 900 900H640Q620 824 530 824Q436 826 420 900H330Z", svg.Vertical((0, "#46515a", 1), (0.4, Iron, 1), (1, "#14181b", 1)), $"stroke='#0e1113' stroke-width='4' {Round}");
        svg.Path("M314 796H1226", "none", "stroke='#8d979b' stroke-width='3' opacity='.7'");
        svg.Path("M306 900H442V922H306ZM880 900H1136V922H880ZM620 900H720V922H620Z", "#14181b");
        Lettering.Write(svg, "QUAYSIDE PRESS", 770, 868, 21, "#c9a25a", Lettering.Medium, Side.Middle, 0.16);

        // the frame that carries the cylinder
        svg.Path("M560 790L590 470Q596 430 640 424H1000Q1046 430 1052 470L1090 790H960L950 640Q900 560 820 560Q740 560 690 640L680 790Z", svg.Vertical((0, "#56626b", 1), (0.5, "#323c44", 1), (1, "#191e22", 1)), $"stroke='#0e1113' stroke-width='4' {Round}");
        svg.Path("M598 472Q604 438 642 432H998Q1036 438 1044 472", "none", "stroke='#a9b3b5' stroke-width='4' opacity='.7'");

        // the cylinder with a sheet round it
        svg.Circle(820, 640, 158, "#171c20");
        svg.Circle(820, 640, 148, svg.Radial((0, "#6d777d", 1), (0.7, "#4a545b", 1), (1, "#22292e", 1)));
        svg.Path("M820 492A148 148 0 0 1 968 640A148 148 0 0 1 920 750", "none", "stroke='#fff1d2' stroke-width='15'");
        svg.Path("M820 500A140 140 0 0 1 960 640", "none", "stroke='#c9b48c' stroke-width='3'");
        for (var i = 0; i < 8; i++)
        {
            var a = i * Math.PI / 4;
            svg.Path(Ink.Stroke([(820 + (40 * Math.Cos(a)), 640 + (40 * Math.Sin(a))), (820 + (126 * Math.Cos(a)), 640 + (126 * Math.Sin(a)))], t => 22 - (8 * t)), "#2d363d", "stroke='#14181b' stroke-width='2'");
        }

        svg.Circle(820, 640, 44, "#3d474e", "stroke='#14181b' stroke-width='4'");
        svg.Circle(820, 640, 20, "#c9a25a");
        svg.Circle(816, 635, 8, "#f3d99c");

        // the great wheel and the belt
        Gear(svg, 1190, 690, 170, 54, "#39444c");
        svg.Circle(1190, 690, 118, "#241c18");
        for (var i = 0; i < 6; i++)
        {
            var a = (i * Math.PI / 3) + 0.3;
            svg.Path(Ink.Stroke([(1190 + (26 * Math.Cos(a)), 690 + (26 * Math.Sin(a))), (1190 + (74 * Math.Cos(a + 0.16)), 690 + (74 * Math.Sin(a + 0.16))), (1190 + (128 * Math.Cos(a)), 690 + (128 * Math.Sin(a)))], t => 24 - (7 * t)), "#39444c", "stroke='#14181b' stroke-width='2'");
        }

        svg.Circle(1190, 690, 34, "#4a555c", "stroke='#14181b' stroke-width='4'");
        svg.Circle(1190, 690, 12, "#c9a25a");
        Gear(svg, 1036, 560, 62, 24, "#4a555c");
        svg.Circle(1036, 560, 20, "#1b2024");
        Gear(svg, 618, 560, 52, 20, "#4a555c");
        svg.Circle(618, 560, 16, "#1b2024");
        svg.Path("M1170 546C1240 300 1330 90 1400 -20M1330 640C1380 400 1440 180 1480 -20", "none", "stroke='#3a2318' stroke-width='17'");
        svg.Path("M1166 544C1236 298 1326 88 1396 -20", "none", "stroke='#a56f42' stroke-width='3'");

        // ink: duct and rollers
        foreach (var (x, y, r, c) in new[] { (566.0, 700.0, 26.0, "#17191c"), (612, 676, 22, "#2a2d31"), (530, 664, 22, "#17191c"), (578, 640, 20, "#24272b") })
        {
            svg.Circle(x, y, r, c, "stroke='#0b0c0e' stroke-width='3'");
            svg.Path($"M{Ink.N(x - (r * 0.6))} {Ink.N(y - (r * 0.5))}A{Ink.N(r * 0.8)} {Ink.N(r * 0.8)} 0 0 1 {Ink.N(x + (r * 0.2))} {Ink.N(y - (r * 0.76))}", "none", "stroke='#9aa3a8' stroke-width='4' stroke-linecap='round'");
        }

        svg.Path("M486 600H574L560 636H506Z", "#323c44", "stroke='#0e1113' stroke-width='3'");

        // the board with the white paper, and the flies that lay the sheets down
        svg.Path("M690 392L1110 330L1136 346L716 424Z", "#8a5a35", "stroke='#2a1a12' stroke-width='3'");
        svg.Path("M716 424L1136 346V362L716 442Z", "#5a3822");
        for (var i = 0; i < 9; i++)
        {
            svg.Path($"M{Ink.N(740)} {Ink.N(398 - (i * 6))}L{Ink.N(1080)} {Ink.N(342 - (i * 6))}L{Ink.N(1100)} {Ink.N(352 - (i * 6))}L{Ink.N(764)} {Ink.N(412 - (i * 6))}Z", i % 2 == 0 ? "#fff4da" : "#d9c7a2");
        }

        svg.Path("M764 412V364L1100 304V352Z", "#c9b48c", "opacity='.55'");
        svg.Path("M330 640L520 560M330 660L536 590M340 690L560 622", "none", "stroke='#a9793c' stroke-width='7' stroke-linecap='round'");
        svg.Path("M256 700L470 640L500 654L290 722Z", "#fff0d0");
        svg.Path("M256 708L470 648M262 716L480 656", "none", "stroke='#c9b48c' stroke-width='2'");
        svg.Path("M240 722H420V740H240Z", "#6d4a2c");
        svg.Path("M250 716H410V722H250ZM252 708H408V714H252Z", "#f2e4c4");
        var print = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            var t = i / 40.0;
            print.Append(CultureInfo.InvariantCulture, $"M{Ink.N(288 + (t * 170))} {Ink.N(698 - (t * 46) + (i % 4 * 5))}h{Ink.N(dice.Range(6, 14))}");
        }

        svg.Path(print.ToString(), "none", "stroke='#4a3a2c' stroke-width='1.6'");
    }

    private static void Gear(Svg svg, double cx, double cy, double r, int teeth, string fill)
    {
        var points = new List<(double, double)>();
        for (var i = 0; i < teeth; i++)
        {
            var a = i * 2 * Math.PI / teeth;
            var w = 2 * Math.PI / teeth;
            var depth = Math.Max(7, r * 0.065);
            foreach (var (o, d) in new[] { (0.0, 0.0), (0.22, 1.0), (0.5, 1.0), (0.72, 0.0) })
            {
                points.Add((cx + ((r + (d * depth)) * Math.Cos(a + (o * w))), cy + ((r + (d * depth)) * Math.Sin(a + (o * w)))));
            }
        }

        svg.Polygon(points, fill, "stroke='#0e1113' stroke-width='3'");
        svg.Circle(cx, cy, r * 0.9, "none", "stroke='#7d8990' stroke-width='2.5' opacity='.6'");
    }

    private static void Feeder(Svg svg)
    {
        // Konrad Beel on the step, laying on a sheet
        svg.Path("M1150 640H1330V660H1150ZM1170 660V910H1186V660ZM1300 660V910H1316V660Z", "#3a2418");
        svg.Path("M1206 640L1198 500L1188 420H1296L1290 500L1284 640H1252L1246 520L1238 640Z", "#22242c");
        svg.Path("M1186 424C1180 350 1192 292 1226 268Q1254 254 1282 270C1310 300 1310 370 1300 430Z", "#56483c");
        svg.Path("M1200 300L1216 280L1240 440L1230 540H1194L1186 424Z", "#8d7355");
        svg.Path("M1282 270C1310 300 1310 370 1300 430H1270C1284 370 1288 310 1264 272Z", "#33291f");
        svg.Path("M1224 284C1180 300 1150 318 1110 322L1066 306L1056 322L1104 350C1150 352 1200 344 1236 322Z", "#6d5a4a");
        svg.Path("M1066 304L1030 300Q1018 306 1030 314L1062 324Z", "#e0b088");
        svg.Path("M900 336L1050 296L1066 314L918 360Z", "#fff8e6");
        svg.Path("M900 336L1050 296L1052 300L904 341Z", "#ffffff");
        svg.Path("M1236 262L1230 244H1262L1264 266Z", "#c08d68");
        svg.Path("M1218 214C1216 188 1232 170 1254 172C1276 174 1286 192 1282 216C1280 240 1266 254 1246 252C1230 250 1220 236 1218 214Z", "#d9a982");
        svg.Path("M1224 196C1226 172 1250 160 1272 170C1292 180 1292 206 1280 228C1276 210 1266 200 1258 192C1246 194 1234 192 1224 196Z", "#b9b2a6");
        svg.Path("M1216 214L1208 222L1218 226M1224 206h14M1228 214h2M1220 238q8 4 14 0", "none", $"stroke='#5a3a28' stroke-width='3' {Round}");
        svg.Circle(1229, 214, 8, "none", "stroke='#3a2a20' stroke-width='2.4'");
        svg.Path("M1222 192C1226 174 1246 164 1264 168M1190 330C1194 300 1206 282 1224 272M1110 322C1150 318 1180 300 1222 286", "none", "stroke='#ffe2a6' stroke-width='4' stroke-linecap='round' opacity='.85'");
    }

    private static void Cases(Svg svg, Dice dice)
    {
        // the case of type, aslant in the foreground
        svg.Path("M-20 880L450 840L880 1080H-20Z", "#4a2d1c");
        svg.Path("M-20 880L450 840L470 852L-20 896Z", "#a9743f");
        for (var r = 0; r < 5; r++)
        {
            for (var c = 0; c < 9; c++)
            {
                double X(double u, double v) => -30 + (u * (54 + (v * 9)));
                double Y(double u, double v) => 902 + (v * 37) - (u * 4.6);
                var (u0, u1, v0, v1) = (c + 0.08, c + 0.92, r + 0.1, r + 0.92);
                svg.Polygon([(X(u0, v0), Y(u0, v0)), (X(u1, v0), Y(u1, v0)), (X(u1, v1), Y(u1, v1)), (X(u0, v1), Y(u0, v1))], Ink.Mix("#1b110c", "#33211a", dice.Next()));
                var type = new StringBuilder();
                var glint = new StringBuilder();
                for (var k = 0; k < 14; k++)
                {
                    var (u, v) = (dice.Range(u0 + 0.06, u1 - 0.16), dice.Range(v0 + 0.2, v1 - 0.05));
                    (k % 3 == 0 ? glint : type).Append(CultureInfo.InvariantCulture, $"M{Ink.N(X(u, v))} {Ink.N(Y(u, v))}l{Ink.N(dice.Range(3, 9))} {Ink.N(dice.Range(-4, 4))}");
                }

                svg.Path(type.ToString(), "none", "stroke='#8d9294' stroke-width='4'");
                svg.Path(glint.ToString(), "none", "stroke='#d9d5c8' stroke-width='3'");
            }
        }

        // a composing stick with a line set in it
        svg.Path("M300 1010L620 966L632 992L312 1040Z", "#6d767c", "stroke='#14181b' stroke-width='3'");
        svg.Path("M306 1002L610 962L612 968L308 1010Z", "#c9cdcb");
        for (var i = 0; i < 22; i++)
        {
            var x = 322 + (i * 11.4);
            var y = 1004 - (i * 1.55);
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}l9 -1.3l3 14l-9 1.3z", i % 6 == 4 ? "#4a5157" : "#b9bfc0", "stroke='#3a4248' stroke-width='1'");
        }

        svg.Path("M590 962L606 960L616 990L600 994Z", "#c9a25a");
    }

    private static void Lamp(Svg svg, Dice dice)
    {
        svg.Path("M640 -10V96", "none", "stroke='#0c0908' stroke-width='5'");
        Gouache.Beam(svg, (590, 140), (690, 140), (1060, 900), (260, 900), "#ffe0a2", 0.26, 0.02);
        svg.Path("M560 146Q580 92 640 88Q700 92 720 146Z", "#2c4a44");
        svg.Path("M572 138Q592 100 640 97", "none", "stroke='#8fc0ae' stroke-width='4' stroke-linecap='round' opacity='.7'");
        svg.Add("<ellipse cx='640' cy='147' rx='78' ry='13' fill='#fff3cf'/>");
        Gouache.Glow(svg, 640, 160, 460, 330, "#ffdf9c", 0.5);
        Gouache.Dust(svg, 420, 180, 480, 460, dice, 80, 1.1, 2.2, "#fff0cc", 0.5);
    }
}
