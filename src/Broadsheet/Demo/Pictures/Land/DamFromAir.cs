namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The spillway from the air, in June and after the strike: the same frame to the pixel.</summary>
public abstract class DamFromAir : DamView
{
    private const double Crest = 100;

    private readonly bool _struck;
    private readonly double _lake;

    protected DamFromAir(string key, bool struck)
        : base(key, struck, new(new(-235, 330, -500), new(8, 38, 40), 50), struck
            ? new(new(-0.46, 0.4, -0.8), "#ffe0b0", 1.12, "#9aa6c0", 0.6, "#c9b9a8", "#d8c3aa", "#e5d3ba")
            : new(new(-0.55, 0.95, -0.6), "#fff6e2", 0.92, "#a9c4e6", 0.6, "#b9d3e6", "#8fbbe0", "#cfe2ec"))
    {
        _struck = struck;
        _lake = struck ? 64 : 91;
    }

    protected override void Draw(Svg svg) => svg.Mirrored(() =>
    {
        var fine = Painted(new Relief(960, -650, -480, 1350, Surface));
        svg.Add(fine.Printed(0, 0, 1600, 1067, 110));
        Strokes.Over(svg, fine, 16, 18, 7, 3, 0.05, 0.012);
        Strokes.Over(svg, fine, 10.5, 11, 3, 4, 0.105, 0.012);
        Details(svg);
        svg.Mottle(0.08);
        svg.Grain();
    });

    /// <summary>What is too fine for the painted ground: rails, lamps, markings, machines, boats.</summary>
    private void Details(Svg svg)
    {
        double Arc(double x) => x * x * 0.00022;
        foreach (var (from, to) in _struck ? new[] { (-198.0, 16.0), (86.0, 226.0) } : [(-198.0, 226.0)])
        {
            var steps = (int)((to - from) / 8);
            for (var edge = 0; edge < 2; edge++)
            {
                var rail = Enumerable.Range(0, steps + 1).Select(i => from + ((to - from) * i / steps)).Select(x => ((double, double))At(x, Crest + 3.6, Arc(x) + (edge * 11)));
                svg.Line(rail, edge == 0 ? "#f0e9d8" : "#57544e", 1.6, "stroke-opacity='.9'");
            }
            for (var i = 1; i < steps; i += 3)
            {
                var x = from + ((to - from) * i / steps);
                svg.Line([At(x, Crest + 2, Arc(x) + 11), At(x, Crest + 13, Arc(x) + 11), At(x, Crest + 13, Arc(x) + 7)], "#4b4a48", 1.7);
            }
        }
        foreach (var (x, ink) in _struck ? new (double, string)[] { (-150, "#e7e2d6"), (-128, "#c8862f"), (-60, "#dedad0"), (140, "#e8e4da"), (152, "#34495a") } : [(-180, "#e9e6df"), (-20, "#b8412f"), (120, "#f3f1ea"), (190, "#28445e")])
            Car(svg, At, x, Crest + 2, Arc(x) + 6, ink);
        for (var i = 0; i < 9; i++)
        {
            var z = -400 + (i * 62.0);
            var x = RoadAt(z);
            if (i is 1 or 3 or 4 or 7)
                svg.Path(new Pen().Polygon(At(x - 1.5, RoadHeight(z) + 1, z - 4), At(x + 1.5, RoadHeight(z) + 1, z - 4), At(x + 1.5, RoadHeight(z) + 1, z + 4), At(x - 1.5, RoadHeight(z) + 1, z + 4)).ToString(), i % 2 == 0 ? "#f4f1e8" : "#a8382c");
        }
        if (_struck)
            Works(svg, At);
        else
            Boats(svg, At);
    }

    private static void Car(Svg svg, Func<double, double, double, Vec> at, double x, double y, double z, string ink)
    {
        svg.Path(new Pen().Polygon(at(x - 3.6, y, z - 2), at(x + 3.6, y, z - 2), at(x + 3.6, y + 2.6, z - 2), at(x - 3.6, y + 2.6, z - 2)).ToString(), ((Ink)ink).Lit(0.75));
        svg.Path(new Pen().Polygon(at(x - 3.6, y + 2.6, z - 2), at(x + 3.6, y + 2.6, z - 2), at(x + 3.6, y + 2.6, z + 2), at(x - 3.6, y + 2.6, z + 2)).ToString(), ink);
        svg.Path(new Pen().Polygon(at(x - 2, y + 3.2, z - 1.6), at(x + 1.6, y + 3.2, z - 1.6), at(x + 1.6, y + 3.2, z + 1.6), at(x - 2, y + 3.2, z + 1.6)).ToString(), ((Ink)ink).Lit(1.1));
    }

    private void Boats(Svg svg, Func<double, double, double, Vec> at)
    {
        foreach (var (x, z, way) in new[] { (-60.0, 190.0, 1.0), (120.0, 330.0, -1.0), (-10.0, 420.0, 1.0) })
        {
            svg.Path(new Pen().Polygon(at(x, _lake, z), at(x - (way * 48), _lake, z + 5), at(x - (way * 46), _lake, z - 4)).ToString(), "#eef6fa", "fill-opacity='.2'");
            svg.Path(new Pen().Loop([at(x + (way * 9), _lake + 1, z), at(x, _lake + 1, z + 3.5), at(x - (way * 8), _lake + 1, z + 3), at(x - (way * 8), _lake + 1, z - 3), at(x, _lake + 1, z - 3.5)]).ToString(), "#fbfaf4");
            svg.Path(new Pen().Polygon(at(x - (way * 3), _lake + 1, z - 1), at(x - (way * 2), _lake + 19, z), at(x + (way * 6), _lake + 2, z)).ToString(), "#fffdf6");
            svg.Path(new Pen().Polygon(at(x - (way * 4), _lake + 1, z - 1), at(x - (way * 3), _lake + 16, z), at(x - (way * 9), _lake + 3, z)).ToString(), "#e9dcc8");
        }
        for (var i = 0; i < 26; i++)
        {
            var p = at(-108 + (i * 8.2), _lake + 0.8, 46 + (Math.Sin(i / 25.0 * Math.PI) * 14));
            svg.Circle(p.X, p.Y, 2.2, i % 2 == 0 ? "#e8763a" : "#f4ece0");
        }
    }

    private static void Works(Svg svg, Func<double, double, double, Vec> at)
    {
        var lattice = new Pen();
        Vec foot = at(128, 100, 4), tip = at(66, 196, -30), tail = at(142, 118, 6);
        Vec side = (tip - foot).Normal * 5;
        for (var i = 0; i < 16; i++)
        {
            lattice.Move(foot.To(tip, i / 16.0) + (i % 2 == 0 ? side : side * -1));
            lattice.Line(foot.To(tip, (i + 1) / 16.0) + (i % 2 == 0 ? side * -1 : side));
        }
        svg.Path(lattice.Move(foot + side).Line(tip).Line(foot - side).ToString(), "none", "stroke='#d9a12b' stroke-width='2.6'");
        svg.Line([tip, tail, foot], "#3a3630", 1.4);
        svg.Line([tip, at(66, 108, -30)], "#2c2926", 1.4);
        svg.Path(new Pen().Polygon(at(120, 101, 0), at(140, 101, 0), at(140, 111, 0), at(120, 111, 0)).ToString(), "#c98d22");
        svg.Path(new Pen().Polygon(at(120, 111, 0), at(140, 111, 0), at(140, 111, 9), at(120, 111, 9)).ToString(), "#ecb646");
        svg.Path(new Pen().Polygon(at(60, 106, -30), at(72, 106, -30), at(72, 96, -30), at(60, 96, -30)).ToString(), "#5b5650");
        foreach (var (x, z, ink) in new[] { (108.0, -118.0, "#d9a12b"), (122.0, -138.0, "#e9e4d8"), (140.0, -126.0, "#55606a") })
            Car(svg, at, x, 20, z, ink);
        var shards = new Rng(5);
        for (var i = 0; i < 46; i++)
        {
            var p = at(44 + shards.Near(0, 52), 18 + shards.In(0, 10), -96 + shards.Near(0, 46));
            svg.Line([p, p + Vec.Round(shards.In(0, 6.28), shards.In(4, 17))], i % 3 == 0 ? "#8c4a34" : "#2b2724", shards.In(1, 2.2));
        }
        for (var i = 0; i < 13; i++)
        {
            var p = at(17 + shards.In(-3, 4), shards.In(60, 103), shards.In(-6, 8));
            svg.Line([p, p + (shards.In(6, 22), shards.In(-6, 12))], "#2a2522", 1.4);
        }
    }
}
