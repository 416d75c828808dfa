using System.Globalization;
using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The Ropewalk end under floodlights, the team in front of it.</summary>
internal sealed class StadiumNight() : Scene("stadium-night")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(33);
        svg.Rect(0, 0, Width, Height, svg.Vertical((0, "#0d1622", 1), (0.3, "#1a2b3c", 1), (0.52, "#37505f", 1), (1, "#16281f", 1)));
        var room = new Room(new(3.6f, 3.1f, 13.5f), new(-1.2f, 4.9f, -20), 1060, 800, 560);
        Gouache.Wash(svg, 0, 0, 1600, 420, dice, 110, 6, 34, 420, 0.07, "#4a6577", "#0a121b", "#2b4152");
        Shed(svg, room, dice);
        Lights(svg, dice);
        Pitch(svg, room, dice);
        Terrace(svg, room, dice);
        Goal(svg, room);
        Team(svg, room, dice);
        Rain(svg, dice);
        Gouache.Vignette(svg, "#05090d", 0.62, 0.5, 0.48);
        Ink.Grain(svg, 0.34, 0.75);
    }

    private static (double X, double Y) P(Room room, float x, float y, float z)
    {
        var p = room.At(new(x, y, z));
        return (p.X, p.Y);
    }

    private static void Shed(Svg svg, Room room, Dice dice)
    {
        // the gable of the spinning shed, behind the terrace
        const float z = -34;
        svg.Path(room.Outline([new(-24, 0, z), new(20, 0, z), new(20, 15.5f, z), new(-2, 20.5f, z), new(-24, 15.5f, z)], out _), "#4a2d28");
        svg.Path(room.Outline([new(20, 0, z), new(60, 0, z - 60), new(60, 15.5f, z - 60), new(20, 15.5f, z)], out _), "#241a1c");
        svg.Path(room.Outline([new(-2, 20.5f, z), new(20, 15.5f, z), new(60, 15.5f, z - 60), new(40, 20.5f, z - 60)], out _), "#161419");
        svg.Path(room.Outline([new(-24.6f, 15.2f, z), new(-2, 20.4f, z), new(20.6f, 15.2f, z), new(20.6f, 15.9f, z), new(-2, 21.1f, z), new(-24.6f, 15.9f, z)], out _), "#8a5c46");
        var bricks = new StringBuilder();
        var pale = new StringBuilder();
        for (var i = 0; i < 620; i++)
        {
            var (x, y) = (dice.Range(-23.5, 19), dice.Range(7, 19));
            if (y > 15.5 + (5 * (1 - (Math.Abs(x + 2) / 22))))
            {
                continue;
            }

            var (px, py) = P(room, (float)x, (float)y, z);
            (dice.Chance(0.5) ? bricks : pale).Append(CultureInfo.InvariantCulture, $"M{Ink.N(px)} {Ink.N(py)}h{Ink.N(dice.Range(7, 13))}");
        }

        svg.Path(bricks.ToString(), "none", "stroke='#2e1b1a' stroke-width='4' opacity='.8'");
        svg.Path(pale.ToString(), "none", "stroke='#8d5a48' stroke-width='3.6' opacity='.75'");

        // the holes of the beams, three round-headed windows
        for (var r = 0; r < 3; r++)
        {
            for (var i = -9; i < 8; i++)
            {
                var (px, py) = P(room, i * 2.3f, 10.2f + (r * 2.2f), z);
                svg.Rect(px, py, 9, 9, "#140d0e");
            }
        }

        foreach (var x in new[] { -9f, -2f, 5f })
        {
            var (px, py) = P(room, x, 12.2f, z);
            var (_, top) = P(room, x, 15.2f, z);
            svg.Path($"M{Ink.N(px - 22)} {Ink.N(py)}V{Ink.N(top + 16)}A22 22 0 0 1 {Ink.N(px + 22)} {Ink.N(top + 16)}V{Ink.N(py)}Z", "#120d10", "stroke='#6d4436' stroke-width='5'");
            svg.Path($"M{Ink.N(px)} {Ink.N(top)}V{Ink.N(py)}M{Ink.N(px - 22)} {Ink.N((py + top) / 2)}H{Ink.N(px + 22)}", "none", "stroke='#5a3a30' stroke-width='3'");
        }

        Lettering.Write(svg, "ROPEWALK", P(room, -2, 0, z).X, P(room, 0, 16.6f, z).Y, 34, "#c99a78", Lettering.Medium, Side.Middle, 0.22);
    }

    private static void Lights(Svg svg, Dice dice)
    {
        foreach (var (x, foot, lean) in new[] { (176.0, 560.0, 1.0), (1440, 560, -1.0) })
        {
            var mast = new StringBuilder();
            for (var i = 0; i < 11; i++)
            {
                var (y0, y1) = (foot - (i * 42), foot - ((i + 1) * 42));
                var (w0, w1) = (30 - (i * 2.0), 30 - ((i + 1) * 2.0));
                mast.Append(Ink.Straight([(x - w0, y0), (x + w1, y1)])).Append(Ink.Straight([(x + w0, y0), (x - w1, y1)])).Append(Ink.Straight([(x - w0, y0), (x - w1, y1)])).Append(Ink.Straight([(x + w0, y0), (x + w1, y1)]));
            }

            svg.Path(mast.ToString(), "none", "stroke='#0b1118' stroke-width='4'");
            svg.Add($"<g transform='translate({Ink.N(x)} 92) rotate({Ink.N(lean * 6)})'>");
            svg.Rect(-78, -52, 156, 104, "#0b1118");
            for (var r = 0; r < 4; r++)
            {
                for (var i = 0; i < 6; i++)
                {
                    svg.Circle(-63 + (i * 25), -38 + (r * 25), 10, "#fffbe9");
                }
            }

            svg.Add("</g>");
            Gouache.Glow(svg, x, 92, 470, 400, "#e8f3f2", 0.62);
            Gouache.Glow(svg, x, 92, 150, 120, "#ffffff", 0.6);
            Gouache.Beam(svg, (x - 60, 100), (x + 60, 100), (800 + (lean * 520), 820), (800 - (lean * 640), 860), "#e6f2ee", 0.17, 0.02);
            for (var i = 0; i < 8; i++)
            {
                var a = (i * Math.PI / 4) + 0.2;
                svg.Path(Ink.Stroke([(x, 92), (x + (Math.Cos(a) * 140), 92 + (Math.Sin(a) * 110)), (x + (Math.Cos(a) * 260), 92 + (Math.Sin(a) * 200))], t => 9 * (1 - t)), "#ffffff", "opacity='.16'");
            }
        }

        _ = dice;
    }

    private static void Pitch(Svg svg, Room room, Dice dice)
    {
        // mown in stripes, wet
        for (var i = 0; i < 13; i++)
        {
            var (z0, z1) = (13.2f - (i * 2.8f), 13.2f - ((i + 1) * 2.8f));
            var t = i / 13.0;
            svg.Path(room.Outline([new(-60, 0, z0), new(60, 0, z0), new(60, 0, z1), new(-60, 0, z1)], out _), Ink.Ramp(t + (i % 2 * 0.1), "#14301f", "#1f4a2c", "#35703e", "#5f9a58", "#86b774"));
        }

        Gouache.Wash(svg, 0, 740, 1600, 330, dice, 150, 2, 7, 160, 0.09, "#d5e9bd", "#0f2a1a", "#7fb26b");
        void Mark(params (float X, float Z)[] corners)
        {
            for (var i = 0; i + 1 < corners.Length; i++)
            {
                var (a, b) = (new Vector3(corners[i].X, 0, corners[i].Z), new Vector3(corners[i + 1].X, 0, corners[i + 1].Z));
                var along = Vector3.Normalize(b - a);
                var across = new Vector3(-along.Z, 0, along.X) * 0.1f;
                svg.Path(room.Outline([a - across, a + across, b + across, b - across], out _), "#eef4e4", "opacity='.88'");
            }
        }

        Mark((-45, -19.5f), (45, -19.5f));
        Mark((-20, -19.5f), (-20, -3), (20, -3), (20, -19.5f));
        Mark((-9, -19.5f), (-9, -14), (9, -14), (9, -19.5f));
        var arc = Enumerable.Range(0, 19).Select(i => (i - 9) / 9f * 0.93f).Select(a => (9.15f * MathF.Sin(a), -8.5f + (9.15f * MathF.Cos(a)))).ToArray();
        Mark(arc);
        var spot = room.At(new(0, 0, -8.5f));
        svg.Add($"<ellipse cx='{Ink.N(spot.X)}' cy='{Ink.N(spot.Y)}' rx='8' ry='3' fill='#eef4e4'/>");
    }

    private static void Terrace(Svg svg, Room room, Dice dice)
    {
        // boards, then step upon step of people
        svg.Path(room.Outline([new(-40, 0, -23), new(40, 0, -23), new(40, 8.6f, -33.5f), new(-40, 8.6f, -33.5f)], out _), "#1b1d22");
        string[] coats = ["#23303c", "#3a2a2c", "#4b4a46", "#1b2027", "#5d3b36", "#2d3b35", "#6b6257", "#7d2626"];
        string[] faces = ["#d9a783", "#bb8560", "#e3b992", "#8f5f43"];
        var bodies = new StringBuilder[8];
        var heads = new StringBuilder[4];
        var hairs = new StringBuilder();
        var arms = new StringBuilder();
        var scarves = new StringBuilder();
        var pale = new StringBuilder();
        for (var row = 14; row >= 0; row--)
        {
            var (y, z) = (0.9f + (row * 0.53f), -23.4f - (row * 0.66f));
            var s = room.Scale(new(0, y, z));
            for (var x = -25.5f; x < 25; x += 0.56f + (0.1f * (float)dice.Next()))
            {
                if (MathF.Abs(x + 11) < 0.6f || MathF.Abs(x - 9) < 0.6f)
                {
                    continue;
                }

                var (px, py) = P(room, x + (0.1f * (float)dice.Bell()), y + (0.08f * (float)dice.Bell()), z);
                var k = dice.Whole(0, 8);
                if (dice.Chance(0.12))
                {
                    k = 7;
                }

                (bodies[k] ??= new()).Append(CultureInfo.InvariantCulture, $"M{Ink.N(px)} {Ink.N(py)}v{Ink.N(s * 0.42)}");
                (heads[dice.Whole(0, 4)] ??= new()).Append(CultureInfo.InvariantCulture, $"M{Ink.N(px)} {Ink.N(py - (s * 0.42))}h.1");
                if (dice.Chance(0.75))
                {
                    hairs.Append(CultureInfo.InvariantCulture, $"M{Ink.N(px - (s * 0.09))} {Ink.N(py - (s * 0.52))}h{Ink.N(s * 0.18)}");
                }

                if (dice.Chance(0.17))
                {
                    // a scarf held up with both arms
                    arms.Append(Ink.Straight([(px - (s * 0.24), py - (s * 0.05)), (px - (s * 0.36), py - (s * 0.74))])).Append(Ink.Straight([(px + (s * 0.24), py - (s * 0.05)), (px + (s * 0.36), py - (s * 0.74))]));
                    (dice.Chance(0.6) ? scarves : pale).Append(Ink.Straight([(px - (s * 0.4), py - (s * 0.76)), (px, py - (s * 0.7)), (px + (s * 0.4), py - (s * 0.76))]));
                }
            }
        }

        var unit = room.Scale(new(0, 4, -28));
        for (var k = 0; k < 8; k++)
        {
            svg.Path(bodies[k]?.ToString() ?? "", "none", $"stroke='{coats[k]}' stroke-width='{Ink.N(unit * 0.52)}' stroke-linecap='round'");
        }

        for (var k = 0; k < 4; k++)
        {
            svg.Path(heads[k]?.ToString() ?? "", "none", $"stroke='{faces[k]}' stroke-width='{Ink.N(unit * 0.27)}' stroke-linecap='round'");
        }

        svg.Path(hairs.ToString(), "none", $"stroke='#1d1512' stroke-width='{Ink.N(unit * 0.13)}' stroke-linecap='round'");
        svg.Path(arms.ToString(), "none", $"stroke='#20262e' stroke-width='{Ink.N(unit * 0.15)}' stroke-linecap='round'");
        svg.Path(scarves.ToString(), "none", $"stroke='{Ink.Accent}' stroke-width='{Ink.N(unit * 0.24)}'");
        svg.Path(pale.ToString(), "none", $"stroke='#f1ead9' stroke-width='{Ink.N(unit * 0.22)}'");

        // light on the crowd from both masts, dark at the wings
        Gouache.Glow(svg, P(room, -16, 5, -28).X, 470, 420, 190, "#eaf2ea", 0.28);
        Gouache.Glow(svg, P(room, 14, 5, -28).X, 470, 420, 190, "#eaf2ea", 0.24);

        // crash barriers and the banner
        foreach (var (x, row) in new[] { (-18f, 4), (-5f, 7), (4f, 4), (15f, 8), (-14f, 10), (19f, 3) })
        {
            var (y, z) = (0.9f + (row * 0.53f), -23.2f - (row * 0.66f));
            var a = P(room, x, y + 0.3f, z);
            var b = P(room, x + 4, y + 0.3f, z);
            svg.Path($"M{Ink.N(a.X)} {Ink.N(a.Y)}L{Ink.N(b.X)} {Ink.N(b.Y)}", "none", "stroke='#b9c4c2' stroke-width='4' stroke-linecap='round'");
        }

        svg.Path(room.Outline([new(-40, 0, -22.6f), new(40, 0, -22.6f), new(40, 1.0f, -22.6f), new(-40, 1.0f, -22.6f)], out _), "#e9e4d3");
        svg.Path(room.Outline([new(-40, 0, -22.6f), new(40, 0, -22.6f), new(40, 0.16f, -22.6f), new(-40, 0.16f, -22.6f)], out _), "#9aa09a");
        foreach (var (x, text, colour) in new[] { (-17.5f, "TAR AND TWINE", Ink.Accent), (-1.5f, "OSTREL", "#22313c"), (12.5f, "143 SONGS", Ink.Accent) })
        {
            var (px, py) = P(room, x, 0.28f, -22.6f);
            Lettering.Write(svg, text, px, py, room.Scale(new(x, 0.3f, -22.6f)) * 0.5, colour, Lettering.Bold, Side.Middle, 0.12);
        }
    }

    private static void Goal(Svg svg, Room room)
    {
        const float z = -19.5f;
        var net = new StringBuilder();
        for (var i = 0; i <= 16; i++)
        {
            var x = -3.66f + (i * 0.4575f);
            net.Append(Ink.Straight([P(room, x, 2.44f, z), P(room, x, 1.8f, z - 1.9f), P(room, x, 0, z - 2.2f)]));
        }

        for (var k = 0; k <= 6; k++)
        {
            net.Append(Ink.Straight([P(room, -3.66f, 2.44f - (k * 0.38f), z - 2), P(room, 3.66f, 2.44f - (k * 0.38f), z - 2)]));
        }

        svg.Path(net.ToString(), "none", "stroke='#eef2ee' stroke-width='1.1' opacity='.5'");
        svg.Path(Ink.Straight([P(room, -3.66f, 0, z), P(room, -3.66f, 2.44f, z), P(room, 3.66f, 2.44f, z), P(room, 3.66f, 0, z)]), "none", "stroke='#ffffff' stroke-width='7' stroke-linejoin='round'");
    }

    private static void Team(Svg svg, Room room, Dice dice)
    {
        // eleven from behind, hands on hips, looking at the ground
        for (var i = 0; i < 11; i++)
        {
            var x = -9.2f + (i * 1.95f) + (0.5f * (float)dice.Bell());
            var z = -1.6f - (2.0f * MathF.Sin(i * 0.62f)) + (0.5f * (float)dice.Bell());
            var (px, py) = P(room, x, 0, z);
            var s = room.Scale(new(x, 0, z)) * 1.05;
            foreach (var (dx, dy, strength) in new[] { (1.5, 1.15, 0.5), (-1.7, 1.05, 0.4) })
            {
                svg.Path(Ink.Stroke([(px, py), (px + (dx * s * 0.5), py + (dy * s * 0.35)), (px + (dx * s), py + (dy * s * 0.68))], t => s * 0.26 * (1 - (0.35 * t))), "#07160d", $"opacity='{Ink.N2(strength)}'");
            }

            svg.Add($"<g transform='translate({Ink.N(px)} {Ink.N(py)}) scale({Ink.N2(s * 0.0182)})'>");
            var keeper = i == 5;
            var shirt = keeper ? "#c9a23a" : "#9b1c1c";
            svg.Path("M-15 -46L-13 -6L-16 0H-4L-2 -44ZM15 -46L13 -6L16 0H4L2 -44Z", "#d8a680");
            svg.Path("M-15 -26L-13 -4H-4L-3 -26ZM15 -26L13 -4H4L3 -26Z", keeper ? "#2a2a2a" : "#f1ead9");
            svg.Path("M-17 0q6 -6 12 0zM5 0q6 -6 12 0z", "#111111");
            svg.Path("M-19 -62H19L17 -40H2L0 -46L-2 -40H-17Z", keeper ? "#2a2a2a" : "#f4efe2");
            svg.Path("M-20 -100Q0 -108 20 -100L19 -58H-19Z", shirt);
            svg.Path("M8 -103L20 -100L19 -58H6Z", "#4d0d0f", "opacity='.5'");
            svg.Path("M-20 -100L-34 -80L-20 -64L-15 -68L-24 -80L-17 -90ZM20 -100L34 -80L20 -64L15 -68L24 -80L17 -90Z", shirt);
            svg.Path("M-30 -84L-34 -80L-20 -63L-14 -68L-25 -79ZM30 -84L34 -80L20 -63L14 -68L25 -79Z", "#d8a680");
            svg.Path("M-4 -102V-110H4V-102Z", "#c08d68");
            var bow = dice.Range(0, 4);
            svg.Add($"<ellipse cx='0' cy='{Ink.N(-117 + bow)}' rx='9' ry='11' fill='{dice.Pick("#2a1c14", "#57402c", "#1b1614", "#a9824f", "#6d3f24")}'/>");
            svg.Path($"M-9 {Ink.N(-118 + bow)}A9 11 0 0 1 2 {Ink.N(-128 + bow)}M-20 -99L-33 -80M20 -99L33 -80", "none", "stroke='#ffffff' stroke-width='2' opacity='.7' stroke-linecap='round'");
            if (!keeper)
            {
                Lettering.Write(svg, (i < 5 ? i + 2 : i + 1).ToString(CultureInfo.InvariantCulture), 0, -74, 17, "#f4efe2", Lettering.Bold, Side.Middle);
            }

            svg.Add("</g>");
        }
    }

    private static void Rain(Svg svg, Dice dice)
    {
        var d = new StringBuilder();
        for (var i = 0; i < 420; i++)
        {
            var (x, y, l) = (dice.Range(-20, 1620), dice.Range(0, 980), dice.Range(10, 30));
            d.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}l{Ink.N(-l * 0.22)} {Ink.N(l)}");
        }

        svg.Path(d.ToString(), "none", "stroke='#e4eff0' stroke-width='1.3' opacity='.3'");
    }
}
