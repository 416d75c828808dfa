namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Kestrel's Rest, terrace above terrace, on a clear cold morning.</summary>
public sealed class HillTown() : Scene("hill-town")
{
    private static readonly string[] Walls = ["#a84a3c", "#cf9f4e", "#e6dcc6", "#b86a42", "#8b9ba0", "#d6bd8a", "#96423a", "#d8cebc", "#74897f", "#bf8452", "#e0d2b0", "#7b8c9c"];
    private static readonly string[] Roofs = ["#4a4a55", "#5d4a48", "#3f4652", "#6b4a42", "#544e58"];

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(220, 110).Paint(Heaven).Element(0, 0, 1600, 800));
        Mountain(svg);
        Valley(svg);
        Hill(svg);
        Terraces(svg);
        Path(svg);
        svg.Glow(-40, 330, 1150, "#ffe9c0", 0.5);
        svg.Vignette("#1c2233", 0.36);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#86a9bd"), (0.45, "#c3d2cf"), (0.8, "#f3e3c3"), (1, "#f0dcc0"));
        var veil = Noise.Fbm((u * 2) + (v * 1.4), (v * 9) - u, 5, 14);
        return ink.Mix("#fdf6e6", Noise.Step(0.05, 0.6, veil) * 0.7).Mix("#ffe6b4", Math.Exp(-(Math.Pow(u * 2.2, 2) + Math.Pow((v - 0.5) * 3, 2))) * 0.7);
    }

    private static void Valley(Svg svg)
    {
        for (var k = 0; k < 3; k++)
        {
            var pen = new Pen(5).Move(-5, 1080);
            for (var x = -5.0; x <= 1200; x += 9)
                pen.Line(x, 600 + (k * 62) - (Noise.Fbm((x / 330) + (k * 5), k, 4, 21) * 46) - (Noise.Fbm(x / 16, k, 2, 4) * (3 + (k * 2))) + (x * 0.05));
            svg.Path(pen.Line(1200, 1080).Close().ToString(), svg.Vertical((0, Ink.Parse("#b3bdb4").Mix("#7d8f7c", k / 2.0), 1), (0.35, "#e6e0cc", 1), (1, "#d9d6c4", 1)));
            svg.Add(new Canvas(90, 26).Paint((u, v) => Ink.Parse("#fbf1da").With(Math.Clamp(0.5 + Noise.Fbm(u * 4, v * 3, 4, 50 + k), 0, 1) * Noise.Step(0, 0.45, v) * Noise.Step(1, 0.6, v) * 0.85)).Element(0, 600 + (k * 62), 1100, 170));
        }
        svg.Path(new Pen().Move(40, 700).Quad((250, 676), (470, 706)).Quad((300, 730), (90, 724)).Close().ToString(), "#f6ead0");
    }

    private static void Mountain(Svg svg) => svg.Add(new Canvas(330, 100).Paint((u, v) =>
    {
        var crest = 0.86 - (0.62 * Math.Max(0, 1 - (Math.Abs(u - 0.15) / 0.24))) - (0.34 * Math.Max(0, 1 - (Math.Abs(u - 0.38) / 0.14))) - (0.13 * Noise.Ridged(u * 9, 1, 5, 3)) + (0.03 * Noise.Fbm(u * 60, 2, 3, 8));
        var d = v - crest;
        if (d < -0.02)
            return new(1, 1, 1, 0);
        var rib = Noise.Ridged((u * 13) + (v * 4) + (Noise.Fbm(u * 20, v * 12, 3, 6) * 0.3), (v * 2.2) - (u * 2), 4, 31);
        var next = Noise.Ridged((u * 13) + (v * 4) + 0.09 + (Noise.Fbm(u * 20, v * 12, 3, 6) * 0.3), (v * 2.2) - (u * 2), 4, 31);
        var light = Noise.Step(-0.08, 0.1, next - rib + (Noise.Fbm(u * 50, v * 30, 3, 2) * 0.08));
        var rock = Noise.Step(0.5, 0.68, rib + (Noise.Fbm(u * 44, v * 24, 3, 9) * 0.2)) * Noise.Step(0, 0.1, d);
        return Ink.Parse("#8fa6bf").Mix("#fff3dd", light).Mix(Ink.Parse("#6f7f94").Mix("#b8a898", light), rock * 0.8).Mix("#f3e6cf", Math.Clamp(0.1 + (d * 1.25), 0, 0.92)).With(Noise.Step(-0.008, 0.008, d));
    }).Element(0, 110, 1600, 560));

    /// <summary>Where the hill's surface stands at x, so many steps up (0 foot, 1 crown).</summary>
    private static double Ground(double x, double up) =>
        1030 - (up * (300 + (Noise.Step(60, 1250, x) * 560) - (Noise.Step(1250, 1640, x) * 60))) + (Noise.Fbm(x / 260, up * 3, 3, 7) * 26);

    private static void Hill(Svg svg)
    {
        var pen = new Pen(5).Move(-5, 1080);
        for (var x = -5.0; x <= 1610; x += 16)
            pen.Line(x, Ground(x, 1) - 14);
        svg.Path(pen.Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#9a9a76", 1), (0.4, "#7c7c50", 1), (1, "#4d5236", 1)));
        var rng = new Rng(3);
        var dabs = new Dabs();
        for (var i = 0; i < 600; i++)
        {
            double x = rng.In(-10, 1610), up = rng.Next();
            var y = Ground(x, up);
            var size = 3 + ((1 - up) * 5);
            dabs.Add(x, y, rng.In(4, 22), rng.Near(0, 5), size * rng.In(0.5, 1), Ink.Parse(rng.Pick("#6b7444", "#8f8a4c", "#a58f4f", "#59643c", "#b39c5c")).Mix("#c9cdb8", up * 0.35).Stray(rng, 0.05));
        }
        for (var i = 0; i < 90; i++)
        {
            double x = rng.In(0, 1600), up = rng.In(0.82, 1.0);
            Trees.Bush(dabs, x, Ground(x, up), rng.In(10, 22), rng, Ink.Parse("#3d5240"), "#93a274", 1, 9);
        }
        dabs.On(svg, 0.9);
    }

    private static void Terraces(Svg svg)
    {
        var rng = new Rng(23);
        var dabs = new Dabs();
        for (var row = 0; row < 11; row++)
        {
            var up = 0.93 - (row / 11.0 * 0.9);
            var size = 0.5 + (Math.Pow(row / 10.0, 1.25) * 1.15);
            if (row == 1)
                Church(svg, 1250, Ground(1250, up + 0.03) + 6, 0.78);
            double from = Math.Max(-60, 760 - (row * 96) + (row % 2 * 20)), to = 1660;
            var sheets = new Sheets();
            for (var x = from; x < to;)
            {
                double w = rng.In(46, 80) * size, depth = w * rng.In(0.22, 0.36);
                var y = Ground(x + (w / 2), up) + rng.Near(0, 4);
                if (row < 3 && Math.Abs(x + 20 - 1250) < 76)
                {
                    x += 30;
                    continue;
                }
                if (rng.Chance(0.16) || Noise.At(x / 130, row * 2.2) < -0.36)
                {
                    var r = rng.In(15, 27) * size;
                    Trees.Bush(dabs, x + (w * 0.3), y + 4, r, rng, rng.Pick(Ink.Parse("#42543a"), Ink.Parse("#5d4a2a"), Ink.Parse("#4a5c46")), rng.Pick(Ink.Parse("#a3a86a"), Ink.Parse("#e0a84e"), Ink.Parse("#c9783c")), -1, 16);
                    Trees.Bush(dabs, x + (w * 0.3), y - (r * 0.9), r * 0.75, rng, "#5d4f30", rng.Pick(Ink.Parse("#c9bd74"), Ink.Parse("#e8b65c")), -1, 10);
                    x += w * 0.55;
                    continue;
                }
                House(sheets, x + depth, y, w, depth, rng.In(40, 66) * size, rng, row / 10.0);
                if (rng.Chance(0.14))
                    sheets.Smoke.Add((x + depth + (w * 0.66), y - (60 * size * 1.25), w));
                x += depth + (w * rng.In(0.98, 1.1));
            }
            dabs.On(svg);
            sheets.On(svg);
            foreach (var (x, y, w) in sheets.Smoke)
                Smoke(svg, x, y, w);
            Wall(svg, up, from, to, size, rng, row);
            if (row % 3 == 2)
                svg.Haze(Ground(1100, up) - 60, Ground(800, up) + 20, Ground(400, up) + 160, "#fbeccb", 0.16);
        }
    }

    private static void House(Sheets on, double x, double y, double w, double depth, double h, Rng rng, double near)
    {
        Ink air = "#dfe6df";
        var haze = (1 - near) * 0.34;
        var lit = Ink.Parse(rng.Pick<string>(Walls)).Mix(air, haze);
        var wall = lit.Lit(0.8).Mix("#6a7090", 0.16);
        var roof = Ink.Parse(rng.Pick<string>(Roofs)).Mix(air, haze);
        Ink trim = Ink.Parse("#f6f0e0").Mix(air, haze), glass = Ink.Parse("#54606c").Mix(air, haze);
        var gable = rng.Chance(0.45);
        var rise = w * (gable ? rng.In(0.42, 0.56) : rng.In(0.26, 0.36));
        var half = x + (w / 2);
        on.Add(0, "#3c4050", (x + (w * 0.3), y), (x + w, y), (x + (w * 1.4), y - (h * 0.16)), (x + (w * 1.35), y - (h * 0.4)), (x + w, y - (h * 0.5)));
        on.Add(1, lit.Lit(1.16).Mix("#ffe2a8", 0.22), (x - depth, y - (h * 0.1)), (x, y), (x, y - h), (x - depth, y - (h * 1.08)));
        on.Add(1, wall, (x, y), (x, y - h), (x + w, y - h), (x + w, y));
        on.Add(1, wall.Lit(0.72), (x, y), (x, y - (h * 0.1)), (x + w, y - (h * 0.1)), (x + w, y));
        Windows(on, x, y, w, h, trim, glass, h > w * 0.85 ? 3 : 2, w > 66 ? 3 : 2, rng, near);
        if (gable)
        {
            on.Add(1, wall, (x, y - h), (half, y - h - rise), (x + w, y - h));
            on.Add(2, trim, (half - (w * 0.09), y - h - (rise * 0.5)), (half + (w * 0.09), y - h - (rise * 0.5)), (half + (w * 0.09), y - h - (rise * 0.08)), (half - (w * 0.09), y - h - (rise * 0.08)));
            on.Add(3, glass, (half - (w * 0.06), y - h - (rise * 0.44)), (half + (w * 0.06), y - h - (rise * 0.44)), (half + (w * 0.06), y - h - (rise * 0.12)), (half - (w * 0.06), y - h - (rise * 0.12)));
            on.Add(4, roof.Lit(1.5).Mix("#ffdca8", 0.3), (x - 3, y - h + 3), (half, y - h - rise - 3), (half - depth, y - h - rise - (h * 0.06) - 3), (x - depth - 3, y - (h * 1.06)));
            var edge = w * 0.05;
            on.Add(5, roof.Lit(0.8), (x - 4, y - h + 4), (half, y - h - rise - 3), (x + w + 4, y - h + 4), (x + w + 4, y - h + 4 + edge), (half, y - h - rise - 3 + edge), (x - 4, y - h + 4 + edge));
        }
        else
        {
            on.Add(1, lit.Lit(1.12).Mix("#ffe2a8", 0.22), (x - depth, y - (h * 1.06)), (x, y - h), (x - (depth * 0.4), y - h - rise));
            on.Add(4, roof, (x - 3, y - h + 2), (x + w + 3, y - h + 2), (x + w - (depth * 0.3), y - h - rise), (x - (depth * 0.4), y - h - rise));
            for (var i = 1; i < 4; i++)
                on.Add(5, roof.Lit(1.3), (x - (depth * 0.4 * i / 4) + (w * 0.04 * i), y - h - (rise * i / 4)), (x + (w * rng.In(0.5, 0.95)), y - h - (rise * i / 4)), (x + (w * 0.5), y - h - (rise * i / 4) + 1.6));
        }
        var chimney = x + (w * 0.62);
        on.Add(5, lit.Lit(0.66), (chimney, y - h - (rise * 0.5)), (chimney, y - h - (rise * 1.06)), (chimney + (w * 0.09), y - h - (rise * 1.06)), (chimney + (w * 0.09), y - h - (rise * 0.5)));
        on.Add(5, trim, (chimney - 1, y - h - (rise * 1.06)), (chimney - 1, y - h - (rise * 1.14)), (chimney + (w * 0.09) + 1, y - h - (rise * 1.14)), (chimney + (w * 0.09) + 1, y - h - (rise * 1.06)));
    }

    private static void Windows(Sheets on, double x, double y, double w, double h, Ink trim, Ink glass, int floors, int bays, Rng rng, double near)
    {
        for (var floor = 0; floor < floors; floor++)
        {
            for (var bay = 0; bay < bays; bay++)
            {
                double step = w / bays, tall = h * 0.86 / floors, left = x + (step * (bay + 0.29)), top = y - h + (h * 0.07) + (tall * (floor + 0.14)), wide = step * 0.42, high = tall * 0.62;
                if (floor == floors - 1 && bay == bays - 1)
                {
                    on.Add(2, glass.Lit(0.6), (left, top), (left + wide, top), (left + wide, y), (left, y));
                    continue;
                }
                on.Add(2, trim, (left - (step * 0.06), top - (tall * 0.07)), (left + wide + (step * 0.06), top - (tall * 0.07)), (left + wide + (step * 0.06), top + high + (tall * 0.1)), (left - (step * 0.06), top + high + (tall * 0.1)));
                on.Add(3, rng.Chance(0.14) ? "#ffd489" : glass, (left, top), (left + wide, top), (left + wide, top + high), (left, top + high));
                if (near > 0.55)
                    on.Add(4, trim, (left + (wide * 0.46), top), (left + (wide * 0.56), top), (left + (wide * 0.56), top + high), (left + (wide * 0.46), top + high));
            }
        }
    }

    private static void Smoke(Svg svg, double x, double y, double size)
    {
        for (var k = 0; k < 3; k++)
        {
            var along = new List<Vec>();
            for (var i = 0; i < 9; i++)
                along.Add((x + (Math.Pow(i, 1.5) * size * 0.05) + (Math.Sin((i * 0.9) + k) * size * 0.03 * i), y - (i * size * 0.17)));
            svg.Path(new Pen(5).Strip(along, t => size * (0.03 + (t * (0.12 + (k * 0.11))))).ToString(), svg.Vertical((0, "#ffffff", 0), (0.6, "#ffffff", 0.16), (1, "#ffffff", 0.34)));
        }
    }

    /// <summary>A terrace's shapes by layer and colour, so that a row of houses is a few dozen elements.</summary>
    private sealed class Sheets
    {
        private readonly SortedDictionary<int, Dictionary<string, Pen>> _layers = [];

        public List<(double X, double Y, double W)> Smoke { get; } = [];

        public void Add(int layer, Ink ink, params ReadOnlySpan<Vec> points)
        {
            if (!_layers.TryGetValue(layer, out var sheet))
                _layers[layer] = sheet = new Dictionary<string, Pen>(StringComparer.Ordinal);
            var colour = ink.Rounded();
            if (!sheet.TryGetValue(colour, out var pen))
                sheet[colour] = pen = new Pen(5);
            pen.Polygon(points);
        }

        public void On(Svg svg)
        {
            foreach (var (layer, sheet) in _layers)
            {
                foreach (var (colour, pen) in sheet)
                    svg.Path(pen.ToString(), colour, layer == 0 ? "fill-opacity='.4'" : "");
            }
        }
    }

    private static void Church(Svg svg, double x, double y, double s)
    {
        svg.Add($"<g transform='translate({Svg.N(x)} {Svg.N(y)}) scale({Svg.N(s)})'>");
        svg.Path(new Pen().Polygon((-96, 4), (-96, -62), (-20, -70), (-20, 8)).ToString(), "#c4c2b8");
        svg.Path(new Pen().Polygon((-104, -60), (-84, -112), (-26, -116), (-16, -68)).ToString(), "#6a6a70");
        svg.Path(new Pen().Polygon((-20, 8), (-20, -150), (24, -150), (24, 8)).ToString(), "#f6efdc");
        svg.Path(new Pen().Polygon((-36, 4), (-36, -146), (-20, -150), (-20, 8)).ToString(), "#a9adb4");
        svg.Path(new Pen().Polygon((-40, -146), (-22, -156), (28, -154), (-2, -262)).ToString(), "#5d7f78");
        svg.Path(new Pen().Polygon((-22, -152), (28, -152), (-2, -262)).ToString(), "#86a898");
        svg.Line([(-2, -260), (-2, -284)], "#8a7a4a", 2.4);
        svg.Line([(-8, -276), (4, -276)], "#8a7a4a", 2.4);
        svg.Circle(2, -118, 11, "#3f4a5a").Circle(2, -118, 8.5, "#f0e2b4");
        svg.Path(new Pen().Box(-3, -92, 10, 22).Box(-3, -50, 10, 22).Box(-84, -50, 8, 26).Box(-66, -51, 8, 26).Box(-48, -52, 8, 26).ToString(), "#59646e");
        svg.Add("</g>");
    }

    private static void Wall(Svg svg, double up, double from, double to, double size, Rng rng, int row)
    {
        var pen = new Pen(5);
        var tops = new List<Vec>();
        for (var x = from - 20; x <= to + 20; x += 26)
            tops.Add((x, Ground(x, up) + (4 * size)));
        pen.Lines(tops);
        for (var i = tops.Count - 1; i >= 0; i--)
            pen.Line(tops[i] + (0, 12 * size));
        var stone = Ink.Parse("#a39a82").Mix("#dfe3d8", 0.3 * (1 - (row / 10.0)));
        svg.Path(pen.Close().ToString(), stone.Lit(0.8));
        var dabs = new Dabs("butt");
        for (var i = 0; i < 46; i++)
        {
            var at = tops[rng.Int(tops.Count)];
            dabs.Add(at.X + rng.In(-13, 13), at.Y + rng.In(2, 10 * size), rng.In(4, 11) * size, 0, rng.In(2, 4) * size, stone.Lit(rng.In(0.7, 1.25)));
        }
        if (row > 4)
        {
            for (var i = 0; i < 26; i++)
            {
                var at = tops[rng.Int(tops.Count)];
                dabs.Add((at.X, at.Y), (at.X + 1, at.Y + (5 * size)), (at.X + rng.Near(0, 6), at.Y + (rng.In(6, 15) * size)), 2.2 * size, Ink.Parse("#5f6e3c").Mix("#b0a052", rng.Next()));
            }
        }
        dabs.On(svg, 0.9);
        if (row is 7 or 8)
        {
            double x = row == 7 ? 560 : 1180;
            var y = Ground(x, up) - (26 * size);
            svg.Path(new Pen().Move(x, y).Quad((x + 60, y + 16), (x + 124, y + 2)).ToString(), "none", "stroke='#4a4a4a' stroke-width='1.4'");
            string[] cloth = ["#f4f0e6", "#7d97ad", "#f4f0e6", "#c25a44", "#e6d3a0"];
            for (var i = 0; i < 5; i++)
                svg.Path(new Pen().Box(x + 10 + (i * 22), y + 6 + (Math.Sin((i + 0.5) / 5 * Math.PI) * 5), 15, 22 + (i % 2 * 8)).ToString(), cloth[i]);
        }
    }

    private static void Path(Svg svg)
    {
        var rng = new Rng(44);
        svg.Path(new Pen().Move(-10, 1080).Smooth([(-10, 930), (200, 952), (430, 990), (700, 1026), (1000, 1052), (1300, 1078)], join: true).Close().ToString(), svg.Vertical((0, "#7d744a", 1), (1, "#33381f", 1)));
        for (var i = 0; i < 11; i++)
        {
            double t = i / 10.0, x = 210 + (t * 232), y = 1078 - (t * 108), w = 190 - (t * 92);
            svg.Path(new Pen().Polygon((x, y), (x + w, y - 3), (x + w + 4, y + 12), (x - 2, y + 16)).ToString(), Ink.Parse("#6f6658").Lit(0.8));
            svg.Path(new Pen().Polygon((x, y), (x + w, y - 3), (x + w - 6, y - 9), (x + 8, y - 6)).ToString(), "#dccfb0");
        }
        var dabs = new Dabs();
        for (var i = 0; i < 430; i++)
        {
            double x = rng.In(-10, 1100), y = 936 + (x * 0.12) + (rng.Next() * 110);
            var stair = 1078 - ((x - 210) / 232 * 108);
            if (y > 1080 || (x > 200 && x < 640 && Math.Abs(y - stair - 40) < 70 && x - 210 < (1080 - y) * 2.2 + 190))
                continue;
            dabs.Add((x, y), (x + 1, y - 10), (x + rng.Near(4, 9), y - rng.In(12, 30)), rng.In(1.4, 3), Ink.Parse("#3c4424").Mix(rng.Chance(0.5) ? "#e3bd62" : "#8f9a58", rng.Next()));
        }
        dabs.On(svg);
        svg.Path(new Pen().Polygon((372, 1024), (400, 1024), (620, 1006), (612, 994)).ToString(), "#2b2a33", "fill-opacity='.4'");
        People.Stand(svg, 384, 1024, 150, new Look("#3f5a74", "#2b2a30", "#c2946f") { Stride = 0.45, Hem = 0.46, RimSide = -1, Rim = "#fff2d0", Hair = "#5a3a26" });
        svg.Path(new Pen().Strip([(350, 884), (420, 880)], _ => 9).Strip([(354, 884), (346, 832)], _ => 5).Strip([(416, 880), (412, 828)], _ => 5).Strip([(346, 836), (412, 832)], _ => 6).Strip([(350, 860), (414, 856)], _ => 4).Strip([(356, 886), (362, 930)], _ => 5).Strip([(414, 884), (418, 926)], _ => 5).ToString(), "#8a5a30");
        People.Stand(svg, 270, 1062, 156, new Look("#a8472f", "#33312f", "#c2946f") { Stride = 0.4, Hem = 0.44, RimSide = -1, Rim = "#fff2d0", Bag = "#4a3a2a" });
    }
}
