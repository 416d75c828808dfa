namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Mount Harrow at first light, a hut on the shoulder, cloud in the valleys.</summary>
public sealed class MountHarrow() : Scene("mount-harrow")
{
    private static readonly Place Sun = new Place(-0.82, 0.3, -0.42).Unit;
    private readonly Eye _eye = new(new(60, 452, -600), new(40, 596, 700), 55);

    protected override void Draw(Svg svg)
    {
        var relief = new Relief(900, -1300, -560, 2700, Ground);
        var fine = new Canvas(720, 480).Paint((u, v) => Shade(relief, u, v));
        svg.Add(fine.Printed(0, 0, 1600, 1067, 90));
        Strokes.Over(svg, fine, 14, 20, 5, 3, 0.05, 0.012, where: (_, v) => v < 0.8);
        Strokes.Over(svg, fine, 10, 11, 2.6, 4, 0.12, 0.012, where: (_, v) => v < 0.8);
        Shoulder(svg);
        svg.Vignette("#141a33", 0.32);
        svg.Mottle(0.08);
        svg.Grain();
    }

    private static double Ground(double x, double z)
    {
        double dx = x + 70, dz = z - 760;
        var warp = Noise.Fbm(x / 500, z / 500, 3, 4) * 110;
        var r = Math.Sqrt(Math.Pow(dx + warp, 2) + Math.Pow((dz + (warp * 0.6)) * 0.9, 2));
        var turn = Math.Atan2(dz, dx + warp);
        var ribs = Math.Pow(Math.Abs(Math.Cos((turn * 1.5) + 0.75)), 1.3);
        var peak = 800 * Math.Exp(-Math.Pow(r / (300 + (ribs * 230)), 1.02));
        var second = 400 * Math.Exp(-Math.Sqrt(Math.Pow(x - 680, 2) + Math.Pow(z - 1000, 2)) / 260);
        var third = 420 * Math.Exp(-Math.Sqrt(Math.Pow(x + 860, 2) + Math.Pow(z - 1250, 2)) / 300);
        var rough = Noise.Ridged(x / 360, z / 360, 5, 13, 0.4) - 0.35;
        return 120 + peak + second + third + (rough * (50 + (peak * 0.2) + (second * 0.24) + (third * 0.24)));
    }

    private Ink Shade(Relief relief, double u, double v)
    {
        var ray = _eye.Ray(u, v);
        var sky = Heaven(u, v);
        var ground = relief.Meet(_eye.At, ray, 2700, 60);
        var ink = sky;
        if (ground is { } far)
        {
            var p = _eye.At + (ray * far);
            var normal = relief.Normal(p.X, p.Z);
            var sun = Math.Max(0, normal.Dot(Sun)) * relief.Sun(p + (normal * 2), Sun, 1500, 0.02);
            var grain = Noise.Fbm(p.X / 26, p.Y / 16, 4, 8);
            var steep = normal.Y + (grain * 0.16) + (p.Y - 500) * 0.00012;
            var snow = Noise.Step(0.36, 0.5, steep);
            var rock = Ink.Parse("#6b5f66").Mix("#3f3b48", 0.5 + (grain * 0.9)).Lit(1 + (0.3 * Noise.At(p.X / 90, p.Y / 9, 3)));
            var stuff = rock.Mix(Ink.Parse("#f4f1f2").Lit(0.97 + (grain * 0.06)), snow);
            Ink warm = Ink.Ramp((p.Y - 240) / 560, (0, "#e8735c"), (0.4, "#ff9a6a"), (1, "#ffc894")), cool = "#5d78b8";
            var open = 0.5 + (0.5 * normal.Y);
            ink = new(stuff.R * ((warm.R * sun * 1.5) + (cool.R * open * 0.72)), stuff.G * ((warm.G * sun * 1.5) + (cool.G * open * 0.72)), stuff.B * ((warm.B * sun * 1.5) + (cool.B * open * 0.72)));
            ink = ink.Mix("#a98fb4", Noise.Step(500, 2600, far) * 0.6);
            var fog = Noise.Step(400, 290, p.Y + (Noise.Fbm(p.X / 240, p.Z / 240, 5, 70) * 90));
            ink = ink.Mix(Fog(u, v), fog * Noise.Step(250, 800, far));
        }
        return ink;
    }

    private static Ink Fog(double u, double v) =>
        Ink.Parse("#8f93bd").Mix("#e9b6ab", Noise.Step(0.75, 0.52, v) * 0.6).Lit(1 + (Noise.Fbm(u * 7, v * 26, 4, 33) * 0.13));

    private static Ink Heaven(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#2d4a80"), (0.2, "#54719f"), (0.4, "#a990b0"), (0.55, "#eab0a0"), (0.68, "#f6cdab"));
        var veil = Noise.Fbm((u * 2.1) + (v * 1.2), v * 13, 5, 51);
        return ink.Mix(Ink.Ramp(v, (0, "#8d8fb8"), (0.3, "#e6a6a2"), (0.6, "#ffd9b8")), Noise.Step(0.02, 0.55, veil) * 0.75 * Noise.Step(0.02, 0.2, v));
    }

    private static double Edge(double x) => 930 - (Noise.Step(250, 1500, x) * 150) + (Math.Sin(x / 190) * 9);

    private static void Shoulder(Svg svg)
    {
        var rng = new Rng(5);
        var dabs = new Dabs();
        svg.Path(new Pen().Move(-10, 1080).Smooth([.. Enumerable.Range(0, 34).Select(i => (Vec)(-10 + (i * 50), Edge(-10 + (i * 50)) + Noise.At(i * 0.9, 1) * 9))], join: true).Line(1640, 1080).Close().ToString(), svg.Vertical((0, "#a9b3da", 1), (0.35, "#6d7fb8", 1), (1, "#3a4a86", 1)));
        for (var i = 0; i < 420; i++)
        {
            var x = rng.In(-20, 1620);
            var d = Math.Pow(rng.Next(), 1.4);
            var y = Edge(x) + 4 + (d * 240);
            var glow = Noise.Fbm(x / 150, y / 34, 3, 9) + (Noise.Step(0.2, 0, d) * 0.5);
            var ink = glow > 0.22 ? Ink.Parse("#e8aeb0").Mix("#ffd8bd", rng.Next()) : Ink.Parse("#3c4e8c").Mix("#8f9ed2", rng.Next());
            dabs.Add((x - rng.In(20, 110), y + rng.In(0, 6)), (x, y - rng.In(0, 4)), (x + rng.In(20, 110), y - rng.In(2, 7)), rng.In(1.5, 4 + (d * 10)), ink.With(1));
        }
        dabs.On(svg, 0.3);
        foreach (var (x, y, r) in new[] { (150, 1012, 46), (240, 1000, 84), (330, 1020, 40), (520, 1050, 34), (1490, 912, 40), (1555, 930, 62) })
            Rocks.Boulder(svg, x, y, r, rng, "#24243f", "#5b5474", "#f0a592", tall: 0.8);
        Hut(svg, rng);
        for (var i = 0; i < 11; i++)
        {
            var x = 300 + (i * 66.0);
            var y = Edge(x) + 30 + (i * 1.5);
            svg.Line([(x, y), (x + 2, y - 44)], "#2a2238", 4);
            svg.Line([(x - 1.5, y - 2), (x - 0.5, y - 44)], "#e59a86", 1.3);
        }
        var track = new Pen();
        for (var side = 0; side < 2; side++)
            track.Smooth([(640 + (side * 16), 1080), (760 + (side * 14), 1010), (940 + (side * 10), 960), (1080 + (side * 6), 915), (1160 + (side * 3), 878)]);
        svg.Path(track.ToString(), "none", "stroke='#34437e' stroke-width='4' stroke-opacity='.75'");
        People.Stand(svg, 742, 1004, 78, new Look("#c2412d", "#22243a", "#7a5a58") { Stride = 0.55, Hem = 0.5, RimSide = -1, Rim = "#ffc39a", Hair = "#2b4a6b" });
        svg.Line([(712, 1012), (732, 958)], "#1b1d30", 2);
        svg.Line([(778, 1008), (756, 960)], "#1b1d30", 2);
        People.Stand(svg, 690, 1036, 84, new Look("#d9a13a", "#22243a", "#7a5a58") { Stride = 0.5, Hem = 0.5, RimSide = -1, Rim = "#ffdfae", Hair = "#31343f" });
        svg.Line([(724, 1042), (706, 990)], "#1b1d30", 2);
    }

    private static void Hut(Svg svg, Rng rng)
    {
        const double x = 1150, y = 872;
        svg.Add($"<g transform='translate({x} {y})'>");
        svg.Path(new Pen().Polygon((-20, 6), (236, -8), (420, 40), (110, 66)).ToString(), "#2c3a72", "fill-opacity='.5'");
        svg.Path(new Pen().Polygon((0, 0), (150, 4), (150, -96), (75, -168), (0, -100)).ToString(), "#5a3f42");
        svg.Path(new Pen().Polygon((150, 4), (262, -14), (262, -104), (150, -96)).ToString(), "#2d2740");
        var planks = new Dabs("butt");
        for (var i = 0; i < 13; i++)
            planks.Add(i * 12 + 4, -48 - (i < 7 ? i * 5 : (13 - i) * 5), 0, 92 + (i < 7 ? i * 10 : (13 - i) * 10), 2, Ink.Parse("#3d2a33").Stray(rng));
        for (var i = 0; i < 9; i++)
            planks.Add(156 + (i * 12), -50 - i, 0, 92, 1.6, "#1f1b30");
        for (var i = 0; i < 60; i++)
            planks.Add(rng.In(4, 146), -rng.In(4, 90), 0, rng.In(6, 24), rng.In(1, 3), Ink.Parse("#c46f58").Mix("#6b4348", rng.Next()));
        planks.On(svg, 0.75);
        svg.Path(new Pen().Polygon((0, 0), (150, 4), (150, -22), (0, -24)).ToString(), "#4b4758");
        svg.Path(new Pen().Polygon((150, 4), (262, -14), (262, -36), (150, -22)).ToString(), "#272539");
        var stones = new Dabs();
        for (var i = 0; i < 70; i++)
            stones.Add(rng.In(5, 145), -rng.In(2, 20), rng.In(4, 11), 0, rng.In(3, 6), Ink.Parse("#8d7c86").Mix("#c9948a", rng.Next()).Stray(rng));
        stones.On(svg, 0.8);
        svg.Path(new Pen().Polygon((75, -186), (-20, -100), (-8, -88), (75, -164), (158, -86), (170, -96)).ToString(), "#dfc6cf");
        svg.Path(new Pen().Polygon((75, -186), (186, -192), (286, -108), (170, -96)).ToString(), "#7f8cc2");
        svg.Path(new Pen().Polygon((75, -186), (-20, -100), (-12, -98), (76, -178)).ToString(), "#ffc9a8");
        svg.Path(new Pen().Polygon((170, -96), (286, -108), (286, -98), (170, -84)).ToString(), "#50609e");
        svg.Rect(196, -226, 26, 50, "#43364a").Rect(193, -232, 32, 9, "#c9c3dc");
        svg.Rect(36, -76, 34, 34, "#ffce6b").Rect(92, -74, 30, 74, "#2a1d28").Rect(170, -74, 26, 28, "#f7b554").Rect(214, -78, 24, 27, "#f0a94d");
        svg.Line([(53, -76), (53, -42)], "#3a2530", 3);
        svg.Line([(36, -59), (70, -59)], "#3a2530", 3);
        svg.Line([(183, -74), (183, -46)], "#241c30", 2.4);
        svg.Line([(226, -78), (226, -51)], "#241c30", 2.4);
        svg.Add("<path d='M33 -79h40v40h-40z' fill='none' stroke='#2a1c26' stroke-width='4'/>");
        svg.Glow(53, -59, 90, "#ffc46a", 0.5);
        svg.Glow(183, -60, 60, "#ffb45a", 0.4);
        svg.Path(new Pen().Polygon((24, 8), (84, 10), (150, 62), (20, 60)).ToString(), svg.Vertical((0, "#ffc77a", 0.6), (1, "#ffc77a", 0)));
        svg.Line([(-46, 6), (-46, -196)], "#2b2438", 4);
        svg.Path(new Pen().Move(-44, -194).Curve((-20, -204), (0, -184), (28, -190)).Line(28, -162).Curve((0, -158), (-20, -176), (-44, -166)).Close().ToString(), "#b83a2e");
        svg.Add("</g>");
        var smoke = new Canvas(70, 80).Paint((u, v) =>
        {
            var middle = 0.22 + ((1 - v) * 0.5) + (Noise.At(v * 4, 2, 3) * 0.05);
            var wide = 0.04 + ((1 - v) * 0.18);
            var d = Math.Exp(-Math.Pow((u - middle) / wide, 2)) * (0.55 + (Noise.Fbm(u * 5, v * 6, 4, 6) * 0.6));
            return Ink.Parse("#f2cfc4").Mix("#8d93c4", v * 0.4).With(Math.Clamp(d * v * 0.9 * Noise.Step(0, 0.3, v), 0, 0.8));
        });
        svg.Add(smoke.Element(1318, 442, 190, 206));
    }
}
