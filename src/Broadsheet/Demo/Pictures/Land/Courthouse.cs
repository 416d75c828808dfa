namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The High Court's colonnade in hard morning light, one advocate walking.</summary>
public sealed class Courthouse() : Scene("courthouse")
{
    private const double Row = -3.1, Wall = 4.7, Tall = 9.6, Radius = 0.62, Rise = 0.62;
    private static readonly Vec Sun = new(-0.9, -0.44);
    private static readonly double[] Columns = [5.4, 9.4, 13.4, 17.4, 21.4, 25.4, 29.4, 33.4, 37.4];
    private readonly Plane _plane = new(735, 1.65, 1080, 740);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(160, 74).Paint((u, v) => Ink.Ramp(v, (0, "#5f8fc0"), (0.6, "#a9c8dd"), (1, "#eadfc4")).Mix("#ffffff", Noise.Step(0.05, 0.6, Noise.Fbm((u * 3) - v, v * 5, 5, 9)) * 0.7)).Element(0, 0, 1600, 745));
        Beyond(svg);
        Floor(svg);
        Back(svg);
        Doors(svg);
        Ceiling(svg);
        for (var i = Columns.Length - 1; i >= 0; i--)
        {
            Column(svg, Columns[i]);
            if (i == 1)
                Advocate(svg);
        }
        svg.Glow(-60, 300, 1000, "#fff0c8", 0.4);
        svg.Vignette("#2a1c12", 0.35);
        svg.Mottle(0.12, across: 14, down: 20);
        svg.Grain();
    }

    /// <summary>How much sun comes between the columns to a point, 0–1.</summary>
    private static double Light(double x, double y, double z)
    {
        var away = (x - Row) / -Sun.X;
        if (away > 0 && y + (away * Rise) > Tall - 0.2)
            return 0;
        var light = 1.0;
        foreach (var c in Columns)
        {
            double dx = Row - x, dz = c - z;
            var along = (dx * Sun.X) + (dz * Sun.Y);
            if (along < 0.1)
                continue;
            var off = Math.Abs((dx * Sun.Y) - (dz * Sun.X));
            var blur = 0.03 + (along * 0.012);
            light = Math.Min(light, Noise.Step(Radius - blur, Radius + blur, off));
        }
        return light;
    }

    private static void Beyond(Svg svg)
    {
        var rng = new Rng(5);
        for (var i = 0; i < 9; i++)
        {
            double x = -60 + (i * 76), top = 520 + rng.Near(0, 50);
            var quad = new Quad((x, top), (x + 72, top), (x + 72, 745), (x, 745));
            svg.Path(new Pen().Polygon((x - 2, top), (x + 36, top - 34), (x + 74, top)).ToString(), "#a88a7c");
            Facade.Draw(svg, quad, new Front(Ink.Parse(rng.Pick("#dcc9a8", "#d0b598", "#c9bfae", "#dfc7a0")).Mix("#eee2cc", 0.3), "#efe6d4") { Floors = 4, Bays = 3, Glass = "#a39a92", Texture = 0.3, Fine = false }, rng);
        }
        var dabs = new Dabs();
        foreach (var x in new[] { 60.0, 190, 320, 430 })
        {
            svg.Line([(x, 745), (x, 660)], "#6d5a48", 6);
            Trees.Crown(dabs, x, 636, 54, 60, rng, "#8a7a44", "#b59a50", "#ecd68a", (-0.8, -0.6), 300, 7);
        }
        dabs.On(svg, 0.9);
        svg.Haze(600, 745, 800, "#fff0d2", 0.55);
    }

    private void Floor(Svg svg)
    {
        var canvas = new Canvas(1066, 224).Paint((u, v) =>
        {
            double px = u * 1600, py = 735 + (v * 333);
            var (x, z) = _plane.Ground(px, py + 0.7);
            double a = ((x / 1.35) % 1 + 1) % 1, b = ((z / 1.35) % 1 + 1) % 1;
            int i = (int)Math.Floor(x / 1.35), j = (int)Math.Floor(z / 1.35);
            var fade = Noise.Step(40, 8, z);
            var stone = Ink.Parse(((i + j) & 1) == 0 ? "#e8d6b0" : "#cdb58c").Mix("#ddc79f", 1 - fade).Lit(0.94 + (Noise.Cell(i, j, 4) * 0.1 * fade) + (Noise.Fbm(x * 3, z * 3, 3, 6) * 0.06 * fade));
            var joint = Math.Min(Math.Min(a, 1 - a), Math.Min(b, 1 - b)) < 0.018 ? 0.6 * fade : 0;
            stone = stone.Mix("#7d6846", joint);
            if (x < Row - 1.4)
                stone = Ink.Parse("#d6c29a").Mix("#eddfc0", 0.5 + (Noise.Fbm(x, z / 3, 4, 8) * 0.6));
            var light = x < Row - 1.4 ? 1 : Light(x, 0, z);
            var shadow = new Ink(stone.R * 0.36, stone.G * 0.37, stone.B * 0.5);
            return shadow.Mix(stone.Lit(1.06), light).Mix("#fff0d0", Noise.Step(20, 120, z) * 0.4);
        }).Shrunk(2);
        svg.Add(canvas.Element(0, 735, 1600, 333));
        var steps = new Pen();
        for (var k = 0; k < 5; k++)
        {
            var x = Row - 1.4 - (k * 0.4);
            steps.Polygon(_plane.At(x, -k * 0.12, 60), _plane.At(x, -k * 0.12, 3), _plane.At(x, -(k + 1) * 0.12, 3), _plane.At(x, -(k + 1) * 0.12, 60));
        }
        svg.Path(steps.ToString(), "#a8916a");
        var rng = new Rng(3);
        var dabs = new Dabs();
        for (var i = 0; i < 700; i++)
        {
            var z = 3.4 + (Math.Pow(rng.Next(), 1.8) * 30);
            var at = _plane.At(rng.In(-9, 4.6), 0, z);
            var (u, v) = (at.X / 1600, (at.Y - 735) / 333);
            if (u is < 0 or > 1 || v is < 0 or > 1)
                continue;
            dabs.Add(at.X, at.Y, _plane.Scale(z) * rng.In(0.05, 0.3), rng.Near(0, 1.5), rng.In(1, 3), canvas.Look(u, v).Lit(rng.In(0.85, 1.15)));
        }
        dabs.On(svg, 0.7);
    }

    private void Back(Svg svg)
    {
        const double near = 5.8, far = 40;
        var quad = _plane.Wall(Wall, far, Wall, near, Tall);
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{quad.Box(0, 0, 1, 1)}'/></clipPath>");
        Vec a = quad.At(0, 0), b = quad.At(1, 0), d = quad.At(1, 1);
        double left = a.X, right = Math.Min(1600, b.X), top = Math.Max(0, Math.Min(a.Y, b.Y)), bottom = Math.Min(1067, d.Y);
        var canvas = new Canvas(600, 534).Paint((u, v) =>
        {
            double px = left + (u * (right - left)), py = top + (v * (bottom - top));
            var z = 1080 * Wall / Math.Max(1, px - 740);
            var y = 1.65 - ((py - 735) * z / 1080);
            double course = y / 0.62, row = Math.Floor(course), along = (z / 1.7) + (row % 2 * 0.5);
            var edge = Math.Min(course - row, (along - Math.Floor(along)) * 2.6);
            var stone = Ink.Parse("#e6d2a8").Mix("#cdb48a", Noise.Cell((int)row, (int)Math.Floor(along), 5) * 0.55).Lit(1 + (Noise.Fbm(z * 2, y * 2, 4, 3) * 0.08)).Mix("#8a7450", edge < 0.05 ? 0.5 * Noise.Step(34, 10, z) : 0);
            var light = Light(Wall, y, z);
            return new Ink(stone.R * 0.4, stone.G * 0.4, stone.B * 0.52).Plus("#a08458", 0.12 * Noise.Step(4, 0, y)).Mix(stone.Lit(1.05), light).Mix("#f6e6c6", Noise.Step(16, 60, z) * 0.35);
        }).Shrunk(2);
        svg.Add($"<g clip-path='{clip}'>{canvas.Element(left, top, right - left, bottom - top)}</g>");
        svg.Path(new Pen().Polygon(_plane.At(Wall, 0.55, far), _plane.At(Wall, 0.55, near), _plane.At(Wall - 0.2, 0.5, near), _plane.At(Wall - 0.2, 0.5, far)).ToString(), "#f3e2ba", "fill-opacity='.7'");
    }

    private void Doors(Svg svg)
    {
        foreach (var z in new[] { 30.5, 22.5, 14.5 })
        {
            var quad = _plane.Wall(Wall - 0.02, z + 1.5, Wall - 0.02, z - 1.5, 5.4);
            svg.Path(quad.Box(-0.14, -0.1, 1.28, 1.1), "#c9b186");
            svg.Path(quad.Box(-0.2, -0.18, 1.4, 0.09), "#e8d6ac");
            svg.Path(quad.Box(-0.2, -0.09, 1.4, 0.02), "#6d5836", "fill-opacity='.6'");
            svg.Path(quad.Box(0, 0, 1, 1), "#3a2a20");
            Pen leaf = new(), panel = new(), rivet = new();
            for (var k = 0; k < 2; k++)
            {
                Facade.Box(leaf, quad, 0.03 + (k * 0.49), 0.2, 0.45, 0.8);
                for (var i = 0; i < 4; i++)
                    Facade.Box(panel, quad, 0.09 + (k * 0.49), 0.24 + (i * 0.19), 0.33, 0.14);
                rivet.Oval(quad.At(0.44 + (k * 0.12), 0.62).X, quad.At(0.44, 0.62).Y, _plane.Scale(z) * 0.06, _plane.Scale(z) * 0.06);
            }
            svg.Path(leaf.ToString(), "#5d4a34");
            svg.Path(panel.ToString(), "#4a3928");
            svg.Path(quad.Box(0.04, 0.03, 0.92, 0.13), "#8a7a5a");
            svg.Path(rivet.ToString(), "#e3bf6a");
            for (var i = 1; i < 6; i++)
                svg.Line([quad.At(0.04 + (i * 0.153), 0.03), quad.At(0.04 + (i * 0.153), 0.16)], "#3a2a20", 1.6);
        }
        var scales = _plane.Wall(Wall - 0.04, 15.6, Wall - 0.04, 13.4, 7.7, 6);
        Vec At(double u, double v) => scales.At(u, v);
        svg.Path(new Pen().Strip([At(0.5, 0), At(0.5, 0.95)], _ => 5).Strip([At(0.08, 0.2), At(0.92, 0.2)], _ => 5).Polygon(At(0.3, 0.95), At(0.7, 0.95), At(0.7, 1), At(0.3, 1)).Polygon(At(0.0, 0.62), At(0.24, 0.62), At(0.18, 0.74), At(0.06, 0.74)).Polygon(At(0.76, 0.62), At(1, 0.62), At(0.94, 0.74), At(0.82, 0.74)).ToString(), "#5d4c34");
        svg.Path(new Pen().Move(At(0, 0.62)).Line(At(0.12, 0.2)).Line(At(0.24, 0.62)).Move(At(0.76, 0.62)).Line(At(0.88, 0.2)).Line(At(1, 0.62)).ToString(), "none", "stroke='#5d4c34' stroke-width='2'");
    }

    private void Ceiling(Svg svg)
    {
        svg.Path(new Pen().Polygon(_plane.At(Row - 0.9, Tall, 60), _plane.At(Wall, Tall, 60), _plane.At(Wall, Tall, 2.2), _plane.At(Row - 0.9, Tall, 2.2)).ToString(), svg.Vertical((0, "#4d4038", 1), (1, "#a38c68", 1)));
        var ribs = new Pen();
        foreach (var c in Columns)
            ribs.Polygon(_plane.At(Row, Tall - 0.1, c + 0.5), _plane.At(Wall, Tall - 0.1, c + 0.5), _plane.At(Wall, Tall - 0.1, c - 0.5), _plane.At(Row, Tall - 0.1, c - 0.5));
        svg.Path(ribs.ToString(), "#6d5b48");
        var face = _plane.Wall(Row - 0.9, 60, Row - 0.9, 2.2, Tall + 2.6, Tall);
        svg.Path(face.Box(0, 0, 1, 1), "#f0deb4");
        svg.Path(face.Box(0, 0.5, 1, 0.04) + face.Box(0, 0.86, 1, 0.03), "#a88f64");
        svg.Path(new Pen().Polygon(_plane.At(Row - 0.9, Tall, 60), _plane.At(Row + 0.9, Tall, 60), _plane.At(Row + 0.9, Tall, 2.2), _plane.At(Row - 0.9, Tall, 2.2)).ToString(), "#8a7658");
        var blocks = new Pen();
        for (var z = 3.0; z < 60; z += 0.8)
            blocks.Polygon(_plane.At(Row - 0.92, Tall + 1.3, z), _plane.At(Row - 0.92, Tall + 1.3, z + 0.4), _plane.At(Row - 0.92, Tall + 1, z + 0.4), _plane.At(Row - 0.92, Tall + 1, z));
        svg.Path(blocks.ToString(), "#b89f72");
    }

    private void Column(Svg svg, double z)
    {
        var s = _plane.Scale(z);
        Vec foot = _plane.At(Row, 0, z), top = _plane.At(Row, Tall, z);
        double r = Radius * s, x = foot.X;
        var haze = Noise.Step(10, 44, z) * 0.5;
        Ink air = "#f3e2be";
        Ink lit = Ink.Parse("#fbeccb").Mix(air, haze), warm = Ink.Parse("#e3cb98").Mix(air, haze), dark = Ink.Parse("#6f6258").Mix(air, haze), deep = Ink.Parse("#4f4a50").Mix(air, haze), bounce = Ink.Parse("#8d7658").Mix(air, haze);
        var fill = svg.Horizontal((0, warm, 1), (0.12, lit, 1), (0.36, lit, 1), (0.5, warm, 1), (0.62, dark, 1), (0.82, deep, 1), (0.95, bounce, 1), (1, bounce, 1));
        svg.Path(new Pen().Polygon((x - r, foot.Y), (x - (r * 0.86), top.Y), (x + (r * 0.86), top.Y), (x + r, foot.Y)).ToString(), fill);
        for (var i = 0; i < 11; i++)
        {
            var k = Math.Sin((-75 + (i * 15)) * Math.PI / 180);
            var next = Math.Sin((-70 + (i * 15)) * Math.PI / 180);
            var shade = k < -0.1 ? Ink.Parse("#b89a68").Mix(air, haze) : deep.Lit(0.75);
            svg.Path(new Pen().Polygon((x + (k * r), foot.Y - (s * 0.5)), (x + (next * r), foot.Y - (s * 0.5)), (x + (next * r * 0.86), top.Y + (s * 0.75)), (x + (k * r * 0.86), top.Y + (s * 0.75))).ToString(), shade, "fill-opacity='.5'");
        }
        var b = _plane.At(Row, 0.5, z).Y;
        svg.Path(new Pen().Polygon((x - (r * 1.32), foot.Y), (x + (r * 1.32), foot.Y), (x + (r * 1.32), foot.Y - (s * 0.2)), (x - (r * 1.32), foot.Y - (s * 0.2))).ToString(), fill);
        svg.Path(new Pen().Loop([(x - (r * 1.2), foot.Y - (s * 0.2)), (x - (r * 1.25), foot.Y - (s * 0.34)), (x - (r * 1.02), b), (x + (r * 1.02), b), (x + (r * 1.25), foot.Y - (s * 0.34)), (x + (r * 1.2), foot.Y - (s * 0.2))]).ToString(), fill);
        svg.Path(new Pen().Polygon((x - (r * 0.88), top.Y + (s * 0.75)), (x - (r * 1.0), top.Y + (s * 0.5)), (x - (r * 1.3), top.Y + (s * 0.3)), (x - (r * 1.3), top.Y), (x + (r * 1.3), top.Y), (x + (r * 1.3), top.Y + (s * 0.3)), (x + (r * 1.0), top.Y + (s * 0.5)), (x + (r * 0.88), top.Y + (s * 0.75))).ToString(), fill);
        svg.Line([(x - (r * 0.9), top.Y + (s * 0.78)), (x + (r * 0.9), top.Y + (s * 0.78))], dark, Math.Max(1, s * 0.03));
        var rng = new Rng((ulong)(z * 10));
        var dabs = new Dabs();
        for (var i = 0; i < Math.Min(130, s * 1.2); i++)
        {
            var k = rng.Near(0, 0.95);
            dabs.Add(x + (k * r * 0.92), rng.In(Math.Max(0, top.Y), foot.Y), 0, rng.In(4, s * 0.3), rng.In(1, 1 + (s * 0.02)), k < 0 ? Ink.Parse("#c9ab74").Mix("#fff6dc", rng.Next()) : Ink.Parse("#3d3a42").Mix("#93826a", rng.Next()));
        }
        dabs.On(svg, 0.4);
    }

    private void Advocate(Svg svg)
    {
        const double z = 9.2;
        var foot = _plane.At(0.7, 0, z);
        var s = _plane.Scale(z);
        svg.Path(new Pen().Polygon(_plane.At(0.5, 0, z - 0.1), _plane.At(0.9, 0, z - 0.1), _plane.At(3.3, 0, z + 1.05), _plane.At(3.1, 0, z + 1.3), _plane.At(2.6, 0, z + 1.2)).ToString(), "#4f4644", "fill-opacity='.75'");
        People.Stand(svg, foot.X, foot.Y, s * 1.78, new Look("#1f1c22", "#26222a", "#b98a6c") { Stride = -0.55, Hem = 0.16, RimSide = -1, Rim = "#fff0cc", Bag = "#6b3a26", Hair = "#8a8278" });
        svg.Path(new Pen().Polygon((foot.X - (s * 0.05), foot.Y - (s * 1.48)), (foot.X + (s * 0.03), foot.Y - (s * 1.48)), (foot.X + (s * 0.02), foot.Y - (s * 1.26)), (foot.X - (s * 0.04), foot.Y - (s * 1.26))).ToString(), "#f6f0e0");
        var far = _plane.At(1.6, 0, 23);
        var t2 = _plane.Scale(23);
        People.Stand(svg, far.X, far.Y, t2 * 1.7, new Look("#5a3038", "#2f2830", "#b98a6c") { Stride = 0.4, Hem = 0.35, RimSide = -1, Rim = "#fff0cc" });
        People.Stand(svg, far.X + (t2 * 0.8), far.Y + 1, t2 * 1.74, new Look("#2f3646", "#2a2630", "#b98a6c") { Stride = 0.4, Hem = 0.35, RimSide = -1, Rim = "#fff0cc" });
        var pen = new Pen();
        foreach (var (x, y, w, f) in new[] { (160.0, 300.0, 34.0, 0.8), (230, 260, 26, -0.3), (110, 370, 22, 0.4), (330, 330, 20, 1) })
            Birds.Gull(pen, x, y, w, f);
        svg.Path(pen.ToString(), "#5d5a60");
    }
}
