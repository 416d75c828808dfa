using System.Globalization;
using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The hemicycle from the gallery.</summary>
internal sealed class ParliamentHall() : Scene("parliament-hall")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(7);
        svg.Rect(0, 0, Width, Height, "#2a1d18");
        var room = new Room(new(2.4f, 9.0f, 15.6f), new(-0.2f, 2.2f, 1.2f), 1150, 800, 560);
        Walls(svg, room, dice);
        Floor(room);
        Rostrum(room, dice);
        Rows(room, dice);
        room.Paint(svg);
        Light(svg, room, dice);
        Gallery(svg, dice);
        Gouache.Vignette(svg, "#150d0b", 0.62, 0.48, 0.5);
        Ink.Grain(svg, 0.34, 0.7);
    }

    private static double Lit(Vector3 p)
    {
        var r2 = (p.X * p.X) + ((p.Z - 1.5f) * (p.Z - 1.5f));
        return Math.Clamp(0.16 + (0.95 * Math.Exp(-r2 / 62)), 0, 1);
    }

    private static string Wood(Vector3 p, double k) => Ink.Ramp(Lit(p) * k, "#1d110e", "#43241a", "#7d4526", "#b9763c", "#e0ab66", "#f6dba4");

    private static string Leather(Vector3 p, double k) => Ink.Ramp(Lit(p) * k, "#1a0e0f", "#3d1417", "#6f1c1e", "#a13430", "#cc6a55");

    private static string Carpet(Vector3 p, double k) => Ink.Ramp(Lit(p) * k, "#1b1213", "#37201f", "#5f3a33", "#93644f", "#cf9d77", "#f3d3a6");

    private static void Walls(Svg svg, Room room, Dice dice)
    {
        const float z = -6.5f;
        string Quad(float x0, float y0, float x1, float y1, float zz = z) => room.Outline([new(x0, y0, zz), new(x1, y0, zz), new(x1, y1, zz), new(x0, y1, zz)], out _);
        svg.Path(Quad(-26, 0, 26, 20), svg.Vertical((0, "#382419", 1), (0.45, "#6e432a", 1), (1, "#8a5733", 1)));

        // pilasters and panels
        for (var i = -8; i <= 8; i++)
        {
            var x = i * 2.6f;
            var near = Math.Exp(-x * x / 60);
            var c = Ink.Ramp(0.25 + (0.6 * near), "#2c1a13", "#5c3722", "#93602f", "#c18d50");
            for (var r = 0; r < 4; r++)
            {
                var y = 0.4f + (r * 3.2f);
                svg.Path(Quad(x + 0.42f, y, x + 2.18f, y + 2.7f), Ink.Mix(c, "#2c1a13", 0.28 + (0.1 * dice.Next())));
                svg.Path(Quad(x + 0.52f, y + 0.1f, x + 2.08f, y + 2.6f), Ink.Mix(c, "#2c1a13", 0.06 + (0.1 * dice.Next())));
            }

            svg.Path(Quad(x - 0.28f, 0, x + 0.28f, 14), Ink.Mix(c, "#f1c987", 0.16));
            svg.Path(Quad(x + 0.1f, 0, x + 0.28f, 14), Ink.Mix(c, "#2c1a13", 0.35));
        }

        // the tapestry: a river coming down to the sea
        var woven = Quad(-3.5f, 4.0f, 3.5f, 13.2f);
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{woven}'/></clipPath>");
        svg.Path(Quad(-3.7f, 3.8f, 3.7f, 13.4f), "#d9b06a");
        svg.Path(woven, "#27414b");
        svg.Add($"<g clip-path='{clip}'>");
        for (var i = 0; i < 9; i++)
        {
            var points = new List<(double, double)>();
            for (var k = 0; k <= 18; k++)
            {
                var x = -3.6f + (k * 0.4f);
                var y = 4.1f + (i * 0.4f) + (0.2f * MathF.Sin((k * 0.9f) + (i * 1.7f)));
                var p = room.At(new(x, y, z));
                points.Add((p.X, p.Y));
            }

            svg.Path(Ink.Curve(points), "none", $"stroke='{Ink.Ramp(i / 9.0, "#7fa3a6", "#4d7580", "#33535d")}' stroke-width='5.5'");
        }

        for (var i = 0; i < 5; i++)
        {
            var top = room.At(new(-2.6f + (i * 1.3f), 9.7f - (i % 2 * 0.5f), z));
            var left = room.At(new(-3.7f + (i * 1.3f), 7.3f, z));
            var right = room.At(new(-1.5f + (i * 1.3f), 7.3f, z));
            svg.Polygon([(top.X, top.Y), (left.X, left.Y), (right.X, right.Y)], Ink.Mix("#8f9d8d", "#c9b58a", i * 0.2));
            svg.Polygon([(top.X, top.Y), ((top.X + right.X) / 2, (top.Y + right.Y) / 2), (right.X - 8, right.Y), (top.X + 2, right.Y)], "#3a5358", "opacity='.75'");
        }

        var river = Enumerable.Range(0, 20).Select(k => room.At(new(0.55f * MathF.Sin(k * 0.55f), 9.3f - (k * 0.29f), z))).Select(p => (p.X, p.Y)).ToList();
        svg.Path(Ink.Stroke(river, t => 3 + (30 * t)), "#dfe6d6");
        for (var i = 0; i < 46; i++)
        {
            var p = room.At(new(-3.5f + (i * 0.155f), 4, z));
            svg.Rect(p.X, p.Y - 290, 1, 300, "#0f2127", "opacity='.18'");
        }

        svg.Add("</g>");

        // the two boards of lamps, a lamp for every seat
        foreach (var (x0, lit) in new[] { (-9.6f, 60), (5.9f, 60) })
        {
            svg.Path(Quad(x0 - 0.25f, 5.2f, x0 + 3.95f, 9.4f), "#15110f");
            for (var i = 0; i < 121; i++)
            {
                var p = room.At(new(x0 + (i % 11 * 0.37f), 9.05f - (i / 11 * 0.36f), z));
                var on = x0 < 0 ? i % 2 == 0 : i % 2 == 1;
                svg.Circle(p.X, p.Y, 3.6, on && i / 2 < lit ? (x0 < 0 ? "#ffe6a4" : "#e88a6c") : "#3a302a");
            }
        }

        Gouache.Wash(svg, 0, 0, 1600, 460, dice, 130, 88, 13, 150, 0.08, "#f0c98c", "#20120d", "#b97f4b");
    }

    private static void Floor(Room room)
    {
        // the well of the house, in rings
        for (var ring = 0; ring < 7; ring++)
        {
            var (r0, r1) = (ring * 0.6f, (ring + 1) * 0.6f);
            for (var i = 0; i < 18; i++)
            {
                var (a, b) = ((i - 9) * MathF.PI / 18, (i - 8) * MathF.PI / 18);
                var mid = new Vector3(r0 * MathF.Sin(a), 0, r0 * MathF.Cos(a));
                room.Face(Carpet(mid, 1.02 - (ring % 2 * 0.06)), [At(r0, a, 0), At(r1, a, 0), At(r1, b, 0), At(r0, b, 0)], -3);
            }
        }

        room.Face(Ink.Mix(Carpet(new(0, 0, -3), 0.6), "#4a1c1a", 0.55), [new(-20, 0, 0), new(20, 0, 0), new(20, 0, -6.5f), new(-20, 0, -6.5f)], -4);
    }

    private static Vector3 At(float r, float a, float h) => new(r * MathF.Sin(a), h, r * MathF.Cos(a));

    private static void Rostrum(Room room, Dice dice)
    {
        // three tiers: clerks, speaker's lectern, the chair
        void Tier(float w, float y0, float y1, float z0, float z1)
        {
            var p = new Vector3(0, y1, z1);
            room.Box(new(-w, y0, z0), new(w, y1, z1), Wood(p, 1.12), Wood(p, 0.8), Wood(p, 0.6));
            for (var x = -w + 0.25f; x + 0.75f < w; x += 0.95f)
            {
                room.Face(Wood(p, 0.66), [new(x, y0 + 0.12f, z1 + 0.01f), new(x + 0.75f, y0 + 0.12f, z1 + 0.01f), new(x + 0.75f, y1 - 0.14f, z1 + 0.01f), new(x, y1 - 0.14f, z1 + 0.01f)], 0.75f);
            }
        }

        Tier(4.2f, 0, 1.3f, -5.2f, -1.6f);
        Tier(2.6f, 1.3f, 2.3f, -5.2f, -2.8f);
        Tier(1.5f, 2.3f, 3.2f, -5.4f, -3.9f);

        // the chair, high-backed, and the speaker in it
        var seat = new Vector3(0, 3.2f, -4.8f);
        room.Face("#8d2a26", [new(-0.75f, 3.2f, -5.2f), new(0.75f, 3.2f, -5.2f), new(0.75f, 5.6f, -5.2f), new(-0.75f, 5.6f, -5.2f)]);
        room.Face("#e0b469", [new(-0.85f, 5.5f, -5.19f), new(0.85f, 5.5f, -5.19f), new(0, 6.1f, -5.19f)]);
        Person(room, seat + new Vector3(0, 0.2f, 0.3f), 1.15, "#1d191b", "#c99872", "#e9e4d8", dice, front: true);

        // clerks below, and a deputy at the lectern
        foreach (var x in new[] { -1.6f, -0.5f, 0.6f, 1.7f })
        {
            Person(room, new(x, 1.5f, -2.5f), 1, dice.Pick("#26262b", "#3b2b28", "#2c3338"), "#c2936f", dice.Pick("#3a2b22", "#8d8378", "#1f1a18"), dice, front: true);
        }

        room.Box(new(-0.5f, 0, -0.6f), new(0.5f, 1.15f, -0.1f), Wood(new(0, 1, 0), 1.1), Wood(new(0, 1, 0), 0.72), Wood(new(0, 1, 0), 0.6), 1.5f);
        Person(room, new(0, 0.8f, -0.75f), 1.25, "#23262c", "#d3a47d", "#3a2a20", dice, front: true);
        var paper = room.At(new(0, 1.2f, -0.3f));
        room.Put(new Vector3(0, 1.2f, 1.6f), $"<path d='M{Ink.N(paper.X - 13)} {Ink.N(paper.Y - 5)}h26l4 8h-34z' fill='#fff6df'/>");
    }

    private static void Rows(Room room, Dice dice)
    {
        int[] seats = [13, 16, 19, 22, 24, 27];
        for (var row = 0; row < seats.Length; row++)
        {
            var r = 5.1f + (row * 1.62f);
            var h = row * 0.52f;
            const float span = 1.34f;

            // the step and the long desk, in short pieces that take the light
            const int pieces = 34;
            for (var i = 0; i < pieces; i++)
            {
                var (a, b) = (-span + (2 * span * i / pieces), -span + (2 * span * (i + 1) / pieces));
                var mid = At(r, (a + b) / 2, h);
                var aisle = Aisle((a + b) / 2);
                room.Face(Carpet(mid, aisle ? 0.95 : 0.62), [At(r - 1.05f, a, h), At(r + 0.6f, a, h), At(r + 0.6f, b, h), At(r - 1.05f, b, h)], -1.2f);
                if (aisle)
                {
                    continue;
                }

                room.Face(Wood(mid, 0.6), [At(r - 0.62f, a, h), At(r - 0.62f, b, h), At(r - 0.62f, b, h + 0.78f), At(r - 0.62f, a, h + 0.78f)], -0.3f);
                room.Face(Wood(mid, 1.02 + (0.07 * Math.Sin(i * 2.3))), [At(r - 1.12f, a, h + 0.78f), At(r - 0.58f, a, h + 0.76f), At(r - 0.58f, b, h + 0.76f), At(r - 1.12f, b, h + 0.78f)], -0.2f);
            }

            for (var i = 0; i < seats[row]; i++)
            {
                var a = -span + (2 * span * (i + 0.5f) / seats[row]);
                if (Aisle(a))
                {
                    a += a > 0 ? 0.07f : -0.07f;
                }

                Seat(room, dice, r, a, h, row);
            }
        }
    }

    private static bool Aisle(float a) => MathF.Abs(MathF.Abs(a) - 0.44f) < 0.045f;

    private static void Seat(Room room, Dice dice, float r, float a, float h, int row)
    {
        var p = At(r, a, h);
        const float half = 0.31f;
        var side = new Vector3(MathF.Cos(a), 0, -MathF.Sin(a)) * half;
        var back = At(r + 0.2f, a, h + 0.3f);
        var top = new Vector3(0, 0.78f, 0);
        var c = Leather(p, 0.95 + (0.1 * dice.Next()));
        room.Face(c, [back - side, back + side, back + side + top, back - side + top], 0.25f);
        room.Face(Ink.Mix(c, "#ffd9a5", 0.22 * Lit(p)), [back - side + (top * 0.93f), back + side + (top * 0.93f), back + side + top, back - side + top], 0.27f);
        room.Face(Ink.Mix(c, "#120a0a", 0.3), [back - side, back - (side * 0.2f), back - (side * 0.2f) + (top * 0.9f), back - side + (top * 0.9f)], 0.26f, "opacity='.4'");

        // papers and the small lamp on the desk
        var desk = At(r - 0.84f, a + (0.03f * (float)dice.Bell()), h + 0.79f);
        var s = room.Scale(desk);
        var d = room.At(desk);
        if (dice.Chance(0.75))
        {
            var lean = dice.Bell() * 6;
            room.Put(desk, $"<path d='M{Ink.N(d.X - (s * 0.15))} {Ink.N(d.Y)}l{Ink.N(s * 0.26)} {Ink.N(-s * 0.02)}l{Ink.N(s * 0.03)} {Ink.N(s * 0.13)}l{Ink.N(-s * 0.29)} {Ink.N(s * 0.01)}z' fill='{Ink.Mix("#5f5146", "#fff3d8", Lit(p))}' transform='rotate({Ink.N(lean)} {Ink.N(d.X)} {Ink.N(d.Y)})'/>", 0.05f);
        }

        if (dice.Chance(row < 5 ? 0.84 : 0.6))
        {
            var lit = Lit(p);
            var suit = Ink.Mix(dice.Pick("#1c1f26", "#2a2320", "#23292d", "#34231f", "#2f333b", "#4b2a2c", "#5a6468", "#74675a"), "#e8c79a", lit * 0.13);
            var skin = Ink.Mix("#4a3024", dice.Pick("#d9a981", "#c99570", "#a8754f", "#e0b792"), 0.25 + (0.75 * lit));
            var hair = Ink.Mix("#15100e", dice.Pick("#2a1c14", "#57402c", "#8f857b", "#c9c1b4", "#1b1614", "#a9824f"), 0.3 + (0.7 * lit));
            Person(room, At(r - 0.1f, a, h + 0.42f), 1 + (0.06 * dice.Bell()), suit, skin, hair, dice, front: false);
        }
    }

    /// <summary>A seated figure, from behind or in front; its foot is the seat.</summary>
    private static void Person(Room room, Vector3 at, double size, string suit, string skin, string hair, Dice dice, bool front)
    {
        var (x, y, _) = room.At(at);
        var s = room.Scale(at) * size;
        var turn = dice.Bell() * 0.03 * s;
        var m = new StringBuilder();
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.3 * s))} {Ink.N(y)}C{Ink.N(x - (0.3 * s))} {Ink.N(y - (0.42 * s))} {Ink.N(x - (0.2 * s))} {Ink.N(y - (0.56 * s))} {Ink.N(x - (0.06 * s))} {Ink.N(y - (0.6 * s))}H{Ink.N(x + (0.06 * s))}C{Ink.N(x + (0.2 * s))} {Ink.N(y - (0.56 * s))} {Ink.N(x + (0.3 * s))} {Ink.N(y - (0.42 * s))} {Ink.N(x + (0.3 * s))} {Ink.N(y)}Z' fill='{suit}'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + (0.02 * s))} {Ink.N(y - (0.6 * s))}C{Ink.N(x + (0.2 * s))} {Ink.N(y - (0.56 * s))} {Ink.N(x + (0.3 * s))} {Ink.N(y - (0.42 * s))} {Ink.N(x + (0.3 * s))} {Ink.N(y)}H{Ink.N(x + (0.12 * s))}Q{Ink.N(x + (0.16 * s))} {Ink.N(y - (0.4 * s))} {Ink.N(x + (0.02 * s))} {Ink.N(y - (0.6 * s))}Z' fill='#0d0a0b' opacity='.35'/>");
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x + turn)}' cy='{Ink.N(y - (0.74 * s))}' rx='{Ink.N(0.115 * s)}' ry='{Ink.N(0.15 * s)}' fill='{skin}'/>");
        if (front)
        {
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.07 * s))} {Ink.N(y - (0.59 * s))}L{Ink.N(x)} {Ink.N(y - (0.34 * s))}L{Ink.N(x + (0.07 * s))} {Ink.N(y - (0.59 * s))}Z' fill='#f2e9d6'/>");
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + turn - (0.12 * s))} {Ink.N(y - (0.76 * s))}a{Ink.N(0.12 * s)} {Ink.N(0.135 * s)} 0 0 1 {Ink.N(0.24 * s)} 0q{Ink.N(-0.12 * s)} {Ink.N(-0.07 * s)} {Ink.N(-0.24 * s)} 0z' fill='{hair}'/>");
        }
        else
        {
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + turn - (0.125 * s))} {Ink.N(y - (0.7 * s))}a{Ink.N(0.125 * s)} {Ink.N(0.16 * s)} 0 1 1 {Ink.N(0.25 * s)} 0q{Ink.N(-0.12 * s)} {Ink.N(0.09 * s)} {Ink.N(-0.25 * s)} 0z' fill='{hair}'/>");
        }

        room.Put(at, m.ToString(), front ? 1.3f : 0.02f);
    }

    private static void Light(Svg svg, Room room, Dice dice)
    {
        var well = room.At(new(0, 0, 1.2f));
        Gouache.Glow(svg, well.X, well.Y - 40, 560, 330, "#ffe2a6", 0.34);
        Gouache.Beam(svg, (560, -20), (960, -20), (1180, 640), (420, 660), "#ffedc4", 0.26, 0.02);
        Gouache.Beam(svg, (640, -20), (760, -20), (760, 600), (520, 620), "#fff3d6", 0.2, 0);
        Gouache.Beam(svg, (820, -20), (900, -20), (1060, 600), (880, 640), "#fff3d6", 0.16, 0);
        Gouache.Dust(svg, 460, 20, 640, 560, dice, 130, 1.2, 2.6, "#fff4d4", 0.5);
    }

    private static void Gallery(Svg svg, Dice dice)
    {
        // the rail of the press gallery and two of us behind it
        svg.Path("M-10 1010Q800 930 1610 1004V1080H-10Z", "#120c0b");
        svg.Path("M-10 996Q800 916 1610 990V1016Q800 942 -10 1022Z", "#4a2c1c");
        svg.Path("M-10 996Q800 916 1610 990V996Q800 923 -10 1003Z", "#b07a44");
        for (var i = 0; i < 46; i++)
        {
            var x = i * 36;
            var y = 1010 - (80 * (1 - Math.Pow((x - 800) / 800.0, 2))) + 18;
            svg.Rect(x, y, 9, 80, "#2b1b14");
        }

        svg.Path("M70 1080C70 990 104 930 178 908C200 902 206 892 206 876C186 862 176 836 178 806C180 764 206 738 244 740C284 742 308 772 304 814C302 842 290 864 272 878C272 892 280 902 300 908C372 928 404 986 408 1080Z", "#0f0a0a");
        svg.Path("M196 762C184 720 214 700 246 704C262 690 296 700 292 726C322 744 318 792 304 814C304 780 282 768 262 770C236 774 208 780 196 762Z", "#1d1311");
        svg.Path("M272 878C272 892 280 902 300 908C346 922 380 950 396 1006M304 800C304 838 290 864 272 878M292 726C314 742 316 776 306 800", "none", "stroke='#a06a40' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'");
        svg.Path("M202 726q40 -22 84 4M198 744q50 -20 100 10M196 760q50 -16 106 22", "none", "stroke='#4a2f20' stroke-width='2'");
        svg.Path("M150 934Q190 960 236 952Q290 962 330 930L340 944Q290 984 236 972Q180 980 140 948Z", "#231614");
        svg.Path("M1270 1080C1268 1006 1298 952 1360 932C1378 926 1382 916 1380 900C1362 886 1352 862 1352 836C1352 796 1378 774 1410 776C1444 778 1466 804 1462 842C1460 868 1450 888 1434 902C1434 916 1442 926 1458 932C1520 952 1548 1006 1550 1080Z", "#0f0a0a");
        svg.Path("M1350 836C1340 786 1372 758 1412 760C1452 762 1476 796 1464 842C1462 816 1448 804 1430 806C1400 810 1366 806 1350 836Z", "#2a1c16");
        svg.Path("M1352 836C1350 864 1360 886 1380 900C1380 916 1376 926 1358 932C1314 948 1284 980 1274 1030M1348 826C1348 790 1370 766 1404 762", "none", "stroke='#a06a40' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'");
        svg.Path("M1336 846l22 -3v18l-20 2zM1358 848l14 -2", "none", "stroke='#0f0a0a' stroke-width='4'");
        svg.Path("M1240 1016L1330 986L1356 1030L1262 1060Z", "#d9c6a0");
        svg.Path("M1258 1020l62 -20M1264 1030l62 -20M1270 1040l56 -18", "none", "stroke='#6d5a40' stroke-width='2'");
        _ = dice;
    }
}
