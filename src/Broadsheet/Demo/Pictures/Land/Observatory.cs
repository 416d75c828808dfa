namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The observatory's dome, open, under the stars.</summary>
public sealed class Observatory() : Scene("observatory")
{
    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(360, 240).Paint(Heaven).Element(0, 0, 1600, 1067));
        Stars(svg);
        Ridges(svg);
        Dome(svg);
        Ground(svg);
        svg.Vignette("#02030c", 0.5);
        svg.Grain(0.1);
    }

    private static double Milky(double u, double v) => ((u - 0.27) * 0.83) + ((v - 0.62) * 0.62);

    private static Ink Heaven(double u, double v)
    {
        var ink = Ink.Ramp(v, (0, "#070b20"), (0.4, "#121c44"), (0.68, "#26386a"), (0.83, "#4d5d86"), (1, "#7a7f96"));
        var along = (u * 0.6) - (v * 0.8);
        var across = Milky(u, v) + (Noise.Fbm(along * 3, 1, 3, 3) * 0.03);
        var band = Math.Exp(-Math.Pow(across / 0.13, 2));
        var core = Math.Exp(-Math.Pow(across / 0.05, 2));
        var cloud = Noise.Fbm(u * 7, v * 5, 6, 8, 0.6);
        var lane = Noise.Ridged((u * 5) + (v * 2), (v * 5) - u, 5, 14);
        var light = Math.Clamp((band * (0.5 + cloud)) + (core * 0.4), 0, 1) * Noise.Step(0.86, 0.5, v);
        ink = ink.Mix(Ink.Parse("#8d86b8").Mix("#f0d9c8", core), light * 0.62);
        ink = ink.Mix("#0a0f28", Noise.Step(0.45, 0.75, lane) * core * 0.7);
        return ink.Mix("#d9a878", Math.Exp(-Math.Pow((v - 0.86) / 0.09, 2)) * Math.Exp(-Math.Pow((u - 0.95) / 0.4, 2)) * 0.4).Lit(1 + (Noise.Fbm(u * 3, v * 3, 3, 41) * 0.08));
    }

    private static void Stars(Svg svg)
    {
        var rng = new Rng(7);
        var dabs = new Dabs();
        for (var i = 0; i < 3600; i++)
        {
            double u = rng.Next(), v = rng.Next() * 0.8;
            var band = Math.Exp(-Math.Pow(Milky(u, v) / 0.13, 2));
            if (!rng.Chance(0.3 + (band * 0.7)) || rng.Chance(Noise.Step(0.5, 0.82, v)))
                continue;
            var bright = Math.Pow(rng.Next(), 9);
            var ink = Ink.Parse("#6f7aa8").Mix(rng.Pick("#ffffff", "#dfe8ff", "#ffe9cf", "#cfdcff"), 0.25 + (rng.Next() * 0.4) + bright);
            dabs.Add(u * 1600, v * 1067, 0.01, 0, 1 + (bright * 4.2), ink);
        }
        dabs.On(svg, 0.95);
        foreach (var (x, y, r, ink) in new[] { (350.0, 140.0, 34.0, "#dfe9ff"), (1210, 210, 30, "#ffe6c4"), (760, 90, 22, "#ffffff"), (1480, 90, 26, "#dfe9ff"), (130, 420, 20, "#ffd9b0") })
            svg.Glow(x, y, r, ink, 0.9);
        svg.Line([(1130, 60), (1290, 118)], "#ffffff", 2, $"stroke-opacity='.75' stroke-linecap='round'");
        svg.Line([(1070, 38), (1130, 60)], "#cfdcff", 1.2, "stroke-opacity='.4'");
    }

    private static void Ridges(Svg svg)
    {
        string[] inks = ["#3c4a75", "#2a3660", "#1a2447"];
        for (var k = 0; k < 3; k++)
        {
            var pen = new Pen(5).Move(-5, 1080);
            for (var x = -5.0; x <= 1610; x += 9)
                pen.Line(x, 838 + (k * 40) - (Noise.Ridged((x / 480) + (k * 3), k, 5, 5) * (120 - (k * 22))) - (Noise.Step(900, 200, x) * k * 10));
            svg.Path(pen.Line(1610, 1080).Close().ToString(), svg.Vertical((0, inks[k], 1), (0.7, Ink.Parse(inks[k]).Mix("#5d6a92", 0.35), 1)));
        }
        var rng = new Rng(4);
        for (var i = 0; i < 46; i++)
        {
            double x = 1180 + rng.Near(180, 260), y = 905 + rng.Near(0, 12);
            svg.Circle(x, y, rng.In(0.8, 1.8), rng.Pick("#ffd28a", "#ffe9bf", "#ffb460"));
        }
        svg.Glow(1370, 905, 260, "#ffb870", 0.35, 0.3);
    }

    private static void Dome(Svg svg)
    {
        var rng = new Rng(12);
        const double x = 860, y = 700, r = 250;
        var wall = svg.Horizontal((0, "#3a4672", 1), (0.22, "#7483ad", 1), (0.45, "#55638f", 1), (0.8, "#222c52", 1), (1, "#141b38", 1));
        svg.Path(new Pen().Polygon((x - 240, y), (x + 240, y), (x + 246, 930), (x - 246, 930)).ToString(), wall);
        var bricks = new Dabs("butt");
        for (var i = 0; i < 360; i++)
        {
            double side = rng.Near(0, 0.98), row = Math.Floor(rng.In(0, 14));
            bricks.Add(x + (Math.Sin(side * 1.5) * 242), y + 14 + (row * 16), Math.Cos(side * 1.5) * 24, 0, 2, Ink.Parse("#1c2548").Mix("#8a97c0", rng.Next() * (0.6 - (side * 0.4))));
        }
        bricks.On(svg, 0.5);
        svg.Path(new Pen().Polygon((x - 262, y + 8), (x + 262, y + 8), (x + 258, y - 24), (x - 258, y - 24)).ToString(), wall);
        svg.Path(new Pen().Polygon((x - 262, y + 8), (x + 262, y + 8), (x + 262, y + 15), (x - 262, y + 15)).ToString(), "#0d1430");
        var shell = svg.Horizontal((0, "#55648f", 1), (0.2, "#b3c0dc", 1), (0.42, "#8796bd", 1), (0.75, "#33406c", 1), (1, "#182148", 1));
        svg.Path(new Pen().Move(x - r, y - 22).Curve((x - r, y - 22 - (r * 0.6)), (x - (r * 0.58), y - 22 - (r * 1.02)), (x, y - 22 - (r * 1.02))).Curve((x + (r * 0.58), y - 22 - (r * 1.02)), (x + r, y - 22 - (r * 0.6)), (x + r, y - 22)).Close().ToString(), shell);
        var seams = new Pen();
        foreach (var k in new[] { -0.86, -0.62, -0.34, 0.42, 0.68, 0.88 })
            seams.Move(x + (k * r), y - 22).Curve((x + (k * r), y - 22 - (r * 0.6)), (x + (k * r * 0.58), y - 22 - (r * 1.0)), (x + (k * 20), y - 22 - (r * 1.02)));
        for (var i = 1; i < 4; i++)
        {
            var up = r * 0.28 * i;
            var half = Math.Sqrt(Math.Max(0, (r * r) - (up * up * 0.97))) * 0.985;
            seams.Move(x - half, y - 22 - up).Quad((x, y - 22 - up + 16), (x + half, y - 22 - up));
        }
        svg.Path(seams.ToString(), "none", "stroke='#1d2750' stroke-width='1.8' stroke-opacity='.7'");
        svg.Path(new Pen().Move(x - 66, y - 26).Curve((x - 70, y - 150), (x - 52, y - 235), (x - 18, y - 276)).Line(x + 44, y - 276).Curve((x + 52, y - 220), (x + 60, y - 130), (x + 60, y - 26)).Close().ToString(), svg.Vertical((0, "#23142a", 1), (0.5, "#5a2026", 1), (1, "#a33a2a", 1)));
        svg.Path(new Pen().Move(x - 66, y - 26).Curve((x - 70, y - 150), (x - 52, y - 235), (x - 18, y - 276)).Line(x - 6, y - 276).Curve((x - 36, y - 230), (x - 50, y - 150), (x - 48, y - 26)).Close().ToString(), "#d9e2f2");
        svg.Path(new Pen().Move(x + 60, y - 26).Curve((x + 60, y - 130), (x + 52, y - 220), (x + 44, y - 276)).Line(x + 58, y - 274).Curve((x + 72, y - 210), (x + 80, y - 120), (x + 80, y - 26)).Close().ToString(), "#2a355f");
        svg.Path(new Pen().Strip([(x + 8, y - 30), (x - 4, y - 130), (x - 14, y - 232)], _ => 56).ToString(), svg.Horizontal((0, "#6b2a2a", 1), (0.4, "#2a1a2c", 1), (1, "#120d20", 1)));
        svg.Path(new Pen().Strip([(x + 6, y - 126), (x + 4, y - 142)], _ => 64).Strip([(x - 10, y - 218), (x - 14, y - 236)], _ => 64).ToString(), "#8a3a30");
        svg.Path(new Pen().Oval(x - 15, y - 236, 29, 10).ToString(), "#3c4c80");
        svg.Path(new Pen().Oval(x - 16, y - 237, 22, 7).ToString(), "#8fa6d8");
        var struts = new Pen();
        for (var i = 0; i < 5; i++)
            struts.Move(x - 44 + (i * 4), y - 40 - (i * 36)).Line(x + 50 - (i * 3), y - 56 - (i * 36));
        svg.Path(struts.ToString(), "none", "stroke='#14102a' stroke-width='3'");
        svg.Glow(x + 4, y - 40, 130, "#ff5a3a", 0.55);
        svg.Line([(x - r + 6, y - 60), (x - (r * 0.86), y - 130), (x - (r * 0.6), y - 212)], "#e6eefc", 3, "stroke-opacity='.75' stroke-linecap='round' stroke-linejoin='round'");
        svg.Rect(x - 44, 812, 72, 118, "#141a34").Rect(x - 36, 820, 56, 110, "#c9402c").Rect(x - 36, 820, 18, 110, "#8e2a24");
        svg.Rect(x + 110, 770, 34, 46, "#d6472f").Rect(x + 125, 770, 4, 46, "#1c2040").Rect(x + 106, 816, 42, 6, "#0d1430").Rect(x - 160, 770, 34, 46, "#1a2244").Rect(x - 164, 816, 42, 6, "#8a97c0");
        svg.Glow(x - 8, 880, 170, "#ff5a3a", 0.5);
        svg.Glow(x + 126, 792, 90, "#ff5a3a", 0.45);
        var rail = new Pen();
        for (var i = 0; i <= 26; i++)
            rail.Move(x - 258 + (i * 19.8), y - 24).Line(x - 258 + (i * 19.8), y - 50);
        rail.Move(x - 260, y - 50).Line(x + 260, y - 50).Move(x - 260, y - 37).Line(x + 260, y - 37);
        svg.Path(rail.ToString(), "none", "stroke='#0c1230' stroke-width='2.4'");
        People.Stand(svg, x - 180, y - 23, 62, new Look("#12183a", "#0d1330", "#3a3a58") { Stride = 0.1, RimSide = -1, Rim = "#aab9de" });
        svg.Path(new Pen().Polygon((x + 246, 930), (x + 242, 830), (x + 420, 836), (x + 424, 930)).ToString(), "#1c2549");
        svg.Path(new Pen().Polygon((x + 236, 834), (x + 262, 806), (x + 432, 812), (x + 434, 840)).ToString(), "#46568a");
        svg.Rect(x + 300, 862, 26, 30, "#e25a3a").Rect(x + 356, 862, 26, 30, "#2f3a66");
    }

    private static void Ground(Svg svg)
    {
        var rng = new Rng(31);
        double Edge(double x) => 922 + (Noise.Fbm(x / 230, 2, 4, 6) * 26) + (Math.Abs(x - 900) * 0.045);
        var pen = new Pen(5).Move(-5, 1080);
        for (var x = -5.0; x <= 1610; x += 16)
            pen.Line(x, Edge(x));
        svg.Path(pen.Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#232e58", 1), (0.5, "#111838", 1), (1, "#080c20", 1)));
        var dabs = new Dabs();
        for (var i = 0; i < 1500; i++)
        {
            var x = rng.In(-10, 1610);
            var d = rng.Next();
            var y = Edge(x) + 3 + (d * 160);
            var red = Math.Exp(-(Math.Pow((x - 850) / 90, 2) + Math.Pow((y - 960) / 50, 2)));
            var tall = 5 + (d * 22);
            dabs.Add((x, y), (x + 2, y - (tall * 0.6)), (x + rng.Near(4, 8), y - tall), 1 + d, Ink.Parse("#0a0f26").Mix("#5f6f9c", rng.Next() * rng.Next()).Mix("#d9503a", red * rng.Next()));
        }
        dabs.On(svg, 0.85);
        for (var i = 0; i < 20; i++)
        {
            var x = rng.In(0, 1600);
            Rocks.Boulder(svg, x, Edge(x) + rng.In(20, 130), rng.In(10, 42), rng, "#0b1028", "#25305a", "#7f8fbc", -1, 0.6);
        }
        svg.Path(new Pen().Move(820, 930).Curve((800, 980), (700, 1010), (600, 1080)).Line(760, 1080).Curve((830, 1010), (862, 980), (870, 930)).Close().ToString(), svg.Vertical((0, "#a84a3c", 0.6), (0.3, "#56608a", 0.5), (1, "#3a4470", 0.4)));
        People.Stand(svg, 690, 1018, 118, new Look("#1b2348", "#10162f", "#4a4a68") { Stride = 0.4, RimSide = 1, Rim = "#d9604a", Hat = true });
        svg.Path(new Pen().Polygon((716, 962), (722, 958), (850, 1000), (836, 1034)).ToString(), svg.Horizontal((0, "#ff6a4a", 0.5), (1, "#ff6a4a", 0)));
    }
}
