namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Market day at noon, seen from a first-floor window.</summary>
public sealed class MarketSquare() : Scene("market-square")
{
    private readonly Plane _plane = new(352, 7.6, 1250, 800);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(240, 70).Paint((u, v) =>
        {
            var (cover, light) = Sky.Heaps(u, v * 0.8, [(0.2, 0.62, 0.2, 0.42), (0.72, 0.5, 0.16, 0.36), (0.48, 0.78, 0.12, 0.16)], 8, (-0.6, -0.7));
            return Ink.Ramp(v, (0, "#4f93c9"), (1, "#bfdcea")).Mix(Ink.Parse("#c3cfd9").Mix("#ffffff", light), cover * 0.9);
        }).Element(0, 0, 1600, 460));
        Ground(svg);
        Houses(svg);
        Fountain(svg);
        Stalls(svg);
        Pigeons(svg);
        svg.Glow(200, 0, 1100, "#fff4d0", 0.25);
        svg.Vignette("#2a1a14", 0.28);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private void Houses(Svg svg)
    {
        var rng = new Rng(31);
        const double z = 78;
        var x = -52.0;
        string[] walls = ["#e3b25c", "#c9604a", "#efe2c4", "#8fa9a3", "#d98f5c", "#e9d39a", "#b5726a", "#cfd3c4", "#e0a070", "#9fb5c4"];
        for (var i = 0; x < 52; i++)
        {
            double w = rng.In(6.4, 9.6), h = rng.In(10.5, 15);
            if (x < 6 && x + w > -6)
            {
                TownHall(svg);
                x = 7.4;
                continue;
            }
            Vec a = _plane.At(x, h, z), b = _plane.At(x + w, h, z), c = _plane.At(x + w, 0, z), d = _plane.At(x, 0, z);
            var wall = Ink.Parse(walls[i % walls.Length]).Stray(rng, 0.03);
            var shade = x > 20 ? 0.82 : 1;
            var rise = rng.In(3, 4.6);
            if (rng.Chance(0.5))
            {
                var steps = new Pen().Move(a);
                for (var k = 0; k < 5; k++)
                    steps.Line(_plane.At(x + (w * k / 10), h + (rise * (k + 1) / 5), z)).Line(_plane.At(x + (w * (k + 1) / 10), h + (rise * (k + 1) / 5), z));
                for (var k = 4; k >= 0; k--)
                    steps.Line(_plane.At(x + w - (w * (k + 1) / 10), h + (rise * (k + 1) / 5), z)).Line(_plane.At(x + w - (w * k / 10), h + (rise * (k + 1) / 5), z));
                svg.Path(steps.Line(b).Close().ToString(), wall.Lit(shade));
            }
            else
            {
                svg.Path(new Pen().Polygon(a + (-3, 2), _plane.At(x + (w * 0.2), h + rise, z), _plane.At(x + (w * 0.8), h + rise, z), b + (3, 2)).ToString(), svg.Vertical((0, "#b06a4c", 1), (1, "#8a4a3a", 1)));
                for (var k = 0; k < 2; k++)
                    svg.Path(new Pen().Polygon(_plane.At(x + (w * (0.3 + (k * 0.28))), h + 0.4, z), _plane.At(x + (w * (0.3 + (k * 0.28))), h + 1.6, z), _plane.At(x + (w * (0.37 + (k * 0.28))), h + 2.3, z), _plane.At(x + (w * (0.44 + (k * 0.28))), h + 1.6, z), _plane.At(x + (w * (0.44 + (k * 0.28))), h + 0.4, z)).ToString(), wall.Lit(shade * 0.95));
            }
            Facade.Draw(svg, new Quad(a, b, c, d), new Front(wall.Lit(shade), Ink.Parse("#fbf4e2").Lit(shade)) { Floors = 4, Bays = w > 8 ? 4 : 3, Glass = "#4f6370", Shop = Ink.Parse(rng.Pick("#3f6a5c", "#8a3f38", "#3a4f6a", "#a8763a")), Shutters = rng.Chance(0.3) ? Ink.Parse("#4a6f5f") : (Ink?)null, Texture = 0.2, Fine = true, Lit = 0.05 }, rng);
            x += w;
        }
    }

    private void TownHall(Svg svg)
    {
        const double z = 77;
        Vec At(double x, double y) => _plane.At(x, y, z);
        svg.Path(new Pen().Polygon(At(-7.4, 0), At(-7.4, 15), At(7.4, 15), At(7.4, 0)).ToString(), svg.Horizontal((0, "#f3e6c9", 1), (1, "#cdbb9c", 1)));
        svg.Path(new Pen().Polygon(At(-7.8, 15), At(-5.6, 19.4), At(5.6, 19.4), At(7.8, 15)).ToString(), "#5a7f78");
        svg.Path(new Pen().Polygon(At(-2.1, 14), At(-2.1, 24), At(2.1, 24), At(2.1, 14)).ToString(), svg.Horizontal((0, "#f7ecd2", 1), (0.6, "#d6c6a6", 1), (1, "#b3a488", 1)));
        svg.Path(new Pen().Move(At(-2.5, 24)).Curve(At(-2.3, 26), At(-0.8, 26.4), At(-0.5, 28)).Line(At(0, 33)).Line(At(0.5, 28)).Curve(At(0.8, 26.4), At(2.3, 26), At(2.5, 24)).Close().ToString(), "#5f8f84");
        svg.Circle(At(0, 21.6).X, At(0, 21.6).Y, 25, "#fbf4e0").Circle(At(0, 21.6).X, At(0, 21.6).Y, 25, "none", "stroke='#b08a3f' stroke-width='4'");
        svg.Line([At(0, 21.6), At(0.04, 22.5)], "#2a2a2e", 3);
        svg.Line([At(0, 21.6), At(0.16, 22.4)], "#2a2a2e", 3);
        for (var i = 0; i < 12; i++)
            svg.Line([At(0, 21.6) + Vec.Round(i * Math.Tau / 12, 19), At(0, 21.6) + Vec.Round(i * Math.Tau / 12, 22)], "#2a2a2e", 2);
        for (var i = 0; i < 7; i++)
        {
            var x = -6.4 + (i * 1.9);
            svg.Path(new Pen().Move(At(x, 0)).Line(At(x, 2.9)).Curve(At(x, 4), At(x + 1.4, 4), At(x + 1.4, 2.9)).Line(At(x + 1.4, 0)).Close().ToString(), "#6d5f52");
            svg.Path(new Pen().Polygon(At(x + 0.2, 5.4), At(x + 0.2, 8.6), At(x + 1.2, 8.6), At(x + 1.2, 5.4)).Polygon(At(x + 0.2, 10), At(x + 0.2, 12.8), At(x + 1.2, 12.8), At(x + 1.2, 10)).ToString(), "#566873");
            svg.Path(new Pen().Polygon(At(x, 8.8), At(x + 0.7, 9.5), At(x + 1.4, 8.8)).ToString(), "#e9dcc0");
        }
        svg.Path(new Pen().Polygon(At(-7.6, 4.5), At(7.6, 4.5), At(7.6, 4.9), At(-7.6, 4.9)).Polygon(At(-7.7, 14.6), At(7.7, 14.6), At(7.7, 15.1), At(-7.7, 15.1)).ToString(), "#fff6e0");
        svg.Line([At(0, 33), At(0, 35)], "#b08a3f", 3);
        svg.Line([At(-5, 13.5), At(-5.6, 17)], "#4a4a4a", 3);
        svg.Path(new Pen().Polygon(At(-5.5, 16.8), At(-3.6, 16.4), At(-3.5, 15.5), At(-5.4, 15.9)).ToString(), "#2f4f8f");
    }

    private void Ground(Svg svg)
    {
        svg.Add(new Canvas(440, 170).Paint((u, v) =>
        {
            double px = u * 1600, py = 450 + (v * 618);
            var (x, z) = _plane.Ground(px, py);
            var ring = Math.Sqrt(Math.Pow(x, 2) + Math.Pow(z - 34, 2));
            var band = Math.Abs(((ring / 6) % 1) - 0.5) > 0.46 || Math.Abs(((x / 7) % 1 + 1) % 1 - 0.5) > 0.475;
            var stone = Noise.Facet(x * 3.2, z * 3.2, 6);
            var near = Noise.Step(40, 12, z);
            var ink = Ink.Parse(band ? "#c9b392" : "#b8a591").Lit(0.92 + (Noise.Cell(stone.Id, 4) * 0.2 * near)).Mix("#857260", Noise.Step(0.14, 0.02, stone.Edge) * 0.5 * near);
            return ink.Lit(1 + (Noise.Fbm(x / 3, z / 3, 3, 9) * 0.1)).Mix("#e3d6bd", Noise.Step(26, 62, z) * 0.5);
        }).Printed(0, 450, 1600, 618, 96));
    }

    private void Fountain(Svg svg)
    {
        var at = _plane.At(1.6, 0, 44);
        var s = _plane.Scale(44);
        svg.Path(new Pen().Oval(at.X + (s * 0.9), at.Y + (s * 0.1), s * 3.4, s * 0.62).ToString(), "#4f4550", "fill-opacity='.35'");
        svg.Path(new Pen().Oval(at.X, at.Y, s * 2.9, s * 0.56).ToString(), "#8a8078");
        svg.Rect(at.X - (s * 2.9), at.Y - (s * 0.7), s * 5.8, s * 0.7, svg.Horizontal((0, "#f0e4cc", 1), (0.5, "#b5a890", 1), (1, "#857a6c", 1)));
        svg.Path(new Pen().Oval(at.X, at.Y - (s * 0.7), s * 2.9, s * 0.5).ToString(), "#e9dfc8");
        svg.Path(new Pen().Oval(at.X, at.Y - (s * 0.68), s * 2.6, s * 0.4).ToString(), "#7fb0b8");
        svg.Path(new Pen().Polygon((at.X - (s * 0.3), at.Y - (s * 0.7)), (at.X - (s * 0.2), at.Y - (s * 2.6)), (at.X + (s * 0.2), at.Y - (s * 2.6)), (at.X + (s * 0.3), at.Y - (s * 0.7))).ToString(), "#cbbda2");
        People.Stand(svg, at.X, at.Y - (s * 2.6), s * 2, new Look("#5f8a7c", "#4a6f66", "#6a9586") { Hair = "#5f8a7c", Reach = 1, Hem = 0.1 });
    }

    private sealed record Stall(double X, double Z, double Wide, string A, string B, int Goods);

    private void Stalls(Svg svg)
    {
        var rng = new Rng(12);
        var stalls = new List<Stall>();
        string[][] stripes = [["#c9453a", "#f6ecd8"], ["#2f6a5c", "#f3ead4"], ["#e0a73c", "#f8f0dc"], ["#2f5a84", "#f3ecda"], ["#d9703f", "#f6e6c8"], ["#7a4a6a", "#f0e4d6"], ["#f3ead6", "#dcccaa"], ["#4f8a8a", "#f6efdc"]];
        foreach (var z in new[] { 60.0, 50, 41.5, 34.5, 28.4, 23.2, 18.6, 14.4 })
        {
            for (var k = -8; k <= 8; k++)
            {
                var x = (k * 5.1) + (z % 3) - 1;
                if (Math.Abs(x - 0.5) < 2.4 || (Math.Abs(x - 1.6) < 6 && z is > 40 and < 52) || (z < 16 && Math.Abs(x) < 4.4) || rng.Chance(0.1))
                    continue;
                var pair = stripes[rng.Int(stripes.Length)];
                stalls.Add(new(x, z, rng.In(3.2, 3.9), pair[0], pair[1], rng.Int(6)));
            }
        }
        var crowd = new List<(double X, double Z)>();
        for (var i = 0; i < 190; i++)
        {
            var z = 13 + (Math.Pow(rng.Next(), 1.1) * 56);
            crowd.Add((rng.Chance(0.2) ? rng.Near(0.5, 3.2) : rng.In(-0.62, 0.62) * z, z));
        }
        var things = stalls.Select(s => (s.Z, Draw: (Action)(() => Draw(svg, s, rng)))).Concat(crowd.Where(c => !stalls.Exists(s => Math.Abs(s.Z - c.Z) < 1.4 && Math.Abs(s.X - c.X) < 2.1)).Select(c => (c.Z, Draw: (Action)(() => Person(svg, c.X, c.Z, rng)))));
        foreach (var (_, draw) in things.OrderByDescending(t => t.Z))
            draw();
    }

    private static void Pigeons(Svg svg)
    {
        var rng = new Rng(50);
        for (var i = 0; i < 15; i++)
        {
            double x = 800 + rng.Near(-30, 230), y = 1010 + rng.Near(0, 42), s = 1 + ((y - 960) / 160), way = rng.Chance(0.5) ? 1 : -1;
            svg.Path(new Pen().Polygon((x - 6, y), (x + 6, y), (x + 34, y + 7), (x + 22, y + 10)).ToString(), "#40384a", "fill-opacity='.35'");
            svg.Path(new Pen().Loop([(x - (15 * s * way), y - (7 * s)), (x - (2 * s * way), y - (13 * s)), (x + (8 * s * way), y - (12 * s)), (x + (10 * s * way), y - (17 * s)), (x + (14 * s * way), y - (17 * s)), (x + (12 * s * way), y - (8 * s)), (x + (2 * s * way), y - (3 * s))]).ToString(), rng.Pick("#6f7686", "#8d93a0", "#5a6070", "#d9d6d0"));
            svg.Line([(x, y - (4 * s)), (x, y)], "#a8563a", 1.4);
        }
    }

    private void Person(Svg svg, double x, double z, Rng rng)
    {
        var s = _plane.Scale(z);
        var at = _plane.At(x, 0, z);
        if (at.X is < -40 or > 1640)
            return;
        svg.Path(new Pen(5).Polygon(at + (-s * 0.12, 0), at + (s * 0.14, 0), at + (s * 1.05, s * 0.3), at + (s * 0.85, s * 0.36)).ToString(), "#40384a", "fill-opacity='.4'");
        var coat = Ink.Parse(rng.Pick("#b5433a", "#3f5a7a", "#4a6a52", "#c98f3c", "#6a4a5c", "#2f3a4a", "#8a6a4a", "#d6c8ac", "#3f7a7c", "#a8563a"));
        var height = s * rng.In(1.5, 1.8);
        if (z > 22)
        {
            svg.Path(new Pen(2).Strip([at + (-s * 0.08, 0), at + (-s * 0.05, -height * 0.5)], _ => s * 0.14).Strip([at + (s * 0.1, 0), at + (s * 0.05, -height * 0.5)], _ => s * 0.14).ToString(), "#2f2c34");
            svg.Path(new Pen(2).Loop([at + (-s * 0.22, -height * 0.4), at + (-s * 0.19, -height * 0.82), at + (s * 0.19, -height * 0.82), at + (s * 0.22, -height * 0.4)]).ToString(), coat);
            svg.Circle(at.X, at.Y - (height * 0.92), s * 0.11, rng.Pick("#c99a78", "#8a5f46", "#e0b795"));
            return;
        }
        People.Stand(svg, at.X, at.Y, height, new Look(coat, rng.Pick(Ink.Parse("#2f2c34"), Ink.Parse("#3f4250"), Ink.Parse("#4a3a30")), rng.Pick(Ink.Parse("#c99a78"), Ink.Parse("#8a5f46"), Ink.Parse("#e0b795"))) { Stride = rng.Near(0, 0.6), Hem = rng.In(0.3, 0.48), Bag = rng.Chance(0.4) ? Ink.Parse(rng.Pick("#8a5a34", "#d9c08a", "#3f5a4a")) : (Ink?)null, Hair = rng.Pick(Ink.Parse("#2a211c"), Ink.Parse("#6a4a2c"), Ink.Parse("#b5a898"), Ink.Parse("#8a3f2c")), RimSide = -1, Rim = "#fff4d8", Hat = rng.Chance(0.2) });
    }

    private void Draw(Svg svg, Stall stall, Rng rng)
    {
        var (x, z, w, a, b, goods) = stall;
        var s = _plane.Scale(z);
        Vec At(double dx, double y, double dz) => _plane.At(x + dx, y, z + dz);
        if (At(w / 2, 0, 0).X < -20 || At(-w / 2, 0, 0).X > 1620)
            return;
        var haze = Noise.Step(26, 60, z) * 0.35;
        Ink air = "#e9dcc2", dark = Ink.Parse(a).Mix(air, haze), light = Ink.Parse(b).Mix(air, haze);
        svg.Path(new Pen(5).Polygon(At(-w / 2, 0, 1.1), At(w / 2, 0, 1.1), At((w / 2) + 1.5, 0, 0.5), At((w / 2) + 1.5, 0, -1.5), At((-w / 2) + 0.5, 0, -1.5), At(-w / 2, 0, -1.1)).ToString(), "#3d3444", "fill-opacity='.45'");
        svg.Path(new Pen(5).Polygon(At(-w / 2, 0.95, -0.9), At(w / 2, 0.95, -0.9), At(w / 2, 0, -0.9), At(-w / 2, 0, -0.9)).ToString(), dark.Lit(0.55));
        svg.Path(new Pen(5).Polygon(At(-w / 2, 0.95, 0.2), At(w / 2, 0.95, 0.2), At(w / 2, 0.88, -1), At(-w / 2, 0.88, -1)).ToString(), "#a8855a");
        Goods(svg, At, w, s, goods, rng);
        if (z < 40)
        {
            var keeper = At(rng.Near(0, 0.9), 0.95, 0.3);
            People.Half(svg, keeper.X, keeper.Y, s * 0.92, Ink.Parse(rng.Pick("#e9e2d0", "#4a6a7a", "#7a4a3c", "#3f5a48")), "#c2946f", rng.Pick(Ink.Parse("#2a211c"), Ink.Parse("#8a7a6a")));
        }
        foreach (var side in new[] { -1, 1 })
            svg.Line([At(side * w / 2, 0, -1), At(side * w / 2, 2.2, -1)], "#5d4a38", Math.Max(1, s * 0.07));
        const int bands = 8;
        Pen one = new(5), two = new(5), hem = new(5), hem2 = new(5);
        for (var i = 0; i < bands; i++)
        {
            double from = (-w / 2) - 0.15 + (i * (w + 0.3) / bands), to = from + ((w + 0.3) / bands);
            (i % 2 == 0 ? one : two).Polygon(At(from, 3, 1), At(to, 3, 1), At(to, 2.25, -1.3), At(from, 2.25, -1.3));
            var low = At((from + to) / 2, 1.86, -1.3);
            (i % 2 == 0 ? hem : hem2).Move(At(from, 2.25, -1.3)).Line(At(to, 2.25, -1.3)).Line(At(to, 2.02, -1.3)).Quad(low, At(from, 2.02, -1.3)).Close();
        }
        svg.Path(one.ToString(), dark);
        svg.Path(two.ToString(), light);
        svg.Path(hem.ToString(), dark.Lit(0.78));
        svg.Path(hem2.ToString(), light.Lit(0.84));
        svg.Path(new Pen(5).Polygon(At((-w / 2) - 0.15, 3, 1), At((-w / 2) + (w * 0.5), 3, 1), At((-w / 2) + (w * 0.3), 2.25, -1.3), At((-w / 2) - 0.15, 2.25, -1.3)).ToString(), "#fff6da", "fill-opacity='.2'");
    }

    private static void Goods(Svg svg, Func<double, double, double, Vec> at, double w, double s, int kind, Rng rng)
    {
        string[][] wares = [["#d9482f", "#e0722f", "#f0b83c"], ["#6a9a3f", "#3f7a3a", "#a8c45a"], ["#e9dcb8", "#c9a05c", "#a8743a"], ["#b5c4cc", "#8fa3b0", "#e3e8ea"], ["#e07a9a", "#f0e0a0", "#c94a6a", "#f6f0f0"], ["#7a4a8a", "#d98f2f", "#8a2f2f"]];
        var dabs = new Dabs();
        for (var i = 0; i < Math.Min(64, 10 + (s * 0.45)); i++)
        {
            var p = at(rng.In(-0.46, 0.46) * w, 0.98, rng.In(-0.95, 0.1));
            dabs.Add(p.X, p.Y, s * 0.03, 0, Math.Max(1.5, s * rng.In(0.08, 0.15)), Ink.Parse(rng.Pick<string>(wares[kind])).Stray(rng, 0.04));
        }
        dabs.On(svg);
    }
}
