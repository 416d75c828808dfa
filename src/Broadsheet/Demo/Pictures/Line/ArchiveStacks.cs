using System.Globalization;
using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The east wing of the archive after the fire.</summary>
internal sealed class ArchiveStacks() : Scene("archive-stacks")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(1911);
        svg.Rect(0, 0, Width, Height, "#131416");
        var room = new Room(new(0.15f, 1.75f, 2.2f), new(-0.1f, 1.75f, -12), 980, 800, 560);
        Sky(svg, room, dice);
        Floor(svg, room, dice);
        for (var bay = 13; bay >= 0; bay--)
        {
            Bay(room, dice, bay, -1);
            Bay(room, dice, bay, 1);
        }

        Figure(room);
        room.Paint(svg);
        Light(svg, room, dice);
        Foreground(svg, dice);
        Gouache.Vignette(svg, "#07080a", 0.72, 0.49, 0.42);
        Ink.Grain(svg, 0.42, 0.7);
    }

    private static (double X, double Y) P(Room room, float x, float y, float z)
    {
        var p = room.At(new(x, y, z));
        return (p.X, p.Y);
    }

    /// <summary>How much of the daylight from the broken roof reaches a place.</summary>
    private static double Lit(Vector3 p) => Math.Clamp(0.13 + (0.9 * Math.Exp(-Math.Pow((p.Z + 12.5) / 5.2, 2))) + (0.3 * Math.Exp(-Math.Pow((p.Z + 24) / 5, 2))), 0, 1);

    private static string Char(double t) => Ink.Ramp(t, "#0e0f11", "#232427", "#454649", "#77756f", "#b5ada0", "#ece4d3");

    private static void Sky(Svg svg, Room room, Dice dice)
    {
        // the end wall, the ceiling, and the hole in it
        svg.Path(room.Outline([new(-5, 0, -30), new(5, 0, -30), new(5, 5, -30), new(-5, 5, -30)], out _), svg.Vertical((0, "#6f6f6c", 1), (1, "#3c3c3d", 1)));
        svg.Path(room.Outline([new(-0.9f, 0.1f, -30), new(0.9f, 0.1f, -30), new(0.9f, 2.6f, -30), new(-0.9f, 2.6f, -30)], out _), "#17181a");
        svg.Path(room.Outline([new(-5, 4.3f, 2), new(5, 4.3f, 2), new(5, 4.3f, -30), new(-5, 4.3f, -30)], out _), "#1a1b1d");
        var hole = new List<Vector3>();
        for (var i = 0; i < 26; i++)
        {
            var a = i * MathF.PI * 2 / 26;
            var r = 1 + (0.26f * (float)dice.Bell());
            hole.Add(new(2.1f * r * MathF.Cos(a), 4.28f, -11.8f + (4.6f * r * MathF.Sin(a))));
        }

        svg.Path(room.Outline([.. hole], out _), svg.Vertical((0, "#a9b9bf", 1), (1, "#eef0ea", 1)));
        var hole2 = Enumerable.Range(0, 14).Select(i => i * MathF.PI / 7).Select(a => new Vector3(0.6f + (1.1f * MathF.Cos(a) * (1 + (0.2f * (float)dice.Bell()))), 4.28f, -23 + (2.4f * MathF.Sin(a)))).ToArray();
        svg.Path(room.Outline(hole2, out _), "#dfe5e2");

        // joists, some of them gone
        for (var i = 0; i < 17; i++)
        {
            var z = 0.6f - (i * 1.8f);
            var broken = z is < -8 and > -16;
            void Joist(float x0, float x1, float sag)
            {
                var a = P(room, x0, 4.2f, z);
                var b = P(room, x1, 4.2f - sag, z);
                svg.Path(Ink.Stroke([a, ((a.X + b.X) / 2, ((a.Y + b.Y) / 2) + 2), b], t => room.Scale(new(0, 4, z)) * 0.17 * (1 - (0.3 * t))), Char(0.08 + (0.22 * Lit(new(0, 4, z)))));
            }

            if (broken)
            {
                Joist(-5, -1.6f + (float)dice.Range(-0.4, 0.5), 0.35f * (float)dice.Next());
                Joist(5, 1.7f + (float)dice.Range(-0.5, 0.4), 0.5f * (float)dice.Next());
            }
            else
            {
                Joist(-5, 5, 0.06f * (float)dice.Bell());
            }
        }

        // a pipe and its sprinklers, that were turned off
        var pipe = new[] { P(room, -0.55f, 3.95f, 1.6f), P(room, -0.55f, 3.95f, -8), P(room, -0.3f, 3.5f, -10.4f) };
        svg.Path(Ink.Straight(pipe), "none", "stroke='#5a3a30' stroke-width='9' stroke-linejoin='round'");
        svg.Path(Ink.Straight(pipe), "none", "stroke='#8d5a45' stroke-width='2.5' stroke-linejoin='round'");
        foreach (var z in new[] { -1.2f, -3.6f, -6f })
        {
            var (x, y) = P(room, -0.55f, 3.92f, z);
            var s = room.Scale(new(0, 3.9f, z));
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}v{Ink.N(s * 0.12)}M{Ink.N(x - (s * 0.06))} {Ink.N(y + (s * 0.13))}h{Ink.N(s * 0.12)}", "none", $"stroke='#9a6a50' stroke-width='{Ink.N(s * 0.03)}'");
        }
    }

    private static void Floor(Svg svg, Room room, Dice dice)
    {
        for (var i = 0; i < 26; i++)
        {
            var (z0, z1) = (2 - (i * 1.25f), 2 - ((i + 1) * 1.25f));
            var c = Char((0.12 + (0.62 * Lit(new(0, 0, z0)))) * (0.94 + (0.06 * (i % 2))));
            svg.Path(room.Outline([new(-5, 0, z0), new(5, 0, z0), new(5, 0, z1), new(-5, 0, z1)], out _), c, $"stroke='{c}'");
        }

        // water on the floor gives back the hole in the roof
        var (px, py) = P(room, 0, 0, -8.6f);
        svg.Path(Ink.Curve([(px - 150, py + 8), (px - 60, py - 16), (px + 70, py - 12), (px + 168, py + 14), (px + 60, py + 40), (px - 80, py + 36)], closed: true), "#c9d3d3", "opacity='.8'");
        svg.Path(Ink.Curve([(px - 40, py + 90), (px + 60, py + 70), (px + 150, py + 96), (px + 40, py + 126)], closed: true), "#98a3a5", "opacity='.6'");

        // what was on the shelves
        for (var i = 0; i < 300; i++)
        {
            var z = (float)(1.2 - (26 * dice.Next() * dice.Next()));
            var x = (float)(dice.Bell() * 0.62);
            if (MathF.Abs(x) > 1.15f)
            {
                x = MathF.Sign(x) * (1.15f - (0.3f * (float)dice.Next()));
            }

            var (sx, sy) = P(room, x, 0.01f, z);
            var s = room.Scale(new(x, 0, z)) * dice.Range(0.05, 0.15);
            var lit = Lit(new(x, 0, z));
            var burnt = dice.Chance(0.55);
            var c = burnt ? Char(0.04 + (0.2 * lit)) : Ink.Mix("#2a2522", dice.Pick("#efe3c8", "#d9c49a", "#c9b48c", "#f6efe0"), 0.25 + (0.75 * lit));
            var a = dice.Range(0, 6.28);
            svg.Polygon([(sx + (s * Math.Cos(a)), sy + (s * 0.42 * Math.Sin(a))), (sx + (s * Math.Cos(a + 1.3)), sy + (s * 0.42 * Math.Sin(a + 1.3))), (sx + (s * Math.Cos(a + 3.1)), sy + (s * 0.42 * Math.Sin(a + 3.1))), (sx + (s * Math.Cos(a + 4.6)), sy + (s * 0.42 * Math.Sin(a + 4.6)))], c);
        }
    }

    private static void Bay(Room room, Dice dice, int bay, int side)
    {
        var z0 = 1.1f - (bay * 2.1f);
        var z1 = z0 - 2.02f;
        const float inner = 1.25f;
        const float outer = 2.1f;
        float X(float x) => x * side;
        var damage = Math.Exp(-Math.Pow((z0 + 11) / 6.5, 2));

        // back of the shelf, uprights
        room.Face(Char(0.03 + (0.07 * Lit(new(0, 1, z0)))), [new(X(outer), 0, z0), new(X(outer), 3.6f, z0), new(X(outer), 3.6f, z1), new(X(outer), 0, z1)], -1.2f);
        foreach (var z in new[] { z0, z1 })
        {
            var p = new Vector3(X(inner), 2, z);
            var lean = (float)(damage * 0.12 * dice.Bell());
            room.Face(Char(0.16 + (0.6 * Lit(p))), [new(X(inner), 0, z + 0.035f), new(X(inner) + lean, 3.7f, z + 0.035f), new(X(inner) + lean, 3.7f, z - 0.035f), new(X(inner), 0, z - 0.035f)], 0.14f);
            room.Face(Char(0.06 + (0.22 * Lit(p))), [new(X(inner), 0, z), new(X(inner + 0.1f), 0, z), new(X(inner + 0.1f) + lean, 3.7f, z), new(X(inner) + lean, 3.7f, z)], 0.1f);
        }

        for (var s = 0; s < 7; s++)
        {
            var y = 0.18f + (s * 0.53f);
            var fallen = dice.Chance(0.3 * damage);
            var drop = fallen ? 0.32f * (float)dice.Next() : 0;
            var bend = (float)(0.07 * damage * (1 + dice.Bell()));
            var lit = Lit(new(X(inner), y, z0));
            var m = (z0 + z1) / 2;
            room.Face(Char(0.14 + (0.62 * lit) - (s * 0.008)), [new(X(inner), y, z0), new(X(inner), y - bend - (drop * 0.5f), m), new(X(inner), y - drop, z1), new(X(inner), y - drop - 0.05f, z1), new(X(inner), y - bend - (drop * 0.5f) - 0.05f, m), new(X(inner), y - 0.05f, z0)], 0.12f);
            room.Face(Char((0.05 + (0.3 * lit)) * (y < 1.75 ? 1.3 : 0.5)), [new(X(inner), y, z0), new(X(inner), y - drop, z1), new(X(outer), y - drop, z1), new(X(outer), y, z0)], -0.5f);
            if (fallen && dice.Chance(0.6))
            {
                continue;
            }

            var z = z0 - 0.05f;
            while (z > z1 + 0.16f)
            {
                var w = (float)dice.Range(0.1, 0.34) * (bay > 8 ? 3 : bay > 5 ? 2 : 1.1f);
                if (z - w < z1 + 0.04f)
                {
                    break;
                }

                if (dice.Chance(0.8 - (0.34 * damage)))
                {
                    Bundle(room, dice, bay, X(inner + 0.05f + (0.1f * (float)dice.Next())), X(inner + 0.5f), y - (drop * (z0 - z) / 2.02f), z, w, lit, damage);
                }

                z -= w + 0.015f;
            }
        }
    }

    private static void Bundle(Room room, Dice dice, int bay, float x0, float x1, float y, float z, float w, double lit, double damage)
    {
        var h = (float)dice.Range(0.22, 0.43);
        var burnt = dice.Chance(0.35 + (0.5 * damage));
        var tilt = (float)(dice.Bell() * 0.04);
        var paper = dice.Pick("#cbb68e", "#b99f74", "#d8cbb0", "#9c7b55", "#8d3b30", "#56636a");
        var front = burnt ? Char(0.05 + (0.32 * lit) + (0.05 * dice.Next())) : Ink.Mix("#1d1a18", paper, 0.16 + (0.8 * lit));
        var ragged = burnt ? (float)dice.Range(0.02, 0.14) : 0;
        room.Face(front, [new(x0, y, z), new(x0, y + h - ragged, z + tilt), new(x0, y + h - (ragged * 0.4f), z - (w * 0.5f) + tilt), new(x0, y + h - (ragged * 1.3f), z - w + tilt), new(x0, y, z - w)], 0.05f);
        if (!burnt && bay < 7)
        {
            // the tape, and the label nobody reads any more
            var tape = Ink.Mix("#1d1a18", dice.Pick("#9b1c1c", "#e9dfc8", "#6d5a40"), 0.2 + (0.8 * lit));
            room.Face(tape, [new(x0, y + (h * 0.55f), z), new(x0, y + (h * 0.65f), z), new(x0, y + (h * 0.65f), z - w), new(x0, y + (h * 0.55f), z - w)], 0.06f);
            room.Face(Ink.Mix("#1d1a18", "#f4ecd8", 0.2 + (0.8 * lit)), [new(x0, y + (h * 0.2f), z - (w * 0.25f)), new(x0, y + (h * 0.42f), z - (w * 0.25f)), new(x0, y + (h * 0.42f), z - (w * 0.75f)), new(x0, y + (h * 0.2f), z - (w * 0.75f))], 0.065f);
        }
        else if (burnt && bay < 5 && dice.Chance(0.6))
        {
            // pages fanned by the heat, pale at the edge
            for (var k = 0; k < 3; k++)
            {
                var zz = z - (w * (0.2f + (0.28f * k)));
                room.Face(Char(0.2 + (0.65 * lit)), [new(x0, y + 0.03f, zz), new(x0, y + h - ragged - 0.03f, zz + tilt), new(x0, y + h - ragged - 0.03f, zz - 0.012f + tilt), new(x0, y + 0.03f, zz - 0.012f)], 0.066f);
            }
        }

        if (y + h < 1.62f && bay < 7)
        {
            room.Face(burnt ? Char(0.08 + (0.4 * lit)) : Ink.Mix("#1d1a18", "#d9caa8", 0.1 + (0.75 * lit)), [new(x0, y + h - ragged, z), new(x0, y + h - ragged, z - w), new(x1, y + h - ragged, z - w), new(x1, y + h - ragged, z)], -0.1f);
        }
    }

    private static void Figure(Room room)
    {
        // a conservator with a tray
        var foot = new Vector3(-0.18f, 0, -9.6f);
        var (x, y, _) = room.At(foot);
        var s = room.Scale(foot);
        var m = new StringBuilder();
        m.Append(CultureInfo.InvariantCulture, $"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N2(s / 100)})'>");
        m.Append("<ellipse cx='6' cy='2' rx='46' ry='9' fill='#0d0e10' opacity='.6'/>");
        m.Append("<path d='M-18 0L-20 -70L-22 -92H22L20 -70L18 0H4L0 -66L-4 0Z' fill='#b9bdb9'/>");
        m.Append("<path d='M-24 -88L-26 -140Q-22 -152 0 -154Q22 -152 26 -140L24 -62H-24Z' fill='#eef0ea'/>");
        m.Append("<path d='M6 -153Q22 -152 26 -140L24 -62H10Q18 -110 6 -153Z' fill='#9aa3a5'/>");
        m.Append("<path d='M-26 -140L-32 -108L-20 -98L24 -98L32 -108L26 -140L18 -134L20 -112H-20L-18 -134Z' fill='#dfe3de'/>");
        m.Append("<path d='M-38 -104H38L34 -94H-34Z' fill='#5a4a3a'/><path d='M-26 -116H8V-104H-28ZM-20 -124H12L10 -116H-20Z' fill='#d8c49a'/><path d='M12 -112H28V-104H12Z' fill='#2a2522'/>");
        m.Append("<path d='M-8 -152V-160H8V-152Z' fill='#c99b76'/><ellipse cx='0' cy='-168' rx='11' ry='14' fill='#d6a982'/><path d='M-12 -170A12 15 0 0 1 12 -170Q0 -178 -12 -170Z' fill='#f4f5ef'/><path d='M-10 -166H10V-156Q0 -150 -10 -156Z' fill='#dfeaea'/>");
        m.Append("<path d='M-12 -172A12 15 0 0 1 4 -183M-25 -138Q-22 -150 -6 -153M-31 -110L-26 -138' fill='none' stroke='#ffffff' stroke-width='3' stroke-linecap='round'/></g>");
        room.Put(foot, m.ToString());
    }

    private static void Light(Svg svg, Room room, Dice dice)
    {
        var a = P(room, -1.7f, 4.2f, -9.5f);
        var b = P(room, 1.5f, 4.2f, -9.5f);
        var c = P(room, 2.3f, 0, -8.2f);
        var d = P(room, -2.2f, 0, -8.2f);
        Gouache.Beam(svg, a, b, c, d, "#f2f3ea", 0.4, 0.06);
        var e = P(room, -0.9f, 4.2f, -11.5f);
        var f = P(room, 0.3f, 4.2f, -11.5f);
        Gouache.Beam(svg, e, f, (c.X - 60, c.Y), (d.X + 90, d.Y), "#ffffff", 0.28, 0.02);
        Gouache.Dust(svg, d.X, a.Y, c.X - d.X, c.Y - a.Y, dice, 160, 1.1, 2.6, "#ffffff", 0.55);
        Gouache.Wash(svg, 0, 0, 1600, 1067, dice, 170, 86, 16, 240, 0.05, "#0a0b0d", "#cfcabd", "#17181b");
    }

    private static void Foreground(Svg svg, Dice dice)
    {
        // a register, half burnt, on the floor before us
        svg.Add("<g transform='translate(520 930) rotate(-4)'>");
        svg.Path("M-190 84Q0 120 200 80L204 96Q0 140 -194 100Z", "#0b0b0c", "opacity='.7'");
        svg.Path("M-180 60L-120 -20L40 -34L196 50L188 84L-172 94Z", "#2a1c17");
        svg.Path("M-160 62Q-90 26 8 52L10 -26Q-70 -44 -112 -16Z", "#cdbb94");
        svg.Path("M8 52Q100 18 176 48L104 -4Q60 -36 10 -26Z", "#e6d9ba");
        svg.Path("M8 52Q100 18 176 48L150 30Q130 36 120 22Q104 30 96 12Q84 16 80 0Q66 2 60 -16Q40 -20 34 -29L10 -26Z", "#1d1816");
        svg.Path("M8 52Q84 24 146 42Q126 46 114 34Q100 40 90 24Q76 28 70 10Q56 14 48 -4Q36 -8 28 -22L10 -26Z", "#7c5a3a");
        svg.Path("M8 52Q70 30 118 42Q100 42 86 34Q70 36 60 20Q44 20 38 4Q26 0 18 -16L10 -26Z", "#e6d9ba");
        var lines = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            lines.Append(Ink.Brush([(-136 + (i * 2), 44 - (i * 9)), (-80, 32 - (i * 8.4)), (-20 - (dice.Next() * 20), 40 - (i * 8.2))], 2, dice));
        }

        for (var i = 0; i < 5; i++)
        {
            lines.Append(Ink.Brush([(20, 38 - (i * 10)), (44 - (i * 3), 32 - (i * 10)), (74 - (i * 9), 32 - (i * 10))], 2, dice));
        }

        svg.Path(lines.ToString(), "#5a4630");
        svg.Add("</g>");
        for (var i = 0; i < 34; i++)
        {
            var (x, y, s) = (dice.Range(260, 1360), dice.Range(890, 1060), dice.Range(8, 30));
            svg.Polygon([(x, y), (x + s, y + dice.Range(-5, 5)), (x + (s * 1.2), y + (s * 0.36)), (x + (s * 0.2), y + (s * 0.42))], dice.Pick("#0c0c0d", "#17171a", "#8d8068", "#b5a58a", "#26231f"));
        }
    }
}
