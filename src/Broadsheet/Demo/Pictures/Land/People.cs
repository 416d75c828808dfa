namespace Broadsheet.Demo.Pictures.Land;

/// <summary>How somebody is drawn.</summary>
internal sealed record Look(Ink Coat, Ink Legs, Ink Skin)
{
    /// <summary>-1 to 1: how far the legs are apart, and to which side one walks.</summary>
    public double Stride { get; init; } = 0.25;

    /// <summary>Colour of hair or a cap.</summary>
    public Ink Hair { get; init; } = "#2a2320";

    public Ink? Bag { get; init; }

    public Ink? Umbrella { get; init; }

    /// <summary>Light along one edge: -1 left, 1 right.</summary>
    public double RimSide { get; init; } = 1;

    public Ink? Rim { get; init; }

    /// <summary>The coat's hem, as a part of the height (0.5 is a jacket, 0.25 a long coat).</summary>
    public double Hem { get; init; } = 0.42;

    public bool Hat { get; init; }

    /// <summary>-1 to 1: a raised or reaching arm on that side.</summary>
    public double Reach { get; init; }
}

/// <summary>Small figures.</summary>
internal static class People
{
    /// <summary>Somebody whose feet stand at (x, y).</summary>
    public static void Stand(Svg svg, double x, double y, double h, Look look)
    {
        var s = look.Stride;
        var lean = s * 0.03 * h;
        Vec At(double dx, double up) => (x + (dx * h) + (lean * up), y - (up * h));
        var back = new Pen(h < 90 ? 5 : 2).Strip([At(0.03, 0.5), At(0.035 - (s * 0.1), 0.26), At(0.04 - (s * 0.26), 0.015)], t => h * (0.085 - (t * 0.035)));
        back.Strip([At(0.04 - (s * 0.26), 0.012), At(0.04 - (s * 0.26) + (Math.Sign(s) * 0.06), 0.008)], _ => h * 0.03);
        svg.Path(back.ToString(), look.Legs.Lit(0.8));
        var front = new Pen(h < 90 ? 5 : 2).Strip([At(-0.03, 0.5), At(-0.03 + (s * 0.13), 0.27), At(-0.035 + (s * 0.24), 0.01)], t => h * (0.09 - (t * 0.035)));
        front.Strip([At(-0.04 + (s * 0.24), 0.008), At(-0.035 + (s * 0.24) + (Math.Sign(s) * 0.07), 0.006)], _ => h * 0.032);
        svg.Path(front.ToString(), look.Legs);
        var hem = look.Hem;
        if (look.Umbrella is not null)
            svg.Line([At(0.1, 0.62), At(0.06, 1.12)], "#1c1a1c", Math.Max(1, h * 0.012));
        svg.Path(new Pen(h < 90 ? 5 : 2).Strip([At(-0.1, 0.79), At(-0.135 - (s * 0.05), 0.63), At(-0.1 - (s * 0.12), 0.47)], t => h * (0.07 - (t * 0.02))).ToString(), look.Coat.Lit(0.82));
        svg.Path(new Pen(h < 90 ? 5 : 2).Loop([At(-0.045, 0.845), At(-0.115, 0.8), At(-0.1, 0.62), At(-0.115 - (0.06 * (0.5 - hem)), hem), At(0, hem - 0.01), At(0.12 + (0.06 * (0.5 - hem)), hem), At(0.1, 0.62), At(0.115, 0.8), At(0.045, 0.845)]).ToString(), look.Coat);
        svg.Path(new Pen(h < 90 ? 5 : 2).Polygon(At(-0.02, 0.8), At(-0.1, 0.6), At(-0.115, hem + 0.005), At(-0.02, hem)).ToString(), look.Coat.Lit(0.78), "fill-opacity='.55'");
        Arm(svg, h, look, At);
        svg.Path(new Pen(h < 90 ? 5 : 2).Strip([At(0, 0.83), At(0.005, 0.89)], _ => h * 0.055).ToString(), look.Skin.Lit(0.8));
        svg.Path(new Pen(h < 90 ? 5 : 2).Oval(At(0.006 * Math.Sign(s), 0.925).X, At(0, 0.925).Y, h * 0.052, h * 0.066).ToString(), look.Skin);
        svg.Path(new Pen(h < 90 ? 5 : 2).Loop([At(-0.055, 0.915), At(-0.05, 0.985), At(0.0, 1.005), At(0.05, 0.985), At(0.052, 0.945), At(0, 0.965), At(-0.025, 0.92)]).ToString(), look.Hair);
        if (look.Hat)
            svg.Path(new Pen(h < 90 ? 5 : 2).Strip([At(-0.075, 0.962), At(0.08, 0.966)], _ => h * 0.022).ToString(), look.Hair);
        if (look.Rim is { } rim)
        {
            var k = look.RimSide;
            svg.Line([At(k * 0.05, 0.96), At(k * 0.045, 0.89), At(k * 0.05, 0.845), At(k * 0.112, 0.8), At(k * 0.1, 0.62), At(k * 0.116, hem + 0.02)], rim, Math.Clamp(h * 0.016, 0.8, 2.6), "stroke-linejoin='round' stroke-linecap='round' stroke-opacity='.8'");
            svg.Line([At((k * 0.035) - (s * 0.02), hem - 0.02), At(k * 0.05, 0.2)], rim, Math.Clamp(h * 0.01, 0.6, 2), "stroke-opacity='.5'");
        }
        if (look.Umbrella is { } cloth)
            Umbrella(svg, At(0.06, 1.1), h * 0.34, cloth, look.RimSide);
    }

    /// <summary>Seated or bent forward: in boats, at work.</summary>
    public static void Half(Svg svg, double x, double y, double h, Ink coat, Ink skin, Ink hair, double lean = 0)
    {
        Vec At(double dx, double up) => (x + (dx * h) + (lean * up * h), y - (up * h));
        svg.Path(new Pen(h < 90 ? 5 : 2).Loop([At(-0.06, 0.74), At(-0.22, 0.62), At(-0.24, 0.2), At(-0.2, 0), At(0.2, 0), At(0.24, 0.2), At(0.22, 0.62), At(0.06, 0.74)]).ToString(), coat);
        svg.Path(new Pen(h < 90 ? 5 : 2).Polygon(At(-0.05, 0.7), At(-0.22, 0.55), At(-0.23, 0.02), At(-0.06, 0)).ToString(), coat.Lit(0.7), "fill-opacity='.6'");
        svg.Path(new Pen(h < 90 ? 5 : 2).Oval(At(0, 0.87).X, At(0, 0.87).Y, h * 0.1, h * 0.13).ToString(), skin);
        svg.Path(new Pen(h < 90 ? 5 : 2).Loop([At(-0.11, 0.86), At(-0.1, 1), At(0, 1.03), At(0.1, 1), At(0.11, 0.9), At(0, 0.95)]).ToString(), hair);
    }

    private static void Arm(Svg svg, double h, Look look, Func<double, double, Vec> at)
    {
        Vec[] arm = look.Umbrella is not null
            ? [at(0.1, 0.78), at(0.15, 0.64), at(0.1, 0.66)]
            : look.Reach != 0
                ? [at(0.1 * Math.Sign(look.Reach), 0.78), at(0.16 * look.Reach, 0.68), at(0.3 * look.Reach, 0.7)]
                : [at(0.1, 0.79), at(0.14 + (look.Stride * 0.05), 0.63), at(0.12 + (look.Stride * 0.12), 0.47)];
        svg.Path(new Pen(h < 90 ? 5 : 2).Strip(arm, t => h * (0.072 - (t * 0.022))).ToString(), look.Coat.Lit(1.08));
        svg.Circle(arm[^1].X, arm[^1].Y, h * 0.022, look.Skin);
        if (look.Bag is { } bag)
            svg.Path(new Pen(h < 90 ? 5 : 2).Loop([arm[^1] + (-0.06 * h, 0.01 * h), arm[^1] + (-0.075 * h, 0.15 * h), arm[^1] + (0.075 * h, 0.15 * h), arm[^1] + (0.06 * h, 0.01 * h)]).ToString(), bag);
    }

    private static void Umbrella(Svg svg, Vec top, double r, Ink cloth, double light)
    {
        var dome = new Pen(r < 30 ? 5 : 2).Move(top.X - r, top.Y + (r * 0.42)).Curve((top.X - (r * 0.9), top.Y - (r * 0.25)), (top.X - (r * 0.35), top.Y - (r * 0.42)), (top.X, top.Y - (r * 0.42)))
            .Curve((top.X + (r * 0.35), top.Y - (r * 0.42)), (top.X + (r * 0.9), top.Y - (r * 0.25)), (top.X + r, top.Y + (r * 0.42)));
        for (var i = 3; i >= 0; i--)
        {
            double from = 1 - ((3 - i) * 0.5), to = from - 0.5;
            dome.Quad((top.X + (r * (from + to) / 2), top.Y + (r * 0.26)), (top.X + (r * to), top.Y + (r * 0.42)));
        }
        svg.Path(dome.Close().ToString(), cloth);
        svg.Path(new Pen(r < 30 ? 5 : 2).Polygon((top.X, top.Y - (r * 0.42)), (top.X + (light * r * 0.5), top.Y + (r * 0.3)), (top.X + (light * r), top.Y + (r * 0.42)), (top.X + (light * r * 0.7), top.Y - (r * 0.12))).ToString(), cloth.Lit(1.3), "fill-opacity='.5'");
    }
}
