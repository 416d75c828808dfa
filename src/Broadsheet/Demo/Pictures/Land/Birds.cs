namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Birds in the air and on the ground.</summary>
internal static class Birds
{
    /// <summary>A gull far off; flap -1 (wings down) to 1 (up).</summary>
    public static void Gull(Pen pen, double x, double y, double span, double flap, double bank = 0)
    {
        Vec At(double dx, double dy) => (x + (span * ((dx * Math.Cos(bank)) - (dy * Math.Sin(bank)))), y + (span * ((dx * Math.Sin(bank)) + (dy * Math.Cos(bank)))));
        var lift = -0.16 * flap;
        pen.Move(At(-0.5, lift * 0.55))
            .Quad(At(-0.3, (lift * 1.9) - 0.05), At(-0.06, -0.01))
            .Quad(At(0, -0.045), At(0.06, -0.01))
            .Quad(At(0.3, (lift * 1.9) - 0.05), At(0.5, lift * 0.55))
            .Quad(At(0.28, (lift * 1.3) + 0.025), At(0.07, 0.045))
            .Quad(At(0, 0.075), At(-0.07, 0.045))
            .Quad(At(-0.28, (lift * 1.3) + 0.025), At(-0.5, lift * 0.55))
            .Close();
    }

    /// <summary>A crane in flight to the right (way 1) or left (-1), wings from 1 (up) to -1 (down); the far wing goes to a pen of its own.</summary>
    public static void Crane(Pen pen, Pen far, double x, double y, double size, double wings, double way = 1, double climb = 0)
    {
        Vec At(double dx, double dy)
        {
            var turned = Vec.Round(climb, 1);
            return (x + (way * size * ((dx * turned.X) + (dy * turned.Y))), y + (size * ((dy * turned.X) - (dx * turned.Y))));
        }
        pen.Loop([At(0.17, -0.028), At(0.05, -0.055), At(-0.12, -0.035), At(-0.2, 0.0), At(-0.1, 0.045), At(0.06, 0.05)]);
        pen.Strip([At(0.14, -0.015), At(0.28, -0.012), At(0.4, -0.03), At(0.455, -0.035)], t => size * (0.045 - (t * 0.022)));
        pen.Polygon(At(0.44, -0.05), At(0.485, -0.048), At(0.56, -0.024), At(0.475, -0.018));
        pen.Strip([At(-0.15, 0.005), At(-0.33, 0.012), At(-0.5, 0.0)], _ => size * 0.013);
        pen.Strip([At(-0.15, 0.018), At(-0.31, 0.028), At(-0.47, 0.02)], _ => size * 0.012);
        Wing(far, At, 0.06, (wings * 0.75) + 0.3, 0.8, -0.16);
        Wing(pen, At, 0.0, wings, 1, 0.12);
    }

    /// <summary>A crane standing in shallow water; bow 0 (upright) to 1 (feeding).</summary>
    public static void Standing(Pen pen, double x, double y, double size, double bow, double way = 1)
    {
        Vec At(double dx, double up) => (x + (way * size * dx), y - (size * up));
        pen.Strip([At(-0.02, 0.42), At(0.01, 0.2), At(-0.01, 0)], _ => size * 0.016);
        pen.Strip([At(0.05, 0.42), At(0.08, 0.2), At(0.06, 0)], _ => size * 0.016);
        pen.Loop([At(0.19, 0.55), At(0.05, 0.62), At(-0.13, 0.55), At(-0.27, 0.42), At(-0.3, 0.33), At(-0.15, 0.39), At(0.05, 0.4)]);
        pen.Loop([At(-0.16, 0.52), At(-0.3, 0.43), At(-0.36, 0.28), At(-0.25, 0.33), At(-0.12, 0.42)]);
        Vec[] neck = bow > 0.5
            ? [At(0.15, 0.54), At(0.27, 0.5), At(0.33, 0.3), At(0.35, 0.12)]
            : [At(0.14, 0.52), At(0.22, 0.66), At(0.19, 0.82), At(0.22, 0.94)];
        pen.Strip(neck, t => size * (0.055 - (t * 0.03)));
        var head = neck[^1];
        if (bow > 0.5)
            pen.Polygon(head + (way * -0.02 * size, -0.02 * size), head + (way * 0.03 * size, -0.01 * size), head + (way * 0.05 * size, 0.13 * size), head + (way * 0.0 * size, 0.03 * size));
        else
            pen.Polygon(head + (way * -0.03 * size, 0), head + (way * 0.01 * size, -0.035 * size), head + (way * 0.05 * size, -0.02 * size), head + (way * 0.17 * size, 0.01 * size), head + (way * 0.04 * size, 0.015 * size));
    }

    /// <summary>One long, broad wing with fingered tip, rising by lift and swept back (or forward) towards the tip.</summary>
    private static void Wing(Pen pen, Func<double, double, Vec> at, double root, double lift, double scale, double sweep)
    {
        Vec Along(double s, double chord)
        {
            var rise = -lift * scale * ((0.86 * s) - (0.16 * s * s));
            var level = (1 - Math.Abs(lift)) * scale * s * 0.16;
            return at(root - (sweep * s * s) - level + chord, rise + (level * 0.3) - 0.01);
        }
        List<Vec> edge = [Along(0, 0.13), Along(0.2, 0.16), Along(0.45, 0.15), Along(0.7, 0.11), Along(0.86, 0.08)];
        for (var i = 0; i < 6; i++)
        {
            var reach = 1.06 - (i * 0.05) - (i == 0 ? 0.03 : 0);
            edge.Add(Along(reach, 0.05 - (i * 0.05)));
            edge.Add(Along(0.84 - (i * 0.045), 0.02 - (i * 0.036)));
        }
        edge.AddRange([Along(0.5, -0.17), Along(0.3, -0.18), Along(0.12, -0.2), Along(0, -0.15)]);
        pen.Polygon([.. edge]);
    }
}
