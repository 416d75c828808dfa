namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Forest in mist: slope behind slope, paler each time; a walker on the logging track.</summary>
public sealed class PineMist() : Scene("pine-mist")
{
    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 134).Paint(Air).Element(0, 0, 1600, 1067));
        for (var layer = 0; layer < 6; layer++)
        {
            Slope(svg, layer);
            if (layer is 3)
                Rays(svg);
        }
        Track(svg);
        Foreground(svg);
        svg.Vignette("#0c1a1c", 0.4);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static Ink Air(double x, double y)
    {
        var glow = Math.Exp(-(Math.Pow((x - 0.66) * 2.1, 2) + Math.Pow((y - 0.16) * 2.9, 2)));
        var wisps = Noise.Fbm(x * 3.2, y * 7, 5, 3);
        return Ink.Ramp(y, (0, "#93a8a6"), (0.35, "#cdd7ce"), (0.7, "#b9c8c2"), (1, "#70888a"))
            .Mix("#fff2d2", glow * 0.9).Lit(1 + (wisps * 0.09));
    }

    private static double Ground(int layer, double x)
    {
        double[] left = [250, 470, 330, 690, 560, 900], right = [330, 260, 520, 520, 830, 770];
        var s = x / 1600;
        var lift = left[layer] + ((right[layer] - left[layer]) * (s * s * (3 - (2 * s))));
        return lift + (Noise.Fbm((x / 520) + (layer * 9), layer, 4, 5) * (70 - (layer * 7)));
    }

    private static void Slope(Svg svg, int layer)
    {
        var t = layer / 5.0;
        var rng = new Rng((ulong)(40 + layer));
        var ink = Ink.Ramp(t, (0, "#c3cfca"), (0.25, "#a3b6b2"), (0.5, "#6f8a88"), (0.75, "#3c5658"), (1, "#1b3033"));
        var size = 40 + (t * t * 200);
        var rows = layer < 2 ? 2 : 4;
        var pen = new Pen().Move(-20, 1100);
        for (var x = -20.0; x <= 1640; x += 40)
            pen.Line(x, Ground(layer, x) + (size * 0.25));
        svg.Path(pen.Line(1640, 1100).Close().ToString(), svg.Vertical((0, ink, 1), (0.16, ink.Mix("#c9d4cc", 0.35 - (t * 0.1)), 1), (0.5, ink.Mix("#cfd9d1", 0.8 - (t * 0.35)), 1)));
        for (var row = 0; row < rows; row++)
        {
            var trees = new Pen(t < 0.3 ? 5 : 10);
            var shade = ink.Mix("#cdd7cf", (rows - 1 - row) * 0.07);
            for (var x = -30.0; x < 1640; x += size * rng.In(0.07, 0.3) * (1 + (rows * 0.22)))
            {
                var clump = Noise.At((x / 150) + (row * 7), layer * 3.3, 8);
                if (clump < -0.3 + (row * 0.05))
                    continue;
                var tall = size * rng.In(0.35, 1.05) * (1 + (clump * 0.5));
                Trees.Fir(trees, x, Ground(layer, x) + (size * (0.05 + (row * 0.16))) + rng.In(0, size * 0.12), tall, rng, rng.In(0.75, 1.05));
            }
            svg.Path(trees.ToString(), shade);
        }
        if (layer == 5)
            return;
        var mist = new Canvas(130, 60).Paint((x, y) =>
        {
            var edge = (Ground(layer, x * 1600) - (layer * 3) + 40 - 200) / 700;
            var d = Noise.Fbm((x * 3.4) + layer, (y * 3.4) - (x * 1.2), 5, 60 + layer) * 0.95 + 0.3;
            return Ink.Parse("#dde5dd").Mix("#f9ecd0", Math.Exp(-Math.Pow((x - 0.66) * 3, 2)) * 0.8)
                .With(Math.Clamp(d, 0, 1) * Noise.Step(edge, edge + 0.16, y) * Noise.Step(edge + 0.75, edge + 0.3, y) * (0.95 - (t * 0.3)));
        });
        svg.Add(mist.Element(0, 200, 1600, 700));
    }

    private static void Rays(Svg svg)
    {
        var rng = new Rng(91);
        for (var i = 0; i < 9; i++)
        {
            double x = 760 + (i * 75) + rng.In(-30, 30), wide = rng.In(14, 60);
            svg.Path(new Pen().Polygon((x + 180, -10), (x + 180 + wide, -10), (x - 330 + (wide * 2.6), 800), (x - 330 - wide, 800)).ToString(), svg.Vertical((0, "#fff4d6", 0.3 * rng.In(0.4, 1)), (0.55, "#fff4d6", 0.12), (1, "#fff4d6", 0)));
        }
    }

    private static void Track(Svg svg)
    {
        var rng = new Rng(17);
        svg.Path(new Pen().Move(-10, 1080).Smooth([(-10, 960), (240, 965), (520, 945), (800, 925), (1060, 930), (1300, 925), (1610, 880)], join: true).Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#2f4847", 1), (0.4, "#1c3031", 1), (1, "#0c191b", 1)));
        for (var rut = -1; rut <= 1; rut += 2)
        {
            double Middle(double s) => 812 + (Math.Sin(s * 2.9) * 62) - (s * s * 40);
            var along = new List<Vec>();
            for (var s = 0.0; s <= 1; s += 0.1)
                along.Add((Middle(s) + (rut * (9 + (s * 105))), 926 + (s * s * 150)));
            svg.Path(new Pen().Strip(along, s => 5 + (s * 78)).ToString(), svg.Vertical((0, "#93a79d", 1), (0.5, "#5f7772", 1), (1, "#40595a", 1)));
        }
        var dabs = new Dabs();
        for (var i = 0; i < 760; i++)
        {
            var s = rng.Next();
            var y = 926 + (s * s * 150);
            var off = rng.Near(0, 2.6);
            var x = 812 + (Math.Sin(s * 2.9) * 62) - (s * s * 40) + (off * (9 + (s * 105)));
            var onRut = Math.Abs(Math.Abs(off) - 1) < 0.36;
            if (onRut)
                dabs.Add(x, y, rng.In(4, 10 + (s * 40)), 0, 1 + (s * 2.4), Ink.Parse("#3a5150").Mix("#b4c4b8", rng.Next() * rng.Next()));
            else
                dabs.Add((x, y), (x + rng.Near(0, 3), y - 5 - (s * 12)), (x + rng.Near(0, 10), y - 7 - (s * 26)), 1 + (s * 1.8), Ink.Parse("#15282a").Mix("#7e9580", rng.Next() * rng.Next()));
        }
        dabs.On(svg, 0.9);
        svg.Path(new Pen().Strip([(868, 978), (905, 992), (960, 1003)], s => 9 * (1 - (s * 0.6))).ToString(), "#0f1d1f", "fill-opacity='.45'");
        People.Stand(svg, 850, 992, 104, new Look("#a8402f", "#31444a", "#a58672") { Stride = -0.5, Hem = 0.45, RimSide = 1, Rim = "#e6c9a6", Hair = "#252a2b", Hat = true });
        svg.Path(new Pen().Strip([(893, 966), (914, 964)], _ => 9).Strip([(914, 964), (922, 956)], _ => 7).Strip([(894, 968), (891, 980)], _ => 2.6).Strip([(910, 968), (914, 980)], _ => 2.6).Strip([(893, 965), (884, 956)], _ => 2.4).ToString(), "#20292a");
    }

    private static void Foreground(Svg svg)
    {
        var rng = new Rng(7);
        var dabs = new Dabs();
        (double X, double Y, double H, double Slim)[] firs = [(395, 1000, 420, 1), (1290, 985, 520, 0.9), (230, 1040, 640, 0.9), (60, 1080, 1010, 1), (1500, 1075, 1120, 1), (1390, 1060, 330, 1.2)];
        foreach (var (x, y, h, slim) in firs)
            Trees.GreatFir(svg, x, y, h, rng, "#0f2226", "#27423f", "#8aa08a", x < 800 ? 1 : -1, slim);
        svg.Path(new Pen().Move(-10, 1080).Smooth([(-10, 1020), (200, 1015), (420, 1050), (640, 1075)], join: true).Close().ToString(), "#0b1719");
        svg.Path(new Pen().Move(1610, 1080).Smooth([(1610, 1000), (1420, 1030), (1220, 1040), (1040, 1075)], join: true).Close().ToString(), "#0b1719");
        Trees.Grass(dabs, 0, 560, x => 1030 + (x * 0.06), 46, 420, rng, s => Ink.Parse("#0c191b").Mix("#6f8672", s * s * 0.8));
        Trees.Grass(dabs, 1060, 1600, x => 1060 - ((x - 1060) * 0.06), 46, 420, rng, s => Ink.Parse("#0c191b").Mix("#6f8672", s * s * 0.8));
        dabs.On(svg);
    }
}
