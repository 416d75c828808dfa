namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The tongue of a glacier above its lake; two walkers on the moraine give the size.</summary>
public sealed class GlacierTongue() : Scene("glacier-tongue")
{
    private static readonly Place Sun = new Place(-0.34, 0.62, -0.6).Unit;
    private readonly Eye _eye = new(new(-60, 112, -330), new(30, 96, 300), 58);

    protected override void Draw(Svg svg)
    {
        var relief = new Relief(1000, -900, -330, 2000, Ground);
        var fine = new Canvas(704, 469).Paint((u, v) => Shade(relief, u, v));
        svg.Add(fine.Printed(0, 0, 1600, 1067, 80));
        Strokes.Over(svg, fine, 15, 17, 5, 3, 0.05, 0.01);
        Strokes.Over(svg, fine, 10.5, 10, 2.4, 4, 0.12, 0.01);
        Bergs(svg);
        Moraine(svg);
        svg.Mottle(0.07);
        svg.Grain();
    }

    private static double Middle(double z) => 40 + (Math.Sin((z - 80) / 420) * 170) + (z * 0.08);

    private static double Ice(double x, double z, out double across)
    {
        var half = Half(z) + 40;
        across = (x - Middle(z)) / half;
        var front = 100 + (across * across * 120) + (Noise.Fbm(x / 40, 2, 3, 5) * 22);
        if (Math.Abs(across) > 1 || z < front)
            return double.MinValue;
        var level = 20 + ((z - front) * 0.2) + (Noise.Step(420, 620, z) * 70) + (Noise.Step(900, 1200, z) * 130);
        var cracks = Noise.Ridged(((z + (across * across * 60)) / 34) + (Noise.Fbm(x / 60, z / 60, 2, 8) * 0.8), x / 130, 3, 44);
        var rough = 6 + (10 * Noise.Step(230, 100, z)) + (12 * Noise.Step(400, 480, z) * Noise.Step(720, 600, z));
        return level + (34 * (1 - Math.Pow(Math.Abs(across), 2.2))) - (cracks * rough * 1.6) + (Noise.Fbm(x / 22, z / 22, 3, 3) * 4);
    }

    private static double Half(double z) => 165 + (Noise.Step(150, 900, z) * 90) - (Noise.Step(1100, 1500, z) * 60);

    private static double Ground(double x, double z)
    {
        var off = Math.Abs(x - Middle(z));
        var half = Half(z) + (Noise.Fbm(z / 200, x > Middle(z) ? 1 : 9, 2, 6) * 50);
        var rise = Math.Max(0, off - half);
        var wall = (rise * 0.78) + (Noise.Ridged(x / 330, z / 330, 6, 17) * Math.Min(rise, 330) * 0.95) + ((Noise.Ridged(x / 85, z / 85, 4, 27) - 0.3) * Math.Min(rise, 90) * 0.5) + ((Noise.Ridged(z / 95, x / 420, 4, 39) - 0.35) * Math.Min(rise, 160) * 0.75);
        var back = Math.Max(0, z - 1250) * 0.9 * (0.6 + (Noise.Ridged(x / 420, z / 420, 5, 23) * 0.9));
        var floor = -10 + (Noise.Step(90, 220, z) * 26) + (Noise.Fbm(x / 30, z / 30, 4, 2) * 5) + (Noise.Step(150, 185, off) * 26);
        var land = floor + wall + back;
        return Math.Max(land, Ice(x, z, out _));
    }

    private Ink Shade(Relief relief, double u, double v)
    {
        var ray = _eye.Ray(u, v);
        var ground = relief.Meet(_eye.At, ray, 2200, 40);
        var lake = ray.Y < 0 ? -_eye.At.Y / ray.Y : double.MaxValue;
        if (ground is null && lake > 3000)
            return Heaven(u, v);
        if (ground is null || lake < ground)
            return Lake(relief, _eye.At + (ray * lake), ray, u, lake);
        return Land(relief, _eye.At + (ray * ground.Value), ground.Value);
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v * 2.1, 1.6, -0.25, 12, (0.6, -0.7), 0.7);
        return Ink.Ramp(v * 3, (0, "#8ba5b5"), (1, "#d3dee0")).Mix(Ink.Parse("#aab7bd").Mix("#f0f2ee", light), cover * 0.9);
    }

    private static Ink Lake(Relief relief, Place p, Place ray, double u, double far)
    {
        var ripple = Noise.Fbm(p.X / 16, p.Z / 4, 4, 2);
        var mirror = new Place(ray.X + (ripple * 0.02), -ray.Y + (ripple * 0.03), ray.Z).Unit;
        var seen = relief.Meet(p + new Place(0, 0.5, 0), mirror, 1500, 1);
        var image = seen is { } t ? Land(relief, p + (mirror * t), far + t) : Heaven(u, 0.1);
        var depth = -relief.Height(p.X, p.Z);
        var body = Ink.Parse("#8fb9b2").Mix("#4f9399", Noise.Step(0, 9, depth)).Lit(1 + (ripple * 0.12));
        return body.Mix(image, 0.3 + (0.35 * Math.Pow(1 - Math.Abs(ray.Y), 4))).Mix("#c9d6d0", Noise.Step(0.9, 0, depth) * 0.4);
    }

    private static Ink Land(Relief relief, Place p, double far)
    {
        var normal = relief.Normal(p.X, p.Z);
        var sun = Math.Max(0, normal.Dot(Sun)) * relief.Sun(p + (normal * 1.5), Sun, 700, 0.06);
        var grain = Noise.Fbm(p.X / 14, (p.Y + p.Z) / 10, 4, 8);
        var ice = Math.Max(Ice(p.X, p.Z, out var across), Ice(p.X, p.Z + 7, out _));
        var open = 0.5 + (0.5 * normal.Y);
        Ink stuff;
        if (p.Y < ice + 2 && Math.Abs(across) < 1)
        {
            var band = Math.Exp(-Math.Pow((across - 0.28 + (Noise.At(p.Z / 200, 2) * 0.06)) / 0.07, 2)) + Math.Exp(-Math.Pow((across + 0.45) / 0.05, 2)) + Noise.Step(0.8, 1, Math.Abs(across));
            var dirt = Math.Clamp((band * 0.8) + (grain * 0.3) + (Noise.Step(260, 110, p.Z) * 0.12), 0, 0.85);
            var blue = Noise.Step(0.75, 0.25, normal.Y);
            stuff = Ink.Parse("#d6e0e2").Mix(Ink.Parse("#6fb6cd").Lit(1 + (0.3 * Noise.Fbm(p.X / 6, p.Y / 9, 3, 12))), blue * 0.9).Mix("#7d776b", dirt * (1 - (blue * 0.5)));
        }
        else
        {
            var snow = Noise.Step(0.5, 0.66, normal.Y + (grain * 0.2)) * Noise.Step(150, 280, p.Y + (grain * 90));
            stuff = Ink.Parse("#837c72").Mix("#5c5a58", 0.5 + grain).Lit(1 + (0.25 * Noise.At(p.X / 70, p.Y / 8, 3)));
            stuff = stuff.Mix("#8c705a", Noise.Step(0, 0.6, Noise.Fbm(p.X / 60, p.Y / 40, 3, 90)) * 0.6).Mix("#a39a8c", Noise.Step(70, 10, p.Y) * 0.45);
            stuff = stuff.Mix("#8a8464", Noise.Step(0.7, 0.9, normal.Y) * Noise.Step(140, 40, p.Y) * 0.5).Mix("#eef2f3", snow);
        }
        var ink = new Ink(stuff.R * ((sun * 0.62) + (open * 0.42)), stuff.G * ((sun * 0.61) + (open * 0.48)), stuff.B * ((sun * 0.56) + (open * 0.58)));
        return ink.Mix("#c3d2d8", Noise.Step(280, 2100, far) * 0.72);
    }

    private void Bergs(Svg svg)
    {
        var rng = new Rng(23);
        foreach (var (east, ahead, size) in new[] { (-60, 70, 7), (20, 84, 5), (95, 62, 9), (60, 20, 4), (130, 30, 6), (-20, 10, 5), (150, -30, 8), (40, -40, 4), (-110, 40, 5), (95, -70, 4) })
        {
            var (u, v, depth) = _eye.Seen(new(east, 0, ahead));
            double x = u * Width, y = v * Height, r = size * 1450 / depth;
            Vec peak = (x + (r * rng.In(-0.4, 0.3)), y - (r * rng.In(0.7, 1.05)));
            svg.Path(new Pen().Polygon((x - r, y + 2), (x + r, y + 2), (x + (r * 0.3), y + (r * 0.65)), (x - (r * 0.5), y + (r * 0.5))).ToString(), "#d4ebea", "fill-opacity='.4'");
            svg.Path(new Pen().Polygon((x - r, y), (x - (r * 0.72), y - (r * 0.42)), peak, (x + (r * 0.45), y - (r * 0.5)), (x + r, y), (x + (r * 0.2), y + (r * 0.12))).ToString(), "#eef5f4");
            svg.Path(new Pen().Polygon((x - r, y), (x - (r * 0.72), y - (r * 0.42)), peak, (x - (r * 0.1), y - (r * 0.3)), (x - (r * 0.25), y + (r * 0.08))).ToString(), "#8ec3d2");
            svg.Path(new Pen().Polygon(peak, (x + (r * 0.1), y - (r * 0.35)), (x - (r * 0.1), y - (r * 0.3))).ToString(), "#5ba7c0");
        }
    }

    private static void Moraine(Svg svg)
    {
        var rng = new Rng(31);
        double Edge(double x) => 880 + (x * 0.075) + (Noise.Fbm(x / 190, 4, 3, 7) * 34) + (Noise.Step(700, 1100, x) * 90);
        svg.Path(new Pen().Move(-10, 1080).Smooth([.. Enumerable.Range(0, 30).Select(i => (Vec)(-10 + (i * 50), Edge(-10 + (i * 50))))], join: true).Line(1440, 1080).Close().ToString(), svg.Vertical((0, "#7c776c", 1), (0.5, "#59564f", 1), (1, "#3b3a38", 1)));
        var gravel = new Dabs();
        for (var i = 0; i < 700; i++)
        {
            var d = rng.Next();
            var x = rng.In(-20, 1300);
            gravel.Add(x, Edge(x) + 3 + (d * 200), rng.In(2, 4 + (d * 12)), rng.Near(0, 2), rng.In(1.5, 3 + (d * 5)), Ink.Parse("#4c4a45").Mix("#a09a8c", rng.Next() * rng.Next()).Stray(rng));
        }
        gravel.On(svg, 0.9);
        for (var i = 0; i < 60; i++)
        {
            var d = Math.Pow(i / 60.0, 1.2);
            var x = rng.In(-20, 1250);
            var y = Edge(x) + 12 + (d * 190);
            if (y < 1100)
                Rocks.Boulder(svg, x, y, 6 + (d * 34 * rng.In(0.3, 1.2)), rng, "#35332f", Ink.Parse("#77726a").Stray(rng, 0.08), "#b5ae9f", tall: rng.In(0.5, 0.8));
        }
        People.Stand(svg, 392, 912, 92, new Look("#d5542d", "#2b2f38", "#b98f78") { Stride = 0.35, Hem = 0.5, RimSide = 1, Rim = "#ffd9b8", Hair = "#2c3f57" });
        svg.Line([(418, 914), (407, 866)], "#24262b", 2);
        People.Stand(svg, 336, 910, 88, new Look("#2f6f8f", "#3a342e", "#b98f78") { Stride = -0.2, Hem = 0.5, RimSide = 1, Rim = "#cfe6f0", Hair = "#7a3f2b", Reach = 1 });
    }
}
