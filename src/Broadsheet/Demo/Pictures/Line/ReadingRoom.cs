using System.Globalization;
using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The City Library at dusk, the green lamps lit table by table.</summary>
internal sealed class ReadingRoom() : Scene("reading-room")
{
    private const float Half = 7.4f;
    private const float Spring = 6.4f;
    private const float Deep = -44;

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(19);
        svg.Rect(0, 0, Width, Height, "#1b1a1c");
        var room = new Room(new(-1.1f, 3.5f, 3.2f), new(0.5f, 2.9f, -20), 1010, 800, 560);
        Vault(svg, room);
        Ends(svg, room, dice);
        Windows(svg, room, dice);
        Shelves(svg, room, dice);
        Gouache.Wash(svg, 0, 40, 1600, 430, dice, 150, 12, 16, 170, 0.06, "#f1dcb4", "#1d1a20", "#b4926d");
        Floor(room);
        for (var row = 0; row < 12; row++)
        {
            Tables(room, dice, row);
        }

        room.Paint(svg);
        Gouache.Glow(svg, 800, 640, 900, 260, "#ffcf87", 0.2);
        Gouache.Dust(svg, 200, 120, 1200, 600, dice, 120, 1, 2.2, "#dfe8ea", 0.35);
        Gouache.Vignette(svg, "#0d0c10", 0.66, 0.52, 0.5);
        Ink.Grain(svg, 0.36, 0.75);
    }

    private static double Distance(float z) => Math.Clamp(-z / 44.0, 0, 1);

    private static void Vault(Svg svg, Room room)
    {
        // a barrel of plaster, its ribs catching what comes up from the lamps
        for (var i = 0; i < 20; i++)
        {
            var (z0, z1) = (3 - (i * 2.36f), 3 - ((i + 1) * 2.36f));
            for (var k = 0; k < 14; k++)
            {
                var (a, b) = (MathF.PI * k / 14, MathF.PI * (k + 1) / 14);
                Vector3 P(float t, float z, float grow = 0) => new((Half + grow) * MathF.Cos(t), Spring + ((4.4f + grow) * MathF.Sin(t)), z);
                var up = Math.Sin((a + b) / 2);
                var left = Math.Max(0, -Math.Cos((a + b) / 2));
                var tone = 0.2 + (0.34 * left) + (0.14 * up) + (0.3 * Distance(z0)) + (i % 2 == 0 ? 0.03 : 0);
                var c = Ink.Ramp(tone, "#262329", "#4b4143", "#806b5c", "#b89a78", "#dcc39b");
                svg.Path(room.Outline([P(a, z0), P(b, z0), P(b, z1), P(a, z1)], out _), c, $"stroke='{c}' stroke-width='1'");

                // coffers
                var (m0, m1) = (z0 - 0.42f, z1 + 0.42f);
                svg.Path(room.Outline([P(a + 0.03f, m0, -0.02f), P(b - 0.03f, m0, -0.02f), P(b - 0.03f, m1, -0.02f), P(a + 0.03f, m1, -0.02f)], out _), Ink.Mix(c, "#1d1a20", 0.3));
                svg.Path(room.Outline([P(a + 0.03f, m0, -0.02f), P(b - 0.03f, m0, -0.02f), P(b - 0.06f, m0 - 0.25f, -0.02f), P(a + 0.06f, m0 - 0.25f, -0.02f)], out _), Ink.Mix(c, "#f0d9ac", 0.12));
            }
        }
    }

    private static void Ends(Svg svg, Room room, Dice dice)
    {
        // the far wall: books, a clock, a lunette of evening
        svg.Path(room.Outline([new(-Half, 0, Deep), new(Half, 0, Deep), new(Half, Spring, Deep), new(-Half, Spring, Deep)], out _), "#7b5a41");
        var arch = new List<Vector3>();
        for (var k = 0; k <= 20; k++)
        {
            arch.Add(new(Half * MathF.Cos(MathF.PI * k / 20), Spring + (4.4f * MathF.Sin(MathF.PI * k / 20)), Deep));
        }

        svg.Path(room.Outline([.. arch], out _), "#a98a68");
        var pane = new List<Vector3>();
        for (var k = 0; k <= 20; k++)
        {
            pane.Add(new(4.4f * MathF.Cos(MathF.PI * k / 20), Spring + 0.5f + (3.0f * MathF.Sin(MathF.PI * k / 20)), Deep));
        }

        svg.Path(room.Outline([.. pane], out _), "#86a0ad");
        for (var i = -3; i <= 3; i++)
        {
            var (x, y, _) = room.At(new(i * 1.1f, Spring + 0.5f, Deep));
            var (x2, y2, _) = room.At(new(i * 1.1f, Spring + 0.5f + (3f * MathF.Sqrt(1 - (i * i / 16f))), Deep));
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}L{Ink.N(x2)} {Ink.N(y2)}", "none", "stroke='#6d553f' stroke-width='3'");
        }

        for (var i = 0; i < 9; i++)
        {
            for (var r = 0; r < 7; r++)
            {
                var (x0, y0) = (-7f + (i * 1.6f), 0.5f + (r * 0.8f));
                svg.Path(room.Outline([new(x0, y0, Deep), new(x0 + 1.45f, y0, Deep), new(x0 + 1.45f, y0 + 0.66f, Deep), new(x0, y0 + 0.66f, Deep)], out _), Ink.Mix("#4c3023", dice.Pick("#a0653a", "#6b4630", "#8c7a52", "#5a3b3a"), 0.3 + (0.4 * dice.Next())));
            }
        }

        var c = room.At(new(0, Spring - 0.1f, Deep));
        svg.Circle(c.X, c.Y, 21, "#f4e6c2", "stroke='#5c3f29' stroke-width='4'");
        svg.Path($"M{Ink.N(c.X)} {Ink.N(c.Y)}L{Ink.N(c.X + 8)} {Ink.N(c.Y + 8)}M{Ink.N(c.X)} {Ink.N(c.Y)}L{Ink.N(c.X + 14)} {Ink.N(c.Y - 3)}", "none", "stroke='#2a1c14' stroke-width='2.4' stroke-linecap='round'");
        Gouache.Glow(svg, c.X, c.Y + 90, 250, 150, "#ffd28a", 0.5);
    }

    private static void Windows(Svg svg, Room room, Dice dice)
    {
        // the wall on the left, with its tall windows
        svg.Path(room.Outline([new(-Half, 0, 3), new(-Half, Spring, 3), new(-Half, Spring, Deep), new(-Half, 0, Deep)], out _), svg.Horizontal((0, "#332a2a", 1), (0.6, "#5d473a", 1), (1, "#83634a", 1)));
        for (var i = 0; i < 8; i++)
        {
            var z = -1.2f - (i * 5.3f);
            const float w = 1.45f;
            List<Vector3> Shape(float grow)
            {
                var p = new List<Vector3> { new(-Half, 1.5f - grow, z + w + grow), new(-Half, 5.0f, z + w + grow) };
                for (var k = 1; k < 14; k++)
                {
                    var a = MathF.PI * k / 14;
                    p.Add(new(-Half, 5.0f + ((1.35f + grow) * MathF.Sin(a)), z + ((w + grow) * MathF.Cos(a))));
                }

                p.Add(new(-Half, 5.0f, z - w - grow));
                p.Add(new(-Half, 1.5f - grow, z - w - grow));
                return p;
            }

            svg.Path(room.Outline([.. Shape(0.3f)], out _), "#241d1e");
            svg.Path(room.Outline([.. Shape(0.12f)], out _), "#a88a66");
            var glass = room.Outline([.. Shape(0)], out _);
            svg.Path(glass, svg.Vertical((0, "#6b8494", 1), (0.55, "#a3b6ba", 1), (0.8, "#d8c8ac", 1), (1, "#b98f6c", 1)));

            // the roofs over the way
            var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{glass}'/></clipPath>");
            var roofs = new StringBuilder("M");
            for (var k = 0; k <= 8; k++)
            {
                var p = room.At(new(-Half, 2.3f + (0.5f * (float)dice.Next()) + (k % 2 * 0.3f), z + w - (k * w / 4)));
                roofs.Append(CultureInfo.InvariantCulture, $"{Ink.N(p.X)} {Ink.N(p.Y)}L");
            }

            var q = room.At(new(-Half, 1.4f, z - w));
            var q2 = room.At(new(-Half, 1.4f, z + w));
            svg.Path($"{roofs}{Ink.N(q.X)} {Ink.N(q.Y)}L{Ink.N(q2.X)} {Ink.N(q2.Y)}Z", "#4e5560", $"clip-path='{clip}'");
            for (var k = 0; k < 3; k++)
            {
                var a = room.At(new(-Half, 1.5f, z + (w * (0.5f - (k * 0.5f)))));
                var b = room.At(new(-Half, 6.3f, z + (w * (0.5f - (k * 0.5f)))));
                svg.Path($"M{Ink.N(a.X)} {Ink.N(a.Y)}L{Ink.N(b.X)} {Ink.N(b.Y)}", "none", $"stroke='#3a3030' stroke-width='{Ink.N(room.Scale(new(-Half, 3, z)) * 0.06)}' clip-path='{clip}'");
            }

            foreach (var y in new[] { 2.5f, 3.5f, 4.5f })
            {
                var a = room.At(new(-Half, y, z + w));
                var b = room.At(new(-Half, y, z - w));
                svg.Path($"M{Ink.N(a.X)} {Ink.N(a.Y)}L{Ink.N(b.X)} {Ink.N(b.Y)}", "none", $"stroke='#3a3030' stroke-width='{Ink.N(room.Scale(new(-Half, 3, z)) * 0.05)}' clip-path='{clip}'");
            }
        }

        // what little comes in
        for (var i = 0; i < 5; i++)
        {
            var z = -1.2f - (i * 5.3f);
            (double, double) P(float x, float y, float zz)
            {
                var p = room.At(new(x, y, zz));
                return (p.X, p.Y);
            }

            Gouache.Beam(svg, P(-Half, 6, z + 1.2f), P(-Half, 6, z - 1.2f), P(-1.5f, 0.2f, z - 2.6f), P(-1.5f, 0.2f, z + 0.4f), "#b9d0d8", 0.22, 0);
        }
    }

    private static void Shelves(Svg svg, Room room, Dice dice)
    {
        svg.Path(room.Outline([new(Half, 0, 3), new(Half, Spring, 3), new(Half, Spring, Deep), new(Half, 0, Deep)], out _), svg.Horizontal((0, "#7d5a3e", 1), (1, "#2f2120", 1)));
        string[] spines = ["#7c3b2c", "#a0662f", "#4b3b2e", "#35474b", "#8d7b4f", "#5b2b2c", "#c19a5e", "#3b4a37", "#6a4a3a"];
        for (var bay = 0; bay < 17; bay++)
        {
            var z0 = 2.4f - (bay * 2.7f);
            var dark = 0.42 - (0.3 * Distance(z0));
            foreach (var (low, shelves) in new[] { (0.25f, 5), (3.5f, 4) })
            {
                for (var s = 0; s < shelves; s++)
                {
                    var y = low + (s * 0.6f);
                    svg.Path(room.Outline([new(Half - 0.02f, y, z0), new(Half - 0.02f, y + 0.54f, z0), new(Half - 0.02f, y + 0.54f, z0 - 2.4f), new(Half - 0.02f, y, z0 - 2.4f)], out _), "#1d1516");
                    var z = z0 - 0.04f;
                    var step = bay < 3 ? 0.15f : bay < 6 ? 0.3f : bay < 8 ? 0.7f : 2.2f;
                    while (z > z0 - 2.3f)
                    {
                        var t = step * (0.7f + (0.7f * (float)dice.Next()));
                        var h = 0.36f + (0.15f * (float)dice.Next());
                        if (dice.Chance(0.93))
                        {
                            var c = Ink.Mix(dice.Pick<string>(spines), "#1d1516", dark + (0.16 * dice.Next()) + (y > 3.4f ? 0.12 : 0));
                            svg.Path(room.Outline([new(Half - 0.03f, y, z), new(Half - 0.03f, y + h, z), new(Half - 0.03f, y + h, z - t), new(Half - 0.03f, y, z - t)], out _), c);
                        }

                        z -= t + 0.015f;
                    }
                }
            }

            // the upright between two bays
            svg.Path(room.Outline([new(Half - 0.04f, 0, z0 + 0.02f), new(Half - 0.04f, 6.1f, z0 + 0.02f), new(Half - 0.04f, 6.1f, z0 + 0.3f), new(Half - 0.04f, 0, z0 + 0.3f)], out _), Ink.Mix("#8a6140", "#241819", dark));
        }

        // the gallery and its rail
        const float g = Half - 1.3f;
        svg.Path(room.Outline([new(Half, 3.28f, 3), new(g, 3.28f, 3), new(g, 3.28f, Deep), new(Half, 3.28f, Deep)], out _), "#22191a");
        svg.Path(room.Outline([new(g, 3.16f, 3), new(g, 3.42f, 3), new(g, 3.42f, Deep), new(g, 3.16f, Deep)], out _), svg.Horizontal((0, "#a8794b", 1), (1, "#4a3226", 1)));
        var bars = new StringBuilder();
        for (var z = 2.2f; z > Deep; z -= 0.3f)
        {
            var a = room.At(new(g, 3.4f, z));
            var b = room.At(new(g, 4.2f, z));
            bars.Append(Ink.Straight([(a.X, a.Y), (b.X, b.Y)]));
        }

        svg.Path(bars.ToString(), "none", "stroke='#3a2a22' stroke-width='1.7'");
        var rail = new[] { room.At(new(g, 4.22f, 2.6f)), room.At(new(g, 4.22f, Deep)) };
        svg.Path(Ink.Straight(rail.Select(p => (p.X, p.Y))), "none", "stroke='#b98a57' stroke-width='4'");

        // a ladder
        var l0 = room.At(new(Half - 0.9f, 0, -6.6f));
        var l1 = room.At(new(Half - 0.2f, 3.1f, -6.6f));
        var l2 = room.At(new(Half - 0.9f, 0, -7.4f));
        var l3 = room.At(new(Half - 0.2f, 3.1f, -7.4f));
        var ladder = new StringBuilder(Ink.Straight([(l0.X, l0.Y), (l1.X, l1.Y)]) + Ink.Straight([(l2.X, l2.Y), (l3.X, l3.Y)]));
        for (var i = 1; i < 9; i++)
        {
            var t = i / 9.0;
            ladder.Append(Ink.Straight([(l0.X + ((l1.X - l0.X) * t), l0.Y + ((l1.Y - l0.Y) * t)), (l2.X + ((l3.X - l2.X) * t), l2.Y + ((l3.Y - l2.Y) * t))]));
        }

        svg.Path(ladder.ToString(), "none", "stroke='#c1935d' stroke-width='5' stroke-linecap='round'");
    }

    private static void Floor(Room room)
    {
        for (var i = 0; i < 29; i++)
        {
            for (var k = -5; k < 5; k++)
            {
                var (x0, z0) = (k * 1.48f, 2.9f - (i * 1.56f));
                var t = 0.14 + (0.42 * Distance(z0)) + ((i + k) % 2 == 0 ? 0.08 : 0);
                room.Face(Ink.Ramp(t, "#191417", "#3c2d2a", "#6d4f3d", "#a87d57"), [new(x0, 0, z0), new(x0 + 1.48f, 0, z0), new(x0 + 1.48f, 0, z0 - 1.56f), new(x0, 0, z0 - 1.56f)], -6);
            }
        }
    }

    private static void Tables(Room room, Dice dice, int row)
    {
        var z = -1.9f - (row * 3.3f);
        var far = Distance(z);
        foreach (var (x0, x1) in new[] { (-6.5f, -0.9f), (0.9f, 6.0f) })
        {
            var wood = Ink.Ramp(0.3 + (0.5 * far), "#2a1a15", "#6a3f26", "#a36c3d", "#d0a064");
            room.Box(new(x0, 0.68f, z), new(x1, 0.8f, z - 1.15f), wood, Ink.Mix(wood, "#120c0c", 0.45), "#1a1110");
            room.Box(new(x0 + 0.1f, 0, z - 0.5f), new(x0 + 0.3f, 0.7f, z - 0.6f), "#1a1110", "#22160f", "#1a1110");
            room.Box(new(x1 - 0.3f, 0, z - 0.5f), new(x1 - 0.1f, 0.7f, z - 0.6f), "#1a1110", "#22160f", "#1a1110");
            const int places = 4;
            for (var i = 0; i < places; i++)
            {
                var x = x0 + ((x1 - x0) * (i + 0.5f) / places);
                Lamp(room, new(x, 0.8f, z - 0.85f), row);
                if (dice.Chance(0.8))
                {
                    Book(room, dice, new(x + (0.1f * (float)dice.Bell()), 0.81f, z - 0.36f));
                }

                Chair(room, new(x, 0, z + 0.62f), far);
                if (dice.Chance(row == 0 ? 0.62 : 0.74))
                {
                    Reader(room, dice, new(x, 0.46f, z + 0.42f), far);
                }
            }
        }
    }

    private static void Lamp(Room room, Vector3 foot, int row)
    {
        var (x, y, _) = room.At(foot);
        var s = room.Scale(foot);
        var m = new StringBuilder();

        // its pool on the wood, its stem, the green glass, the light below it
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + (0.13 * s))}' rx='{Ink.N(0.62 * s)}' ry='{Ink.N(0.2 * s)}' fill='#ffdf9a' opacity='.4'/>");
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + (0.11 * s))}' rx='{Ink.N(0.36 * s)}' ry='{Ink.N(0.11 * s)}' fill='#fff0c4' opacity='.6'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x)} {Ink.N(y)}v{Ink.N(-0.42 * s)}' stroke='#c9974f' stroke-width='{Ink.N(Math.Max(1, 0.03 * s))}'/>");
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='{Ink.N(0.11 * s)}' ry='{Ink.N(0.035 * s)}' fill='#a9793c'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.25 * s))} {Ink.N(y - (0.36 * s))}Q{Ink.N(x - (0.22 * s))} {Ink.N(y - (0.53 * s))} {Ink.N(x)} {Ink.N(y - (0.54 * s))}Q{Ink.N(x + (0.22 * s))} {Ink.N(y - (0.53 * s))} {Ink.N(x + (0.25 * s))} {Ink.N(y - (0.36 * s))}Z' fill='{(row < 4 ? "#1f8a5c" : "#3fae7c")}'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.2 * s))} {Ink.N(y - (0.41 * s))}Q{Ink.N(x - (0.15 * s))} {Ink.N(y - (0.5 * s))} {Ink.N(x)} {Ink.N(y - (0.51 * s))}' fill='none' stroke='#a9ecc8' stroke-width='{Ink.N(Math.Max(0.8, 0.025 * s))}'/>");
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y - (0.36 * s))}' rx='{Ink.N(0.25 * s)}' ry='{Ink.N(0.045 * s)}' fill='#fff3c9'/>");
        room.Put(foot, m.ToString(), 0.42f);
    }

    private static void Book(Room room, Dice dice, Vector3 at)
    {
        var (x, y, _) = room.At(at);
        var s = room.Scale(at);
        var page = dice.Pick("#fff4d8", "#f7e6c2", "#e9efe9");
        room.Put(at, string.Create(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x)} {Ink.N(y - (0.07 * s))}L{Ink.N(x - (0.2 * s))} {Ink.N(y - (0.09 * s))}L{Ink.N(x - (0.26 * s))} {Ink.N(y + (0.06 * s))}L{Ink.N(x)} {Ink.N(y + (0.08 * s))}L{Ink.N(x + (0.26 * s))} {Ink.N(y + (0.06 * s))}L{Ink.N(x + (0.2 * s))} {Ink.N(y - (0.09 * s))}Z' fill='{page}'/><path d='M{Ink.N(x)} {Ink.N(y - (0.07 * s))}V{Ink.N(y + (0.08 * s))}' stroke='#8a7350' stroke-width='{Ink.N(Math.Max(0.6, 0.012 * s))}'/>"), 0.1f);
    }

    private static void Chair(Room room, Vector3 foot, double far)
    {
        var c = Ink.Ramp(0.16 + (0.5 * far), "#150e0d", "#4a2d1e", "#7d5233");
        var (x, y, z) = (foot.X, foot.Y, foot.Z);
        void Bar(float x0, float y0, float x1, float y1) => room.Face(c, [new(x0, y0, z), new(x1, y0, z), new(x1, y1, z), new(x0, y1, z)], 0.35f);
        Bar(x - 0.25f, y, x - 0.2f, y + 1.0f);
        Bar(x + 0.2f, y, x + 0.25f, y + 1.0f);
        Bar(x - 0.25f, y + 0.88f, x + 0.25f, y + 1.02f);
        Bar(x - 0.25f, y + 0.42f, x + 0.25f, y + 0.5f);
        Bar(x - 0.1f, y + 0.5f, x - 0.06f, y + 0.9f);
        Bar(x + 0.06f, y + 0.5f, x + 0.1f, y + 0.9f);
    }

    private static void Reader(Room room, Dice dice, Vector3 seat, double far)
    {
        var (x, y, _) = room.At(seat);
        var s = room.Scale(seat) * (0.97 + (0.07 * dice.Next()));
        var coat = Ink.Mix(dice.Pick("#2d3a44", "#5a3330", "#3d4636", "#6b5540", "#23262d", "#74614e", "#48303c", "#8b7355", "#35504f"), "#0f0c0e", 0.38 - (0.25 * far));
        var hair = Ink.Mix(dice.Pick("#2a1c14", "#57402c", "#8f857b", "#1b1614", "#a9824f", "#c9c1b4", "#6d3f24"), "#0f0c0e", 0.3 - (0.2 * far));
        var lean = dice.Bell() * 0.05 * s;
        var nod = dice.Range(0, 0.05) * s;
        var m = new StringBuilder();
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.27 * s))} {Ink.N(y)}C{Ink.N(x - (0.33 * s))} {Ink.N(y - (0.4 * s))} {Ink.N(x - (0.26 * s))} {Ink.N(y - (0.56 * s))} {Ink.N(x - (0.07 * s))} {Ink.N(y - (0.62 * s))}H{Ink.N(x + (0.07 * s))}C{Ink.N(x + (0.26 * s))} {Ink.N(y - (0.56 * s))} {Ink.N(x + (0.33 * s))} {Ink.N(y - (0.4 * s))} {Ink.N(x + (0.27 * s))} {Ink.N(y)}Z' fill='{coat}'/>");

        // the lamp beyond draws a line of light on shoulders and head
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.285 * s))} {Ink.N(y - (0.28 * s))}C{Ink.N(x - (0.27 * s))} {Ink.N(y - (0.5 * s))} {Ink.N(x - (0.2 * s))} {Ink.N(y - (0.58 * s))} {Ink.N(x - (0.08 * s))} {Ink.N(y - (0.615 * s))}M{Ink.N(x + (0.08 * s))} {Ink.N(y - (0.615 * s))}C{Ink.N(x + (0.2 * s))} {Ink.N(y - (0.58 * s))} {Ink.N(x + (0.27 * s))} {Ink.N(y - (0.5 * s))} {Ink.N(x + (0.285 * s))} {Ink.N(y - (0.28 * s))}' fill='none' stroke='#f3cf8c' stroke-width='{Ink.N(Math.Max(0.8, 0.016 * s))}' stroke-linecap='round' opacity='.85'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x - (0.05 * s))} {Ink.N(y - (0.6 * s))}h{Ink.N(0.1 * s)}v{Ink.N(-0.1 * s)}h{Ink.N(-0.1 * s)}z' fill='#7a5039'/>");
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x + lean)}' cy='{Ink.N(y - (0.77 * s) + nod)}' rx='{Ink.N(0.115 * s)}' ry='{Ink.N(0.145 * s)}' fill='{hair}'/>");
        if (dice.Chance(0.3))
        {
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + lean - (0.12 * s))} {Ink.N(y - (0.78 * s) + nod)}C{Ink.N(x + lean - (0.16 * s))} {Ink.N(y - (0.6 * s))} {Ink.N(x - (0.1 * s))} {Ink.N(y - (0.5 * s))} {Ink.N(x)} {Ink.N(y - (0.49 * s))}C{Ink.N(x + (0.1 * s))} {Ink.N(y - (0.5 * s))} {Ink.N(x + lean + (0.16 * s))} {Ink.N(y - (0.6 * s))} {Ink.N(x + lean + (0.12 * s))} {Ink.N(y - (0.78 * s) + nod)}Z' fill='{hair}'/>");
        }
        else if (dice.Chance(0.25))
        {
            m.Append(CultureInfo.InvariantCulture, $"<circle cx='{Ink.N(x + lean)}' cy='{Ink.N(y - (0.9 * s) + nod)}' r='{Ink.N(0.06 * s)}' fill='{hair}'/>");
        }

        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + lean - (0.105 * s))} {Ink.N(y - (0.8 * s) + nod)}A{Ink.N(0.115 * s)} {Ink.N(0.145 * s)} 0 0 1 {Ink.N(x + lean + (0.105 * s))} {Ink.N(y - (0.8 * s) + nod)}' fill='none' stroke='#f3cf8c' stroke-width='{Ink.N(Math.Max(0.7, 0.013 * s))}' opacity='.75'/>");
        room.Put(seat, m.ToString(), 0.12f);
    }
}
