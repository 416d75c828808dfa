using System.Globalization;
using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The symphony at rehearsal among parked trams.</summary>
internal sealed class OrchestraDepot() : Scene("orchestra")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(61);
        svg.Rect(0, 0, Width, Height, "#1a1416");
        var room = new Room(new(1.3f, 4.3f, 9.3f), new(-0.2f, 2.5f, -6), 1000, 800, 520);
        Hall(svg, room, dice);
        Floor(svg, room, dice);
        Trams(svg, room, dice);
        Players(room, dice);
        room.Paint(svg);
        Lamps(svg, room);
        Conductor(svg, room);
        Gouache.Dust(svg, 300, 150, 1000, 420, dice, 90, 1.1, 2.2, "#ffe9bd", 0.4);
        Gouache.Vignette(svg, "#0b0709", 0.64, 0.5, 0.5);
        Ink.Grain(svg, 0.36, 0.75);
    }

    private static (double X, double Y) P(Room room, float x, float y, float z)
    {
        var p = room.At(new(x, y, z));
        return (p.X, p.Y);
    }

    private static void Hall(Svg svg, Room room, Dice dice)
    {
        const float back = -34;

        // boards of the roof
        for (var i = 0; i < 16; i++)
        {
            var (z0, z1) = (8 - (i * 2.65f), 8 - ((i + 1) * 2.65f));
            var t = 0.14 + (i / 30.0);
            foreach (var s in new[] { -1, 1 })
            {
                var c = Ink.Ramp(t + (i % 2 * 0.035) + (s < 0 ? 0.05 : 0), "#1c1413", "#3d2a22", "#6e4c35", "#a37850");
                svg.Path(room.Outline([new(0, 12.4f, z0), new(s * 11, 8.2f, z0), new(s * 11, 8.2f, z1), new(0, 12.4f, z1)], out _), c, $"stroke='{c}'");
            }
        }

        // brick walls, the far end with its great doors
        svg.Path(room.Outline([new(-11, 0, 8), new(-11, 8.2f, 8), new(-11, 8.2f, back), new(-11, 0, back)], out _), svg.Horizontal((0, "#2a1c1a", 1), (1, "#6b4030", 1)));
        svg.Path(room.Outline([new(11, 0, 8), new(11, 8.2f, 8), new(11, 8.2f, back), new(11, 0, back)], out _), svg.Horizontal((0, "#5f3a2c", 1), (1, "#241819", 1)));
        svg.Path(room.Outline([new(-11, 0, back), new(11, 0, back), new(11, 8.2f, back), new(0, 12.4f, back), new(-11, 8.2f, back)], out _), "#7d4c38");
        svg.Path(room.Outline([new(-7, 0, back), new(-1, 0, back), new(-1, 6, back), new(-7, 6, back)], out _), "#27333d");
        svg.Path(room.Outline([new(1, 0, back), new(7, 0, back), new(7, 6, back), new(1, 6, back)], out _), "#27333d");
        var (wx, wy) = P(room, 0, 9.4f, back);
        svg.Circle(wx, wy, 27, "#b7c4bf", "stroke='#3a241c' stroke-width='6'");
        svg.Path($"M{Ink.N(wx - 27)} {Ink.N(wy)}h54M{Ink.N(wx)} {Ink.N(wy - 27)}v54M{Ink.N(wx - 19)} {Ink.N(wy - 19)}l38 38M{Ink.N(wx + 19)} {Ink.N(wy - 19)}l-38 38", "none", "stroke='#3a241c' stroke-width='3'");
        var mortar = new StringBuilder();
        for (var i = 0; i < 420; i++)
        {
            var s = dice.Chance(0.5) ? -1 : 1;
            var (y, z) = ((float)dice.Range(0.2, 8), (float)dice.Range(-33, 4));
            mortar.Append(Ink.Straight([P(room, s * 11, y, z), P(room, s * 11, y, z - 0.55f)]));
        }

        svg.Path(mortar.ToString(), "none", "stroke='#a66f52' stroke-width='2.4' opacity='.28'");

        // trusses of timber
        for (var i = 11; i >= 0; i--)
        {
            var z = 3.4f - (i * 3.3f);
            var c = Ink.Ramp(i / 11.0, "#150f0e", "#2e1f19", "#5a3d2b");
            void Beam(float x0, float y0, float x1, float y1, float w)
            {
                var a = P(room, x0, y0, z);
                var b = P(room, x1, y1, z);
                svg.Path($"M{Ink.N(a.X)} {Ink.N(a.Y)}L{Ink.N(b.X)} {Ink.N(b.Y)}", "none", $"stroke='{c}' stroke-width='{Ink.N(room.Scale(new(0, 9, z)) * w)}'");
            }

            Beam(-11, 8.2f, 0, 12.4f, 0.34f);
            Beam(11, 8.2f, 0, 12.4f, 0.34f);
            Beam(-11, 8.2f, 11, 8.2f, 0.32f);
            Beam(0, 8.2f, 0, 12.4f, 0.22f);
            Beam(0, 8.3f, -5.5f, 10.3f, 0.2f);
            Beam(0, 8.3f, 5.5f, 10.3f, 0.2f);
            Beam(-11, 8.2f, -11, 0, 0.4f);
            Beam(11, 8.2f, 11, 0, 0.4f);
            Beam(-11, 6.4f, -9, 8.2f, 0.2f);
            Beam(11, 6.4f, 9, 8.2f, 0.2f);
        }
    }

    private static void Trams(Svg svg, Room room, Dice dice)
    {
        // two rows of cars; their sides towards us in steep perspective, their windows lit
        foreach (var side in new[] { -1f, 1f })
        {
            for (var car = 2; car >= 0; car--)
            {
                var (front, rear) = (0.5f - (car * 11.4f), -10 - (car * 11.4f));
                var (inner, outer) = (side * 7.0f, side * 9.6f);
                var glow = 0.45 + (0.2 * car);
                var red = Ink.Ramp(glow, "#2c0d0f", "#5e1517", "#9b2420", "#c4503c");
                var cream = Ink.Ramp(glow, "#4a3b2e", "#8d755a", "#d3b98d", "#f2dfb6");
                svg.Path(room.Outline([new(inner, 0.45f, front), new(inner, 1.5f, front), new(inner, 1.5f, rear), new(inner, 0.45f, rear)], out _), red);
                svg.Path(room.Outline([new(inner, 1.5f, front), new(inner, 3.3f, front), new(inner, 3.3f, rear), new(inner, 1.5f, rear)], out _), cream);
                svg.Path(room.Outline([new(inner, 3.3f, front), new(inner - (side * -0.5f), 3.75f, front), new(inner - (side * -0.5f), 3.75f, rear), new(inner, 3.3f, rear)], out _), Ink.Mix(red, "#120a0a", 0.4));
                for (var w = 0; w < 7; w++)
                {
                    var z = front - 0.7f - (w * 1.4f);
                    var door = w is 1 or 5;
                    svg.Path(room.Outline([new(inner, door ? 0.6f : 1.75f, z), new(inner, 2.95f, z), new(inner, 2.95f, z - 1.1f), new(inner, door ? 0.6f : 1.75f, z - 1.1f)], out _), door ? "#e9b765" : dice.Pick("#ffe0a0", "#ffd485", "#f7c873"));
                    svg.Path(room.Outline([new(inner, 1.75f, z), new(inner, 2.1f, z), new(inner, 2.1f, z - 1.1f), new(inner, 1.75f, z - 1.1f)], out _), "#8a4c2c", "opacity='.6'");
                }

                // the end that looks at us
                svg.Path(room.Outline([new(inner, 0.45f, front), new(outer, 0.45f, front), new(outer, 3.3f, front), new(inner, 3.3f, front)], out _), Ink.Mix(cream, "#1a1012", car == 0 ? 0.5 : 0.25));
                svg.Path(room.Outline([new(inner, 0.45f, front), new(outer, 0.45f, front), new(outer, 1.5f, front), new(inner, 1.5f, front)], out _), Ink.Mix(red, "#1a1012", car == 0 ? 0.4 : 0.2));
                svg.Path(room.Outline([new(inner + (side * 0.25f), 1.8f, front), new(outer - (side * 0.25f), 1.8f, front), new(outer - (side * 0.25f), 2.85f, front), new(inner + (side * 0.25f), 2.85f, front)], out _), "#e8b96a");
                svg.Path(room.Outline([new(inner, 3.3f, front), new(outer, 3.3f, front), new(outer - (side * 0.4f), 3.8f, front), new(inner + (side * 0.4f), 3.8f, front)], out _), Ink.Mix(red, "#120a0a", 0.55));
                var (nx, ny) = P(room, side * 8.3f, 3.02f, front);
                var s = room.Scale(new(side * 8.3f, 3, front));
                Lettering.Write(svg, side < 0 ? (car == 0 ? "6" : "12") : (car == 0 ? "3" : "6"), nx, ny, s * 0.34, "#2a1512", Lettering.Bold, Side.Middle);
                var (lx, ly) = P(room, side * 8.3f, 1.0f, front);
                svg.Circle(lx, ly, s * 0.17, "#ffeec0");
                Gouache.Glow(svg, lx, ly, s * 0.9, s * 0.7, "#ffe3a3", 0.5);
            }
        }
    }

    private static void Floor(Svg svg, Room room, Dice dice)
    {
        for (var i = 0; i < 20; i++)
        {
            var (z0, z1) = (11.2f - (i * 2.3f), 11.2f - ((i + 1) * 2.3f));
            var lit = Math.Exp(-Math.Pow((z0 + 3) / 8, 2));
            var c = Ink.Ramp(0.12 + (0.5 * lit) + (i % 2 * 0.02), "#171213", "#3a2c26", "#75563f", "#b68a5c");
            svg.Path(room.Outline([new(-11, 0, z0), new(11, 0, z0), new(11, 0, z1), new(-11, 0, z1)], out _), c, $"stroke='{c}'");
        }

        var (gx, gy) = P(room, 0, 0, -3);
        Gouache.Glow(svg, gx, gy, 720, 210, "#ffd596", 0.42);
        Gouache.Wash(svg, 0, 600, 1600, 460, dice, 110, 3, 7, 160, 0.06, "#ffe2b0", "#120c0c", "#a87c55");

        // rails run through the orchestra
        foreach (var x in new[] { -8.9f, -7.7f, -3.1f, -1.9f, 1.9f, 3.1f, 7.7f, 8.9f })
        {
            svg.Path(room.Outline([new(x - 0.05f, 0.01f, 11.2f), new(x + 0.05f, 0.01f, 11.2f), new(x + 0.05f, 0.01f, -34), new(x - 0.05f, 0.01f, -34)], out _), "#c7b299", "opacity='.8'");
            svg.Path(room.Outline([new(x + 0.06f, 0.01f, 11.2f), new(x + 0.16f, 0.01f, 11.2f), new(x + 0.16f, 0.01f, -34), new(x + 0.06f, 0.01f, -34)], out _), "#0f0b0b", "opacity='.8'");
        }
    }

    private static void Players(Room room, Dice dice)
    {
        // arcs round the podium, from the strings to the timpani
        foreach (var (radius, from, to, n, lift, kind) in new[]
        {
            (2.9f, -1.38f, 1.38f, 8, 0f, 's'), (4.2f, -1.4f, 1.4f, 12, 0f, 's'), (5.5f, -1.38f, 1.32f, 15, 0f, 's'), (6.8f, -0.62f, 0.62f, 9, 0.35f, 'w'), (8.0f, -0.66f, 0.66f, 10, 0.7f, 'w'), (9.3f, -0.72f, 0.66f, 11, 1.05f, 'b'),
        })
        {
            for (var i = 0; i < n; i++)
            {
                var a = from + ((to - from) * (i + 0.5f) / n) + (0.02f * (float)dice.Bell());
                var p = new Vector3(radius * MathF.Sin(a), lift, 2.2f - (radius * MathF.Cos(a)));
                var tool = kind switch
                {
                    's' => a > 0.75f && radius > 3 ? 'c' : a > 0.3f && radius > 4.5f ? 'c' : 'v',
                    'w' => 'w',
                    _ => 'b',
                };
                Player(room, dice, p, tool, a);
            }
        }

        for (var i = 0; i < 5; i++)
        {
            var a = 0.66f + (i * 0.125f);
            Player(room, dice, new(7.0f * MathF.Sin(a), 0.2f, 2.2f - (7.0f * MathF.Cos(a))), 'd', a);
        }

        foreach (var x in new[] { -1.2f, -0.2f, 0.8f })
        {
            var p = new Vector3(x, 1.4f, -8.6f);
            var (px, py) = P(room, x, 1.4f, -8.6f);
            var s = room.Scale(p);
            room.Put(p, string.Create(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(px - (0.42 * s))} {Ink.N(py - (0.75 * s))}Q{Ink.N(px - (0.4 * s))} {Ink.N(py - (0.1 * s))} {Ink.N(px)} {Ink.N(py - (0.06 * s))}Q{Ink.N(px + (0.4 * s))} {Ink.N(py - (0.1 * s))} {Ink.N(px + (0.42 * s))} {Ink.N(py - (0.75 * s))}Z' fill='#a45f31'/><ellipse cx='{Ink.N(px)}' cy='{Ink.N(py - (0.75 * s))}' rx='{Ink.N(0.42 * s)}' ry='{Ink.N(0.12 * s)}' fill='#f3dfb8'/>"));
        }

        Player(room, dice, new(-0.2f, 1.4f, -9.2f), 'p', 0);
    }

    private static void Player(Room room, Dice dice, Vector3 at, char tool, float angle)
    {
        var (x, y, _) = room.At(at);
        var s = room.Scale(at);
        var m = new StringBuilder();
        var lean = dice.Bell() * 0.03 * s;
        var skin = dice.Pick("#e2b088", "#cf9a70", "#b27c55", "#e9c19c");
        var hair = dice.Pick("#241812", "#57402c", "#8f857b", "#1b1614", "#a9824f", "#6d3f24", "#c9c1b4");
        var cloth = dice.Pick("#15151a", "#1b1b22", "#211a1f");
        double stand = tool is 'd' or 'p' ? 0.45 : 0;
        void Path(string fill, params (double X, double Y)[] p) => m.Append(CultureInfo.InvariantCulture, $"<path d='{Ink.Curve([.. p.Select(q => (x + (q.X * s), y - (q.Y * s)))], closed: true, tension: 0.75)}' fill='{fill}'/>");
        void Line(string colour, double thick, params (double X, double Y)[] p) => m.Append(CultureInfo.InvariantCulture, $"<path d='{Ink.Straight(p.Select(q => (x + (q.X * s), y - (q.Y * s))))}' fill='none' stroke='{colour}' stroke-width='{Ink.N(Math.Max(0.8, thick * s))}' stroke-linecap='round'/>");

        // legs and chair, then the body
        if (stand == 0)
        {
            Line("#0a0809", 0.04, (-0.24, 0.02), (-0.22, 0.4));
            Line("#0a0809", 0.04, (0.24, 0.02), (0.22, 0.4));
            Path("#0d0b0d", (-0.2, 0.02), (-0.22, 0.4), (-0.1, 0.5), (0.1, 0.5), (0.22, 0.4), (0.2, 0.02), (0.09, 0.02), (0.06, 0.3), (-0.06, 0.3), (-0.09, 0.02));
            Path("#2b2730", (-0.24, 0.34), (-0.22, 0.48), (-0.06, 0.48), (-0.04, 0.36), (-0.12, 0.28));
            Path("#2b2730", (0.24, 0.34), (0.22, 0.48), (0.06, 0.48), (0.04, 0.36), (0.12, 0.28));
        }
        else
        {
            Path("#0d0b0d", (-0.16, 0), (-0.15, 0.9), (0.15, 0.9), (0.16, 0), (0.05, 0), (0, 0.6), (-0.05, 0));
        }

        var b = 0.42 + stand;
        Path(cloth, (-0.2, b), (-0.27, b + 0.42), (-0.12, b + 0.62), (0.12, b + 0.62), (0.27, b + 0.42), (0.2, b));
        Path("#f3ead6", (-0.05, b + 0.6), (0, b + 0.34), (0.05, b + 0.6));
        m.Append(CultureInfo.InvariantCulture, $"<ellipse cx='{Ink.N(x + lean)}' cy='{Ink.N(y - ((b + 0.77) * s))}' rx='{Ink.N(0.1 * s)}' ry='{Ink.N(0.13 * s)}' fill='{skin}'/>");
        m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + lean - (0.11 * s))} {Ink.N(y - ((b + 0.76) * s))}a{Ink.N(0.11 * s)} {Ink.N(0.13 * s)} 0 0 1 {Ink.N(0.22 * s)} 0q{Ink.N(-0.1 * s)} {Ink.N(-0.09 * s)} {Ink.N(-0.22 * s)} 0z' fill='{hair}'/>");
        if (dice.Chance(0.3))
        {
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + lean - (0.11 * s))} {Ink.N(y - ((b + 0.78) * s))}q{Ink.N(-0.03 * s)} {Ink.N(0.2 * s)} {Ink.N(0.02 * s)} {Ink.N(0.26 * s)}h{Ink.N(0.04 * s)}v{Ink.N(-0.24 * s)}zM{Ink.N(x + lean + (0.11 * s))} {Ink.N(y - ((b + 0.78) * s))}q{Ink.N(0.03 * s)} {Ink.N(0.2 * s)} {Ink.N(-0.02 * s)} {Ink.N(0.26 * s)}h{Ink.N(-0.04 * s)}v{Ink.N(-0.24 * s)}z' fill='{hair}'/>");
        }

        switch (tool)
        {
            case 'v':
                const double f = 1;
                Path("#8a4a22", (f * 0.02, 1.02), (f * 0.12, 1.08), (f * 0.24, 1.02), (f * 0.32, 1.06), (f * 0.36, 0.98), (f * 0.26, 0.93), (f * 0.14, 0.93), (f * 0.04, 0.95));
                Line("#3a1d0e", 0.025, (f * 0.3, 1.02), (f * 0.52, 1.08));
                Line(cloth, 0.09, (0.24, 0.78), (0.42, 0.86), (0.5, 1.06));
                Line(cloth, 0.09, (-0.24, 0.8), (-0.3, 0.66), (-0.1, 0.84));
                Line("#f0dfb8", 0.018, (-0.16, 0.78), (0.34, 1.22));
                break;
            case 'c':
                Path("#7d3f1c", (-0.16, 0.1), (-0.22, 0.24), (-0.13, 0.38), (-0.18, 0.5), (-0.1, 0.62), (0.1, 0.62), (0.18, 0.5), (0.13, 0.38), (0.22, 0.24), (0.16, 0.1));
                Path("#a9622f", (-0.12, 0.14), (-0.16, 0.24), (-0.08, 0.38), (-0.12, 0.5), (-0.05, 0.58), (0.02, 0.5), (0, 0.3), (-0.02, 0.14));
                Line("#2a140a", 0.04, (0, 0.5), (0.05, 1.12));
                Line(cloth, 0.09, (0.24, 0.8), (0.26, 0.94), (0.08, 1.0));
                Line(cloth, 0.09, (-0.24, 0.8), (-0.3, 0.56), (-0.2, 0.42));
                Line("#f0dfb8", 0.018, (-0.34, 0.4), (0.3, 0.5));
                break;
            case 'd':
                Path("#5d2e15", (-0.34, 0.1), (-0.4, 0.34), (-0.26, 0.56), (-0.34, 0.78), (-0.2, 1.02), (0.04, 1.02), (0.18, 0.78), (0.1, 0.56), (0.24, 0.34), (0.18, 0.1));
                Path("#8f5226", (-0.28, 0.14), (-0.33, 0.34), (-0.2, 0.56), (-0.27, 0.76), (-0.16, 0.96), (-0.06, 0.9), (-0.1, 0.5), (-0.14, 0.14));
                Line("#1d0e07", 0.05, (-0.08, 0.9), (-0.06, 1.86));
                Line(cloth, 0.1, (0.22, 1.2), (0.14, 1.4), (-0.04, 1.56));
                Line(cloth, 0.1, (-0.2, 1.2), (-0.28, 0.9), (-0.16, 0.72));
                Line("#f0dfb8", 0.02, (-0.5, 0.7), (0.24, 0.76));
                break;
            case 'w':
                Line("#0f0f12", 0.045, (0.0, 1.08), (0.06, 0.66));
                Line("#c9cdd2", 0.02, (0.01, 1.04), (0.055, 0.7));
                Line(cloth, 0.09, (0.24, 0.8), (0.2, 0.7), (0.06, 0.78));
                Line(cloth, 0.09, (-0.24, 0.8), (-0.16, 0.72), (0.02, 0.9));
                break;
            case 'b':
                Line("#d8a541", 0.035, (0.0, 1.1), (-0.02, 0.86), (0.16, 0.84));
                Path("#e9bd5a", (0.1, 0.96), (0.3, 1.0), (0.34, 0.86), (0.3, 0.72), (0.1, 0.78));
                Path("#8a5f1c", (0.26, 0.97), (0.33, 0.95), (0.34, 0.86), (0.32, 0.76), (0.27, 0.75));
                Line(cloth, 0.09, (0.24, 0.8), (0.2, 0.72), (0.02, 0.86));
                break;
            default:
                Line("#f0dfb8", 0.02, (-0.2, 1.2), (-0.34, 1.0));
                Line("#f0dfb8", 0.02, (0.2, 1.2), (0.36, 1.02));
                break;
        }

        // the stand and its lamp
        if (tool != 'p' && dice.Chance(0.62))
        {
            var d = (dice.Bell() * 0.04) - (0.06 * angle);
            Line("#0c0a0b", 0.025, (d, 0), (d, 0.5));
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + ((d - 0.22) * s))} {Ink.N(y - (0.36 * s))}L{Ink.N(x + ((d - 0.19) * s))} {Ink.N(y - (0.64 * s))}H{Ink.N(x + ((d + 0.19) * s))}L{Ink.N(x + ((d + 0.22) * s))} {Ink.N(y - (0.36 * s))}Z' fill='#120e0f'/>");
            m.Append(CultureInfo.InvariantCulture, $"<path d='M{Ink.N(x + ((d - 0.19) * s))} {Ink.N(y - (0.645 * s))}H{Ink.N(x + ((d + 0.19) * s))}' stroke='#fff1cc' stroke-width='{Ink.N(Math.Max(1, 0.03 * s))}'/>");
        }

        room.Put(at, m.ToString());
    }

    private static void Lamps(Svg svg, Room room)
    {
        foreach (var (x, z) in new[] { (-4.2f, -12f), (4.2f, -12f), (-4.6f, -6.5f), (4.6f, -6.5f), (-5f, -1f), (5f, -1f) })
        {
            var (px, py) = P(room, x, 6.2f, z);
            var (_, top) = P(room, x, 8.2f, z);
            var s = room.Scale(new(x, 6.2f, z));
            svg.Path($"M{Ink.N(px)} {Ink.N(top)}V{Ink.N(py)}", "none", "stroke='#0d0a0a' stroke-width='2'");
            var floor = P(room, x, 0, z);
            Gouache.Beam(svg, (px - (s * 0.5), py), (px + (s * 0.5), py), (floor.X + (s * 2.4), floor.Y), (floor.X - (s * 2.4), floor.Y), "#ffe0a2", 0.22, 0.01);
            svg.Path($"M{Ink.N(px - (s * 0.55))} {Ink.N(py)}Q{Ink.N(px - (s * 0.4))} {Ink.N(py - (s * 0.42))} {Ink.N(px)} {Ink.N(py - (s * 0.45))}Q{Ink.N(px + (s * 0.4))} {Ink.N(py - (s * 0.42))} {Ink.N(px + (s * 0.55))} {Ink.N(py)}Z", "#22323a");
            svg.Add($"<ellipse cx='{Ink.N(px)}' cy='{Ink.N(py)}' rx='{Ink.N(s * 0.52)}' ry='{Ink.N(s * 0.1)}' fill='#fff3cf'/>");
            Gouache.Glow(svg, px, py, s * 1.9, s * 1.3, "#ffe5ac", 0.55);
        }
    }

    private static void Conductor(Svg svg, Room room)
    {
        var (x, y) = P(room, -0.1f, 0, 3.0f);
        var s = room.Scale(new(-0.1f, 0, 3.0f));
        svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N2(s / 100)})'>");
        svg.Path("M-86 18L-64 -22H64L86 18V34H-86Z", "#3a2419");
        svg.Path("M-86 18L-64 -22H64L86 18Z", "#a1713f");
        svg.Path("M-30 -20L-26 -112L-40 -178H40L28 -112L32 -20H6L0 -104L-6 -20Z", "#0c0a0d");
        svg.Path("M-40 -214C-34 -242 -18 -254 0 -254C18 -254 34 -242 40 -214L46 -150Q0 -134 -46 -150Z", "#121016");
        svg.Path("M-34 -236C-60 -232 -86 -256 -104 -290L-92 -298C-74 -270 -56 -256 -30 -252ZM34 -236C62 -226 92 -240 116 -272L106 -280C86 -258 66 -252 30 -252Z", "#121016");
        svg.Path("M-108 -294Q-104 -312 -92 -308Q-88 -300 -92 -292L-100 -284ZM104 -276Q106 -292 120 -288Q126 -278 118 -270Z", "#d9a67c");
        svg.Path("M-98 -300L-150 -372", "none", "stroke='#fff3d4' stroke-width='4' stroke-linecap='round'");
        svg.Path("M-10 -250V-268H10V-250Z", "#b98561");
        svg.Add("<ellipse cx='0' cy='-286' rx='21' ry='26' fill='#5a3a22'/>");
        svg.Circle(0, -316, 13, "#5a3a22");
        svg.Path("M-20 -292A21 26 0 0 1 20 -292M-36 -234C-22 -252 22 -252 36 -234M-100 -288C-84 -262 -62 -246 -38 -240M112 -270C92 -248 66 -238 38 -240", "none", "stroke='#f6d79a' stroke-width='3' stroke-linecap='round' opacity='.85'");
        svg.Path("M0 -246V-152", "none", "stroke='#2c2833' stroke-width='3'");
        svg.Add("</g>");
    }
}
