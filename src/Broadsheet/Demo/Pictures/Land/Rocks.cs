namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Stones with a lit top and a dark foot.</summary>
internal static class Rocks
{
    /// <summary>The tone of broken rock at a place, about 0 (crack) to 1 (a face turned to the light); the place is in units of a big block.</summary>
    public static double Face(double x, double y, int seed, Vec light)
    {
        x += Noise.Fbm(x * 1.7, y * 1.7, 3, seed + 5) * 0.22;
        y += Noise.Fbm(x * 1.7, y * 1.7, 3, seed + 6) * 0.22;
        var big = Noise.Facet(x, y, seed);
        var small = Noise.Facet(x * 2.7, y * 2.9, seed + 9);
        double Turned(int id, double fx, double fy)
        {
            double nx = Noise.Cell(id, 1, seed) - 0.5 - (fx * 0.5), ny = Noise.Cell(id, 2, seed) - 0.62 - (fy * 0.5);
            return (nx * light.X) + (ny * light.Y);
        }
        var tone = 0.42 + (Turned(big.Id, big.X, big.Y) * 0.62) + (Turned(small.Id, small.X, small.Y) * 0.34);
        tone -= Noise.Step(0.09, 0, big.Edge) * 0.4;
        tone -= Noise.Step(0.12, 0, small.Edge) * 0.16;
        return tone + (Noise.Fbm(x * 5, y * 7, 3, seed + 2) * 0.09);
    }

    /// <summary>A boulder sitting at (x, y), in facets; light -1 from the left, 1 from the right.</summary>
    public static void Boulder(Svg svg, double x, double y, double r, Rng rng, Ink dark, Ink middle, Ink lit, double light = -1, double tall = 0.7)
    {
        var n = 8;
        var rim = new Vec[n];
        for (var i = 0; i < n; i++)
        {
            var turn = Math.PI + (i * Math.PI / (n - 1));
            var reach = rng.In(0.8, 1.12);
            rim[i] = (x + (Math.Cos(turn) * r * reach), y + (Math.Sin(turn) * r * tall * reach * (i is 0 or 7 ? 0 : 1)));
        }
        svg.Path(new Pen().Polygon([.. rim, (x + (r * 0.6), y + (r * 0.16)), (x - (r * 0.5), y + (r * 0.18))]).ToString(), dark);
        Vec crown = (x + (rng.Near(0, 0.25) * r), y - (r * tall * rng.In(0.35, 0.55)));
        Vec foot = (x + (rng.Near(0, 0.3) * r), y + (r * 0.05));
        for (var i = 0; i < n - 1; i++)
        {
            var way = (rim[i] + rim[i + 1]) * 0.5 - (Vec)(x, y);
            var facing = (light * way.X / r * 0.55) + (-way.Y / (r * tall) * 0.5) + rng.Near(0, 0.12);
            svg.Path(new Pen().Polygon(rim[i], rim[i + 1], crown).ToString(), facing > 0.35 ? middle.Mix(lit, (facing - 0.35) * 1.7) : dark.Mix(middle, facing + 0.65));
        }
        var low = light < 0 ? rim[^1] : rim[0];
        svg.Path(new Pen().Polygon(crown, low, foot).ToString(), dark.Mix(middle, 0.15), "fill-opacity='.7'");
        var cracks = new Dabs();
        for (var i = 0; i < 3 + (int)(r / 12); i++)
        {
            var at = crown + (rng.Near(0, r * 0.7), rng.In(0, r * 0.35));
            cracks.Add(at.X, at.Y, rng.Near(0, r * 0.3), rng.In(2, r * 0.25), Math.Max(0.8, r * 0.03), rng.Chance(0.5) ? dark : lit.Mix(middle, 0.4));
        }
        cracks.On(svg, 0.6);
    }
}
