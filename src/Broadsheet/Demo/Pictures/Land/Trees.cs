namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Trees, bushes and grass.</summary>
internal static class Trees
{
    /// <summary>A fir's outline, standing at (x, y).</summary>
    public static void Fir(Pen pen, double x, double y, double height, Rng rng, double slim = 1)
    {
        var tiers = Math.Clamp((int)(height / 11), 5, 22);
        var lean = rng.Near(0, height * 0.02);
        List<Vec> left = [], right = [];
        for (var i = 0; i < tiers; i++)
        {
            var t = (i + 1.0) / tiers;
            var half = slim * height * 0.2 * Math.Pow(t, 0.85);
            var at = y - height + (height * 0.96 * t);
            var drop = height / tiers;
            left.Add((x - (half * rng.In(0.65, 1.15)) + (lean * (1 - t)), at + (drop * rng.In(0.05, 0.45))));
            left.Add((x - (half * rng.In(0.25, 0.5)) + (lean * (1 - t)), at - (drop * rng.In(0, 0.25))));
            right.Add((x + (half * rng.In(0.65, 1.15)) + (lean * (1 - t)), at + (drop * rng.In(0.05, 0.45))));
            right.Add((x + (half * rng.In(0.25, 0.5)) + (lean * (1 - t)), at - (drop * rng.In(0, 0.25))));
        }
        left.RemoveAt(left.Count - 1);
        right.RemoveAt(right.Count - 1);
        right.Reverse();
        pen.Polygon([(x + lean, y - height), .. left, (x - (height * 0.012), y), (x + (height * 0.012), y), .. right]);
    }

    /// <summary>A near fir, bough by bough from below, each shaggy underneath and lit along its upper edge.</summary>
    public static void GreatFir(Svg svg, double x, double y, double height, Rng rng, Ink dark, Ink middle, Ink lit, double light = -1, double slim = 1)
    {
        svg.Path(new Pen().Strip([(x, y), (x + 2, y - (height * 0.5)), (x, y - height)], s => height * 0.03 * (1.06 - s)).ToString(), dark.Lit(0.8));
        var boughs = 24 + (int)(height / 9);
        var edges = new Dabs();
        var shades = new Dictionary<string, Pen>(StringComparer.Ordinal);
        for (var i = 0; i < boughs; i++)
        {
            var t = Math.Pow(1 - ((i + rng.Next()) / boughs), 0.85);
            var face = rng.In(-1, 1);
            face = Math.Sign(face) * Math.Pow(Math.Abs(face), 0.6);
            var reach = slim * height * 0.21 * Math.Pow(t, 0.78) * rng.In(0.72, 1.12) + (height * 0.008);
            var start = (Vec)(x, y - height + (height * 0.95 * t));
            var tip = start + (face * reach, (reach * rng.In(0.2, 0.42)) + ((1 - Math.Abs(face)) * reach * 0.25));
            var knee = start.To(tip, 0.55) + (0, -reach * 0.1);
            var outline = Bough(start, knee, tip, reach, rng);
            var facing = Math.Clamp(0.5 + (face * light * 0.5), 0, 1);
            var ink = dark.Mix(middle, (facing * 0.7) + rng.Near(0.05, 0.25) - (t * 0.15)).Rounded();
            if (!shades.TryGetValue(ink, out var pen))
                shades[ink] = pen = new Pen(10);
            pen.Polygon(outline);
            if (i % 24 == 23 || i == boughs - 1)
            {
                foreach (var (shade, shape) in shades)
                    svg.Path(shape.ToString(), shade);
                shades.Clear();
                edges.On(svg);
            }
            var sprigs = (int)(1 + (reach * facing / 10));
            for (var k = 0; k < sprigs; k++)
            {
                var s = rng.In(0.2, 1);
                var at = start.To(knee, s).To(knee.To(tip, s), s);
                edges.Add(at.X, at.Y, (tip.X - start.X) * 0.09, (reach * 0.03) + 1.5, 1 + (height * 0.0022), middle.Mix(lit, Math.Clamp(facing * rng.In(0.1, 1.1), 0, 1)));
            }
        }
        edges.On(svg);
    }

    /// <summary>A bare tree, branch by branch.</summary>
    public static void Bare(Pen pen, double x, double y, double height, Rng rng, int depth = 6, double spread = 0.5, double lean = 0)
    {
        Branch(pen, (x, y), (-Math.PI / 2) + lean, height * 0.32, height * 0.045, depth, rng, spread);
    }

    /// <summary>A leafy crown: clusters of dabs, dark below, lit towards the light.</summary>
    public static void Crown(Dabs dabs, double x, double y, double rx, double ry, Rng rng, Ink dark, Ink middle, Ink lit, Vec light, int count, double size)
    {
        var clumps = new List<(Vec At, double R)>();
        for (var i = 0; i < 9; i++)
        {
            var turn = rng.In(0, Math.Tau);
            var out_ = Math.Sqrt(rng.Next()) * 0.72;
            clumps.Add(((x + (Math.Cos(turn) * rx * out_), y + (Math.Sin(turn) * ry * out_)), rng.In(0.28, 0.5)));
        }
        for (var pass = 0; pass < 3; pass++)
        {
            for (var i = 0; i < count / 3; i++)
            {
                var (at, r) = clumps[rng.Int(clumps.Count)];
                var turn = rng.In(0, Math.Tau);
                var way = Vec.Round(turn, Math.Sqrt(rng.Next()) * r);
                var facing = ((way.X * light.X) + (way.Y * light.Y)) / r;
                var tone = (facing * 0.5) + 0.5 + rng.Near(0, 0.25);
                if (pass < 2 && tone > 0.45 + (pass * 0.3))
                    tone *= 0.55;
                if (pass == 2 && tone < 0.5)
                    continue;
                var ink = tone < 0.5 ? dark.Mix(middle, tone * 2) : middle.Mix(lit, (tone - 0.5) * 2);
                dabs.Add(at.X + (way.X * rx), at.Y + (way.Y * ry), rng.In(-size, size), rng.In(-size, size) * 0.6, size * rng.In(0.6, 1.1), ink.Stray(rng, 0.03));
            }
        }
    }

    /// <summary>A small bush or far-off tree of a few dabs, standing at (x, y).</summary>
    public static void Bush(Dabs dabs, double x, double y, double r, Rng rng, Ink dark, Ink lit, double light = -1, int count = 16)
    {
        for (var i = 0; i < count; i++)
        {
            var turn = rng.In(0, Math.Tau);
            var way = Vec.Round(turn, Math.Sqrt(rng.Next()));
            var tone = Math.Clamp(0.35 + (way.X * light * 0.35) - (way.Y * 0.4) + rng.Near(0, 0.25) - (i < count / 2 ? 0.3 : 0), 0, 1);
            dabs.Add(x + (way.X * r * 0.9), y - (r * 0.75) + (way.Y * r * 0.75), rng.Near(0, r * 0.35), rng.Near(0, r * 0.25), r * rng.In(0.28, 0.5), dark.Mix(lit, tone));
        }
    }

    /// <summary>Blades of grass along a line.</summary>
    public static void Grass(Dabs dabs, double fromX, double toX, Func<double, double> ground, double height, int count, Rng rng, Func<double, Ink> ink, double wind = 0)
    {
        for (var i = 0; i < count; i++)
        {
            var x = rng.In(fromX, toX);
            var y = ground(x) + rng.In(-2, 4);
            var tall = height * rng.In(0.4, 1.1);
            var bend = (rng.Near(0, 0.5) + wind) * tall;
            dabs.Add((x, y), (x + (bend * 0.2), y - (tall * 0.6)), (x + bend, y - tall), rng.In(0.8, 1.8) * Math.Max(1, height / 40), ink(rng.Next()));
        }
    }

    private static Vec[] Bough(Vec start, Vec knee, Vec tip, double reach, Rng rng)
    {
        var teeth = 3 + (int)(reach / 24);
        var outline = new List<Vec> { start, start.To(knee, 0.5) + (0, -reach * 0.05), knee, tip };
        for (var k = teeth; k > 0; k--)
        {
            double s = (k - 0.5) / teeth, next = (k - 1.0) / teeth;
            var hang = reach * (0.07 + (0.17 * Math.Sin(s * Math.PI))) * rng.In(0.6, 1.3);
            outline.Add(start.To(knee, s).To(knee.To(tip, s), s) + ((tip.X - start.X) * 0.05 * rng.In(0, 1.4), hang));
            outline.Add(start.To(knee, next).To(knee.To(tip, next), next) + (0, hang * rng.In(0.15, 0.45)));
        }
        return [.. outline];
    }

    private static void Branch(Pen pen, Vec from, double angle, double length, double width, int depth, Rng rng, double spread)
    {
        var middle = from + Vec.Round(angle + rng.Near(0, 0.15), length * 0.5);
        var to = from + Vec.Round(angle, length);
        pen.Strip([from, middle, to], t => Math.Max(0.6, width * (1 - (t * 0.35))));
        if (depth == 0)
            return;
        var arms = depth > 3 ? 2 + rng.Int(2) : 2;
        for (var i = 0; i < arms; i++)
        {
            var turn = (i - ((arms - 1) / 2.0)) * spread * 1.3 / Math.Max(1, arms - 1) * 2 + rng.Near(0, spread * 0.6);
            var at = from.To(to, rng.In(0.72, 1));
            Branch(pen, at, angle + turn, length * rng.In(0.6, 0.85), width * 0.62, depth - 1, rng, spread);
        }
    }
}
