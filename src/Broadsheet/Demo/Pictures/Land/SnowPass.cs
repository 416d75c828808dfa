namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The road over Harrow Pass in blowing snow; poles show where it runs.</summary>
public sealed class SnowPass() : Scene("snow-pass")
{
    private readonly Plane _plane = new(470, 2.6, 1300, 800);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 134).Paint(Air).Element(0, 0, 1600, 1067));
        Mountains(svg);
        Drift(svg, 330, 230, 3, 0.85);
        Snowfield(svg);
        Poles(svg, 30, 400);
        Plough(svg);
        Poles(svg, 5, 30);
        Drift(svg, 560, 330, 8, 0.6);
        Flakes(svg);
        svg.Vignette("#2a3d5c", 0.4);
        svg.Mottle(0.1, across: 10, down: 22);
        svg.Grain();
    }

    private static Ink Air(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#7f95b3"), (0.25, "#a9b9cf"), (0.44, "#d5dce6"), (1, "#e8ecf2"));
        return ink.Lit(1 + (Noise.Fbm((u * 3) + (v * 2), v * 6, 5, 2) * 0.12)).Mix("#f4e3d6", Math.Exp(-(Math.Pow((u - 0.3) * 3, 2) + Math.Pow((v - 0.3) * 5, 2))) * 0.6);
    }

    private static void Mountains(Svg svg)
    {
        svg.Add(new Canvas(330, 100).Paint((u, v) =>
        {
            var x = u * 3.2;
            var crest = 0.62 - (0.5 * Math.Exp(-Math.Pow((u - 0.8) / 0.24, 2))) - (0.42 * Math.Exp(-Math.Pow((u - 0.17) / 0.2, 2))) + ((Noise.Ridged(x, 2, 5, 6) - 0.4) * -0.28);
            var d = v - crest;
            if (d < -0.02)
                return new(1, 1, 1, 0);
            var ridge = Noise.Ridged((u * 9) + (v * 3), (v * 5) - (u * 4), 5, 31);
            var side = Noise.Ridged((u * 9) + (v * 3) + 0.05, (v * 5) - (u * 4) - 0.03, 5, 31);
            var light = Math.Clamp(0.5 + ((ridge - side) * 3.4), 0, 1);
            var rock = Noise.Step(0.42, 0.6, ridge + (Noise.Fbm(u * 40, v * 20, 3, 4) * 0.16)) * Noise.Step(0.5, 0.05, d);
            var ink = Ink.Parse("#93a8c8").Mix("#eef1f5", light).Mix("#56647f", rock * 0.75);
            return ink.Mix("#ccd6e2", 0.25 + Math.Clamp(d * 1.5, 0, 0.7)).With(Noise.Step(-0.012, 0.012, d));
        }).Element(0, 70, 1600, 420));
    }

    private static void Drift(Svg svg, double y, double h, int seed, double strength) =>
        svg.Add(new Canvas(150, 46).Paint((u, v) =>
        {
            var streak = Noise.Fbm((u * 2.4) - (v * 1.8), (v * 7) + (u * 3), 5, seed, 0.6);
            return Ink.Parse("#f2f5f9").Mix("#c3cfe0", v * 0.5).With(Math.Clamp(0.35 + (streak * 1.1), 0, 1) * Noise.Step(0, 0.35, v) * Noise.Step(1, 0.6, v) * strength);
        }).Element(0, y, 1600, h));

    private static double Bend(double z) => -1.2 + (z * z * 0.0009) - (z * 0.02);

    private void Snowfield(Svg svg)
    {
        svg.Add(new Canvas(356, 134).Paint((u, v) =>
        {
            double px = u * 1600, py = 470 + (v * 597);
            var (x, z) = _plane.Ground(px, py + 1);
            var off = x - Bend(z);
            var side = Math.Abs(off);
            var wind = Noise.Fbm((x / 2.2) + (z / 30), z / 5, 5, 12) * Noise.Step(160, 10, z);
            var drift = Noise.Ridged((x + (z * 0.25)) / 5, (z - (x * 0.9)) / 9, 4, 17);
            var ink = Ink.Parse("#c3d0e4").Mix("#f7f9fb", Math.Clamp(0.5 + (wind * 0.5) + ((drift - 0.4) * 0.9), 0, 1)).Mix("#8aa0c6", Noise.Step(0.35, 0.1, drift) * 0.4);
            var bank = Noise.Step(3.4, 3.9, side) * Noise.Step(5.6, 4.2, side);
            ink = ink.Mix(off < 0 ? "#8098c2" : "#fbfaf6", bank * 0.75);
            if (side < 3.7)
            {
                var rut = Noise.Step(0.75, 0.35, Math.Abs(side - 1.25) + (Noise.Fbm(x * 1.4, z / 3, 3, 5) * 0.4));
                var road = Ink.Parse("#b5c3d8").Mix("#dfe6ef", 0.5 + wind);
                road = road.Mix("#64728c", rut * (0.75 + (Noise.Fbm(x * 3, z / 2, 3, 8) * 0.4)));
                ink = ink.Mix(road, Noise.Step(3.7, 3.3, side));
            }
            return ink.Mix("#dbe3ec", Noise.Step(18, 130, z) * 0.85);
        }).Brushed(1).Element(0, 470, 1600, 597));
        var rng = new Rng(5);
        var dabs = new Dabs();
        for (var i = 0; i < 800; i++)
        {
            var t = Math.Pow(rng.Next(), 1.3);
            var y = 500 + (t * 570);
            var x = rng.In(-20, 1620);
            var (gx, gz) = _plane.Ground(x, y);
            var onRoad = Math.Abs(gx - Bend(gz)) < 3.3;
            var length = 14 + (t * 90);
            dabs.Add((x - length, y + (length * 0.05)), (x, y - (t * 7)), (x + length, y - (length * 0.1)), 1 + (t * rng.In(1, 7)), onRoad ? Ink.Parse("#8492ab").Mix("#eef2f6", rng.Next()) : Ink.Parse("#a9bad6").Mix("#ffffff", rng.Next()));
        }
        dabs.On(svg, 0.4);
    }

    private void Poles(Svg svg, double near, double far)
    {
        var zs = new List<double>();
        for (var z = 5.6; z < 400; z *= 1.42)
            zs.Add(z);
        zs.Reverse();
        foreach (var z in zs.Where(z => z >= near && z < far))
        {
            foreach (var side in new[] { -1, 1 })
            {
                var x = Bend(z) + (side * 4.4);
                Vec foot = _plane.At(x, 0, z), top = _plane.At(x + 0.06, 2.7, z);
                var s = _plane.Scale(z);
                var haze = Noise.Step(12, 150, z) * 0.85;
                var wide = Math.Max(1.4, s * 0.1);
                Ink orange = Ink.Parse("#e8642a").Mix("#dbe3ec", haze), black = Ink.Parse("#2b2f3c").Mix("#dbe3ec", haze);
                svg.Path(new Pen().Oval(foot.X + (s * 0.5), foot.Y + (s * 0.03), s * 0.8, s * 0.1).ToString(), "#8fa3c6", "fill-opacity='.4'");
                svg.Line([foot, top], orange, wide, "stroke-linecap='butt'");
                for (var band = 0; band < 3; band++)
                    svg.Line([foot.To(top, 0.18 + (band * 0.28)), foot.To(top, 0.32 + (band * 0.28))], black, wide, "stroke-linecap='butt'");
                svg.Line([foot.To(top, 0.9), foot.To(top, 0.96)], Ink.Parse("#fff2c8").Mix("#dbe3ec", haze), wide);
                svg.Line([foot + (-wide * 0.4, 0), top + (-wide * 0.4, 0)], "#ffffff", wide * 0.22, "stroke-opacity='.6'");
                svg.Path(new Pen().Oval(foot.X, foot.Y, wide * 2.2, wide * 0.7).ToString(), "#f2f5fa");
                svg.Path(new Pen().Oval(top.X - (wide * 0.1), top.Y, wide * 0.7, wide * 0.5).ToString(), "#ffffff");
            }
        }
    }

    private void Plough(Svg svg)
    {
        var at = _plane.At(Bend(36) + 0.6, 0, 36);
        var s = _plane.Scale(36);
        svg.Glow(at.X, at.Y - (s * 1.6), 330, "#ffe2b0", 0.55);
        var spray = new Canvas(90, 50).Paint((u, v) =>
        {
            var d = Math.Exp(-(Math.Pow((u - 0.62 + ((1 - v) * 0.1)) / 0.26, 2) + Math.Pow((v - 0.68) / 0.3, 2)));
            return Ink.Parse("#fdfbf6").Mix("#b8c6dc", Noise.Step(0.4, 1, v)).With(Math.Clamp((d * 1.2) + (Noise.Fbm(u * 6, v * 5, 5, 3) * 0.6) - 0.3, 0, 0.95) * Noise.Step(0, 0.2, u) * Noise.Step(1, 0.85, u) * Noise.Step(0, 0.2, v) * Noise.Step(1, 0.85, v));
        });
        svg.Add($"<g transform='translate({Svg.N(at.X)} {Svg.N(at.Y)}) scale({Svg.N(s / 36)})'>");
        svg.Path(new Pen().Oval(6, 4, 78, 8).ToString(), "#5a6a88", "fill-opacity='.5'");
        svg.Path(new Pen().Polygon((-44, -30), (-46, -112), (46, -112), (46, -30)).ToString(), "#c4622c");
        svg.Path(new Pen().Polygon((46, -30), (46, -112), (60, -106), (60, -32)).ToString(), "#7d3c22");
        svg.Path(new Pen().Polygon((-39, -66), (-38, -104), (38, -104), (39, -66)).ToString(), "#33425c");
        svg.Path(new Pen().Polygon((-36, -68), (-20, -102), (2, -102), (-14, -68)).ToString(), "#8ea2bd", "fill-opacity='.6'");
        svg.Rect(-30, -120, 60, 9, "#53321f").Rect(-24, -126, 12, 8, "#ffb43a").Rect(12, -126, 12, 8, "#ffb43a");
        svg.Rect(-44, -52, 88, 22, "#3a3f4c").Rect(-50, -96, 7, 22, "#2c3140").Rect(46, -96, 7, 22, "#2c3140");
        svg.Path(new Pen().Polygon((-88, -2), (-84, -36), (70, -46), (82, -6)).ToString(), "#e2b23c");
        svg.Path(new Pen().Polygon((-88, -2), (-86, -14), (81, -18), (82, -6)).ToString(), "#8f6c22");
        for (var i = 0; i < 6; i++)
            svg.Path(new Pen().Polygon((-78 + (i * 27), -5), (-66 + (i * 27), -38 - i), (-56 + (i * 27), -39 - i), (-66 + (i * 27), -6)).ToString(), "#4a3a20", "fill-opacity='.7'");
        svg.Circle(-30, -56, 7, "#fff9e2").Circle(30, -56, 7, "#fff9e2");
        svg.Add("</g>");
        svg.Glow(at.X - s * 0.83, at.Y - (s * 1.55), 110, "#fff3cf", 0.9);
        svg.Glow(at.X + s * 0.83, at.Y - (s * 1.55), 110, "#fff3cf", 0.9);
        svg.Glow(at.X, at.Y - (s * 3.4), 120, "#ffab33", 0.7);
        svg.Add(spray.Element(at.X - 20, at.Y - 150, 330, 180));
    }

    private static void Flakes(Svg svg)
    {
        var rng = new Rng(6);
        var dabs = new Dabs();
        for (var i = 0; i < 1300; i++)
        {
            var near = Math.Pow(rng.Next(), 5);
            var length = 1 + (near * 17);
            var tilt = -0.22 + rng.Near(0, 0.25);
            dabs.Add(rng.In(-10, 1610), rng.In(-10, 1075), length, length * tilt, 1.4 + (near * 8 * rng.In(0.6, 1.2)), "#ffffff");
        }
        dabs.On(svg, 0.55);
    }
}
