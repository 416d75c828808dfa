namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Brush strokes laid over a painted ground, in the colours of a finer one and along its forms.</summary>
internal static class Strokes
{
    /// <summary>Strokes about every <paramref name="pace"/> pixels where the fine canvas differs from what is there, or has form at all.</summary>
    public static void Over(Svg svg, Canvas fine, double pace, double length, double width, ulong seed, double least = 0.02, double stray = 0.02, Func<double, double, double>? way = null, Func<double, double, bool>? where = null)
    {
        var rng = new Rng(seed);
        var dabs = new Dabs();
        for (var y = pace / 2; y < svg.Height; y += pace)
        {
            for (var x = pace / 2; x < svg.Width; x += pace)
            {
                double px = x + rng.Near(0, pace * 0.7), py = y + rng.Near(0, pace * 0.7);
                double u = px / svg.Width, v = py / svg.Height;
                if (where is not null && !where(u, v))
                    continue;
                var here = fine.Look(u, v);
                double e = 2.0 / fine.Width, f = 2.0 / fine.Height;
                double gx = Light(fine.Look(u + e, v)) - Light(fine.Look(u - e, v)), gy = Light(fine.Look(u, v + f)) - Light(fine.Look(u, v - f));
                var form = Math.Sqrt((gx * gx) + (gy * gy));
                if (form < least)
                    continue;
                var angle = way?.Invoke(u, v) ?? (Math.Atan2(gy, gx) + (Math.PI / 2));
                angle += rng.Near(0, 0.35);
                var reach = length * rng.In(0.5, 1.2);
                dabs.Add(px, py, Math.Cos(angle) * reach, Math.Sin(angle) * reach, width * rng.In(0.6, 1.2), here.Stray(rng, stray));
            }
        }
        dabs.On(svg);
    }

    private static double Light(Ink ink) => (ink.R * 0.3) + (ink.G * 0.59) + (ink.B * 0.11);
}
