namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Buses and cars leaving the valley by night.</summary>
public sealed class ValleyEvacuation() : Scene("valley-evacuation")
{
    private static readonly Place Moon = new Place(0.5, 0.5, 0.62).Unit;
    private readonly Eye _eye = new(new(-8, 74, -210), new(12, 50, 120), 58);

    protected override void Draw(Svg svg)
    {
        var relief = new Relief(720, -900, -210, 1800, Surface);
        var fine = new Canvas(533, 356).Paint((u, v) => Shade(relief, u, v));
        svg.Add(fine.Printed(0, 0, 1600, 1067, 96));
        Strokes.Over(svg, fine, 12, 16, 4, 8, 0.02, 0.008, where: (_, v) => v > 0.28);
        Village(svg, relief);
        Queue(svg, relief);
        Mist(svg);
        Foreground(svg);
        svg.Vignette("#02040a", 0.42);
        svg.Mottle(0.08);
        svg.Grain(0.11);
    }

    private static double Road(double z) => 6 + (Math.Sin(z / 74) * 34 * Noise.Step(-160, 60, z)) + (Math.Sin(z / 170) * 70 * Noise.Step(40, 400, z));

    private static double RoadHeight(double z) => 44 + (z * 0.03) + (Math.Sin(z / 120) * 5);

    private static double Surface(double x, double z)
    {
        var off = x - (Road(z) * 0.7);
        var rise = Math.Max(0, Math.Abs(off + 10) - 60 - (Noise.Fbm(z / 160, 2, 2, 3) * 30));
        var ground = RoadHeight(z) - 6 + (rise * 0.42) + (Noise.Ridged(x / 280, z / 280, 5, 9) * Math.Min(rise, 280) * 0.62) + (Noise.Fbm(x / 24, z / 24, 4, 6) * 3);
        ground -= 9 * Math.Exp(-Math.Pow((off + 52) / 14, 2));
        var road = Math.Abs(x - Road(z));
        ground += (RoadHeight(z) - ground) * Noise.Step(18, 6, road);
        if (road > 18 && rise > 10 && Noise.Fbm(x / 70, z / 70, 3, 40) > -0.1)
            ground += (5 + (Noise.Cell((int)Math.Floor(x / 5), (int)Math.Floor(z / 5), 2) * 6)) * Math.Max(0, 1 - (Math.Pow((Frac(x / 5) - 0.5) * 2, 2) + Math.Pow((Frac(z / 5) - 0.5) * 2, 2)));
        return ground;
    }

    private static double Frac(double x) => x - Math.Floor(x);

    private Ink Shade(Relief relief, double u, double v)
    {
        var ray = _eye.Ray(u, v);
        var ground = relief.Meet(_eye.At, ray, 1700, 4);
        if (ground is null)
            return Heaven(u, v);
        var p = _eye.At + (ray * ground.Value);
        var normal = relief.Normal(p.X, p.Z);
        var moon = Math.Max(0, normal.Dot(Moon)) * relief.Sun(p + (normal * 1.2), Moon, 500, 0.05);
        var off = Math.Abs(p.X - Road(p.Z));
        var grain = Noise.Fbm(p.X / 9, p.Z / 9, 4, 4);
        var ink = Ink.Parse("#22384a").Lit(0.7 + (0.3 * grain)).Mix("#8aa6bf", moon * 0.7);
        if (off < 6)
            ink = Ink.Parse("#2b3038").Mix("#54606b", moon * 0.5);
        var glow = Math.Exp(-off / 13) * Noise.Step(-220, -120, p.Z) * (0.6 + (0.4 * Noise.At(p.Z / 12, 3)));
        ink = ink.Plus("#ff9a45", glow * 0.42 * (0.5 + (0.5 * normal.Y)));
        if (Math.Abs(off - 52) < 6 && p.X < Road(p.Z))
            ink = ink.Mix("#6f86a0", 0.3);
        return ink.Mix(Ink.Parse("#27384c").Mix("#45536a", u), Noise.Step(140, 1500, ground.Value) * 0.85);
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v * 2.6, 1.4, -0.25, 19, (0.5, -0.8), 0.6);
        var moon = Math.Exp(-(Math.Pow((u - 0.76) * 4.5, 2) + Math.Pow((v - 0.09) * 7, 2)));
        var ink = Ink.Ramp(v * 3, (0, "#0c1524"), (1, "#2a3a50"));
        return ink.Mix(Ink.Parse("#1b2636").Mix("#56677d", light), cover * 0.8).Mix("#e9e4c8", moon * (0.35 + (0.6 * light * cover)));
    }

    private Vec At(double x, double y, double z)
    {
        var (u, v, _) = _eye.Seen(new(x, y, z));
        return (u * Width, v * Height);
    }

    private bool Visible(Relief relief, double x, double y, double z)
    {
        var way = new Place(x, y, z) - _eye.At;
        return relief.Meet(_eye.At, way.Unit, way.Length - 5, 4) is null;
    }

    private void Village(Svg svg, Relief relief)
    {
        var rng = new Rng(5);
        for (var i = 0; i < 70; i++)
        {
            var z = rng.In(40, 620);
            var x = Road(z) + rng.Pick(-1.0, 1.0) * rng.In(22, 130);
            var y = relief.Height(x, z) + 3;
            if (!Visible(relief, x, y + 3, z))
                continue;
            var (_, _, depth) = _eye.Seen(new(x, y, z));
            var s = 1440 / depth;
            var at = At(x, y, z);
            svg.Path(new Pen().Polygon(at + (-4 * s, 0), at + (-4 * s, -4 * s), at + (0, -7 * s), at + (4 * s, -4 * s), at + (4 * s, 0)).ToString(), "#16232f");
            svg.Path(new Pen().Polygon(at + (0, -7 * s), at + (4.4 * s, -3.8 * s), at + (10 * s, -4.2 * s), at + (6 * s, -7.3 * s)).ToString(), "#25374a");
            if (rng.Chance(0.8))
                svg.Rect(at.X - (1.6 * s), at.Y - (3.4 * s), Math.Max(1.5, 1.5 * s), Math.Max(1.5, 1.7 * s), rng.Pick("#ffcf7a", "#ffb454", "#ffe2a8"));
        }
    }

    private void Queue(Svg svg, Relief relief)
    {
        var rng = new Rng(11);
        var cars = new List<(double Z, bool Bus, bool Away)>();
        for (var z = 760.0; z > -110; z -= z > 150 ? rng.In(9, 17) : rng.In(8, 13))
            cars.Add((z, rng.Chance(0.22), false));
        for (var z = 700.0; z > 0; z -= rng.In(60, 160))
            cars.Add((z, false, true));
        foreach (var (z, bus, away) in cars.OrderByDescending(c => c.Z))
        {
            double x = Road(z) + (away ? 2.6 : -2.6), y = RoadHeight(z);
            if (!Visible(relief, x, y + 2.4, z))
                continue;
            var (_, _, depth) = _eye.Seen(new(x, y, z));
            var s = 1440 / depth;
            var at = At(x, y, z);
            if (s > 2.6)
                Body(svg, at, s, bus, away);
            var lamp = away ? "#ff4a36" : "#fff1c9";
            var up = 0.9 * s;
            svg.Glow(at.X, at.Y - up, (away ? 5 : 9) * s + 9, away ? "#ff5a3a" : "#ffd28a", away ? 0.5 : 0.85);
            foreach (var side in new[] { -0.8, 0.8 })
                svg.Circle(at.X + (side * s), at.Y - up, Math.Max(1.1, 0.34 * s), lamp);
            if (bus && s > 1.4)
                svg.Rect(at.X - (1.1 * s), at.Y - (3.1 * s), 2.2 * s, 0.35 * s, "#ffb648");
        }
    }

    private static void Body(Svg svg, Vec at, double s, bool bus, bool away)
    {
        double h = bus ? 3.3 : 1.5, w = bus ? 1.3 : 0.95;
        svg.Path(new Pen().Loop([at + (-w * s, 0), at + (-w * s, -h * s * 0.55), at + (-w * s * 0.82, -h * s), at + (w * s * 0.82, -h * s), at + (w * s, -h * s * 0.55), at + (w * s, 0)]).ToString(), bus ? "#1d2b3c" : "#141c27");
        svg.Rect(at.X - (w * s * 0.8), at.Y - (h * s * 0.88), w * s * 1.6, h * s * 0.4, away ? "#2b3d50" : bus ? "#c79a5c" : "#33465a");
    }

    private static void Mist(Svg svg) => svg.Add(new Canvas(130, 40).Paint((u, v) =>
    {
        var d = Noise.Fbm(u * 4, v * 3, 5, 31) * 0.8 + 0.35;
        return Ink.Parse("#40536b").Mix("#a98a68", Math.Exp(-Math.Pow((u - 0.5) * 3, 2)) * 0.7).With(Math.Clamp(d, 0, 1) * Noise.Step(0, 0.4, v) * Noise.Step(1, 0.55, v) * 0.6);
    }).Element(0, 330, 1600, 260));

    private static void Foreground(Svg svg)
    {
        var rng = new Rng(3);
        svg.Path(new Pen().Move(-10, 1080).Smooth([(-10, 930), (160, 922), (380, 905), (640, 880), (900, 868), (1180, 862), (1400, 868), (1610, 880)], join: true).Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#232c38", 1), (0.4, "#171d27", 1), (1, "#0b0f16", 1)));
        svg.Add($"<ellipse cx='560' cy='985' rx='520' ry='70' fill='{svg.Radial((0, "#ffcf86", 0.5), (0.6, "#ffb35c", 0.16), (1, "#ffb35c", 0))}'/>");
        svg.Add($"<ellipse cx='1290' cy='1010' rx='420' ry='60' fill='{svg.Radial((0, "#ff6a3f", 0.35), (1, "#ff6a3f", 0))}'/>");
        var dabs = new Dabs();
        for (var i = 0; i < 500; i++)
        {
            double x = rng.In(-20, 1620), y = rng.In(895, 1070);
            var warm = Math.Exp(-Math.Pow((x - 500) / 420, 2)) * Math.Exp(-Math.Pow((y - 985) / 60, 2));
            dabs.Add(x, y, rng.In(12, 70), rng.Near(0, 2), rng.In(1, 4), Ink.Parse("#10151d").Mix("#3b4653", rng.Next()).Mix("#ffc98a", warm * rng.Next()));
        }
        dabs.On(svg, 0.6);
        Bus(svg, rng);
        People.Stand(svg, 560, 985, 142, new Look("#3f5a78", "#1a212c", "#c79a78") { Stride = 0.35, RimSide = -1, Rim = "#ffd08a", Bag = "#7a4a34" });
        People.Stand(svg, 622, 990, 92, new Look("#b8452f", "#222a36", "#c79a78") { Stride = 0.3, RimSide = -1, Rim = "#ffd08a", Hem = 0.38 });
        People.Stand(svg, 700, 984, 138, new Look("#5a5040", "#1c212a", "#b98a6c") { Stride = -0.2, Hat = true, RimSide = -1, Rim = "#ffcb84", Hem = 0.3 });
        People.Stand(svg, 1005, 992, 146, new Look("#d9a12f", "#1c2230", "#c0906f") { Stride = 0.15, Hem = 0.46, Reach = 0.9, RimSide = -1, Rim = "#fff0c0", Hair = "#e8e2d0", Hat = true });
        svg.Path(new Pen().Strip([(1047, 888), (1064, 866)], _ => 9).ToString(), "#ff5a3c");
        svg.Glow(1060, 872, 70, "#ff6a45", 0.8);
        svg.Path(new Pen().Box(905, 962, 56, 40).Box(922, 930, 44, 34).ToString(), "#5a3a2a");
        svg.Path(new Pen().Box(905, 962, 56, 8).Box(922, 930, 44, 7).ToString(), "#a87a4a");
    }

    private static void Bus(Svg svg, Rng rng)
    {
        svg.Add("<g transform='translate(-40 700)'>");
        svg.Path(new Pen().Oval(250, 268, 330, 20).ToString(), "#05080d", "fill-opacity='.6'");
        svg.Path(new Pen().Loop([(-60, 250), (-60, 10), (-20, -26), (420, -14), (470, 10), (490, 110), (492, 246), (300, 256)]).ToString(), svg.Horizontal((0, "#22364e", 1), (0.7, "#2f4a66", 1), (1, "#4d6c86", 1)));
        svg.Path(new Pen().Polygon((-60, 140), (492, 138), (492, 170), (-60, 176)).ToString(), "#d8a24a");
        svg.Path(new Pen().Polygon((-60, 176), (492, 170), (492, 176), (-60, 184)).ToString(), "#1a2533");
        for (var i = 0; i < 5; i++)
        {
            double x = -46 + (i * 86);
            svg.Path(new Pen().Polygon((x, 28), (x + 76, 30), (x + 76, 122), (x, 122)).ToString(), svg.Vertical((0, "#fff0c0", 1), (0.5, "#f7c877", 1), (1, "#b97c3c", 1)));
            for (var k = 0; k < 2; k++)
            {
                if (rng.Chance(0.15))
                    continue;
                svg.Add($"<g transform='translate({Svg.N(x + 20 + (k * 36))} 122)'>");
                People.Half(svg, 0, 0, rng.In(46, 62), Ink.Parse(rng.Pick("#4a3428", "#2c3444", "#5a2f2a", "#3a4438")), "#8a5f46", rng.Pick("#1f1815", "#3a2a20", "#8a8378"), rng.Near(0, 0.15));
                svg.Add("</g>");
            }
            svg.Path(new Pen().Polygon((x + 8, 28), (x + 34, 28), (x + 10, 122), (x, 122), (x, 70)).ToString(), "#fffbe8", "fill-opacity='.22'");
        }
        svg.Path(new Pen().Polygon((392, 34), (452, 40), (472, 128), (392, 126)).ToString(), svg.Horizontal((0, "#8a6a42", 1), (1, "#33475a", 1)));
        svg.Add("<g transform='translate(424 128)'>");
        People.Half(svg, 0, 0, 66, "#20303f", "#9a6f52", "#2a2420");
        svg.Add("</g>");
        svg.Rect(396, 6, 66, 20, "#141a22").Rect(402, 10, 54, 12, "#ffb648");
        foreach (var x in new[] { 60.0, 370 })
            svg.Circle(x, 246, 40, "#0a0e14").Circle(x, 246, 20, "#4a5666").Circle(x, 246, 7, "#1a212a");
        svg.Circle(478, 196, 14, "#fffbe6").Rect(446, 214, 44, 8, "#8a97a4");
        svg.Path(new Pen().Polygon((478, 186), (478, 206), (1080, 330), (1080, 240)).ToString(), svg.Horizontal((0, "#fff0c4", 0.6), (0.5, "#ffe2a4", 0.16), (1, "#ffe2a4", 0)));
        svg.Glow(478, 196, 170, "#fff0c4", 0.9);
        svg.Add("</g>");
    }
}
