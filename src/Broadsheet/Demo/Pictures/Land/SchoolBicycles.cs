namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Bicycles at a school gate, the last children going in.</summary>
public sealed class SchoolBicycles() : Scene("school-bicycles")
{
    private const double Foot = 850;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(160, 70).Paint((u, v) => Ink.Ramp(v, (0, "#bcd3d8"), (1, "#f6e9cc")).Mix("#ffffff", Noise.Step(0.1, 0.6, Noise.Fbm((u * 3) + v, v * 6, 5, 4)) * 0.6)).Element(0, 0, 1600, 500));
        Beyond(svg);
        School(svg);
        Yard(svg);
        Tree(svg);
        Walls(svg);
        Pavement(svg);
        Gate(svg);
        Racks(svg);
        Late(svg);
        Leaves(svg);
        svg.Glow(-80, 260, 1200, "#fff0c0", 0.5);
        svg.Vignette("#2a1610", 0.34);
        svg.Mottle(0.1);
        svg.Grain();
    }

    private static void Beyond(Svg svg)
    {
        var rng = new Rng(40);
        svg.Rect(0, 490, 1600, 200, svg.Vertical((0, "#f3e6c8", 1), (1, "#d9c9a6", 1)));
        for (var x = -20.0; x < 1600; x += rng.In(58, 90))
        {
            if (x is > 300 and < 1240)
                continue;
            double w = rng.In(56, 80), top = rng.In(440, 500);
            svg.Path(new Pen().Polygon((x - 4, top), (x + (w / 2), top - 34), (x + w + 4, top)).ToString(), "#b5a196");
            Facade.Draw(svg, new Quad((x, top), (x + w, top), (x + w, 690), (x, 690)), new Front(Ink.Parse(rng.Pick("#d9c2a4", "#cfae92", "#dccdb4", "#c9b8a6")), "#f0e6d2") { Floors = 4, Bays = 2, Glass = "#9fa3a4", Plain = true }, rng);
        }
        var dabs = new Dabs();
        foreach (var x in new[] { 60.0, 190, 290, 1330, 1560 })
            Trees.Crown(dabs, x, 560, 66, 70, rng, "#8a8250", "#b5a45c", "#ecd992", (-0.8, -0.5), 300, 8);
        dabs.On(svg, 0.8);
    }

    private static void School(Svg svg)
    {
        var rng = new Rng(3);
        var brick = svg.Horizontal((0, "#c9805c", 1), (0.5, "#b56a4c", 1), (1, "#8f5040", 1));
        svg.Path(new Pen().Polygon((330, 700), (330, 250), (720, 250), (720, 200), (800, 130), (880, 200), (880, 250), (1270, 250), (1270, 700)).ToString(), brick);
        svg.Path(new Pen().Polygon((316, 256), (350, 180), (716, 180), (720, 256)).Polygon((880, 256), (884, 180), (1250, 180), (1284, 256)).ToString(), svg.Vertical((0, "#7d8a90", 1), (1, "#5a666e", 1)));
        svg.Path(new Pen().Polygon((708, 206), (800, 122), (892, 206), (880, 210), (800, 138), (720, 210)).ToString(), "#efe2c8");
        var bricks = new Dabs("butt");
        for (var i = 0; i < 1100; i++)
        {
            double x = rng.In(334, 1266), y = 262 + (Math.Floor(rng.In(0, 48)) * 9);
            bricks.Add(x, y, 17, 0, 6, Ink.Parse("#8a4a38").Mix("#e09a70", rng.Next()).Stray(rng, 0.04));
        }
        bricks.On(svg, 0.4);
        foreach (var x in new[] { 366.0, 484, 602, 926, 1044, 1162 })
        {
            foreach (var y in new[] { 290.0, 480 })
            {
                svg.Rect(x - 8, y - 10, 92, 138, "#efe0c2").Rect(x, y, 76, 120, svg.Vertical((0, "#9fb9c4", 1), (0.5, "#6d8592", 1), (1, "#55666f", 1)));
                svg.Path(new Pen().Polygon((x, y), (x + 50, y), (x + 14, y + 120), (x, y + 120)).ToString(), "#fff6da", "fill-opacity='.35'");
                for (var k = 1; k < 3; k++)
                    svg.Rect(x + (k * 25.3) - 2, y, 4, 120, "#f6ead0");
                svg.Rect(x, y + 38, 76, 4, "#f6ead0").Rect(x, y + 79, 76, 4, "#f6ead0").Rect(x - 12, y + 126, 100, 8, "#d9c7a6");
                if (y > 400)
                {
                    for (var k = 0; k < 4; k++)
                        svg.Path(new Pen().Blob(x + 12 + (k * 17), y + 96 + (k % 2 * 8), 7, 8, rng, 0.3).ToString(), rng.Pick("#e0a83c", "#c9503a", "#5f8a6a", "#e9dcc0", "#4f7a9a"));
                }
            }
        }
        svg.Circle(800, 196, 28, "#efe2c8").Circle(800, 196, 23, "#fbf6e6");
        svg.Line([(800, 196), (791, 180)], "#3a3030", 2.6);
        svg.Line([(800, 196), (790, 202)], "#3a3030", 3.6);
        svg.Path(new Pen().Move(752, 690).Line(752, 520).Curve((752, 470), (848, 470), (848, 520)).Line(848, 690).Close().ToString(), "#efe0c2");
        svg.Path(new Pen().Move(762, 690).Line(762, 522).Curve((762, 482), (838, 482), (838, 522)).Line(838, 690).Close().ToString(), "#3f5f5c");
        svg.Rect(798, 540, 4, 150, "#2a4240").Path(new Pen().Box(772, 548, 20, 46).Box(808, 548, 20, 46).ToString(), "#f0c884");
        svg.Haze(300, 690, 760, "#ffeccb", 0.5);
    }

    private static void Yard(Svg svg)
    {
        svg.Rect(0, 676, 1600, 190, svg.Vertical((0, "#e3d0a8", 1), (1, "#bfa888", 1)));
        var rng = new Rng(9);
        var dabs = new Dabs();
        for (var i = 0; i < 330; i++)
            dabs.Add(rng.In(0, 1600), rng.In(682, 860), rng.In(10, 50), 0, rng.In(1, 4), Ink.Parse("#a08a6a").Mix("#fff2d4", rng.Next()));
        dabs.On(svg, 0.5);
        for (var i = 0; i < 15; i++)
        {
            double t = rng.Next(), x = 800 + rng.Near(0, 120 + (t * 160)), y = 704 + (t * 70), h = 62 + (t * 26);
            svg.Path(new Pen().Polygon((x - 5, y), (x + 6, y), (x + 96, y + 12), (x + 88, y + 17)).ToString(), "#5a4444", "fill-opacity='.35'");
            People.Stand(svg, x, y, h, new Look(Ink.Parse(rng.Pick("#c9483a", "#3f6a8f", "#e0a83c", "#4a7a5a", "#7a4a6a", "#d9784a")).Mix("#f6e6cc", 0.2), "#3c4454", rng.Pick(Ink.Parse("#d0a27c"), Ink.Parse("#8f6448"))) { Stride = rng.Near(0, 0.7), Hem = 0.46, RimSide = -1, Rim = "#fff6dc", Bag = rng.Chance(0.3) ? Ink.Parse("#8a5a3a") : (Ink?)null, Hair = rng.Pick(Ink.Parse("#2a211c"), Ink.Parse("#8a5a2c"), Ink.Parse("#d9b06a")), Reach = rng.Chance(0.2) ? 1 : 0 });
        }
        svg.Path(new Pen().Oval(930, 770, 11, 11).ToString(), "#d9603a");
    }

    private static void Tree(Svg svg)
    {
        var rng = new Rng(26);
        var pen = new Pen(5);
        Trees.Bare(pen, 1440, 860, 820, rng, 6, 0.5);
        svg.Path(pen.ToString(), "#4f3a30");
        var dabs = new Dabs();
        Trees.Crown(dabs, 1390, 250, 300, 260, rng, "#8a4a20", "#d08a2c", "#ffe08a", (-0.8, -0.5), 1700, 11);
        dabs.On(svg, 0.92);
    }

    private static void Walls(Svg svg)
    {
        var rng = new Rng(17);
        foreach (var (from, to) in new[] { (-10.0, 560.0), (1040, 1610) })
        {
            svg.Path(new Pen().Box(from, 640, to - from, 216).ToString(), svg.Horizontal((0, "#b8694a", 1), (1, "#94523f", 1)));
            var tones = new Dictionary<string, Pen>(StringComparer.Ordinal);
            for (var row = 0; row < 14; row++)
            {
                for (var x = from - (row % 2 * 19); x < to; x += 38)
                {
                    var ink = Ink.Parse("#a65a40").Mix("#d68f68", rng.Next()).Stray(rng, 0.05).Rounded();
                    if (!tones.TryGetValue(ink, out var pen))
                        tones[ink] = pen = new Pen(10);
                    var left = Math.Max(from, x + 1.5);
                    var right = Math.Min(to, x + 36);
                    if (right > left)
                        pen.Box(left, 644 + (row * 15.2), right - left, 12.4);
                }
            }
            foreach (var (ink, pen) in tones)
                svg.Path(pen.ToString(), ink, "fill-opacity='.85'");
            svg.Rect(from, 626, to - from, 18, "#ead8b8").Rect(from, 642, to - from, 5, "#5a342c", "fill-opacity='.55'");
            svg.Rect(from, 790, to - from, 66, svg.Vertical((0, "#4a2a24", 0), (1, "#3f2420", 0.6)));
            var rails = new Pen();
            for (var x = from + 12; x < to; x += 22)
                rails.Box(x, 500, 5, 128).Polygon((x - 3, 502), (x + 2.5, 484), (x + 8, 502));
            rails.Box(from, 520, to - from, 5).Box(from, 606, to - from, 6);
            svg.Path(rails.ToString(), "#2b3a3c");
            svg.Path(rails.ToString(), "#d9c48f", "fill-opacity='.45' transform='translate(-1.6 0)' clip-path='none'");
            svg.Path(rails.ToString(), "#2b3a3c", "transform='translate(1 0)'");
        }
        var ivy = new Dabs();
        for (var i = 0; i < 900; i++)
        {
            var x = 1600 - (Math.Pow(rng.Next(), 1.5) * 330);
            var y = 630 + (rng.Next() * 190 * Noise.Step(1240, 1600, x)) + rng.Near(0, 16);
            ivy.Add(x, y, rng.Near(0, 7), rng.Near(0, 5), rng.In(4, 9), Ink.Parse("#4a2f1c").Mix(rng.Pick("#b53f2c", "#d9703a", "#7a7a3c", "#e0a04a"), rng.Next()));
        }
        ivy.On(svg);
    }

    private static void Pavement(Svg svg)
    {
        var plane = new Plane(600, 1.7, 1250);
        svg.Add(new Canvas(400, 55).Paint((u, v) =>
        {
            double px = u * 1600, py = Foot + (v * 220);
            var (x, z) = plane.Ground(px, py);
            double a = (((x / 0.75) % 1) + 1) % 1, b = (((z / 0.75) % 1) + 1) % 1;
            var tile = Noise.Cell((int)Math.Floor(x / 0.75), (int)Math.Floor(z / 0.75), 4);
            var joint = Math.Min(Math.Min(a, 1 - a), Math.Min(b, 1 - b)) < 0.03 ? 0.5 : 0;
            return Ink.Parse("#cbb497").Lit(0.9 + (tile * 0.2) + (Noise.Fbm(x * 2, z * 2, 3, 6) * 0.08)).Mix("#7d6854", joint);
        }).Element(0, Foot, 1600, 220));
        svg.Rect(0, Foot, 1600, 26, svg.Vertical((0, "#3f2c28", 0.55), (1, "#3f2c28", 0)));
    }

    private static void Gate(Svg svg)
    {
        foreach (var x in new[] { 560.0, 964 })
        {
            svg.Rect(x, 560, 76, 296, svg.Horizontal((0, "#e3b08a", 1), (0.4, "#c07a58", 1), (1, "#8f5240", 1)));
            for (var k = 0; k < 9; k++)
                svg.Rect(x, 592 + (k * 30), 76, 3, "#7a4436", "fill-opacity='.6'").Rect(x + (k % 2 * 26) + 22, 564 + (k * 30), 3, 30, "#7a4436", "fill-opacity='.5'");
            svg.Path(new Pen().Polygon((x - 10, 562), (x + 86, 562), (x + 70, 536), (x + 6, 536)).ToString(), "#efe0c0");
            svg.Circle(x + 38, 516, 22, svg.Radial((0, "#fff4d8", 1), (0.6, "#d9c7a4", 1), (1, "#a08c70", 1)));
        }
        foreach (var (hinge, way, squeeze) in new[] { (636.0, 1.0, 0.52), (964.0, -1.0, 0.62) })
        {
            var pen = new Pen();
            for (var i = 0; i <= 9; i++)
            {
                double t = i / 9.0, x = hinge + (way * t * 164 * squeeze), up = 30 * Math.Sin(t * Math.PI / 2), drop = t * 20 * (1 - squeeze);
                pen.Strip([(x, 846 - drop), (x, 600 - up)], _ => 5).Polygon((x - 5, 602 - up), (x, 582 - up), (x + 5, 602 - up));
            }
            foreach (var y in new[] { 640.0, 730, 830 })
                pen.Strip([(hinge, y), (hinge + (way * 164 * squeeze), y - (20 * (1 - squeeze)))], _ => 6);
            for (var i = 0; i < 4; i++)
                pen.Strip([(hinge + (way * (20 + (i * 38)) * squeeze), 640), (hinge + (way * (39 + (i * 38)) * squeeze), 660), (hinge + (way * (58 + (i * 38)) * squeeze), 640)], _ => 3.4);
            svg.Path(pen.ToString(), "#23423e");
        }
    }

    private static void Racks(Svg svg)
    {
        string[] frames = ["#b8402f", "#2f5f7a", "#d99a2c", "#3a6a4a", "#e6dcc6", "#5a3a52", "#2a2f38", "#c96a3c", "#4a8a8f"];
        var rng = new Rng(5);
        foreach (var (from, count, gap) in new[] { (1090.0, 6, 88.0), (30, 6, 86) })
        {
            svg.Line([(from - 20, 842), (from + (count * gap), 842)], "#59605f", 5);
            for (var i = 0; i < count; i++)
            {
                svg.Path(new Pen().Move(from + (i * gap) + 26, 878).Line(from + (i * gap) + 26, 812).Quad((from + (i * gap) + 26, 796), (from + (i * gap) + 40, 796)).Quad((from + (i * gap) + 54, 796), (from + (i * gap) + 54, 812)).Line(from + (i * gap) + 54, 878).ToString(), "none", "stroke='#6a7270' stroke-width='5'");
                Bicycle(svg, from + (i * gap) + rng.In(-6, 10), 886 + rng.In(-4, 6), 0.86, frames[(i + (int)from) % frames.Length], rng, i % 2 == 0);
            }
        }
        Bicycle(svg, 470, 968, 1.35, "#b8402f", rng, true);
        Bicycle(svg, 1130, 990, 1.45, "#2f5f7a", rng, false);
    }

    /// <summary>A bicycle; x is its bottom bracket, y the ground.</summary>
    private static void Bicycle(Svg svg, double x, double y, double s, string frame, Rng rng, bool basket)
    {
        Vec At(double dx, double up) => (x + (dx * s), y - (up * s));
        const double r = 34;
        Vec back = At(-52, r), front = At(56, r), crank = At(0, 30), seat = At(-20, 88), head = At(36, 90), fork = At(40, 74);
        var cast = new Pen();
        foreach (var hub in new[] { back, front })
            cast.Oval(hub.X + (120 * s), y + (10 * s), r * s * 1.1, r * s * 0.2);
        cast.Strip([(back.X + (110 * s), y + (9 * s)), (head.X + (150 * s), y + (26 * s))], _ => 5 * s);
        svg.Path(cast.ToString(), "#4a3430", "fill-opacity='.28'");
        svg.Add($"<g fill='none' stroke-linecap='round' stroke-linejoin='round'>");
        var spokes = new Pen(5);
        foreach (var hub in new[] { back, front })
        {
            for (var i = 0; i < 10; i++)
                spokes.Move(hub).Line(hub + Vec.Round(i * Math.Tau / 10, r * s));
        }
        svg.Path(spokes.ToString(), "none", $"stroke='#8f8a80' stroke-width='{Svg.N(0.8 * s)}'");
        foreach (var hub in new[] { back, front })
        {
            svg.Circle(hub.X, hub.Y, r * s, "none", $"stroke='#22201f' stroke-width='{Svg.N(4.4 * s)}'");
            svg.Circle(hub.X, hub.Y, (r - 3) * s, "none", $"stroke='#cfc8ba' stroke-width='{Svg.N(1.2 * s)}'");
        }
        svg.Path(new Pen().Move(back).Line(crank).Line(seat).Line(back).Move(seat + ((head - seat) * 0.05)).Line(head).Move(crank).Line(fork).Move(head).Line(fork).Line(front).ToString(), "none", $"stroke='{frame}' stroke-width='{Svg.N(4.6 * s)}'");
        svg.Path(new Pen().Move(seat + (-1.2 * s, 0)).Line(crank + (-1.2 * s, 0)).Move(seat + (0, -1.4 * s)).Line(head + (0, -1.4 * s)).ToString(), "none", $"stroke='#fff2d4' stroke-width='{Svg.N(1.2 * s)}' stroke-opacity='.7'");
        svg.Path(new Pen().Move(back + (-38 * s, 12 * s)).Curve(back + (-42 * s, -20 * s), back + (-10 * s, -44 * s), back + (24 * s, -34 * s)).Move(front + (-30 * s, -26 * s)).Curve(front + (-8 * s, -46 * s), front + (28 * s, -38 * s), front + (38 * s, -8 * s)).ToString(), "none", $"stroke='{(string)Ink.Parse(frame).Lit(0.7)}' stroke-width='{Svg.N(3 * s)}'");
        svg.Path(new Pen().Move(seat).Line(At(-23, 98)).Move(head).Line(At(33, 108)).Line(At(20, 114)).Move(At(33, 108)).Line(At(46, 116)).ToString(), "none", $"stroke='#3a3836' stroke-width='{Svg.N(3.6 * s)}'");
        svg.Path(new Pen().Move(At(-66, 74)).Line(At(-24, 74)).Move(At(-60, 74)).Line(back).ToString(), "none", $"stroke='#55524c' stroke-width='{Svg.N(2.4 * s)}'");
        svg.Path(new Pen().Move(crank).Line(At(10, 14)).Move(At(4, 13)).Line(At(16, 14)).ToString(), "none", $"stroke='#3a3836' stroke-width='{Svg.N(3 * s)}'");
        svg.Add("</g>");
        svg.Path(new Pen().Loop([At(-40, 102), At(-22, 105), At(-4, 99), At(-20, 96)]).ToString(), "#5a3a28");
        svg.Circle(crank.X, crank.Y, 8 * s, "#59554e");
        svg.Circle(At(46, 96).X, At(46, 96).Y, 5 * s, "#fff4cf");
        if (basket)
        {
            svg.Path(new Pen().Polygon(At(38, 112), At(78, 112), At(72, 86), At(42, 86)).ToString(), "#a8783f");
            var weave = new Pen();
            for (var i = 1; i < 5; i++)
                weave.Move(At(38 + (i * 8), 112)).Line(At(41 + (i * 6.4), 86));
            weave.Move(At(39, 103)).Line(At(76, 103)).Move(At(41, 94)).Line(At(74, 94));
            svg.Path(weave.ToString(), "none", $"stroke='#6d4a24' stroke-width='{Svg.N(1.4 * s)}'");
            svg.Path(new Pen().Blob(At(58, 114).X, At(58, 114).Y, 13 * s, 7 * s, rng, 0.2).ToString(), rng.Pick("#e0a83c", "#5f8a8f", "#c9503a"));
        }
        else
        {
            svg.Path(new Pen().Box(At(-66, 90).X, At(-66, 90).Y, 34 * s, 16 * s).ToString(), rng.Pick("#3f5a7a", "#8a3f38", "#4a6a4a"));
        }
    }

    private static void Late(Svg svg)
    {
        foreach (var (x, y, h, coat, legs, stride, bag) in new[] { (742.0, 930.0, 150.0, "#d9a02f", "#2f3a4c", 0.75, "#8a3f38"), (842, 912, 132, "#3f6a8f", "#3a3038", 0.55, "#d9784a"), (884, 908, 122, "#c9483a", "#3c4a54", 0.5, "#4a7a5a") })
        {
            svg.Path(new Pen().Polygon((x - 8, y), (x + 10, y), (x + (h * 1.5), y + (h * 0.2)), (x + (h * 1.4), y + (h * 0.28))).ToString(), "#4a3430", "fill-opacity='.4'");
            People.Stand(svg, x, y, h, new Look(coat, legs, "#d0a27c") { Stride = stride, Hem = 0.45, RimSide = -1, Rim = "#fff4d4", Hair = x < 800 ? "#6a3f22" : "#2a211c", Reach = x < 800 ? 0.9 : 0 });
            svg.Path(new Pen().Loop([(x - (h * 0.13), y - (h * 0.8)), (x + (h * 0.05), y - (h * 0.82)), (x + (h * 0.07), y - (h * 0.52)), (x - (h * 0.12), y - (h * 0.52))]).ToString(), bag);
            svg.Path(new Pen().Box(x - (h * 0.09), y - (h * 0.64), h * 0.13, h * 0.09).ToString(), Ink.Parse(bag).Lit(0.72));
        }
        const double gx = 1010, gy = 920;
        svg.Path(new Pen().Polygon((gx - 10, gy), (gx + 14, gy), (gx + 260, gy + 40), (gx + 240, gy + 52)).ToString(), "#4a3430", "fill-opacity='.4'");
        People.Stand(svg, gx, gy, 196, new Look("#4f5a4a", "#33313a", "#c9976f") { Stride = 0.1, Hem = 0.3, RimSide = -1, Rim = "#fff2cc", Hair = "#b5a898", Reach = -1 });
    }

    private static void Leaves(Svg svg)
    {
        var rng = new Rng(61);
        var dabs = new Dabs();
        for (var i = 0; i < 520; i++)
        {
            var t = Math.Pow(rng.Next(), 0.8);
            var y = Foot + 14 + (t * 205);
            var drift = Noise.Fbm((y / 60) + 3, i % 7, 2, 5);
            var x = rng.Chance(0.6) ? 1600 - (Math.Pow(rng.Next(), 1.4) * 1100) : rng.In(0, 1600);
            dabs.Add(x, y + drift, rng.In(-6, 6) * (1 + t), rng.Near(0, 3), 2.4 + (t * 4.6), Ink.Parse(rng.Pick("#d98f2c", "#c9622c", "#f0c45a", "#9a4a24", "#b5892f")).Stray(rng, 0.05));
        }
        for (var i = 0; i < 26; i++)
            dabs.Add(rng.In(900, 1600), rng.In(300, 840), rng.In(-8, 8), rng.In(2, 8), rng.In(4, 7), Ink.Parse(rng.Pick("#f0c45a", "#d98f2c", "#e0702f")));
        dabs.On(svg);
    }
}
