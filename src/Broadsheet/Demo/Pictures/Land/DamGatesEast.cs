namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The eastern gates from Ferry Road, evening sun on the concrete and the break between.</summary>
public sealed class DamGatesEast() : DamView("dam-gates-east", struck: true, new(new(146, 92, -300), new(14, 70, -10), 52),
    new(new(-0.22, 0.42, -0.92), "#ffac6c", 1.15, "#96a2d8", 0.86, "#c39aa0", "#4a5585", "#f0a878"))
{
    private const double Crest = 102;

    protected override void Draw(Svg svg)
    {
        svg.Mirrored(() => Dam(svg));
        Roadside(svg);
        svg.Glow(100, 250, 700, "#ffc79a", 0.3);
        svg.Vignette("#1c1020", 0.42);
        svg.Mottle(0.08);
        svg.Grain();
    }

    private void Dam(Svg svg)
    {
        var fine = Painted(new Relief(700, -900, -480, 1800, Surface), new Relief(1000, -240, -200, 480, Surface));
        svg.Add(fine.Printed(0, 0, 1600, 1067, 120));
        Strokes.Over(svg, fine, 24, 52, 12, 9, 0, 0.012, (_, _) => 0.04, (u, v) => u > 0.5 && v < 0.3 && v < (u - 0.5) * 1.3);
        Strokes.Over(svg, fine, 16, 18, 6, 3, 0.05, 0.012, where: (_, v) => v < 0.9);
        Strokes.Over(svg, fine, 10.5, 11, 2.6, 4, 0.11, 0.012, where: (_, v) => v < 0.9);
        Works(svg);
    }

    private protected override Ink Sky(double u, double v)
    {
        var (cover, light) = Land.Sky.Deck(u, v * 3, 1.6, -0.1, 31, (-0.4, 0.8), 0.5);
        var ink = Ink.Ramp(v * 3, (0, "#5c6ea6"), (0.5, "#b093b0"), (1, "#f6c29a"));
        return ink.Mix(Ink.Parse("#7d6f9c").Mix("#ffc096", light), cover * 0.8);
    }

    /// <summary>Rails, torn steel, a crane and its lamps on the crest.</summary>
    private void Works(Svg svg)
    {
        double Arc(double x) => x * x * 0.00022;
        foreach (var (from, to) in new[] { (-198.0, 8.0), (84.0, 232.0) })
        {
            var rail = new Pen();
            for (var x = from; x <= to; x += 6)
                rail.Move(At(x, Crest, Arc(x))).Line(At(x, Crest + 3.4, Arc(x)));
            for (var up = 1.4; up < 4; up += 1)
                rail.Lines(Enumerable.Range(0, 20).Select(i => from + ((to - from) * i / 19)).Select(x => At(x, Crest + up, Arc(x))));
            svg.Path(rail.ToString(), "none", "stroke='#4a3a40' stroke-width='1.4'");
        }
        var rng = new Rng(5);
        var steel = new Pen();
        for (var i = 0; i < 22; i++)
        {
            var at = At(10 + rng.Near(0, 3), rng.In(62, 103), rng.In(-4, 8));
            steel.Move(at).Quad(at + (rng.In(6, 24), rng.In(-8, 10)), at + (rng.In(14, 46), rng.In(4, 40)));
        }
        svg.Path(steel.ToString(), "none", "stroke='#2a1c1e' stroke-width='2'");
        Vec foot = At(122, Crest, 8), tip = At(74, 146, -6), side = (tip - foot).Normal * 7;
        var crane = new Pen().Move(foot + side).Line(tip).Line(foot - side);
        for (var i = 0; i < 18; i++)
            crane.Move(foot.To(tip, i / 18.0) + (side * (i % 2 == 0 ? 1 : -1) * (1 - (i / 18.0)))).Line(foot.To(tip, (i + 1) / 18.0) + (side * (i % 2 == 0 ? -1 : 1) * (1 - ((i + 1) / 18.0))));
        svg.Path(crane.ToString(), "none", "stroke='#d9962f' stroke-width='3'");
        var hook = At(74, 92, -6);
        svg.Line([tip, hook], "#3a2a26", 2);
        svg.Line([tip, At(134, 117, 10), foot], "#3a2a26", 1.8);
        svg.Path(new Pen().Polygon(At(114, Crest, 4), At(138, Crest, 4), At(138, Crest + 10, 4), At(114, Crest + 10, 4)).ToString(), "#c98428");
        svg.Path(new Pen().Polygon(At(114, Crest, 4), At(138, Crest, 4), At(138, Crest + 3, 4), At(114, Crest + 3, 4)).ToString(), "#8a5a20");
        svg.Path(new Pen().Polygon(At(112, Crest - 0.4, 4), At(140, Crest - 0.4, 4), At(139, Crest + 1.8, 4), At(113, Crest + 1.8, 4)).ToString(), "#2a2226");
        svg.Path(new Pen().Polygon(At(131, Crest + 3, 4), At(138, Crest + 3, 4), At(138, Crest + 8.5, 4), At(131, Crest + 8.5, 4)).ToString(), "#5d4a3c");
        svg.Line([At(114, Crest + 10, 4), At(138, Crest + 10, 4)], "#ffe0a8", 2.4);
        svg.Path(new Pen().Polygon(At(115, Crest + 3, 4), At(122, Crest + 3, 4), At(122, Crest + 8, 4), At(115, Crest + 8, 4)).ToString(), "#3a3a48");
        svg.Path(new Pen().Box(hook.X - 9, hook.Y, 18, 14).ToString(), "#3a2a26");
        foreach (var (x, y, z) in new[] { (4.0, Crest + 12, 2.0), (92.0, Crest + 12, 2.0) })
        {
            Vec low = At(x, Crest, z), lamp = At(x, y, z);
            svg.Line([low, lamp], "#33272c", 3);
            svg.Rect(lamp.X - 12, lamp.Y - 8, 24, 11, "#fff6d8");
            svg.Glow(lamp.X, lamp.Y, 110, "#fff0c4", 0.8);
        }
        foreach (var (x, z, coat) in new[] { (96.0, 1.0, "#e8a83a"), (101.0, 2.0, "#d9562f"), (150.0, 1.0, "#e8a83a"), (-40.0, 1.0, "#e8a83a") })
        {
            var at = At(x, Crest, z);
            People.Stand(svg, at.X, at.Y, 15, new Look(coat, "#33303c", "#b98a6c") { Hair = "#f3ead6" });
        }
    }

    /// <summary>The verge of Ferry Road: rail, tape, and those who came to look.</summary>
    private static void Roadside(Svg svg)
    {
        var rng = new Rng(18);
        svg.Path(new Pen().Move(-10, 1080).Smooth([(-10, 968), (240, 982), (560, 1000), (900, 996), (1240, 968), (1610, 930)], join: true).Line(1610, 1080).Close().ToString(), svg.Vertical((0, "#5a4440", 1), (1, "#1c1620", 1)));
        var dabs = new Dabs();
        Trees.Grass(dabs, -10, 1610, x => 992 - (Math.Max(0, x - 900) * 0.08) + 14, 52, 620, rng, s => Ink.Parse("#2a1f24").Mix("#e0a06a", s * s));
        dabs.On(svg, 0.95);
        double Y(double x) => 930 + (Math.Sin(x / 1600 * Math.PI) * 34) - (x * 0.024);
        for (var x = 30.0; x < 1600; x += 158)
        {
            svg.Rect(x, Y(x) - 8, 17, 120, svg.Horizontal((0, "#3a2c38", 1), (0.6, "#8a6a66", 1), (1, "#f0b083", 1)));
        }
        var beam = new Pen().Lines(Enumerable.Range(0, 34).Select(i => (Vec)(-20 + (i * 50), Y(-20 + (i * 50)))));
        for (var i = 33; i >= 0; i--)
            beam.Line(-20 + (i * 50), Y(-20 + (i * 50)) + 30);
        svg.Path(beam.Close().ToString(), "#8d7c86");
        foreach (var (off, thick, ink) in new[] { (3.0, 5.0, "#ffcfa0"), (14.0, 4.0, "#4a3a48"), (25.0, 5.0, "#5f4f5c") })
            svg.Line(Enumerable.Range(0, 34).Select(i => (-20.0 + (i * 50), Y(-20 + (i * 50)) + off)), ink, thick);
        for (var x = 40.0; x < 1010; x += 44)
        {
            double sag = 850 + (Math.Sin((x - 40) / 970 * Math.PI * 3) * 8) + (x * 0.02);
            var next = 850 + (Math.Sin((x - 18) / 970 * Math.PI * 3) * 8) + ((x + 22) * 0.02);
            var last = 850 + (Math.Sin((x + 4) / 970 * Math.PI * 3) * 8) + ((x + 44) * 0.02);
            svg.Path(new Pen().Polygon((x, sag), (x + 22, next), (x + 22, next + 13), (x, sag + 13)).ToString(), "#d9482f");
            svg.Path(new Pen().Polygon((x + 22, next), (x + 44, last), (x + 44, last + 13), (x + 22, next + 13)).ToString(), "#f6e3cc");
        }
        foreach (var x in new[] { 40.0, 364, 688, 1012 })
            svg.Line([(x, 838 + (x * 0.02)), (x + 3, 1010)], "#4a3a40", 7);
        People.Stand(svg, 1190, 1040, 262, new Look("#2a3350", "#241c28", "#b98a6c") { Stride = 0.12, Hem = 0.42, Rim = "#ffc48e", Hair = "#2a2024" });
        People.Stand(svg, 1290, 1046, 248, new Look("#54282f", "#2a2028", "#c2946f") { Stride = -0.12, Hem = 0.34, Rim = "#ffc48e", Hair = "#5a3526", Reach = -0.9 });
        var legs = new Pen().Move(1452, 892).Line(1410, 1050).Move(1452, 892).Line(1460, 1056).Move(1452, 892).Line(1504, 1046);
        svg.Path(legs.ToString(), "none", "stroke='#1f1a22' stroke-width='6' stroke-linecap='round'");
        People.Stand(svg, 1526, 1062, 270, new Look("#26322f", "#1f1a22", "#b98a6c") { Stride = -0.1, Hem = 0.44, Rim = "#ffc48e", Hat = true, Hair = "#3f3a3a" });
        svg.Path(new Pen().Box(1428, 852, 50, 38).Polygon((1428, 860), (1396, 856), (1396, 884), (1428, 882)).ToString(), "#1f1a22");
        svg.Path(new Pen().Oval(1396, 870, 5, 14).ToString(), "#ffcf9c");
        svg.Path(new Pen().Strip([(1504, 880), (1476, 892), (1470, 878)], _ => 15).ToString(), "#35463f");
    }
}
