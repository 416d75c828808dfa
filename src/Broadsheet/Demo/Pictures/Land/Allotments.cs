namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Gardens behind the houses on the morning of the first frost.</summary>
public sealed class Allotments() : Scene("allotments")
{
    private readonly Plane _plane = new(392, 4.4, 1150, 720);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 60).Paint(Heaven).Element(0, 0, 1600, 430));
        svg.Glow(1290, 330, 560, "#fff0cc", 0.85);
        svg.Circle(1290, 332, 30, "#fffbea");
        Terraces(svg);
        Ground(svg);
        Plots(svg);
        Digger(svg);
        Near(svg);
        svg.Haze(330, 430, 620, "#f6dfd2", 0.4);
        svg.Glow(1290, 380, 900, "#ffe2c0", 0.3);
        svg.Vignette("#1d2438", 0.34);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var veil = Noise.Fbm((u * 2.4) - v, v * 8, 5, 17);
        return Ink.Ramp(v, (0, "#8fa5c4"), (0.4, "#c5bed0"), (0.75, "#f0cabf"), (1, "#fbdcc0")).Mix("#ffeee0", Noise.Step(0.05, 0.6, veil) * 0.55);
    }

    private static void Terraces(Svg svg)
    {
        var rng = new Rng(12);
        for (var row = 0; row < 2; row++)
        {
            var ink = row == 0 ? Ink.Parse("#c2aab4") : Ink.Parse("#98798a");
            double y = 412 + (row * 14), h = row == 0 ? 66 : 104, w = row == 0 ? 46 : 74;
            for (var x = -30.0 + (row * 14); x < 1620; x += w)
            {
                if (row == 1 && x is > 1180 and < 1400)
                    continue;
                var wall = ink.Stray(rng, 0.05);
                svg.Path(new Pen(5).Polygon((x - 2, y - h), (x + 6, y - h - (h * 0.3)), (x + w - 6, y - h - (h * 0.3)), (x + w + 2, y - h)).ToString(), wall.Lit(0.72));
                svg.Path(new Pen(5).Polygon((x - 2, y - h), (x + 6, y - h - (h * 0.3)), (x + w - 6, y - h - (h * 0.3)), (x + w - 8, y - h - (h * 0.22)), (x + 8, y - h - (h * 0.22))).ToString(), "#f0e6ea", "fill-opacity='.8'");
                Facade.Draw(svg, new Quad((x, y - h), (x + w, y - h), (x + w, y), (x, y)), new Front(wall, wall.Mix("#fff2e6", 0.6)) { Floors = 2, Bays = 2, Glass = wall.Lit(0.6), Glow = "#ffd08a", Lit = row * 0.22, Plain = true }, rng);
                svg.Path(new Pen(5).Box(x + (w * 0.6), y - (h * 0.5), w * 0.4, h * 0.5).ToString(), wall.Lit(0.84));
                svg.Path(new Pen(5).Box(x + w - 16, y - (h * 1.46), 13, h * 0.22).ToString(), wall.Lit(0.6));
                if (rng.Chance(row == 0 ? 0.2 : 0.4))
                {
                    for (var k = 0; k < 3; k++)
                    {
                        var along = new List<Vec>();
                        for (var i = 0; i < 9; i++)
                            along.Add((x + w - 10 - (Math.Pow(i, 1.4) * 3.4) + (Math.Sin(i + k) * 3), y - (h * 1.46) - (i * 15)));
                        svg.Path(new Pen(5).Strip(along, t => 4 + (t * (14 + (k * 13)))).ToString(), svg.Vertical((0, "#fff2ea", 0), (0.6, "#fff2ea", 0.2), (1, "#fff6ee", 0.42)));
                    }
                }
            }
        }
        var pen = new Pen(5);
        foreach (var (x, h) in new[] { (120.0, 190.0), (560, 160), (980, 200), (1500, 210), (1180, 130) })
            Trees.Bare(pen, x, 438, h, rng, 5, 0.55);
        svg.Path(pen.ToString(), "#6f5a6c");
        svg.Path(new Pen().Box(-10, 424, 1620, 18).ToString(), "#7d6674");
        for (var x = 0.0; x < 1600; x += 9)
            svg.Rect(x, 412 + rng.In(0, 5), 7.5, 30, Ink.Parse("#6a5664").Mix("#a58c94", rng.Next()));
    }

    private void Ground(Svg svg)
    {
        svg.Add(new Canvas(800, 320).Paint((u, v) =>
        {
            double px = u * 1600, py = 436 + (v * 632);
            var (x, z) = _plane.Ground(px, py);
            var path = Math.Abs(x + 0.4) < 0.9 || Math.Abs(z - 17.6) < 0.9 || Math.Abs(z - 34) < 1.1;
            var rime = Noise.Fbm(x * 1.7, z * 1.3, 5, 4, 0.6);
            var patch = Noise.Fbm(x / 4, z / 5, 3, 8);
            Ink ink;
            if (path)
                ink = Ink.Parse("#a99a98").Mix("#e6dfe2", Math.Clamp(0.4 + (rime * 0.8), 0, 1));
            else
            {
                var bed = (int)Math.Floor((x + 100.5) / 3.3) + ((int)Math.Floor(z / 8.4) * 17);
                var kind = Noise.Cell(bed, 3, 2);
                var soil = Ink.Parse("#5d4a48").Mix("#7d6662", 0.5 + patch);
                var turf = Ink.Parse("#7f9384").Mix("#a8b5a0", 0.5 + patch);
                ink = kind < 0.62 ? soil : turf;
                var furrow = 0.5 + (0.5 * Math.Sin(x * 9));
                if (kind < 0.62)
                    ink = ink.Lit(0.8 + (furrow * 0.3));
                ink = ink.Mix("#e3e6ee", Math.Clamp((kind < 0.62 ? furrow * 0.55 : 0.5) + (rime * 0.7), 0, 0.85) * 0.8);
            }
            var sun = Math.Exp(-Math.Pow((px - 1290) / 420, 2)) * (1 - v);
            return ink.Mix("#ffe2c4", sun * 0.45).Mix("#e9d3d2", Noise.Step(24, 90, z) * 0.7);
        }).Shrunk(2).Printed(0, 436, 1600, 632, 120));
    }

    private void Plots(Svg svg)
    {
        var rng = new Rng(31);
        var things = new List<(double Z, Action Draw)>();
        var plants = new List<(double Z, double X, int Crop)>();
        var leaves = new Dabs();
        foreach (var (x, z, w, ink, glass) in new[] { (-17.0, 44.0, 3.4, "#6a8a8a", false), (-7.0, 46.0, 3, "#8a5a4a", false), (8.0, 45.0, 3.2, "#5d7a5a", false), (17.0, 47.0, 3, "#7a6a8a", false), (-11.0, 31.0, 3, "#a8684a", false), (5.0, 31.5, 3.6, "#9fb8bc", true), (13.5, 30.0, 3.2, "#4f6f7d", false), (-6.6, 20.4, 3, "#4f7a6c", false), (7.4, 20.6, 3.2, "#b0704a", false), (-17.5, 28.0, 3.4, "#9fb8bc", true) })
            things.Add((z, () => { leaves.On(svg); Shed(svg, x, z, w, ink, glass, rng); }));
        foreach (var (x, z) in new[] { (-4.6, 26.5), (10.4, 25.5), (-13.0, 24.0), (3.0, 38.5), (-9.6, 38.0) })
            things.Add((z, () => { leaves.On(svg); Poles(svg, x, z, rng); }));
        for (var row = 0; row < 22; row++)
        {
            double z = 9.4 + (Math.Pow(row, 1.25) * 0.86), x = -20;
            while (x < 20)
            {
                var bed = (int)Math.Floor((x + 100.5) / 3.3) + ((int)Math.Floor(z / 8.4) * 17);
                var kind = Noise.Cell(bed, 3, 2);
                if (kind < 0.56 && z < 36 && Math.Abs(x + 0.4) > 1.2 && Math.Abs(z - 17.6) > 1.1)
                {
                    double px = x + rng.Near(0, 0.1), pz = z + rng.Near(0, 0.12);
                    var crop = kind < 0.2 ? 0 : kind < 0.36 ? 1 : kind < 0.48 ? 2 : 3;
                    plants.Add((pz, px, crop));
                }
                x += 0.62 + (z * 0.012);
            }
        }
        foreach (var (x, z) in new[] { (3.4, 23.0), (-3.2, 33.0), (-10.4, 19.5) })
            things.Add((z, () => Butt(svg, x, z)));
        foreach (var (z, x, crop) in plants)
            things.Add((z, () => Plant(svg, leaves, x, z, crop, rng)));
        foreach (var (_, draw) in things.OrderByDescending(t => t.Z))
            draw();
        leaves.On(svg);
    }

    private void Plant(Svg svg, Dabs dabs, double x, double z, int crop, Rng rng)
    {
        var at = _plane.At(x, 0, z);
        var s = _plane.Scale(z);
        if (at.X is < -30 or > 1630 || at.Y > 1090)
            return;
        var haze = Noise.Step(16, 50, z) * 0.6;
        Ink air = "#e6d3d2";
        if (crop == 0)
        {
            var ink = Ink.Parse("#5a7f7a").Stray(rng, 0.04).Mix(air, haze);
            svg.Path(new Pen(5).Blob(at.X, at.Y - (s * 0.13), s * 0.3, s * 0.2, rng, 0.2, 8).ToString(), ink.Lit(0.66));
            svg.Path(new Pen(5).Blob(at.X + (s * 0.03), at.Y - (s * 0.19), s * 0.2, s * 0.14, rng, 0.18, 7).ToString(), ink.Mix("#cfe0e0", 0.3));
            if (z < 24)
                svg.Path(new Pen(5).Blob(at.X + (s * 0.03), at.Y - (s * 0.22), s * 0.11, s * 0.08, rng, 0.2, 7).ToString(), ink.Mix("#f3f6f6", 0.65));
            return;
        }
        var (dark, lit, tall, n) = crop switch
        {
            1 => (Ink.Parse("#4f6f60"), Ink.Parse("#c9dad2"), 0.55, 7),
            2 => (Ink.Parse("#6a5a4a"), Ink.Parse("#e0d2c0"), 0.95, 6),
            _ => (Ink.Parse("#5a4a68"), Ink.Parse("#d6c4d2"), 0.34, 6),
        };
        for (var i = 0; i < n; i++)
        {
            var lean = rng.Near(0, 0.55) * s * tall;
            dabs.Add(at, at + (lean * 0.3, -s * tall * 0.6), at + (lean, -s * tall * rng.In(0.7, 1.1)), Math.Max(1, s * (crop == 1 ? 0.05 : 0.035)), dark.Mix(lit, rng.Next()).Mix(air, haze));
        }
    }

    private void Shed(Svg svg, double x, double z, double w, string colour, bool glass, Rng rng)
    {
        var s = _plane.Scale(z);
        Ink air = "#e3cfd0";
        var haze = Noise.Step(18, 56, z) * 0.5;
        var wall = Ink.Parse(colour).Mix(air, haze);
        Vec At(double dx, double y, double dz) => _plane.At(x + dx, y, z + dz);
        svg.Path(new Pen(5).Polygon(At(-w / 2, 0, 0), At(w / 2, 0, 0), At((w / 2) - 2.6, 0, -2.4), At((-w / 2) - 2.6, 0, -2.4)).ToString(), "#3f4664", "fill-opacity='.35'");
        var near = x < 0 ? 1 : -1;
        svg.Path(new Pen(5).Polygon(At(near * w / 2, 0, 0), At(near * w / 2, 2.1, 0), At(near * w / 2, 2.1, 2.6), At(near * w / 2, 0, 2.6)).ToString(), x < 0 ? wall.Lit(1.25).Mix("#ffe2c0", 0.3) : wall.Lit(0.62));
        var front = new Quad(At(-w / 2, 2.1, 0), At(w / 2, 2.1, 0), At(w / 2, 0, 0), At(-w / 2, 0, 0));
        svg.Path(new Pen(5).Polygon(At(-w / 2, 0, 0), At(-w / 2, 2.1, 0), At(0, 2.9, 0), At(w / 2, 2.1, 0), At(w / 2, 0, 0)).ToString(), glass ? wall.Mix("#dfeaee", 0.3) : wall.Lit(0.85));
        var lines = new Pen(5);
        for (var i = 1; i < 9; i++)
            lines.Move(front.At(i / 9.0, 0)).Line(front.At(i / 9.0, 1));
        if (glass)
            lines.Move(front.At(0, 0.5)).Line(front.At(1, 0.5));
        svg.Path(lines.ToString(), "none", $"stroke='{(string)(glass ? Ink.Parse("#f3f3f0") : wall.Lit(0.6))}' stroke-width='{Svg.N(Math.Max(0.8, s * 0.035))}' stroke-opacity='.8'");
        if (!glass)
        {
            svg.Path(front.Box(0.54, 0.12, 0.3, 0.88), wall.Lit(0.58));
            svg.Path(front.Box(0.12, 0.24, 0.28, 0.3), "#f0e6e2");
            svg.Path(front.Box(0.14, 0.27, 0.24, 0.24), rng.Chance(0.2) ? "#ffd08a" : "#6f7d8c");
        }
        svg.Path(new Pen(5).Polygon(At((-w / 2) - 0.15, 2.05, -0.1), At(0, 2.95, -0.1), At(0, 2.95, 2.7), At((-w / 2) - 0.15, 2.05, 2.7)).ToString(), x < 0 ? Ink.Parse("#8a8fa4").Mix(air, haze) : Ink.Parse("#cfd3e0").Mix(air, haze));
        svg.Path(new Pen(5).Polygon(At((w / 2) + 0.15, 2.05, -0.1), At(0, 2.95, -0.1), At(0, 2.95, 2.7), At((w / 2) + 0.15, 2.05, 2.7)).ToString(), x < 0 ? Ink.Parse("#f3e6e2").Mix(air, haze) : Ink.Parse("#9298ae").Mix(air, haze));
        svg.Line([At((-w / 2) - 0.15, 2.05, -0.1), At(0, 2.95, -0.1), At((w / 2) + 0.15, 2.05, -0.1)], Ink.Parse("#fbf3f0").Mix(air, haze), Math.Max(1.4, s * 0.07), "stroke-linejoin='round'");
    }

    private void Poles(Svg svg, double x, double z, Rng rng)
    {
        var s = _plane.Scale(z);
        var pen = new Pen(5);
        for (var i = 0; i < 6; i++)
        {
            var top = _plane.At(x + (i * 0.55) - 1.4, 2.3, z);
            pen.Strip([_plane.At(x + (i * 0.55) - 1.75, 0, z - 0.5), top + (s * 0.06, -s * 0.2)], _ => Math.Max(1.2, s * 0.035)).Strip([_plane.At(x + (i * 0.55) - 1.05, 0, z + 0.5), top + (-s * 0.06, -s * 0.2)], _ => Math.Max(1.2, s * 0.035));
        }
        pen.Strip([_plane.At(x - 1.6, 2.3, z), _plane.At(x + 1.6, 2.3, z)], _ => Math.Max(1.4, s * 0.04));
        svg.Path(pen.ToString(), "#8a7468");
        var dabs = new Dabs();
        for (var i = 0; i < 70; i++)
        {
            var at = _plane.At(x + rng.Near(0, 1.7), rng.In(0.2, 2.4), z + rng.Near(0, 0.3));
            dabs.Add(at.X, at.Y, rng.Near(0, s * 0.12), rng.In(0, s * 0.12), Math.Max(1.2, s * 0.06), Ink.Parse("#8f7a4c").Mix(rng.Chance(0.4) ? "#efe9e6" : "#5f6a4a", rng.Next()));
        }
        dabs.On(svg);
    }

    private void Butt(Svg svg, double x, double z)
    {
        var at = _plane.At(x, 0, z);
        var s = _plane.Scale(z);
        svg.Rect(at.X - (s * 0.4), at.Y - (s * 1.05), s * 0.8, s * 1.05, svg.Horizontal((0, "#2f4a54", 1), (0.6, "#5d7f88", 1), (1, "#cfc9c4", 1)));
        svg.Path(new Pen().Oval(at.X, at.Y - (s * 1.05), s * 0.4, s * 0.1).ToString(), "#e6eef2");
        svg.Rect(at.X - (s * 0.41), at.Y - (s * 0.7), s * 0.82, s * 0.05, "#24383f");
    }

    private void Digger(Svg svg)
    {
        var at = _plane.At(4.9, 0, 12.6);
        var s = _plane.Scale(12.6);
        svg.Path(new Pen().Polygon(at + (-s * 0.1, 0), at + (s * 0.1, 0), at + (-s * 1.1, s * 0.72), at + (-s * 1.4, s * 0.66)).ToString(), "#353c58", "fill-opacity='.45'");
        svg.Line([at + (s * 0.46, -s * 1.02), at + (s * 0.56, s * 0.1)], "#8a6a4a", 6);
        svg.Path(new Pen().Polygon(at + (s * 0.47, -s * 0.1), at + (s * 0.66, -s * 0.1), at + (s * 0.63, s * 0.22), at + (s * 0.51, s * 0.22)).ToString(), "#9aa3ac");
        svg.Line([at + (s * 0.38, -s * 1.02), at + (s * 0.54, -s * 1.03)], "#8a6a4a", 6);
        svg.Add($"<g transform='rotate(8 {Svg.N(at.X)} {Svg.N(at.Y)})'>");
        People.Stand(svg, at.X, at.Y, s * 1.72, new Look("#3f5a6a", "#4a4038", "#c2946f") { Stride = 0.3, Hem = 0.46, RimSide = 1, Rim = "#fff0d4", Hair = "#a8442f", Hat = true, Reach = 1 });
        svg.Add("</g>");
        var breath = new Canvas(40, 24).Paint((u, v) => Ink.Parse("#fffaf4").With(Math.Clamp(Math.Exp(-(Math.Pow((u - 0.45) / 0.3, 2) + Math.Pow((v - 0.5) / 0.3, 2))) * (0.6 + Noise.Fbm(u * 5, v * 4, 4, 3)), 0, 0.8) * Noise.Step(0, 0.15, u) * Noise.Step(1, 0.8, u)));
        svg.Add(breath.Element(at.X + (s * 0.28), at.Y - (s * 1.82), s * 0.9, s * 0.5));
        Vec barrow = _plane.At(-0.7, 0, 11.2);
        var b = _plane.Scale(11.4);
        svg.Path(new Pen().Polygon(barrow + (-b * 0.6, -b * 0.62), barrow + (b * 0.56, -b * 0.56), barrow + (b * 0.3, -b * 0.16), barrow + (-b * 0.4, -b * 0.16)).ToString(), "#7a4a3a");
        svg.Path(new Pen().Blob(barrow.X, barrow.Y - (b * 0.66), b * 0.5, b * 0.16, new Rng(3), 0.2).ToString(), "#8a7a4a");
        svg.Path(new Pen().Blob(barrow.X + 4, barrow.Y - (b * 0.72), b * 0.36, b * 0.09, new Rng(4), 0.2).ToString(), "#e3e0dc");
        svg.Path(new Pen().Move(barrow + (b * 0.2, -b * 0.2)).Line(barrow + (-b * 1.2, -b * 0.5)).Move(barrow + (-b * 0.3, -b * 0.18)).Line(barrow + (-b * 0.42, b * 0.04)).ToString(), "none", "stroke='#5a3a2c' stroke-width='6' stroke-linecap='round'");
        svg.Circle(barrow.X + (b * 0.46), barrow.Y - (b * 0.1), b * 0.2, "#2c2a30").Circle(barrow.X + (b * 0.46), barrow.Y - (b * 0.1), b * 0.08, "#a8a0a0");
    }

    /// <summary>Closest to us: frosted leaves, a spade with a robin on it.</summary>
    private static void Near(Svg svg)
    {
        var rng = new Rng(81);
        foreach (var (x, y, r) in new[] { (90.0, 1010.0, 92.0), (290, 1050, 80), (1380, 1030, 96), (1560, 1000, 84), (480, 1075, 60), (1190, 1078, 62) })
            Cabbage(svg, x, y, r, rng);
        svg.Line([(986, 1090), (956, 800)], "#7d5a3c", 17);
        svg.Line([(990, 1090), (960, 800)], "#d9b08c", 4);
        svg.Path(new Pen().Strip([(916, 792), (954, 806), (994, 786)], _ => 15).ToString(), "#8a6444");
        svg.Path(new Pen().Strip([(916, 787), (954, 800), (994, 781)], _ => 4).ToString(), "#f3ece8");
        svg.Path(new Pen().Loop([(926, 776), (928, 744), (948, 726), (972, 734), (982, 760), (968, 784), (944, 788)]).ToString(), "#6f5f50");
        svg.Path(new Pen().Loop([(930, 772), (930, 746), (942, 734), (956, 744), (958, 768), (946, 784)]).ToString(), "#cf5f30");
        svg.Path(new Pen().Loop([(940, 784), (956, 772), (966, 780), (952, 788)]).ToString(), "#f0e6dc");
        svg.Path(new Pen().Polygon((974, 758), (1014, 790), (1006, 796), (968, 776)).ToString(), "#5a4c40");
        svg.Circle(943, 742, 3, "#1c1614");
        svg.Path(new Pen().Polygon((930, 744), (916, 748), (930, 751)).ToString(), "#2c2420");
        var dabs = new Dabs();
        for (var i = 0; i < 620; i++)
        {
            double x = rng.In(-10, 1610), edge = 1030 + (Noise.At(x / 160, 3) * 26), tall = rng.In(12, 60);
            if (x is > 600 and < 900)
                edge += 40;
            dabs.Add((x, 1085), (x + 2, edge), (x + rng.Near(0, 24), edge - tall + 30), rng.In(1.4, 3), Ink.Parse("#4f6460").Mix("#f0f3f4", rng.Next() * rng.In(0.4, 1)));
        }
        dabs.On(svg, 0.85);
        for (var i = 0; i < 90; i++)
            svg.Circle(rng.In(0, 1600), rng.In(620, 1060), rng.In(0.8, 2.2), "#ffffff", "fill-opacity='.85'");
    }

    private static void Cabbage(Svg svg, double x, double y, double r, Rng rng)
    {
        for (var ring = 0; ring < 3; ring++)
        {
            var leaves = 7 - ring;
            for (var i = 0; i < leaves; i++)
            {
                var turn = (i * Math.Tau / leaves) + (ring * 0.5) + rng.Near(0, 0.2);
                var reach = r * (1 - (ring * 0.3));
                var tip = (Vec)(x + (Math.Cos(turn) * reach), y - (ring * r * 0.12) + (Math.Sin(turn) * reach * 0.55));
                var side = (Vec)(-Math.Sin(turn) * reach * 0.5, Math.Cos(turn) * reach * 0.3);
                var heart = (Vec)(x, y - (ring * r * 0.14));
                var ink = Ink.Parse("#4a7270").Mix("#86a8a0", (ring * 0.3) + (Math.Cos(turn) * 0.15) + rng.Near(0, 0.1));
                var shape = new Pen(5).Loop([heart, heart.To(tip, 0.5) + side, tip + (side * 0.5), tip, tip - (side * 0.5), heart.To(tip, 0.5) - side]);
                svg.Path(shape.ToString(), ink, "stroke='#e9f0f2' stroke-width='1.8' stroke-opacity='.4'");
                svg.Path(new Pen(5).Move(heart).Line(tip).Move(heart.To(tip, 0.4)).Line(tip + (side * 0.4)).Move(heart.To(tip, 0.4)).Line(tip - (side * 0.4)).ToString(), "none", "stroke='#c9dcda' stroke-width='1.4' stroke-opacity='.4'");
            }
        }
        svg.Path(new Pen(5).Blob(x, y - (r * 0.4), r * 0.3, r * 0.24, rng, 0.12).ToString(), svg.Vertical((0, "#c3d6cc", 1), (1, "#6f958c", 1)));
    }
}
