namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Cranes over a marsh at sunrise.</summary>
public sealed class CranesMigration() : Scene("cranes-migration")
{
    private const double Horizon = 690;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(266, 116).Paint(Heaven).Element(0, 0, 1600, Horizon + 6));
        svg.Glow(1040, 640, 520, "#fff1c0", 0.75);
        svg.Circle(1040, 636, 46, "#fffbe6");
        Shores(svg);
        Marsh(svg);
        Flocks(svg);
        Waders(svg);
        Reeds(svg);
        svg.Glow(1040, 640, 760, "#ffce86", 0.3);
        svg.Vignette("#3a1726", 0.4);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#5d5677"), (0.28, "#a0687a"), (0.55, "#e0866a"), (0.8, "#f6b36b"), (1, "#fbd490"));
        var (cover, light) = Sky.Deck(u, v, 1.7, -0.02, 5, (0.3, 0.8), 0.5, 1.5);
        var near = Math.Exp(-Math.Pow((u - 0.65) * 2, 2));
        var cloud = Ink.Ramp(v, (0, "#4a4668"), (0.5, "#8c5a70"), (1, "#d98660")).Mix(Ink.Ramp(v, (0, "#d98a86"), (0.6, "#ffcb86"), (1, "#ffe7b0")), light * (0.45 + (near * 0.5)));
        return ink.Mix(cloud, cover * Noise.Step(1.02, 0.8, v) * 0.9);
    }

    private static void Shores(Svg svg)
    {
        var rng = new Rng(12);
        for (var layer = 0; layer < 3; layer++)
        {
            var ink = Ink.Parse("#d9905f").Mix("#7a4650", layer / 2.4);
            var pen = new Pen(5).Move(-5, Horizon + 14);
            for (var x = -5.0; x <= 1610; x += 7)
            {
                var hill = Noise.Fbm((x / 380) + (layer * 5), 1, 2, 3) * (30 - (layer * 6));
                var trees = Math.Max(0, Noise.Fbm(x / 42, layer, 4, 8)) * (14 + (layer * 14));
                pen.Line(x, Horizon - 22 + (layer * 9) - Math.Max(-4, hill) - trees);
            }
            svg.Path(pen.Line(1610, Horizon + 14).Close().ToString(), svg.Vertical((0, ink, 1), (1, ink.Mix("#f6c07c", 0.6), 1)));
        }
        for (var i = 0; i < 26; i++)
        {
            var x = rng.In(0, 1600);
            svg.Path(new Pen().Blob(x, Horizon - 10, rng.In(6, 20), rng.In(5, 12), rng, 0.3).ToString(), "#8d5355", "fill-opacity='.7'");
        }
    }

    private static Ink Mirror(double x, double y)
    {
        var v = 1 - ((y - Horizon) / 400);
        var ink = Heaven(x / 1600, Math.Clamp(v, 0, 1));
        var glint = Math.Exp(-Math.Pow((x - 1040) / (40 + ((y - Horizon) * 0.5)), 2));
        return ink.Lit(0.86).Mix("#fff0bd", glint * 0.75);
    }

    private static void Marsh(Svg svg)
    {
        svg.Add(new Canvas(160, 60).Paint((u, v) => Mirror(u * 1600, Horizon + (v * 380))).Element(0, Horizon, 1600, 380));
        var rng = new Rng(4);
        var dabs = new Dabs("butt");
        Water.Ripples(dabs, -50, 1650, Horizon + 2, 1070, 900, rng, (x, y) =>
        {
            var glint = Math.Exp(-Math.Pow((x - 1040) / (50 + ((y - Horizon) * 0.55)), 2));
            return rng.Chance(glint * 0.7) ? Ink.Parse("#fff4cf") : Mirror(x, Math.Min(1060, y + rng.In(-60, 130))).Lit(rng.In(0.72, 1.08));
        }, 120, 4);
        dabs.On(svg, 0.75);
        var blades = new Dabs();
        var mirror = new Dabs();
        for (var i = 0; i < 64; i++)
        {
            var t = Math.Pow((i + 0.5) / 64, 1.25);
            var y = Horizon + 6 + (t * 320);
            var x = rng.In(-80, 1680);
            if (Math.Abs(x - 1040) < 60 + (t * 190) && rng.Chance(0.8))
                continue;
            Tussock(blades, mirror, x, y, (50 + (t * 280)) * rng.In(0.4, 1.3), 9 + (t * 58), Ink.Parse("#9a5a50").Mix("#2c1720", Math.Min(1, t * 1.25)), rng, t);
            if (i % 8 != 7)
                continue;
            mirror.On(svg, 0.4);
            blades.On(svg);
        }
    }

    private static void Tussock(Dabs blades, Dabs mirror, double x, double y, double w, double h, Ink ink, Rng rng, double t)
    {
        var lean = rng.Near(0.1, 0.3);
        for (var i = 0; i < w / (2.6 + (t * 2.2)); i++)
        {
            var s = rng.Near(0, 1);
            var foot = (Vec)(x + (s * w / 2), y + (rng.Near(0, 0.1) * h));
            var tall = h * (1 - (s * s * 0.75)) * rng.In(0.35, 1.1);
            var bend = (lean + rng.Near(0, 0.4) + (s * 0.35)) * tall;
            blades.Add(foot, foot + (bend * 0.2, -tall * 0.6), foot + (bend, -tall), 1 + (t * 1.8), rng.Chance(0.2) ? ink.Mix("#e59a5e", 0.45) : ink.Stray(rng, 0.03));
            if (i % 3 == 0)
                mirror.Add(foot, foot + (bend * 0.2, tall * 0.5), foot + (bend, tall * 0.85), 1.4 + (t * 2), ink);
        }
        for (var i = 0; i < 3 + (w / 40); i++)
            blades.Add(x + (rng.Near(0, 0.52) * w), y + rng.Near(0, h * 0.07), rng.In(0.06, 0.16) * w, 0, 1.2 + (t * 2.4), ink.Lit(0.85));
    }

    private static void Flocks(Svg svg)
    {
        var rng = new Rng(9);
        Skein(svg, 330, 170, 21, 0.13, 34, "#5a4058", rng, 30);
        Skein(svg, 900, 330, 17, 0.2, 22, "#8f5660", rng, 20);
        Skein(svg, 1330, 120, 15, 0.16, 17, "#7d5468", rng, 17);
        (double X, double Y, double S, double W, double C)[] near =
        [
            (420, 400, 250, 0.85, 0.08), (690, 300, 205, -0.5, 0.05), (905, 455, 165, 0.55, 0.03), (240, 560, 150, -0.35, 0.06), (1210, 330, 150, 0.9, 0.06), (1130, 520, 108, -0.6, 0), (640, 545, 118, 0.3, 0.04),
        ];
        foreach (var (x, y, s, wings, climb) in near)
        {
            Pen pen = new(), behind = new();
            Birds.Crane(pen, behind, x, y, s, wings, 1, climb);
            var ink = Ink.Parse("#2a1826").Mix("#7d4650", Math.Clamp((240 - s) / 190, 0, 0.8));
            svg.Path(behind.ToString(), ink.Mix("#a85f5c", 0.55));
            svg.Path(pen.ToString(), ink);
            svg.Circle(x + (s * 0.462), y - (s * (0.042 + (0.46 * climb))), s * 0.012, "#b8342a");
        }
    }

    private static void Skein(Svg svg, double x, double y, int count, double slope, double gap, string ink, Rng rng, double size)
    {
        var pen = new Pen();
        for (var i = 0; i < count; i++)
        {
            var arm = i % 3 == 0 ? -1 : 1;
            var k = (i / 2.0) + rng.Near(0, 0.3);
            Birds.Crane(pen, pen, x - (k * gap), y + (arm * k * gap * slope * 1.6) + rng.Near(0, 3), size * rng.In(0.85, 1.1), rng.In(-0.7, 0.9));
        }
        svg.Path(pen.ToString(), ink);
    }

    private static void Waders(Svg svg)
    {
        var pen = new Pen();
        var mirror = new Pen();
        foreach (var (x, y, s, bow, way) in new[] { (190.0, 905.0, 170.0, 0.0, 1.0), (315, 930, 160, 1, 1), (1330, 880, 140, 0, -1), (1425, 892, 132, 1, -1), (1240, 872, 118, 0, 1), (820, 800, 66, 0, 1), (765, 804, 62, 1, -1), (880, 796, 60, 0, -1), (1490, 868, 116, 0, -1) })
        {
            Birds.Standing(pen, x, y, s, bow, way);
            Birds.Standing(mirror, x, y, -s * 0.82, bow, -way);
        }
        svg.Path(mirror.ToString(), "#3a1f2b", "fill-opacity='.42'");
        svg.Path(pen.ToString(), "#24141f");
    }

    private static void Reeds(Svg svg)
    {
        var rng = new Rng(77);
        var dabs = new Dabs();
        for (var i = 0; i < 330; i++)
        {
            var left = rng.Chance(0.55);
            var x = left ? rng.In(-20, 1) + (Math.Pow(rng.Next(), 1.8) * 560) : 1620 - (Math.Pow(rng.Next(), 1.8) * 620);
            var tall = rng.In(60, 300) * (left ? Noise.Step(640, 0, x) : Noise.Step(960, 1620, x));
            var bend = rng.Near(24, 30);
            Vec top = (x + bend, 1075 - tall);
            dabs.Add((x, 1080), (x + (bend * 0.15), 1075 - (tall * 0.6)), top, rng.In(1.4, 3.4), Ink.Parse("#1d0f18").Mix("#5a2f33", rng.Next() * rng.Next()));
            if (rng.Chance(0.3) && tall > 90)
                dabs.Add(top, top + (3, -12), top + (bend * 0.5, -26), rng.In(4, 7), Ink.Parse("#3a1e22").Mix("#a85f3f", rng.Next() * 0.7));
        }
        dabs.On(svg);
    }
}
