namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A tram in the old town after rain, at nightfall.</summary>
public sealed class TramStreet() : Scene("tram-street")
{
    private readonly Plane _plane = new(560, 1.75, 1150, 830);

    private static readonly (double Near, double Far, double Top, string Wall, string Trim, int Floors, int Bays, string? Shop)[] Left =
    [
        (95, 70, 15, "#6d6a86", "#8d8aa2", 4, 5, null), (70, 52, 13.5, "#7a6276", "#a08c98", 4, 4, null), (52, 40, 16, "#5a6684", "#8f9ab0", 5, 4, null),
        (40, 31, 13, "#8a6670", "#b89a98", 4, 3, "#3a4a52"), (31, 24, 15, "#4f6478", "#93a6b0", 4, 3, "#5a3440"), (24, 18.5, 12.6, "#8d7468", "#c4ab98", 4, 3, "#2f4a4a"),
        (18.5, 13.5, 14.4, "#5b5a78", "#a3a2b8", 4, 3, "#6a3a34"), (13.5, 8.6, 13, "#6f5560", "#b79f9c", 4, 3, "#34405a"), (8.6, 4.4, 14, "#3f5064", "#8fa0ae", 4, 3, "#54343c"),
    ];

    private static readonly (double Near, double Far, double Top, string Wall, string Trim, int Floors, int Bays, string? Shop)[] Right =
    [
        (90, 64, 14, "#75687e", "#988da0", 4, 5, null), (64, 47, 16, "#5c6a86", "#8f9cb2", 5, 4, null), (47, 36, 12.4, "#94736e", "#bca398", 4, 3, null),
        (36, 28, 15, "#4c5c78", "#8e9db2", 4, 3, "#5a3c3a"), (28, 21.5, 13, "#81636c", "#b89d9c", 4, 3, "#2d4650"), (21.5, 16.5, 15.5, "#5a6272", "#a0a8b2", 5, 3, "#4a3450"),
        (16.5, 11.8, 12.8, "#8a6b5c", "#c6aa92", 4, 3, "#30484a"), (11.8, 7.4, 14.6, "#4a4e6c", "#9496b0", 4, 3, "#6a3f34"), (7.4, 4.6, 13, "#6a5058", "#ac9292", 4, 3, "#2f3c54"),
    ];

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 76).Paint(Heaven).Element(0, 0, 1600, 600));
        svg.Glow(820, 520, 520, "#ffc79a", 0.55);
        Steeple(svg);
        svg.Rect(0, 560, 1600, 507, svg.Vertical((0, "#b58a86", 1), (0.2, "#5a5568", 1), (1, "#20222f", 1)));
        var mirror = _plane.Mirror();
        svg.Add("<g>");
        Houses(svg, mirror, 0);
        Tram(svg, mirror, true);
        svg.Add("</g>");
        Wet(svg);
        Houses(svg, _plane, 1);
        Lamps(svg, _plane);
        Wires(svg);
        Tram(svg, _plane, false);
        Crowd(svg);
        Rain(svg);
        svg.Vignette("#0d0c18", 0.45);
        svg.Mottle(0.08);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v, 1.6, -0.3, 5, (0, 0.9), 0.7);
        var ink = Ink.Ramp(v, (0, "#3a4468"), (0.45, "#75648a"), (0.75, "#c9888c"), (0.95, "#f3b896"));
        return ink.Mix(Ink.Ramp(v, (0, "#2c3352"), (0.6, "#6a5676"), (1, "#d4948c")).Mix("#f0a89a", light * 0.6), cover * 0.8);
    }

    private void Steeple(Svg svg)
    {
        Vec At(double x, double y) => _plane.At(x, y, 110);
        svg.Path(new Pen().Polygon(At(-3.6, 0), At(-3.6, 24), At(-3, 25), At(-3, 30), At(-2.4, 31), At(0, 47), At(2.4, 31), At(3, 30), At(3, 25), At(3.6, 24), At(3.6, 0)).ToString(), svg.Horizontal((0, "#9a7f96", 1), (1, "#6f5f80", 1)));
        svg.Circle(At(0, 27.5).X, At(0, 27.5).Y, 13, "#ffe0b0").Circle(At(0, 27.5).X, At(0, 27.5).Y, 13, "none", "stroke='#5d4f70' stroke-width='3'");
        svg.Line([At(0, 27.5), At(0, 28.2)], "#4a3f5a", 2);
        svg.Line([At(0, 27.5), At(0.5, 27.2)], "#4a3f5a", 2);
        svg.Path(new Pen().Polygon(At(-12, 0), At(-12, 12), At(-4, 16), At(4, 16), At(12, 12), At(12, 0)).ToString(), "#8a7390");
        svg.Haze(420, 560, 600, "#f3b896", 0.5);
    }

    private static void Houses(Svg svg, Plane plane, double texture)
    {
        var rng = new Rng(41);
        for (var i = 0; i < Left.Length; i++)
        {
            House(svg, plane, Left[i], -7.2, texture, rng);
            House(svg, plane, Right[i], 7.4, texture, rng);
        }
    }

    private static void House(Svg svg, Plane plane, (double Near, double Far, double Top, string Wall, string Trim, int Floors, int Bays, string? Shop) house, double x, double texture, Rng rng)
    {
        var (near, far, top, wall, trim, floors, bays, shop) = house;
        (near, far) = (far, near);
        var haze = Noise.Step(14, 95, far) * 0.72;
        Ink air = "#d79c92";
        var side = Math.Sign(x);
        var quad = side < 0 ? plane.Wall(x, near, x, far, top) : plane.Wall(x, far, x, near, top);
        Vec a = plane.At(x, top, near), b = plane.At(x, top, far), c = plane.At(x + (side * 3.2), top + 3.4, near), d = plane.At(x + (side * 3.2), top + 3.4, far);
        svg.Path(new Pen().Polygon(a, b, d, c).ToString(), Ink.Parse("#3d3a52").Mix(air, haze));
        if (texture > 0)
        {
            var tiles = new Pen();
            for (var k = 1; k < 6; k++)
                tiles.Move(a.To(c, k / 6.0)).Line(b.To(d, k / 6.0));
            svg.Path(tiles.ToString(), "none", $"stroke='{(string)Ink.Parse("#58536c").Mix(air, haze)}' stroke-width='1.4'");
            svg.Path(new Pen().Polygon(plane.At(x, top + 0.15, near), plane.At(x, top + 0.15, far), plane.At(x - (side * 0.5), top - 0.1, far), plane.At(x - (side * 0.5), top - 0.1, near)).ToString(), Ink.Parse(trim).Mix(air, haze).Lit(0.8));
        }
        Facade.Draw(svg, quad, new Front(Ink.Parse(wall).Mix(air, haze), Ink.Parse(trim).Mix(air, haze))
        {
            Floors = floors,
            Bays = bays,
            Lit = 0.42,
            Glow = Ink.Parse("#ffc774").Mix(air, haze * 0.5),
            Glass = Ink.Parse("#39415c").Mix(air, haze),
            Shop = shop is null ? (Ink?)null : Ink.Parse(shop).Mix(air, haze),
            Texture = texture * (near < 30 ? 0.9 : 0),
            Fine = near < 40,
            Plain = texture == 0,
        }, rng);
        if (shop is null || texture == 0)
            return;
        var glow = quad.At(0.5, 0.85);
        svg.Glow(glow.X, glow.Y, (a.Y - plane.At(x, 0, near).Y) * -0.16, "#ffc27a", 0.35);
    }

    private void Wet(Svg svg)
    {
        svg.Add(new Canvas(320, 102).Paint((u, v) =>
        {
            double px = u * 1600, py = 560 + (v * 507);
            var (x, z) = _plane.Ground(px, py + 1);
            var pavement = Math.Abs(x) > 4.6;
            var stone = Noise.Facet(pavement ? x * 1.1 : (x * 3.6) + ((int)Math.Floor(z * 2.6) % 2 * 0.5), pavement ? z * 0.9 : z * 2.6, 4);
            var joint = Noise.Step(0.16, 0.02, stone.Edge) * Noise.Step(22, 4, z);
            var tone = Noise.Cell(stone.Id, 3) * Noise.Step(26, 5, z);
            var pool = Noise.Fbm(x / 2.4, z / 4, 4, 8);
            var ink = Ink.Parse(pavement ? "#6a6676" : "#4c4a5c").Lit(0.75 + (tone * 0.5)).Mix("#1b1b28", joint * 0.7);
            return ink.Mix("#e0a493", Noise.Step(20, 90, z) * 0.5).With(Math.Clamp(0.6 - (pool * 0.55) + (joint * 0.25), 0.16, 0.92) * Noise.Step(0, 0.03, v));
        }).Element(0, 560, 1600, 507));
        foreach (var rail in new[] { -2.62, -1.18, 1.05, 2.49 })
        {
            svg.Path(new Pen().Polygon(_plane.At(rail - 0.05, 0, 150), _plane.At(rail + 0.05, 0, 150), _plane.At(rail + 0.05, 0, 3.6), _plane.At(rail - 0.05, 0, 3.6)).ToString(), "#1f1f2c");
            svg.Path(new Pen().Polygon(_plane.At(rail - 0.03, 0, 150), _plane.At(rail + 0.01, 0, 150), _plane.At(rail + 0.01, 0, 3.6), _plane.At(rail - 0.03, 0, 3.6)).ToString(), svg.Vertical((0, "#ffd9b8", 1), (0.3, "#b89aa0", 1), (1, "#6a6a80", 1)));
        }
        var rng = new Rng(6);
        var dabs = new Dabs();
        for (var i = 0; i < 1200; i++)
        {
            var z = 3.8 + (Math.Pow(rng.Next(), 1.7) * 40);
            var at = _plane.At(rng.In(-7, 7), 0, z);
            var s = _plane.Scale(z);
            var warm = Math.Exp(-Math.Pow((at.X - 610) / 150, 2));
            dabs.Add(at.X, at.Y, s * rng.In(0.05, 0.22), 0, Math.Clamp(s * 0.012, 0.8, 3.4), rng.Chance(0.35 + (warm * 0.4)) ? Ink.Parse("#ffcf94").Mix("#e6a6a0", rng.Next()) : Ink.Parse("#1d1d2b").Mix("#6d6a80", rng.Next()));
        }
        dabs.On(svg, 0.42);
        foreach (var x in new[] { -4.6, 4.6 })
            svg.Path(new Pen().Polygon(_plane.At(x, 0.13, 90), _plane.At(x, 0.13, 3.6), _plane.At(x, 0, 3.6), _plane.At(x, 0, 90)).ToString(), "#8a8494", "fill-opacity='.7'");
    }

    private static void Lamps(Svg svg, Plane plane)
    {
        foreach (var (x, z) in new[] { (-5.1, 46.0), (5.2, 38.0), (-5.1, 29.0), (5.2, 19.0), (-5.1, 12.5), (5.2, 9.4) })
        {
            var s = plane.Scale(z);
            Vec foot = plane.At(x, 0, z), top = plane.At(x, 4.3, z);
            svg.Line([foot, top], "#1d1c2a", Math.Max(1.6, s * 0.11));
            svg.Line([foot, foot.To(top, 0.18)], "#1d1c2a", Math.Max(2, s * 0.2));
            svg.Path(new Pen().Polygon(top + (-s * 0.2, -s * 0.62), top + (s * 0.2, -s * 0.62), top + (s * 0.13, 0), top + (-s * 0.13, 0)).ToString(), "#fff0c4");
            svg.Path(new Pen().Polygon(top + (-s * 0.27, -s * 0.62), top + (0, -s * 0.92), top + (s * 0.27, -s * 0.62)).ToString(), "#1d1c2a");
            svg.Glow(top.X, top.Y - (s * 0.3), s * 3.4, "#ffcf88", 0.75);
            var low = plane.At(x, 0, z);
            svg.Add($"<ellipse cx='{Svg.N(low.X)}' cy='{Svg.N(low.Y + (s * 2.1))}' rx='{Svg.N(s * 0.36)}' ry='{Svg.N(s * 2.6)}' fill='{svg.Radial((0, "#ffdc9c", 0.6), (1, "#ffdc9c", 0))}'/>");
        }
    }

    private void Wires(Svg svg)
    {
        var pen = new Pen();
        pen.Move(_plane.At(-1.9, 5.6, 120)).Line(_plane.At(-1.9, 5.6, 3)).Move(_plane.At(1.77, 5.6, 120)).Line(_plane.At(1.77, 5.6, 3));
        foreach (var z in new[] { 60.0, 42, 30, 21, 14, 9 })
            pen.Move(_plane.At(-7.2, 7.2, z)).Quad(_plane.At(0, 4.9, z), _plane.At(7.4, 7.2, z));
        svg.Path(pen.ToString(), "none", "stroke='#1c1b29' stroke-width='1.6' stroke-opacity='.8'");
    }

    private static void Tram(Svg svg, Plane plane, bool mirror)
    {
        const double near = 13, far = 25, left = -3.15, right = -0.65;
        var side = plane.Wall(right, near, right, far, 3.3, 0.35);
        svg.Path(side.Box(0, 0, 1, 1), svg.Vertical((0, "#e4d6bb", 1), (0.52, "#cbb796", 1), (0.54, "#7e2f30", 1), (1, "#4d1d25", 1)));
        Pen panes = new(), posts = new();
        for (var i = 0; i < 6; i++)
            Facade.Box(panes, side, 0.05 + (i * 0.155), 0.12, 0.125, 0.38);
        svg.Path(panes.ToString(), "#ffce82");
        svg.Path(side.Box(0, 0.52, 1, 0.03), "#e3b864");
        Vec At(double x, double y) => plane.At(x, y, near);
        svg.Path(new Pen().Polygon(At(left, 3.3), At(right, 3.3), plane.At(right, 3.3, far), plane.At(left, 3.3, far)).ToString(), "#3d3448");
        var middle = (left + right) / 2;
        svg.Path(new Pen().Move(At(left, 0.32)).Line(At(left - 0.02, 2.3)).Curve(At(left, 3.1), At(left + 0.3, 3.5), At(middle, 3.55)).Curve(At(right - 0.3, 3.5), At(right, 3.1), At(right + 0.02, 2.3)).Line(At(right, 0.32)).Close().ToString(), svg.Horizontal((0, "#a03a38", 1), (0.5, "#8d3033", 1), (1, "#6a242b", 1)));
        svg.Path(new Pen().Move(At(left, 1.75)).Line(At(left - 0.02, 2.3)).Curve(At(left, 3.1), At(left + 0.3, 3.5), At(middle, 3.55)).Curve(At(right - 0.3, 3.5), At(right, 3.1), At(right + 0.02, 2.3)).Line(At(right, 1.75)).Close().ToString(), "#e9dcc2");
        svg.Path(new Pen().Polygon(At(left + 0.16, 1.85), At(left + 0.2, 2.72), At(middle - 0.42, 2.78), At(middle - 0.42, 1.85)).Polygon(At(middle - 0.34, 1.85), At(middle - 0.34, 2.78), At(middle + 0.34, 2.78), At(middle + 0.34, 1.85)).Polygon(At(middle + 0.42, 1.85), At(middle + 0.42, 2.78), At(right - 0.2, 2.72), At(right - 0.16, 1.85)).ToString(), svg.Vertical((0, "#8a6a4c", 1), (0.5, "#ffd58c", 1), (1, "#c98f52", 1)));
        svg.Path(new Pen().Box(At(middle - 0.62, 3.28).X, At(0, 3.28).Y, plane.Scale(near) * 1.24, plane.Scale(near) * 0.36 * (mirror ? -1 : 1)).ToString(), "#241d2a");
        svg.Path(new Pen().Box(At(middle - 0.54, 3.22).X, At(0, 3.22).Y, plane.Scale(near) * 1.08, plane.Scale(near) * 0.24 * (mirror ? -1 : 1)).ToString(), "#ffb54e");
        svg.Path(new Pen().Polygon(At(left - 0.02, 1.66), At(right + 0.02, 1.66), At(right + 0.02, 1.74), At(left - 0.02, 1.74)).ToString(), "#e3b864");
        svg.Path(new Pen().Polygon(At(left + 0.15, 0.1), At(right - 0.15, 0.1), At(right, 0.5), At(left, 0.5)).ToString(), "#211c28");
        var lamp = At(middle, 1.15);
        var scale = plane.Scale(near);
        svg.Circle(lamp.X, lamp.Y, scale * 0.24, "#e3b864").Circle(lamp.X, lamp.Y, scale * 0.19, "#fff9e0");
        svg.Glow(lamp.X, lamp.Y, scale * (mirror ? 1.6 : 2.3), "#fff0c0", 0.95);
        if (mirror)
            return;
        svg.Add($"<g transform='translate({Svg.N(At(middle - 0.1, 1.86).X)} {Svg.N(At(0, 1.86).Y)})'>");
        People.Half(svg, 0, 0, scale * 0.72, "#2c2f4a", "#a07258", "#1c1a26");
        svg.Add("</g>");
        foreach (var x in new[] { left + 0.3, right - 0.3 })
            svg.Circle(At(x, 0.85).X, At(x, 0.85).Y, scale * 0.07, "#ff8a5a");
        var wipers = new Pen().Move(At(middle - 0.2, 1.86)).Line(At(middle + 0.16, 2.6)).Move(At(left + 0.5, 1.86)).Line(At(left + 0.8, 2.5));
        svg.Path(wipers.ToString(), "none", "stroke='#241d2a' stroke-width='2.4'");
        svg.Path(new Pen().Move(plane.At(-2.3, 3.5, 17)).Line(plane.At(-1.9, 4.6, 18.5)).Line(plane.At(-1.9, 5.6, 17.5)).Move(plane.At(-2.3, 5.62, 17.5)).Line(plane.At(-1.5, 5.62, 17.5)).ToString(), "none", "stroke='#1c1b29' stroke-width='3'");
        svg.Glow(plane.At(-1.9, 5.62, 17.5).X, plane.At(-1.9, 5.62, 17.5).Y, 46, "#cfe6ff", 0.9);
        svg.Path(new Pen().Polygon(At(left + 0.2, 1.86), At(left + 0.5, 1.86), At(left + 0.9, 2.76), At(left + 0.5, 2.74)).ToString(), "#fffbe6", "fill-opacity='.3'");
        foreach (var x in new[] { left, right })
            svg.Line([At(x, 2.2), At(x + (Math.Sign(x - middle) * 0.22), 2.4), At(x + (Math.Sign(x - middle) * 0.22), 2.05)], "#241d2a", 3);
    }

    private void Crowd(Svg svg)
    {
        (double X, double Z, double H, string Coat, string? Brolly, double Stride)[] people =
        [
            (5.6, 30, 1.7, "#3a3c55", null, 0.4), (3.6, 24, 1.7, "#54344a", "#8a3a44", -0.5), (5.9, 16, 1.75, "#2d3650", null, 0.5),
            (-5.8, 17, 1.7, "#4a3040", "#2f4a5a", 0.4), (-6, 10.5, 1.7, "#2c3146", null, -0.4), (2.2, 9.6, 1.72, "#31344c", "#c2463c", 0.55), (5.4, 7.6, 1.75, "#473545", "#2c3350", -0.45),
        ];
        foreach (var (x, z, h, coat, brolly, stride) in people)
        {
            var s = _plane.Scale(z);
            var foot = _plane.At(x, 0.02, z);
            var haze = Noise.Step(12, 60, z) * 0.5;
            var ink = Ink.Parse(coat).Mix("#c48f90", haze);
            svg.Reflect(foot.X, foot.Y, s * 0.44, s * 1.5, ink.Lit(0.7), 0.6);
            People.Stand(svg, foot.X, foot.Y, s * h, new Look(ink, Ink.Parse("#1b1c2a").Mix("#c48f90", haze), Ink.Parse("#8d6a60").Mix("#c48f90", haze)) { Stride = stride, Umbrella = brolly is null ? (Ink?)null : Ink.Parse(brolly).Mix("#c48f90", haze), RimSide = foot.X < 700 ? 1 : -1, Rim = "#ffcf96", Hem = 0.3, Bag = z < 10 ? Ink.Parse("#3a2a2a") : (Ink?)null });
        }
    }

    private static void Rain(Svg svg)
    {
        var rng = new Rng(9);
        var dabs = new Dabs();
        for (var i = 0; i < 320; i++)
        {
            var length = rng.In(8, 34);
            dabs.Add(rng.In(0, 1600), rng.In(0, 1067), -length * 0.14, length, rng.In(0.8, 1.5), "#ffe6d4");
        }
        dabs.On(svg, 0.22);
    }
}
