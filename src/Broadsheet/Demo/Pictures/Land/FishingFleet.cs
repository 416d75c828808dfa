namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The fleet strung along the horizon under a wide, cold sky.</summary>
public sealed class FishingFleet() : Scene("fishing-fleet")
{
    private const double Horizon = 610;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(320, 124).Paint(Heaven).Element(0, 0, 1600, Horizon + 4));
        Shafts(svg);
        svg.Path(new Pen().Move(-5, Horizon + 2).Smooth([(-5, 602), (140, 588), (260, 597), (330, 592), (470, 604), (560, Horizon + 2)], join: true).Close().ToString(), "#98a3b5");
        Sea(svg);
        Fleet(svg);
        Swell(svg);
        Gulls(svg);
        svg.Vignette("#1a2333", 0.35);
        svg.Mottle(0.08);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v, 2, -0.3, 41, (0.35, 0.7), 0.62);
        var low = Math.Exp(-Math.Pow((u - 0.58) * 2.2, 2));
        var ink = Ink.Ramp(v, (0, "#8fa0b6"), (0.6, "#bcc6d0"), (0.86, "#e3dfd2"), (1, Ink.Parse("#d9d6cf").Mix("#fbf1d4", low)));
        var cloud = Ink.Ramp(v, (0, "#4d5a70"), (0.6, "#7a859a"), (1, "#a8adb8")).Mix(Ink.Ramp(v, (0, "#bcc5d2"), (0.7, "#eae6dc"), (1, "#fff5dc")), Math.Pow(light, 1.3) * (0.75 + (low * 0.25)));
        return ink.Mix(cloud, cover * 0.95 * Noise.Step(1, 0.86, v));
    }

    private static void Shafts(Svg svg)
    {
        var rng = new Rng(6);
        for (var i = 0; i < 13; i++)
        {
            var turn = -0.85 + (i * 0.14) + rng.Near(0, 0.05);
            Vec from = (950 + (turn * 120), 190);
            var wide = rng.In(0.015, 0.06);
            Vec a = from + (Math.Sin(turn) * 620, 425), b = from + (Math.Sin(turn + wide) * 640, 425);
            svg.Path(new Pen().Polygon(from, from + (wide * 60, 0), b, a).ToString(), svg.Vertical((0, "#fff6dc", 0), (0.5, "#fff6dc", rng.In(0.08, 0.2)), (1, "#fff6dc", 0.22)));
        }
    }

    private static Ink Tone(double x, double y, Rng rng)
    {
        var t = (y - Horizon) / (1067 - Horizon);
        var glint = Math.Exp(-Math.Pow((x - 960) / (230 + (t * 160)), 2)) * (1 - (t * 0.55));
        var swell = Noise.Fbm(x / (80 + (t * 500)), y / (5 + (t * 60)), 3, 7);
        var ink = Ink.Parse("#93a2b2").Mix("#2f4257", Math.Clamp((t * 0.95) - (swell * 0.5), 0, 1));
        return rng.Chance(glint * 0.75) ? Ink.Parse("#fff3d6").Mix("#d9d8d2", rng.Next() * 0.6) : ink.Mix("#e6e2d6", glint * 0.5).Stray(rng, 0.05);
    }

    private static void Sea(Svg svg)
    {
        svg.Rect(0, Horizon, 1600, 460, svg.Vertical((0, "#c3c9cd", 1), (0.1, "#93a1b0", 1), (0.5, "#566a80", 1), (1, "#27394e", 1)));
        svg.Add($"<ellipse cx='960' cy='{Horizon}' rx='560' ry='230' fill='{svg.Radial((0, "#fff3d6", 0.75), (1, "#fff3d6", 0))}' clip-path='inset(50% 0 0 0)'/>");
        var rng = new Rng(3);
        var dabs = new Dabs();
        Water.Ripples(dabs, -60, 1660, Horizon + 1, 1080, 3600, rng, (x, y) => Tone(x, y, rng), 130, 6.5, 1.5);
        dabs.On(svg, 0.8);
    }

    private static void Fleet(Svg svg)
    {
        var rng = new Rng(21);
        (double X, double Y, double S, int Way)[] boats =
        [
            (90, 613, 30, 1), (205, 615, 42, -1), (335, 612, 26, 1), (415, 616, 56, 1), (560, 613, 34, -1), (690, 621, 96, 1), (885, 613, 30, -1), (1010, 615, 48, 1), (1130, 613, 28, 1), (1245, 627, 150, -1), (1420, 614, 40, 1), (1525, 613, 32, -1),
        ];
        foreach (var (x, y, s, way) in boats)
        {
            var ink = Ink.Parse("#56617a").Mix("#1b2537", Math.Clamp((s - 26) / 80, 0, 1));
            svg.Path(new Pen().Polygon((x - (s * 0.8), y), (x + (s * 0.8), y), (x + (s * 0.6), y + (s * 0.22)), (x - (s * 0.5), y + (s * 0.26))).ToString(), ink, "fill-opacity='.4'");
            if (s is < 33 or 40 or 48)
                Boats.Skiff(svg, x, y, s * 0.85, way, ink, ink.Mix("#d9d6d0", 0.35), ink.Mix("#7d4a4a", 0.3));
            else
                Boats.Trawler(svg, x, y, s, way, ink, ink.Mix("#d9d6d0", s > 80 ? 0.5 : 0.35), s > 80 ? "#7a3d38" : ink.Mix("#7d4a4a", 0.4));
            var dabs = new Dabs();
            for (var i = 0; i < 5 + (int)(s / 6); i++)
                dabs.Add(x + (rng.Near(0, 1) * s), y + rng.In(1, s * 0.1), rng.In(3, s * 0.3), 0, rng.In(0.8, 1.2 + (s * 0.02)), "#f2eee2");
            dabs.On(svg, 0.85);
        }
    }

    private static void Swell(Svg svg)
    {
        var rng = new Rng(8);
        var dabs = new Dabs();
        for (var wave = 0; wave < 5; wave++)
        {
            var baseY = 800 + (wave * wave * 15) + (wave * 18);
            double Crest(double x) => baseY + (Noise.Fbm((x / 420) + (wave * 4), wave * 2, 3, 15) * (26 + (wave * 17)));
            var pen = new Pen(5).Move(-10, baseY + 120);
            for (var x = -10.0; x <= 1620; x += 18)
                pen.Line(x, Crest(x));
            svg.Path(pen.Line(1620, baseY + 120).Close().ToString(), svg.Vertical((0, "#1e3046", 0.62), (0.4, "#22364c", 0.25), (1, "#22364c", 0)));
            for (var i = 0; i < 300; i++)
            {
                var x = rng.In(-10, 1610);
                var y = Crest(x);
                var slope = Crest(x + 6) - Crest(x - 6);
                var face = rng.In(0, 1);
                var length = rng.In(10, 34 + (wave * 14));
                var lit = Math.Exp(-Math.Pow((x - 960) / 480, 2));
                dabs.Add(x, y + (face * face * 46) + 1, length, slope / 12 * length, rng.In(1, 2.4 + wave), face < 0.18 ? Ink.Parse("#d4d6d2").Mix("#8597a6", rng.Next() * (1.2 - lit)) : Ink.Parse("#1c2c40").Mix("#6f8597", rng.Next() * rng.Next()));
            }
            dabs.On(svg, 0.75);
            for (var i = 0; i < 2 + wave; i++)
            {
                var x = rng.In(60, 1540);
                if (Noise.At(x / 160, wave, 33) < 0)
                    continue;
                for (var k = 0; k < 26; k++)
                {
                    var fx = x + rng.Near(0, 40 + (wave * 18));
                    dabs.Add(fx, Crest(fx) + rng.In(-2, 7 + (wave * 2)), rng.In(5, 22), rng.Near(0, 4), rng.In(1.4, 4), Ink.Parse("#f1efe6").Mix("#b5c0c8", rng.Next() * 0.6));
                }
                dabs.On(svg, 0.85);
            }
        }
    }

    private static void Gulls(Svg svg)
    {
        var rng = new Rng(14);
        Pen far = new(), near = new(), shade = new();
        for (var i = 0; i < 60; i++)
            Birds.Gull(far, 1235 + rng.Near(-50, 190), 545 + rng.Near(0, 95), rng.In(9, 20), rng.In(-1, 1), rng.Near(0, 0.5));
        foreach (var (x, y, s, f, b) in new[] { (330.0, 320.0, 120.0, 0.9, -0.15), (520, 215, 78, -0.5, 0.2), (190, 470, 66, 0.4, 0.1), (640, 400, 52, 1, -0.1), (1460, 260, 58, 0.6, 0.25) })
        {
            Birds.Gull(shade, x, y + (s * 0.02), s, f, b);
            Birds.Gull(near, x - (s * 0.005), y - (s * 0.012), s * 0.94, f, b);
        }
        svg.Path(far.ToString(), "#f4efe2", "fill-opacity='.95'");
        svg.Path(shade.ToString(), "#38445a");
        svg.Path(near.ToString(), "#e9e8e4");
    }
}
