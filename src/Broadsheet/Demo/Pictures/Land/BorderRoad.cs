namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The empty road to Meren, its barrier down, under a heavy sky.</summary>
public sealed class BorderRoad() : Scene("border-road")
{
    private readonly Plane _plane = new(520, 1.7, 1350, 690);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(260, 88).Paint(Heaven).Element(0, 0, 1600, 540));
        Mountains(svg);
        Ground(svg);
        Wires(svg);
        Fence(svg);
        Post(svg);
        Barrier(svg);
        Roadside(svg);
        svg.Vignette("#191426", 0.42);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v, 1.5, -0.5, 61, (0.2, 0.9), 0.9, 1.5);
        var ink = Ink.Ramp(v, (0, "#3c3a52"), (0.5, "#65607a"), (0.82, "#9a8f9c"), (1, "#d9c3a6"));
        return ink.Lit(0.72 + (light * 0.5 * cover)).Mix("#efd7ac", Math.Exp(-Math.Pow((v - 0.97) / 0.07, 2)) * 0.75 * (0.6 + (0.4 * Noise.At(u * 5, 1, 3))));
    }

    private static void Mountains(Svg svg)
    {
        svg.Add(new Canvas(400, 80).Paint((u, v) =>
        {
            var crest = 0.78 - (Noise.Ridged(u * 3.4, 1, 5, 8) * 0.62) - (0.2 * Math.Exp(-Math.Pow((u - 0.72) / 0.18, 2))) + (Noise.Step(0.3, 0, u) * 0.12);
            var d = v - crest;
            if (d < -0.02)
                return new(0.5, 0.5, 0.6, 0);
            var a = Noise.Ridged((u * 16) + (v * 2), (v * 3.4) - (u * 6), 5, 12);
            var b = Noise.Ridged((u * 16) + (v * 2) - 0.06, (v * 3.4) - (u * 6) - 0.02, 5, 12);
            var light = Math.Clamp(0.45 + ((a - b) * 3), 0, 1);
            var snow = Noise.Step(0.34, 0.08, d + (Noise.Fbm(u * 30, v * 8, 4, 3) * 0.16)) * Noise.Step(0.62, 0.3, v);
            var ink = Ink.Parse("#4a4763").Mix("#837b93", light).Mix(Ink.Parse("#8d8ea9").Mix("#e9e4e4", light), snow);
            return ink.Mix("#a89ba6", Math.Clamp(d * 0.9, 0, 0.6)).With(Noise.Step(-0.012, 0.012, d));
        }).Element(0, 215, 1600, 320));
        var pen = new Pen(5).Move(-5, 530);
        for (var x = -5.0; x <= 1610; x += 12)
            pen.Line(x, 500 - (Noise.Fbm(x / 230, 4, 4, 9) * 22) - (Noise.Step(1000, 1500, x) * 26));
        svg.Path(pen.Line(1610, 530).Close().ToString(), svg.Vertical((0, "#6d6468", 1), (1, "#8b7d70", 1)));
    }

    private void Ground(Svg svg)
    {
        svg.Add(new Canvas(400, 138).Paint((u, v) =>
        {
            double px = u * 1600, py = 520 + (v * 547);
            var (x, z) = _plane.Ground(px, py + 0.8);
            var near = Noise.Step(140, 6, z);
            var grass = Noise.Fbm(x / 1.6, z / 5, 5, 7, 0.6) * near;
            var patch = Noise.Fbm(x / 14, z / 30, 3, 9);
            var ink = Ink.Parse("#a8854a").Mix("#7d6a45", 0.5 + patch).Mix("#d4b36f", Math.Clamp(grass, 0, 0.8)).Mix("#4a3d2c", Math.Clamp(-grass, 0, 0.6));
            var side = Math.Abs(x);
            if (side < 4.3)
            {
                var wet = Noise.Fbm(x / 1.1, z / 9, 4, 4);
                var rough = Noise.Fbm(x * 6, z * 1.6, 3, 5) * near;
                var road = Ink.Parse("#5d5966").Mix("#8b8490", 0.4 + (wet * 0.5)).Lit(1 + (rough * 0.16));
                road = road.Mix("#d6c3b0", Noise.Step(0.2, 0.55, wet + (0.25 * Noise.Step(30, 90, z))) * 0.55);
                var crack = Noise.Facet((x / 1.7) + (Noise.At(z, x) * 0.2), z / 2.6, 3).Edge;
                road = road.Mix("#2f2b36", Noise.Step(0.045, 0.01, crack + (Noise.Fbm(x * 2, z, 3, 6) * 0.05)) * 0.5 * Noise.Step(34, 8, z));
                ink = ink.Mix(road, Noise.Step(4.2, 3.7, side + (Noise.Fbm(z / 1.4, x, 3, 2) * 0.3)));
            }
            return ink.Mix("#ab9a8c", Noise.Step(40, 420, z) * 0.8).Lit(0.92);
        }).Element(0, 520, 1600, 547));
        var paint = new Pen();
        foreach (var side in new[] { -1, 1 })
        {
            var worn = new Rng((ulong)(side + 5));
            for (var z = 4.2; z < 200; z *= 1.09)
                paint.Polygon(_plane.At(side * 3.28, 0, z), _plane.At(side * 3.28, 0, z * 1.09), _plane.At(side * (3.42 + worn.In(-0.02, 0.02)), 0, z * 1.09), _plane.At(side * (3.42 + worn.In(-0.02, 0.02)), 0, z));
        }
        for (var z = 3.0; z < 240; z += 9)
            paint.Polygon(_plane.At(-0.08, 0, Math.Max(3.6, z)), _plane.At(-0.08, 0, z + 4), _plane.At(0.08, 0, z + 4), _plane.At(0.08, 0, Math.Max(3.6, z)));
        svg.Path(paint.ToString(), svg.Vertical((0, "#d6c9bd", 0.6), (0.4, "#e6ddd0", 0.8), (1, "#e9e1d4", 0.85)));
        var rng = new Rng(29);
        var dabs = new Dabs();
        for (var i = 0; i < 900; i++)
        {
            var z = 3.8 + (Math.Pow(rng.Next(), 1.8) * 40);
            var at = _plane.At(rng.In(-3.9, 3.9), 0, z);
            var s = _plane.Scale(z);
            dabs.Add(at.X, at.Y, s * rng.In(0.02, 0.2), 0, Math.Clamp(s * 0.006, 0.8, 3), Ink.Parse("#37323f").Mix("#b5aab0", rng.Next()));
        }
        dabs.On(svg, 0.5);
    }

    private void Wires(Svg svg)
    {
        double[] zs = [340, 190, 118, 78, 54, 38, 26.5, 18];
        Vec? last = null;
        foreach (var z in zs)
        {
            Vec foot = _plane.At(8.2, 0, z), top = _plane.At(8.2, 8.4, z);
            var ink = Ink.Parse("#2c2733").Mix("#9a8f9c", Noise.Step(40, 340, z) * 0.8);
            var s = _plane.Scale(z);
            svg.Line([foot, top], ink, Math.Max(1.2, s * 0.2));
            svg.Line([top + (-s * 0.9, s * 0.5), top + (s * 0.9, s * 0.5)], ink, Math.Max(1, s * 0.13));
            if (last is { } from)
            {
                for (var k = -1; k <= 1; k += 2)
                {
                    var back = _plane.At(8.2 + (k * 0.85), 7.95, zs[Array.IndexOf(zs, z) - 1]);
                    var here = _plane.At(8.2 + (k * 0.85), 7.95, z);
                    var sag = back.To(here, 0.5) + (0, s * 0.5);
                    svg.Path(new Pen().Move(back).Quad(sag, here).ToString(), "none", $"stroke='{(string)ink}' stroke-width='{Svg.N(Math.Max(0.8, s * 0.03))}' stroke-opacity='.8'");
                }
            }
            last = top;
        }
        svg.Path(new Pen().Move(_plane.At(7.35, 7.95, 18)).Quad((1500, -60), (1640, -200)).Move(_plane.At(9.05, 7.95, 18)).Quad((1580, -40), (1700, -160)).ToString(), "none", "stroke='#2c2733' stroke-width='2.4'");
    }

    private void Fence(Svg svg)
    {
        const double z = 30;
        Pen posts = new(), wires = new();
        for (var x = -34.0; x <= 34; x += 2.6)
        {
            if (Math.Abs(x) < 4.6)
                continue;
            Vec foot = _plane.At(x, 0, z), top = _plane.At(x, 2.5, z);
            posts.Strip([foot, top, top + (x < 0 ? -12 : 12, -14)], _ => 5);
        }
        foreach (var side in new[] { -1, 1 })
        {
            for (var k = 0; k < 6; k++)
            {
                Vec a = _plane.At(side * 4.7, 0.3 + (k * 0.42), z), b = _plane.At(side * 36, 0.3 + (k * 0.42), z);
                wires.Move(a).Quad(a.To(b, 0.5) + (0, 3), b);
                for (var i = 0; i < 42 && k == 5; i++)
                    wires.Move(a.To(b, i / 42.0) + (-4, -20)).Quad(a.To(b, (i + 0.5) / 42.0) + (8, -40), a.To(b, (i + 1) / 42.0) + (-2, -12));
            }
        }
        svg.Path(wires.ToString(), "none", "stroke='#463f48' stroke-width='1.3'");
        svg.Path(posts.ToString(), "#3a333b");
    }

    private void Post(Svg svg)
    {
        var rng = new Rng(3);
        var front = _plane.Wall(-9.4, 26, -5.2, 26, 3);
        var side = _plane.Wall(-5.2, 26, -5.2, 30, 3);
        svg.Path(side.Box(0, 0, 1, 1), "#4a4a58");
        svg.Path(front.Box(0, 0, 1, 1), svg.Vertical((0, "#b9b0a4", 1), (1, "#8b8079", 1)));
        var stains = new Dabs("butt");
        for (var i = 0; i < 130; i++)
        {
            var p = front.At(rng.Next(), rng.Next());
            stains.Add(p.X, p.Y, 0, rng.In(4, 24), rng.In(1, 4), Ink.Parse("#6c625c").Mix("#d9d0c2", rng.Next()));
        }
        stains.On(svg, 0.4);
        svg.Path(new Pen().Polygon(_plane.At(-9.9, 3.35, 25.4), _plane.At(-4.7, 3.35, 25.4), _plane.At(-4.7, 2.95, 25.4), _plane.At(-9.9, 2.95, 25.4)).ToString(), "#3a3644");
        svg.Path(new Pen().Polygon(_plane.At(-4.7, 3.35, 25.4), _plane.At(-4.7, 3.35, 30.6), _plane.At(-4.7, 2.95, 30.6), _plane.At(-4.7, 2.95, 25.4)).ToString(), "#2a2734");
        svg.Path(front.Box(0.08, 0.22, 0.42, 0.36), "#ffd98a");
        svg.Path(front.Box(0.08, 0.22, 0.42, 0.36), svg.Horizontal((0, "#c98a3a", 0.6), (0.4, "#c98a3a", 0), (1, "#fff3cf", 0.5)));
        var guard = front.At(0.34, 0.58);
        svg.Path(new Pen().Loop([guard + (-20, 0), guard + (-17, -22), guard + (-8, -26), guard + (-7, -41), guard + (7, -41), guard + (8, -26), guard + (17, -22), guard + (20, 0)]).ToString(), "#3a2e2c");
        svg.Path(front.Box(0.285, 0.22, 0.015, 0.36) + front.Box(0.08, 0.4, 0.42, 0.018), "#3f3a40");
        svg.Path(front.Box(0.62, 0.24, 0.26, 0.76), "#5d6a6c");
        svg.Path(front.Box(0.66, 0.3, 0.18, 0.2), "#2f3a42");
        svg.Path(front.Box(0, 0.86, 1, 0.14), "#6f665f", "fill-opacity='.6'");
        svg.Line([_plane.At(-9, 3.3, 26), _plane.At(-9, 7.4, 26)], "#3f3a40", 4);
        var flag = _plane.At(-9, 7.3, 26);
        svg.Path(new Pen().Move(flag).Curve(flag + (26, -10), flag + (46, 16), flag + (78, 4)).Line(flag + (76, 22)).Curve(flag + (46, 34), flag + (26, 8), flag + (0, 18)).Close().ToString(), "#2f4f78");
        svg.Path(new Pen().Move(flag + (0, 18)).Curve(flag + (26, 8), flag + (46, 34), flag + (76, 22)).Line(flag + (74, 40)).Curve(flag + (46, 52), flag + (26, 26), flag + (0, 36)).Close().ToString(), "#e6dcc6");
        var lamp = _plane.At(-4.8, 3.5, 25.5);
        svg.Line([lamp + (0, 10), lamp, lamp + (22, -6)], "#2a2734", 3);
        svg.Glow(lamp.X + 22, lamp.Y - 2, 150, "#ffe2a0", 0.65);
        var pane = front.At(0.29, 0.4);
        svg.Glow(pane.X, pane.Y, 170, "#ffd080", 0.4);
        var pool = _plane.At(-6.5, 0, 22);
        svg.Add($"<ellipse cx='{Svg.N(pool.X)}' cy='{Svg.N(pool.Y)}' rx='210' ry='26' fill='{svg.Radial((0, "#ffdf9a", 0.45), (1, "#ffdf9a", 0))}'/>");
    }

    private void Barrier(Svg svg)
    {
        const double z = 24;
        Vec left = _plane.At(-4.6, 1.05, z), right = _plane.At(4.8, 1.08, z);
        svg.Path(new Pen().Polygon(_plane.At(-4.6, 0, z - 0.4), _plane.At(4.8, 0, z - 0.4), _plane.At(4.8, 0, z - 0.7), _plane.At(-4.6, 0, z - 0.7)).ToString(), "#231f2b", "fill-opacity='.4'");
        svg.Rect(left.X - 34, left.Y - 8, 32, 66, "#d5cabb").Rect(left.X - 34, left.Y - 8, 10, 66, "#8d8379").Rect(left.X - 62, left.Y - 14, 34, 30, "#3a3640");
        const int bands = 15;
        for (var i = 0; i < bands; i++)
        {
            Vec a = left.To(right, i / (double)bands), b = left.To(right, (i + 1.0) / bands);
            svg.Path(new Pen().Polygon(a + (0, -8), b + (0, -8), b + (0, 8), a + (0, 8)).ToString(), i % 2 == 0 ? "#c23a2c" : "#f2ebde");
            svg.Path(new Pen().Polygon(a + (0, 2), b + (0, 2), b + (0, 8), a + (0, 8)).ToString(), "#2a2030", "fill-opacity='.35'");
        }
        for (var i = 1; i < 12; i++)
        {
            var at = left.To(right, i / 12.0);
            svg.Line([at + (0, 8), at + (0, 46)], i % 2 == 0 ? "#d9d0c2" : "#a33a30", 2);
        }
        svg.Line([right + (0, 0), right + (0, 58)], "#3a3640", 6);
        var disc = left.To(right, 0.5);
        svg.Circle(disc.X, disc.Y + 4, 27, "#f4eee2").Circle(disc.X, disc.Y + 4, 27, "none", "stroke='#c23a2c' stroke-width='8'").Rect(disc.X - 15, disc.Y, 30, 8, "#2a2530");
        svg.Circle(left.X + 60, left.Y - 14, 5, "#ff5a3a");
        svg.Glow(left.X + 60, left.Y - 14, 40, "#ff5a3a", 0.7);
        foreach (var x in new[] { -3.1, 3.3 })
        {
            for (var k = 0; k < 2; k++)
            {
                Vec p = _plane.At(x - 0.8, 0.8, 20.5 + k), q = _plane.At(x + 0.8, 0, 20.5 + k);
                svg.Path(new Pen().Polygon(p, (q.X, p.Y), (q.X + 8, q.Y), (p.X - 8, q.Y)).ToString(), k == 0 ? "#8f887f" : "#6c6660");
            }
            Vec t = _plane.At(x - 0.8, 0.8, 20.5), w = _plane.At(x + 0.8, 0.62, 20.5);
            svg.Path(new Pen().Polygon(t, (w.X, t.Y), (w.X, w.Y), (t.X, w.Y)).ToString(), "#c4bcae");
        }
    }

    private void Roadside(Svg svg)
    {
        var rng = new Rng(12);
        var dabs = new Dabs();
        for (var i = 0; i < 5200; i++)
        {
            var z = 3.4 + (Math.Pow(rng.Next(), 1.6) * 22);
            var side = rng.Chance(0.5) ? -1 : 1;
            var x = side * (4.1 + (Math.Pow(rng.Next(), 1.7) * 16));
            var at = _plane.At(x, 0, z);
            if (at.X is < -20 or > 1620 || at.Y > 1100)
                continue;
            var tall = _plane.Scale(z) * rng.In(0.1, 0.42) * (0.5 + (Noise.Fbm(x / 2, z / 3, 2, 5) * 0.9));
            if (tall < 3)
                continue;
            dabs.Add(at, at + (tall * 0.1, -tall * 0.6), at + (tall * rng.In(-0.1, 0.6), -tall), Math.Clamp(tall / 26, 1, 3), Ink.Parse("#4c3b28").Mix("#e2c486", rng.Next() * rng.In(0.5, 1)));
        }
        dabs.On(svg, 0.9);
        foreach (var z in new[] { 60.0, 40, 16, 9.5, 6 })
        {
            foreach (var side in new[] { -1, 1 })
            {
                Vec foot = _plane.At(side * 4.5, 0, z), top = _plane.At(side * 4.5, 0.95, z);
                var s = _plane.Scale(z) * 0.06;
                svg.Path(new Pen().Polygon(foot + (-s, 0), top + (-s, s), top + (s, -s), foot + (s, 0)).ToString(), "#ded6c8");
                svg.Path(new Pen().Polygon(foot.To(top, 0.62) + (-s, 0), foot.To(top, 0.82) + (-s, 0), foot.To(top, 0.82) + (s, 0), foot.To(top, 0.62) + (s, 0)).ToString(), "#2c2833");
            }
        }
        var crows = new Pen();
        foreach (var (x, y, w, f) in new[] { (480.0, 170.0, 30.0, 0.7), (540, 200, 24, -0.4), (420, 215, 20, 0.2), (1010, 120, 18, 0.9) })
            Birds.Gull(crows, x, y, w, f);
        svg.Path(crows.ToString(), "#221d2b");
    }
}
