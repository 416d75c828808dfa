namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Turbines standing out of ground fog, early and pale.</summary>
public sealed class WindFarm() : Scene("wind-farm")
{
    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(220, 146).Paint(Air).Element(0, 0, 1600, 1067));
        svg.Glow(250, 430, 620, "#fff3d4", 0.85);
        svg.Circle(250, 432, 34, "#fffdf0");
        Far(svg);
        Hill(svg, 0, 640, "#9fb9b4", "#dfe6da");
        Fog(svg, 560, 220, 3, 0.8);
        foreach (var (x, y, h, turn) in new[] { (520.0, 700.0, 250.0, 0.3), (760, 690, 262, 1.1), (985, 705, 255, 0.7), (1330, 720, 270, 1.7) })
            Turbine(svg, x, y, h, turn, 0.45);
        Hill(svg, 1, 740, "#7f9f8d", "#cfdcc6");
        Fog(svg, 640, 260, 5, 0.95);
        Turbine(svg, 350, 850, 470, 0.85, 0.2);
        Turbine(svg, 900, 830, 400, 1.55, 0.26);
        Hill(svg, 2, 850, "#5d7f66", "#a7bf95");
        Farm(svg);
        Fog(svg, 760, 240, 8, 0.72);
        Turbine(svg, 1240, 1010, 860, 0.42, 0);
        Meadow(svg);
        svg.Mottle(0.08);
        svg.Grain(0.11);
    }

    private static Ink Air(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#9fc4cf"), (0.28, "#c9dcd6"), (0.48, "#f1e6cf"), (0.6, "#f6d9bd"), (1, "#cfd9c9"));
        var veil = Noise.Fbm((u * 2.6) - (v * 1.6), v * 11, 5, 22);
        return ink.Mix("#fff9ea", Noise.Step(0, 0.6, veil) * 0.6 * Noise.Step(0.5, 0.1, v)).Mix("#fbe0c4", Math.Exp(-Math.Pow((u - 0.16) * 2.2, 2)) * Noise.Step(0.1, 0.5, v) * 0.5);
    }

    private static void Far(Svg svg)
    {
        foreach (var (x, h) in new[] { (640.0, 92.0), (1120, 84) })
            Turbine(svg, x, 600, h, x * 0.37, 0.72);
    }

    private static double Ground(int layer, double x, double y) => y + (Noise.Fbm((x / 620) + (layer * 7), layer, 3, 14) * (50 + (layer * 14))) + (layer == 1 ? (x - 800) * 0.04 : (800 - x) * 0.05);

    private static void Hill(Svg svg, int layer, double y, string ink, string low)
    {
        var rng = new Rng((ulong)(layer + 60));
        var pen = new Pen(5).Move(-5, y + 260);
        for (var x = -5.0; x <= 1610; x += 20)
            pen.Line(x, Ground(layer, x, y));
        svg.Path(pen.Line(1610, y + 260).Close().ToString(), svg.Vertical((0, ink, 1), (0.7, low, 1), (1, low, 1)));
        var dabs = new Dabs();
        for (var i = 0; i < 420; i++)
        {
            var x = rng.In(-10, 1610);
            var d = rng.Next();
            var strip = Noise.At((x / 210) + (d * 0.4), layer * 5) > 0.1;
            dabs.Add(x, Ground(layer, x, y) + 4 + (d * 110), rng.In(20, 90), rng.Near((layer == 1 ? 0.04 : -0.05) * 60, 4), rng.In(2, 6), Ink.Parse(strip ? "#d8d39a" : ink).Mix(low, d).Stray(rng, 0.04));
        }
        dabs.On(svg, 0.5);
        for (var line = 0; line < 3; line++)
        {
            for (var x = -20.0; x < 1630; x += rng.In(4, 12) * (1 + (layer * 0.5)))
            {
                if (Noise.At(x / 110, line + (layer * 9)) < 0.05)
                    continue;
                var along = Ground(layer, x, y) + 14 + (line * 34) + (Noise.At(x / 260, line) * 26);
                var r = rng.In(3, 8) * (1 + (layer * 0.55)) * (rng.Chance(0.12) ? 1.9 : 1);
                Trees.Bush(dabs, x, along, r, rng, Ink.Parse(ink).Lit(0.66).Mix(low, line * 0.12), Ink.Parse(ink).Mix("#fff0c8", 0.5), -1, 7);
            }
        }
        dabs.On(svg);
    }

    private static void Fog(Svg svg, double y, double h, int seed, double strength) =>
        svg.Add(new Canvas(150, 44).Paint((u, v) =>
        {
            var d = Noise.Fbm(u * 4, v * 3.4, 5, seed) * 0.8 + 0.5;
            var top = 0.32 + (Noise.Fbm(u * 3, 1, 3, seed + 3) * 0.22);
            return Ink.Parse("#f3f1e4").Mix("#ffe3c4", Math.Exp(-Math.Pow((u - 0.16) * 2.4, 2)) * 0.8).Mix("#cfe0df", Math.Clamp((v - 0.5) * 0.6, 0, 1)).With(Math.Clamp(d, 0, 1) * Noise.Step(top - 0.14, top + 0.2, v) * Noise.Step(1, 0.62, v) * strength);
        }).Element(0, y, 1600, h));

    /// <summary>A turbine; distance 0 is near, 1 lost in the air.</summary>
    private static void Turbine(Svg svg, double x, double y, double h, double turn, double distance)
    {
        Ink air = "#f1e7d2";
        var lit = Ink.Parse("#fffaf0").Mix(air, distance);
        var shade = Ink.Parse("#8fa3ad").Mix(air, distance * 0.92);
        var dark = Ink.Parse("#5f7480").Mix(air, distance * 0.92);
        double foot = h * 0.021, top = h * 0.0115;
        var hub = (Vec)(x, y - h);
        svg.Path(new Pen().Polygon((x - foot, y), (x - top, y - h), (x + top, y - h), (x + foot, y)).ToString(), svg.Horizontal((0, lit, 1), (0.35, lit, 1), (0.7, shade, 1), (1, dark, 1)));
        svg.Path(new Pen().Polygon(hub + (-h * 0.022, -h * 0.016), hub + (h * 0.05, -h * 0.018), hub + (h * 0.056, h * 0.004), hub + (h * 0.05, h * 0.014), hub + (-h * 0.022, h * 0.014)).ToString(), shade);
        for (var i = 0; i < 3; i++)
        {
            var way = Vec.Round(turn + (i * Math.Tau / 3));
            var side = way.Normal;
            var length = h * 0.56;
            var blade = new Pen().Loop([hub + (side * (h * 0.008)), hub + (way * (length * 0.12)) + (side * (h * 0.02)), hub + (way * (length * 0.3)) + (side * (h * 0.018)), hub + (way * length), hub + (way * (length * 0.5)) - (side * (h * 0.006)), hub - (side * (h * 0.008))]);
            svg.Path(blade.ToString(), way.X < 0.2 ? lit : shade.Mix(lit, 0.45));
            svg.Path(new Pen().Polygon(hub, hub + (way * (length * 0.3)) + (side * (h * 0.004)), hub + (way * length), hub + (way * (length * 0.4)) - (side * (h * 0.007))).ToString(), dark, "fill-opacity='.4'");
        }
        svg.Path(new Pen().Oval(hub.X, hub.Y, h * 0.016, h * 0.016).ToString(), lit);
        if (h < 600)
            return;
        svg.Rect(x - 6, y - 62, 12, 34, "#5f7480");
        svg.Line([(x - foot, y - 28), (x - foot - 12, y - 6)], "#5f7480", 3);
        svg.Path(new Pen().Polygon((x - foot - 12, y + 8), (x - foot, y - 8), (x + foot, y - 8), (x + foot + 12, y + 8)).ToString(), "#8d9a94");
        for (var i = 1; i < 5; i++)
            svg.Line([(x - top - ((foot - top) * i / 5), y - h + (h * i / 5)), (x + top + ((foot - top) * i / 5), y - h + (h * i / 5))], "#6d808a", 1.4, "stroke-opacity='.6'");
        svg.Line([(hub.X + (h * 0.03), hub.Y - (h * 0.018)), (hub.X + (h * 0.03), hub.Y - (h * 0.045))], "#5f7480", 2);
    }

    private static void Farm(Svg svg)
    {
        svg.Add("<g transform='translate(610 868)'>");
        svg.Path(new Pen().Polygon((0, 26), (0, -14), (34, -42), (68, -14), (68, 26)).ToString(), "#e9d2bb");
        svg.Path(new Pen().Polygon((68, 26), (68, -14), (168, -18), (168, 24)).ToString(), "#9c6f62");
        svg.Path(new Pen().Polygon((34, -46), (138, -50), (174, -16), (66, -11)).ToString(), "#6f5a66");
        svg.Path(new Pen().Polygon((34, -46), (-6, -12), (0, -9), (34, -38), (64, -10), (70, -12)).ToString(), "#fbe7c9");
        svg.Rect(24, -8, 16, 16, "#6a6f7c").Rect(88, -4, 15, 15, "#4c4450").Rect(120, -5, 15, 15, "#4c4450").Rect(146, -6, 14, 30, "#5d4048");
        svg.Rect(104, -66, 11, 20, "#8a6a62");
        svg.Path(new Pen().Polygon((190, 24), (190, -6), (282, -10), (282, 22)).ToString(), "#7f8a80");
        svg.Path(new Pen().Polygon((186, -4), (200, -26), (276, -30), (288, -8)).ToString(), "#a3a79c");
        svg.Add("</g>");
        var rng = new Rng(70);
        var dabs = new Dabs();
        Trees.Crown(dabs, 575, 832, 44, 52, rng, "#4e6a58", "#7d9a72", "#e3dba4", (-0.8, -0.5), 260, 6);
        Trees.Crown(dabs, 920, 852, 36, 40, rng, "#4e6a58", "#7d9a72", "#e3dba4", (-0.8, -0.5), 200, 6);
        dabs.On(svg, 0.9);
    }

    private static void Meadow(Svg svg)
    {
        var rng = new Rng(17);
        double Edge(double x) => 985 - (Noise.Step(500, 1500, x) * 34) + (Noise.Fbm(x / 200, 2, 2, 3) * 18);
        var pen = new Pen(5).Move(-5, 1080);
        for (var x = -5.0; x <= 1610; x += 20)
            pen.Line(x, Edge(x));
        svg.Path(pen.Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#8fae7c", 1), (0.5, "#557a56", 1), (1, "#3d5f48", 1)));
        var dabs = new Dabs();
        for (var i = 0; i < 1700; i++)
        {
            var x = rng.In(-10, 1610);
            var d = Math.Pow(rng.Next(), 0.8);
            var y = Edge(x) + (d * 110);
            var tall = 7 + (d * 26 * rng.In(0.4, 1));
            dabs.Add((x, y), (x + 2, y - (tall * 0.6)), (x + rng.In(2, 14), y - tall), 1 + (d * 1.4), Ink.Parse("#35573f").Mix(x < 700 ? "#f0e3a8" : "#a9c08a", rng.Next() * rng.Next() * 1.2));
        }
        dabs.On(svg, 0.9);
        foreach (var (x, y, s, way) in new[] { (180.0, 1010.0, 1.0, 1.0), (290, 1030, 1.15, -1), (420, 1004, 0.9, 1), (95, 1040, 1.2, 1), (520, 1024, 1, -1), (345, 992, 0.8, 1) })
            Sheep(svg, x, y, s * 26, way, rng);
        for (var i = 0; i < 260; i++)
        {
            var x = rng.In(40, 600);
            var y = rng.In(1004, 1062);
            dabs.Add((x, y), (x + 2, y - 8), (x + rng.In(2, 10), y - rng.In(10, 22)), 1.5, Ink.Parse("#35573f").Mix("#f0e3a8", rng.Next() * rng.Next()));
        }
        dabs.On(svg, 0.9);
        for (var i = 0; i < 15; i++)
        {
            double x = 640 + (i * 68);
            svg.Line([(x, 1058 - (i * 1.2)), (x + 2, 1010 - (i * 1.2))], "#4b5a50", 5);
            svg.Line([(x - 2, 1057 - (i * 1.2)), (x, 1011 - (i * 1.2))], "#e8dfbd", 1.6);
        }
        for (var k = 0; k < 3; k++)
            svg.Line(Enumerable.Range(0, 16).Select(i => (640.0 + (i * 68), 1018 + (k * 15) - (i * 1.2) + (i % 2 * 1.5))), "#5a6a5e", 1.2);
    }

    private static void Sheep(Svg svg, double x, double y, double s, double way, Rng rng)
    {
        svg.Path(new Pen().Box(x - (s * 0.55), y - (s * 0.5), s * 0.14, s * 0.5).Box(x + (s * 0.4), y - (s * 0.5), s * 0.14, s * 0.5).Box(x - (s * 0.3), y - (s * 0.5), s * 0.12, s * 0.48).Box(x + (s * 0.2), y - (s * 0.5), s * 0.12, s * 0.48).ToString(), "#4a4a48");
        svg.Path(new Pen().Blob(x, y - (s * 0.72), s * 0.82, s * 0.46, rng, 0.12, 11).ToString(), "#b7b6a6");
        svg.Path(new Pen().Blob(x - (s * 0.16), y - (s * 0.84), s * 0.6, s * 0.3, rng, 0.14, 10).ToString(), "#fff3d8");
        svg.Path(new Pen().Loop([(x + (way * s * 0.66), y - (s * 0.95)), (x + (way * s * 1.02), y - (s * 0.66)), (x + (way * s * 0.95), y - (s * 0.5)), (x + (way * s * 0.68), y - (s * 0.66))]).ToString(), "#4f4d4b");
    }
}
