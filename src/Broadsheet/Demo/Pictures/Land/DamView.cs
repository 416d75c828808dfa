namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The light a picture of the dam is seen in.</summary>
internal sealed record DamLight(Place Sun, Ink Warm, double Strength, Ink Cool, double Shade, Ink Haze, Ink High, Ink Low)
{
    /// <summary>A work lamp, if one is on.</summary>
    public Place? Lamp { get; init; }
}

/// <summary>
/// The Zell dam as a piece of ground. One geometry for every picture of it, so that a reader can slide one over another. It has the east on the right, and who looks up the
/// river, towards the south-east, has it on the left: the pictures are drawn mirrored.
/// </summary>
public abstract class DamView : Scene
{
    private const double Crest = 100, Basin = 14, BayWidth = 22, PierWidth = 5;

    private readonly bool _struck;
    private readonly Eye _eye;
    private readonly DamLight _light;
    private readonly Place _sun;
    private readonly double _lake;
    private readonly double[] _road;

    private protected DamView(string key, bool struck, Eye eye, DamLight light) : base(key)
    {
        (_struck, _eye, _light, _sun) = (struck, eye, light, light.Sun.Unit);
        _lake = struck ? 64 : 91;
        _road = Contour();
    }

    private protected Ink Air(double v) => _light.High.Mix(_light.Low, v * 4);

    private protected Vec At(double x, double y, double z)
    {
        var (u, v, _) = _eye.Seen(new(x, y, z));
        return (u * Width, v * Height);
    }

    private protected Canvas Painted(Relief relief, Relief? near = null) => new Canvas(672, 448).Paint((u, v) => Shade(relief, near, u, v));

    /// <summary>The valley's own ground, before anything was built.</summary>
    private static double Valley(double x, double z)
    {
        var off = x - Bend(z);
        var half = HalfWidth(z) + (off < 0 ? Noise.Fbm(z / 260, 3, 2, 9) * 40 : 0);
        var rise = Math.Max(0, Math.Abs(off) - half);
        var ground = 16 + (rise * 0.55) + (Math.Pow(rise / 100, 1.6) * 14);
        ground += Noise.Ridged(x / 420, z / 420, 5, 21) * Math.Min(rise, 260) * 0.5;
        ground += Noise.Fbm(x / 60, z / 60, 4, 5) * Math.Min(9, 2 + (rise * 0.05));
        if (z < -70)
            ground -= 7 * Noise.Step(52, 30, Math.Abs(off + 14) + (Noise.Fbm(x / 34, z / 34, 3, 71) * 11 * Noise.Step(-150, -210, z)));
        return ground;
    }

    private protected double Surface(double x, double z)
    {
        var ground = Valley(x, z);
        var wood = Wood(x, z, ground);
        if (wood > 0)
            ground += wood * Canopy(x, z);
        var road = Math.Abs(x - RoadAt(z));
        if (road < 16)
            ground += (RoadHeight(z) - ground) * Noise.Step(16, 7, road);
        return Built(x, z, ground);
    }

    private static double Bend(double z) => (Math.Sin((z + 100) / 330) * 60) + (z > 0 ? z * 0.12 : z * -0.05);

    private static double HalfWidth(double z) => 120 + (z > 40 ? Math.Min(90, (z - 40) * 0.35) : 0);

    /// <summary>Where the eastern slope has the road's height, every twenty metres, evened out.</summary>
    private static double[] Contour()
    {
        var found = new double[70];
        for (var i = 0; i < found.Length; i++)
        {
            var z = (i * 20) - 480.0;
            double near = Bend(z) + HalfWidth(z), far = near + 400;
            for (var k = 0; k < 14; k++)
            {
                var x = (near + far) / 2;
                (near, far) = Valley(x, z) < RoadHeight(z) ? (x, far) : (near, x);
            }
            found[i] = Math.Max(near, Bend(z) + 175);
        }
        return [.. found.Select((_, i) => Enumerable.Range(-4, 9).Average(k => found[Math.Clamp(i + k, 0, found.Length - 1)]))];
    }

    private protected double RoadAt(double z)
    {
        var at = Math.Clamp((z + 480) / 20, 0, _road.Length - 1.001);
        var i = (int)at;
        return _road[i] + ((_road[i + 1] - _road[i]) * (at - i));
    }

    private protected static double RoadHeight(double z) => Crest + 4 + (z < -20 ? Math.Max(-62, (z + 20) * 0.2) : z * 0.02);

    private double Wood(double x, double z, double ground) =>
        ground < 34 || Math.Abs(x - RoadAt(z)) < 22 || (z > -12 && ground < 97) || (Math.Abs(x) < 262 && z > -100 && z < 30) || (Math.Abs(x) < 190 && z > -140 && z < 0) ? 0 : Noise.Step(-0.3, -0.1, Noise.Fbm(x / 130, z / 130, 3, 77));

    private static double Canopy(double x, double z)
    {
        const double pace = 8.5;
        int i = (int)Math.Floor(x / pace), j = (int)Math.Floor(z / pace);
        double best = 0;
        for (var b = j - 1; b <= j + 1; b++)
        {
            for (var a = i - 1; a <= i + 1; a++)
            {
                double cx = (a + 0.2 + (Noise.Cell(a, b, 1) * 0.6)) * pace, cz = (b + 0.2 + (Noise.Cell(a, b, 2) * 0.6)) * pace;
                var d = Math.Sqrt(((x - cx) * (x - cx)) + ((z - cz) * (z - cz))) / (pace * 0.72);
                best = Math.Max(best, (1 - d) * (9 + (Noise.Cell(a, b, 3) * 7)));
            }
        }
        return best;
    }

    private double Built(double x, double z, double ground)
    {
        var face = z - (x * x * 0.00022);
        var end = Noise.Step(236, 226, Math.Abs(x - 2));
        if (end > 0 && face > -80 && face < 12)
        {
            var wall = face >= 0 ? Crest : Math.Max(Basin + 6, Crest + (face * 1.02));
            var bays = (5 * BayWidth) + (6 * PierWidth);
            var along = x + (bays / 2);
            if (along > 0 && along < bays)
                wall = Spillway(along, face, x);
            ground = Math.Max(ground, wall * end);
        }
        if (Math.Abs(x) < 76 && face <= -72 && face > -150)
            ground = Math.Abs(x) > 70 ? 34 : face < -143 ? Basin + 5 : Basin - 4;
        if (_struck)
            ground = Broken(x, z, ground);
        return ground;
    }

    private double Spillway(double along, double face, double x)
    {
        const double pace = BayWidth + PierWidth;
        var within = along % pace;
        var bay = (int)(along / pace);
        var pier = within < PierWidth || along > (5 * pace);
        if (pier && face is > -3 and < 10)
            return Crest + 15;
        if (pier)
            return face > -26 ? Crest + 5 : Math.Max(Basin, Crest + 5 + ((face + 26) * 1.55));
        if (face is > 1 and < 9)
            return _struck && bay >= 3 ? Basin + 40 + (Noise.Fbm(x / 6, face / 6, 3, 4) * 12) : Crest + 2;
        if (face is > -5 and <= -1)
            return _struck && bay >= 3 ? 60 : Crest - 3;
        var chute = face > 0 ? 84 : Math.Max(Basin - 4, 84 + (face * 0.94) - (2.5 * Math.Sin(Math.Clamp(face / -70, 0, 1) * Math.PI)));
        return chute;
    }

    /// <summary>What the night took: the two eastern bays, the piers between them, the deck above.</summary>
    private static double Broken(double x, double z, double ground)
    {
        var far = Math.Sqrt(Math.Pow((x - 46) / 34, 2) + Math.Pow((z + 14) / 40, 2));
        var ragged = far + (Noise.Fbm(x / 14, z / 14, 4, 31) * 0.42);
        if (ragged < 1 && ground > 30)
        {
            var floor = 44 + (Noise.Ridged(x / 13, z / 13, 3, 6) * 22) + (Math.Abs(x - 46) * 0.25) + (z * 0.2);
            ground += (Math.Min(ground, floor) - ground) * Noise.Step(1, 0.8, ragged);
        }
        if (x is > -30 and < 105 && z is > -170 and < -40)
        {
            var heap = Noise.Ridged(x / 9, z / 9, 3, 12);
            var spread = Math.Exp(-(Math.Pow((x - 44) / 38, 2) + Math.Pow((z + 92) / 40, 2)));
            if (heap * spread > 0.2)
                ground = Math.Max(ground, Basin - 2 + (heap * spread * 30));
        }
        return ground;
    }

    private Ink Shade(Relief relief, Relief? near, double u, double v)
    {
        var ray = _eye.Ray(u, v);
        var ground = relief.Meet(_eye.At, ray, 2200, 12);
        var sharp = relief;
        if (near is not null && ground is { } rough && near.Holds(_eye.At + (ray * rough)))
            (ground, sharp) = (near.Meet(_eye.At, ray, rough + 20, Math.Max(4, rough - 20)) ?? ground, near);
        var level = double.MaxValue;
        var water = Water(ray, ground, ref level);
        if (ground is null && !water)
            return Sky(u, v);
        var far = water ? level : ground!.Value;
        var p = _eye.At + (ray * far);
        var ink = water ? Wet(relief, p, ray) : Dry(relief, sharp, p);
        return ink.Mix(_light.Haze, Noise.Step(450, 1900, far) * 0.8);
    }

    private protected virtual Ink Sky(double u, double v) => Air(v);

    private bool Water(Place ray, double? ground, ref double far)
    {
        foreach (var (height, upstream) in new[] { (_lake, true), (Basin, false) })
        {
            var t = (height - _eye.At.Y) / ray.Y;
            if (t <= 0 || (ground is { } g && t > g))
                continue;
            var p = _eye.At + (ray * t);
            if ((p.Z - (p.X * p.X * 0.00022) > 3) == upstream && Math.Abs(p.X) < 750 && p.Z < 980)
            {
                far = t;
                return true;
            }
        }
        return false;
    }

    private Ink Wet(Relief relief, Place p, Place ray)
    {
        var lake = p.Y > Basin + 1;
        var depth = p.Y - relief.Height(p.X, p.Z);
        var ripple = Noise.Fbm(p.X / 30, p.Z / 9, 4, 2) + (0.6 * Noise.Fbm(p.X / 7, p.Z / 3, 3, 8));
        Ink deep = _struck ? "#3d5158" : "#1f5c86", shallow = _struck ? "#8a8062" : "#4f9aa0", sky = _struck ? "#cdbfae" : "#9cc6e4";
        if (!lake)
            (deep, shallow) = (_struck ? "#4f5a4c" : "#2f7273", _struck ? "#7c7258" : "#6fa592");
        var glance = Math.Pow(1 - Math.Abs(ray.Y), 3);
        var ink = shallow.Mix(deep, Noise.Step(0, 16, depth)).Mix(sky, Math.Clamp(glance + (ripple * 0.14), 0, 0.75));
        var lit = relief.Sun(p, _sun, 500);
        ink = ink.Lit(0.62 + (0.38 * lit));
        if (!lake)
            ink = ink.Mix("#eef3ee", Foam(p) * (0.4 + (0.6 * lit)));
        return ink.Mix("#f3efe2", Noise.Step(1.2, 0, depth) * 0.35);
    }

    private double Foam(Place p)
    {
        var streak = Noise.Fbm(p.X / 5, p.Z / 16, 4, 44) * 0.5 + 0.5;
        double churn = 0;
        foreach (var (x, force) in _struck ? new[] { (-54.0, 0.3), (44.0, 0.8) } : [(-27.0, 1.0), (0.0, 1.0)])
            churn = Math.Max(churn, force * Noise.Step(22 + ((-72 - p.Z) * 0.15), 4, Math.Abs(p.X - x)) * Noise.Step(-330, -80, p.Z));
        return Math.Clamp((churn * 1.3) - (1 - streak) * 0.9, 0, 1);
    }

    private Ink Dry(Relief relief, Relief sharp, Place p)
    {
        var normal = sharp.Normal(p.X, p.Z);
        var shade = relief.Sun(p + (normal * 0.8), _sun, 520, 0.03);
        var sun = Math.Max(0, normal.Dot(_sun)) * shade;
        var open = 0.55 + (0.45 * normal.Y);
        var ink = Stuff(p, normal);
        double day = sun * _light.Strength, dusk = open * _light.Shade;
        Ink light = new((_light.Warm.R * day) + (_light.Cool.R * dusk), (_light.Warm.G * day) + (_light.Cool.G * dusk), (_light.Warm.B * day) + (_light.Cool.B * dusk));
        if (_light.Lamp is { } lamp)
        {
            var way = lamp - p;
            var reach = Math.Max(0, normal.Dot(way.Unit)) * 2600 / (900 + way.Dot(way));
            light = light.Plus("#ffdba0", reach * (sharp.Sun(p + (normal * 1.2), way.Unit, way.Length, 0.05)));
        }
        return new(ink.R * light.R, ink.G * light.G, ink.B * light.B);
    }

    private Ink Stuff(Place p, Place normal)
    {
        var (x, z) = (p.X, p.Z);
        var natural = Valley(x, z);
        var fine = Noise.Fbm(x / 9, z / 9, 4, 55);
        var face = z - (x * x * 0.00022);
        var scorch = _struck ? Noise.Step(1.9, 0.5, Math.Sqrt(Math.Pow((x - 48) / 42, 2) + Math.Pow((z + 22) / 52, 2)) + (Noise.Fbm(x / 22, z / 22, 4, 3) * 0.5)) : 0;
        Ink ink;
        var built = p.Y > natural + 3 && Math.Abs(x) < 236 && face is > -84 and < 13;
        var bays = ((5 * BayWidth) + (6 * PierWidth)) / 2;
        if (built || (Math.Abs(x) < bays + 1 && face is > -90 and < 13) || (Math.Abs(x) < 77 && face is <= -70 and > -151))
        {
            ink = Ink.Parse("#d6cfc0").Lit(0.92 + (fine * 0.1));
            if (face < -2 && p.Y < Crest - 1)
                ink = ink.Lit(0.9 + (0.12 * Noise.Fbm(x / 3.5, p.Y / 40, 3, 15))).Mix("#6f6a58", Noise.Step(0.15, 0.7, Noise.Fbm(x / 5, p.Y / 60, 3, 25)) * 0.5);
            if (Math.Abs(x) < bays && face is < -0.5 and > -73)
                ink = Running(x, face, ink, fine);
            if (face >= 0 && Math.Abs(x) >= bays && normal.Y > 0.8)
                ink = face is > 2 and < 9 ? Ink.Parse("#85837e") : "#c9c3b4";
            if (_struck && Math.Abs(x - 51 - (fine * 5)) < 4.5 && p.Y < 72 && face is < 4 and > -78)
                ink = Ink.Parse("#93a5a4").Mix("#eef0ea", 0.5 + (0.5 * Noise.Fbm(x / 1.8, face / 26, 3, 70)));
            if (_struck && scorch > 0.3 && normal.Y < 0.8)
                ink = ink.Mix("#a08c72", 0.3);
        }
        else if (Math.Abs(x - RoadAt(z)) < 7.5)
        {
            ink = Ink.Parse("#8d8983").Lit(0.95 + (fine * 0.08));
            if (Math.Abs(x - RoadAt(z)) < 0.8)
                ink = "#e6e0cf";
        }
        else
        {
            ink = Land(x, z, p.Y, natural, normal, fine);
        }
        return ink.Mix("#1d1814", scorch * (0.82 + (fine * 0.15)));
    }

    private Ink Running(double x, double face, Ink wall, double fine)
    {
        const double pace = BayWidth + PierWidth;
        var along = x + (((5 * BayWidth) + (6 * PierWidth)) / 2);
        var bay = (int)(along / pace);
        var within = along % pace;
        if (within < PierWidth || along > 5 * pace)
            return face > -4 ? wall.Lit(0.8) : wall;
        if (face > -7.5)
            return Ink.Parse("#a5533c").Lit(0.85 + (0.25 * Noise.Step(0.2, 0.4, (along / 3.4) - Math.Floor(along / 3.4))));
        var flows = _struck ? bay == 3 : bay is 1 or 2;
        var stripes = Noise.Fbm(x / 1.8, face / 30, 3, 70) * 0.5 + 0.5;
        return flows ? Ink.Parse("#9fbac0").Mix("#f6f8f4", Math.Clamp(stripes + (fine * 0.3) + 0.15, 0, 1)) : wall.Mix("#8f8a7c", 0.35).Lit(0.88 + (stripes * 0.2));
    }

    private Ink Land(double x, double z, double y, double natural, Place normal, double fine)
    {
        var tint = Noise.Fbm(x / 90, z / 90, 3, 61);
        if (z > 4 && natural < 91.5)
        {
            var terrace = 0.5 + (0.5 * Math.Sin((natural * 1.6) + (fine * 1.2)));
            return Ink.Parse("#8d7a5e").Mix("#c2ad86", terrace * 0.8).Mix("#6d6350", Noise.Step(80, 66, natural) * 0.5);
        }
        if (y > natural + 1.4)
        {
            var tree = Noise.Cell((int)Math.Floor(x / 8.5), (int)Math.Floor(z / 8.5), 9);
            return _struck
                ? Ink.Ramp(tree + (tint * 0.3), (0, "#3a4434"), (0.45, "#4a4c34"), (0.7, "#8a6a3c"), (1, "#a67d45"))
                : Ink.Ramp(tree + (tint * 0.3), (0, "#234d2c"), (0.5, "#386b34"), (1, "#6c9a48"));
        }
        Ink grass = _struck ? Ink.Parse("#a3925c").Mix("#7e7a4e", 0.5 + tint) : Ink.Parse("#8fa35c").Mix("#64884a", 0.5 + tint);
        Ink rock = _struck ? "#9b8f80" : "#a8a294";
        return grass.Lit(1 + (fine * 0.16)).Mix(rock.Lit(0.95 + (fine * 0.25)), Noise.Step(0.82, 0.62, normal.Y));
    }
}
