namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The sleeper at its platform, a few minutes before it leaves.</summary>
public sealed class NightTrain() : Scene("night-train")
{
    private readonly Plane _plane = new(585, 1.7, 1180, 560);

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(160, 107).Paint(Air).Element(0, 0, 1600, 1067));
        Yard(svg);
        Roof(svg);
        Platform(svg);
        Train(svg);
        Posts(svg);
        Steam(svg);
        Travellers(svg);
        svg.Vignette("#020807", 0.6);
        svg.Mottle(0.09);
        svg.Grain();
    }

    private static Ink Air(double u, double v)
    {
        var mist = Noise.Fbm(u * 5, v * 5, 5, 3);
        var deep = Math.Exp(-(Math.Pow((u - 0.35) * 3.2, 2) + Math.Pow((v - 0.55) * 4, 2)));
        return Ink.Ramp(v, (0, "#071513"), (0.5, "#16352f"), (1, "#0a1a18")).Mix("#d9a860", deep * 0.7).Lit(1 + (mist * 0.2));
    }

    private void Yard(Svg svg)
    {
        var rng = new Rng(4);
        svg.Glow(_plane.At(0, 2, 200).X, 590, 330, "#ffd892", 0.75);
        for (var i = 0; i < 7; i++)
        {
            double x = -14 - (i * 5), z = 120 - (i * 9);
            Vec foot = _plane.At(x, 0, z), top = _plane.At(x, 9 + (i % 3 * 3), z);
            svg.Path(new Pen().Polygon(foot, (foot.X, top.Y), (foot.X + 60, top.Y - 8), (foot.X + 60, foot.Y)).ToString(), "#12302a");
            for (var k = 0; k < 6; k++)
                svg.Rect(foot.X + 8 + (k % 3 * 17), top.Y + 14 + (k / 3 * 24), 7, 11, rng.Chance(0.5) ? "#f0b660" : "#1f4a40");
        }
        foreach (var (x, z, ink) in new[] { (-6.4, 70.0, "#ff4a32"), (-9.5, 58.0, "#5ff0a0"), (-5.6, 110.0, "#ffb648") })
        {
            Vec foot = _plane.At(x, -1, z), top = _plane.At(x, 4.6, z);
            svg.Line([foot, top], "#0a1413", 3);
            svg.Path(new Pen().Box(top.X - 6, top.Y - 10, 12, 26).ToString(), "#0a1413");
            svg.Circle(top.X, top.Y - 3, 4, ink);
            svg.Glow(top.X, top.Y - 3, 46, ink, 0.8);
        }
        svg.Path(new Pen().Polygon((-10, 612), (500, 594), (500, 640), (-10, 760)).ToString(), svg.Vertical((0, "#1c3a32", 0.9), (1, "#0c1d1a", 1)));
        for (var i = 0; i < 30; i++)
            svg.Path(new Pen(5).Box(rng.In(-10, 470), 588 + rng.In(0, 16), rng.In(10, 60), rng.In(8, 26)).ToString(), "#10261f");
        var rails = new Pen();
        foreach (var x in new[] { -5.4, -6.9, -10.2, -11.7 })
            rails.Polygon(_plane.At(x - 0.05, -1.1, 240), _plane.At(x + 0.05, -1.1, 240), _plane.At(x + 0.05, -1.1, 4), _plane.At(x - 0.05, -1.1, 4));
        var sleepers = new Pen();
        for (var z = 5.0; z < 60; z += 0.9)
            sleepers.Polygon(_plane.At(-7.4, -1.15, z), _plane.At(-4.9, -1.15, z), _plane.At(-4.9, -1.15, z + 0.3), _plane.At(-7.4, -1.15, z + 0.3));
        svg.Path(sleepers.ToString(), "#0c1c19");
        svg.Path(rails.ToString(), svg.Vertical((0, "#ffdc9a", 1), (0.4, "#8fa08a", 1), (1, "#3a5a52", 1)));
    }

    private void Roof(Svg svg)
    {
        const double near = 4.2, far = 150;
        svg.Path(new Pen().Polygon(_plane.At(-4.6, 6.3, far), _plane.At(3.6, 7.2, far), _plane.At(3.6, 7.2, near), _plane.At(-4.6, 6.3, near)).ToString(), svg.Vertical((0, "#122824", 1), (0.7, "#2c4a40", 1), (1, "#8a7a50", 1)));
        svg.Path(new Pen().Polygon(_plane.At(-4.6, 6.3, far), _plane.At(-4.6, 6.3, near), _plane.At(-4.6, 5.6, near), _plane.At(-4.6, 5.6, far)).ToString(), "#0c1f1c");
        var lace = new Pen();
        for (var z = 4.4; z < 80; z += 0.55)
            lace.Polygon(_plane.At(-4.6, 5.62, z), _plane.At(-4.6, 5.2, z + 0.27), _plane.At(-4.6, 5.62, z + 0.54));
        svg.Path(lace.ToString(), "#0c1f1c");
        var beams = new Pen();
        for (var z = 5.0; z < 130; z *= 1.22)
        {
            beams.Polygon(_plane.At(-4.6, 6.0, z), _plane.At(3.6, 6.9, z), _plane.At(3.6, 7.2, z), _plane.At(-4.6, 6.3, z));
            for (var k = 0; k < 7; k++)
                beams.Polygon(_plane.At(-4.2 + (k * 1.1), 6.05 + (k * 0.12), z), _plane.At(-4.1 + (k * 1.1), 6.05 + (k * 0.12), z), _plane.At(-3.6 + (k * 1.1), 6.45 + (k * 0.12), z), _plane.At(-3.7 + (k * 1.1), 6.45 + (k * 0.12), z));
        }
        svg.Path(beams.ToString(), "#0b1b18");
        for (var z = 150.0; z > 5; z /= 1.5)
        {
            var at = _plane.At(-0.6, 5.6, z);
            var s = _plane.Scale(z);
            svg.Line([_plane.At(-0.6, 6.6, z), at], "#0b1b18", Math.Max(1, s * 0.03));
            svg.Path(new Pen().Polygon(at + (-s * 0.42, s * 0.1), at + (0, -s * 0.28), at + (s * 0.42, s * 0.1)).ToString(), "#10241f");
            svg.Path(new Pen().Oval(at.X, at.Y + (s * 0.12), s * 0.3, s * 0.13).ToString(), "#fff3cf");
            svg.Glow(at.X, at.Y + (s * 0.1), (s * 2.4) + 8, "#ffd487", 0.8);
        }
    }

    private void Platform(Svg svg)
    {
        svg.Add(new Canvas(400, 121).Paint((u, v) =>
        {
            double px = u * 1600, py = 585 + (v * 482);
            var (x, z) = _plane.Ground(px, py + 0.8);
            if (x is < -4.2 or > 2.35)
                return new(0, 0, 0, 0);
            double a = (x % 1 + 1) % 1, b = (z % 1 + 1) % 1;
            var tile = Noise.Cell((int)Math.Floor(x), (int)Math.Floor(z), 8);
            var joint = Math.Min(Math.Min(a, 1 - a), Math.Min(b, 1 - b)) < 0.025 ? Noise.Step(30, 8, z) : 0;
            var wet = Noise.Fbm(x * 0.9, z / 4, 4, 5);
            var nearest = Math.Exp(-Math.Pow((x + 0.6) / 1.6, 2));
            var pools = 0.55 + (0.45 * Math.Cos(Math.Log(z / 5.0) / Math.Log(1.5) * Math.Tau));
            var ink = Ink.Parse("#22443c").Lit(0.8 + (tile * 0.35)).Mix("#0b1b18", joint * 0.8);
            ink = ink.Plus("#e6a04c", (0.2 + (0.5 * pools)) * nearest * (0.7 + (wet * 0.6)));
            var train = Noise.Step(-1.6, 2.3, x);
            ink = ink.Plus("#ffbe68", train * 0.35 * (0.5 + (0.5 * Math.Cos(z / 1.45 * Math.Tau))) * Noise.Step(60, 8, z) * (0.6 + wet));
            if (x is > 1.75 and < 2.0)
                ink = ink.Mix("#e9d9a8", 0.75);
            return ink.Mix("#e8b56c", Noise.Step(30, 190, z) * 0.75);
        }).Element(0, 585, 1600, 482));
        svg.Path(new Pen().Polygon(_plane.At(-4.2, 0, 200), _plane.At(-4.2, 0, 3.8), _plane.At(-4.2, -1.1, 3.8), _plane.At(-4.2, -1.1, 200)).ToString(), "#0a1816");
        var rng = new Rng(6);
        var dabs = new Dabs();
        for (var i = 0; i < 800; i++)
        {
            var z = 4 + (Math.Pow(rng.Next(), 1.8) * 50);
            var x = rng.In(-4.1, 2.2);
            var at = _plane.At(x, 0, z);
            var s = _plane.Scale(z);
            var warm = Math.Exp(-Math.Pow((x + 0.6) / 1.7, 2));
            dabs.Add(at.X, at.Y, s * rng.In(0.05, 0.4), 0, Math.Clamp(s * 0.012, 0.8, 3), rng.Chance(0.25 + (warm * 0.45)) ? Ink.Parse("#ffd690").Mix("#b07a44", rng.Next()) : Ink.Parse("#0c1f1b").Mix("#3f6a5c", rng.Next()));
        }
        dabs.On(svg, 0.5);
    }

    private void Train(Svg svg)
    {
        const double x = 2.75;
        double[] ends = [110, 86.5, 63, 39.5, 16, 1.9];
        for (var car = 0; car + 1 < ends.Length; car++)
        {
            double far = ends[car] - 0.5, near = ends[car + 1] + 0.5;
            var haze = Noise.Step(14, 110, near) * 0.75;
            var side = _plane.Wall(x, far, x, near, 3.6, 0.1);
            Ink air = "#d9a860", body = Ink.Parse("#1e3560").Mix(air, haze), dark = Ink.Parse("#0f1d38").Mix(air, haze);
            svg.Path(new Pen().Polygon(_plane.At(x, 3.6, far), _plane.At(x, 3.6, near), _plane.At(x + 0.5, 4.15, near), _plane.At(x + 0.5, 4.15, far)).ToString(), Ink.Parse("#4a4f58").Mix(air, haze));
            svg.Path(new Pen().Polygon(_plane.At(x + 0.05, 3.72, far), _plane.At(x + 0.05, 3.72, near), _plane.At(x + 0.15, 3.86, near), _plane.At(x + 0.15, 3.86, far)).ToString(), "#a9a28a", "fill-opacity='.5'");
            svg.Path(side.Box(0, 0, 1, 1), svg.Vertical((0, body.Lit(1.5), 1), (0.3, body, 1), (1, dark, 1)));
            svg.Path(side.Box(0, 0.16, 1, 0.022) + side.Box(0, 0.66, 1, 0.03), Ink.Parse("#d9b45a").Mix(air, haze));
            svg.Path(side.Box(0, 0.9, 1, 0.1), dark.Lit(0.6));
            Windows(svg, side, car, haze);
            svg.Path(new Pen().Polygon(_plane.At(x, 3.5, near), _plane.At(x, 3.5, near - 1), _plane.At(x, 0.2, near - 1), _plane.At(x, 0.2, near)).ToString(), "#0a0f14");
            var wheels = new Pen();
            foreach (var z in new[] { near + 2.2, near + 4.2, far - 4.2, far - 2.2 })
            {
                var s = _plane.Scale(z);
                var at = _plane.At(x - 0.02, -0.15, z);
                if (z > 4)
                    wheels.Oval(at.X, at.Y, s * 0.34, s * 0.42);
            }
            svg.Path(wheels.ToString(), "#060c0c");
        }
        svg.Path(new Pen().Polygon(_plane.At(2.35, 0, 150), _plane.At(2.35, 0, 3.4), _plane.At(2.75, 0.0, 3.4), _plane.At(2.75, 0.0, 150)).ToString(), "#050b0b");
    }

    private static void Windows(Svg svg, Quad side, int car, double haze)
    {
        var rng = new Rng((ulong)(car + 20));
        const int count = 9;
        Pen frames = new(), glass = new(), dark = new(), curtains = new(), blinds = new(), lamps = new(), heads = new();
        for (var i = 0; i < count; i++)
        {
            var u = 0.075 + (i * 0.096);
            Facade.Box(frames, side, u - 0.006, 0.215, 0.076, 0.37);
            var lit = rng.Chance(0.8);
            Facade.Box(lit ? glass : dark, side, u, 0.235, 0.064, 0.33);
            if (!lit)
                continue;
            if (rng.Chance(0.25))
                Facade.Box(blinds, side, u, 0.235, 0.064, rng.In(0.12, 0.26));
            Facade.Box(curtains, side, u, 0.235, 0.012, 0.33);
            Facade.Box(curtains, side, u + 0.052, 0.235, 0.012, 0.33);
            var at = side.At(u + 0.032, 0.3);
            var s = (side.At(u + 0.032, 0.5) - side.At(u + 0.032, 0.3)).Length;
            lamps.Oval(at.X, at.Y, s * 0.1, s * 0.1);
            if (rng.Chance(0.55))
            {
                var h = side.At(u + rng.In(0.02, 0.045), 0.565);
                heads.Oval(h.X, h.Y - (s * 0.72), s * 0.12, s * 0.17).Loop([(h.X - (s * 0.24), h.Y), (h.X - (s * 0.2), h.Y - (s * 0.42)), (h.X, h.Y - (s * 0.56)), (h.X + (s * 0.2), h.Y - (s * 0.42)), (h.X + (s * 0.24), h.Y)]);
            }
        }
        Ink air = "#d9a860";
        svg.Path(frames.ToString(), Ink.Parse("#b5a070").Mix(air, haze));
        svg.Path(glass.ToString(), svg.Vertical((0, "#ffe6ac", 1), (0.6, "#ffc768", 1), (1, "#d98f44", 1)));
        if (!dark.Empty)
            svg.Path(dark.ToString(), "#18283a");
        svg.Path(blinds.ToString(), "#c9a26a");
        svg.Path(curtains.ToString(), Ink.Parse("#8a3a34").Mix(air, haze));
        svg.Path(lamps.ToString(), "#fffbe8");
        if (!heads.Empty)
            svg.Path(heads.ToString(), "#4a2c20");
        svg.Path(side.Box(0.945, 0.12, 0.045, 0.8), Ink.Parse("#16284a").Mix(air, haze));
        svg.Path(side.Box(0.952, 0.2, 0.031, 0.26), "#ffce7a");
        svg.Path(side.Box(0.01, 0.12, 0.045, 0.8), Ink.Parse("#16284a").Mix(air, haze));
        svg.Path(side.Box(0.017, 0.2, 0.031, 0.26), "#ffce7a");
        var gleam = new Dabs("butt");
        for (var i = 0; i < 60; i++)
        {
            Vec a = side.At(rng.In(0, 0.95), rng.Pick(0.05, 0.1, 0.62, 0.72, 0.8)), b = side.At(0.02, 0);
            gleam.Add(a.X, a.Y, rng.In(8, 46), rng.In(-1, 3), rng.In(0.8, 2), Ink.Parse("#8fa8c9").Mix("#ffd896", rng.Next()));
        }
        gleam.On(svg, 0.25);
    }

    private void Posts(Svg svg)
    {
        foreach (var z in new[] { 78.0, 52, 35, 23.5, 15.8, 10.6, 7.1 })
        {
            var s = _plane.Scale(z);
            Vec foot = _plane.At(-3.2, 0, z), top = _plane.At(-3.2, 5.6, z);
            var ink = Ink.Parse("#0a1b18").Mix("#a8874c", Noise.Step(14, 90, z) * 0.6);
            svg.Path(new Pen().Strip([foot, foot.To(top, 0.12), foot.To(top, 0.14), top], t => s * (t < 0.3 ? 0.34 : 0.2)).ToString(), ink);
            svg.Line([foot + (s * 0.07, 0), top + (s * 0.07, 0)], "#e3b364", Math.Max(0.8, s * 0.035), "stroke-opacity='.75'");
            svg.Path(new Pen().Move(top + (0, s * 0.9)).Quad(top + (s * 0.15, 0), top + (s * 1.3, -s * 0.25)).Move(top + (0, s * 0.9)).Quad(top + (-s * 0.15, s * 0.1), top + (-s * 1.1, s * 0.1)).ToString(), "none", $"stroke='{(string)ink}' stroke-width='{Svg.N(Math.Max(1, s * 0.08))}'");
        }
        var clock = _plane.At(-1.9, 4.3, 12);
        svg.Line([_plane.At(-1.9, 6.2, 12), clock], "#0a1b18", 5);
        svg.Circle(clock.X, clock.Y + 34, 50, "#0a1b18").Circle(clock.X, clock.Y + 34, 43, "#fff4d4");
        for (var i = 0; i < 12; i++)
            svg.Line([(Vec)(clock.X, clock.Y + 34) + Vec.Round(i * Math.Tau / 12, 34), (Vec)(clock.X, clock.Y + 34) + Vec.Round(i * Math.Tau / 12, 40)], "#1c2420", i % 3 == 0 ? 4 : 2);
        svg.Line([(clock.X, clock.Y + 34), (clock.X - 20, clock.Y + 21)], "#1c2420", 5);
        svg.Line([(clock.X, clock.Y + 34), (clock.X + 17, clock.Y + 5)], "#1c2420", 3.4);
        svg.Glow(clock.X, clock.Y + 34, 120, "#fff0c4", 0.4);
    }

    private static void Steam(Svg svg) => svg.Add(new Canvas(120, 60).Paint((u, v) =>
    {
        var d = Noise.Fbm((u * 4) + (v * 1.5), v * 4, 5, 17) * 0.9;
        var body = Math.Exp(-(Math.Pow((u - 0.55) / 0.35, 2) + Math.Pow((v - 0.75) / 0.34, 2)));
        return Ink.Parse("#fff0cc").Mix("#86a093", v * 0.6).With(Math.Clamp(body * (0.45 + d), 0, 0.75) * Noise.Step(1, 0.8, v) * Noise.Step(0, 0.2, u) * Noise.Step(1, 0.8, u));
    }).Element(520, 520, 900, 470));

    private void Travellers(Svg svg)
    {
        foreach (var (x, z, coat, hem, stride, bag, hat) in new[] { (-1.2, 34.0, "#3a3040", 0.3, 0.4, true, false), (1.2, 27.0, "#24382f", 0.3, -0.3, false, true), (0.3, 21.0, "#50302c", 0.3, 0.5, true, false), (-2.4, 16.0, "#27303a", 0.34, -0.4, true, true) })
        {
            var s = _plane.Scale(z);
            var foot = _plane.At(x, 0, z);
            svg.Reflect(foot.X, foot.Y, s * 0.4, s * 1.2, "#0a1513", 0.6);
            People.Stand(svg, foot.X, foot.Y, s * 1.72, new Look(Ink.Parse(coat).Mix("#b58a50", Noise.Step(12, 60, z) * 0.6), "#141a1a", "#b58a64") { Stride = stride, Hem = hem, Hat = hat, Bag = bag ? Ink.Parse("#5a3420") : (Ink?)null, RimSide = 1, Rim = "#ffd890" });
        }
        Vec guard = _plane.At(1.15, 0, 8.6);
        var g = _plane.Scale(8.6);
        svg.Reflect(guard.X, guard.Y, 62, 170, "#0a1626", 0.75);
        People.Stand(svg, guard.X, guard.Y, g * 1.78, new Look("#1c2c4c", "#111a2c", "#c2946a") { Stride = 0.12, Hem = 0.32, Hat = true, Hair = "#14203a", RimSide = 1, Rim = "#ffdc98" });
        svg.Circle(guard.X + (g * 0.22), guard.Y - (g * 0.74), g * 0.07, "#8affb8");
        svg.Glow(guard.X + (g * 0.22), guard.Y - (g * 0.74), g * 0.6, "#5cf0a0", 0.7);
        Vec pair = _plane.At(-0.95, 0, 7.6);
        var p = _plane.Scale(7.6);
        svg.Reflect(pair.X - (p * 0.12), pair.Y, 70, 170, "#16181c", 0.75);
        svg.Reflect(pair.X + (p * 0.2), pair.Y + 3, 66, 160, "#5a241e", 0.7);
        People.Stand(svg, pair.X - (p * 0.12), pair.Y, p * 1.8, new Look("#2f2a30", "#15181c", "#c2946a") { Stride = 0.08, Hem = 0.3, RimSide = -1, Rim = "#ffcf86", Reach = 0.9 });
        People.Stand(svg, pair.X + (p * 0.2), pair.Y + 3, p * 1.66, new Look("#9c3b30", "#2a1c1c", "#d0a27c") { Stride = -0.1, Hem = 0.26, RimSide = 1, Rim = "#ffdc9c", Hair = "#6a3a22" });
        svg.Path(new Pen().Box(pair.X - (p * 0.72), pair.Y - (p * 0.42), p * 0.4, p * 0.44).ToString(), "#6b4426");
        svg.Path(new Pen().Box(pair.X - (p * 0.72), pair.Y - (p * 0.42), p * 0.4, p * 0.08).Box(pair.X - (p * 0.64), pair.Y - (p * 0.42), p * 0.04, p * 0.44).Box(pair.X - (p * 0.44), pair.Y - (p * 0.42), p * 0.04, p * 0.44).ToString(), "#a8784a");
        svg.Path(new Pen().Strip([(pair.X - (p * 0.58), pair.Y - (p * 0.42)), (pair.X - (p * 0.52), pair.Y - (p * 0.5)), (pair.X - (p * 0.46), pair.Y - (p * 0.42))], _ => 4).ToString(), "#3a2414");
    }
}
