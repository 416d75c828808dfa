namespace Broadsheet.Demo.Pictures.Land;

/// <summary>What a house front looks like.</summary>
internal sealed record Front(Ink Wall, Ink Trim)
{
    public int Floors { get; init; } = 3;

    public int Bays { get; init; } = 3;

    /// <summary>How likely a window is lit.</summary>
    public double Lit { get; init; }

    public Ink Glow { get; init; } = "#ffd489";

    public Ink Glass { get; init; } = "#3a4654";

    public Ink? Shutters { get; init; }

    /// <summary>A shop on the ground floor, in this colour.</summary>
    public Ink? Shop { get; init; }

    /// <summary>Part of the front's height taken by the ground floor.</summary>
    public double Ground { get; init; } = 0.3;

    /// <summary>How much texture (0 for far houses and mirror images).</summary>
    public double Texture { get; init; } = 1;

    /// <summary>Mullions and sills; off for small houses.</summary>
    public bool Fine { get; init; } = true;

    /// <summary>Windows only, for the many small houses of a town.</summary>
    public bool Plain { get; init; }
}

/// <summary>House fronts, drawn on a surface that may be seen at an angle.</summary>
internal static class Facade
{
    public static void Draw(Svg svg, Quad quad, Front front, Rng rng)
    {
        svg.Path(quad.Box(0, 0, 1, 1), front.Wall);
        if (front.Plain)
        {
            Windows(svg, quad, front, rng);
            if (front.Shop is { } plain)
                Shop(svg, quad, front, plain, rng);
            return;
        }
        if (front.Texture > 0)
            Plaster(svg, quad, front, rng);
        var top = front.Shop is null ? 1 - 0.04 : 1 - front.Ground;
        var rows = front.Shop is null ? front.Floors : front.Floors - 1;
        Pen trim = new(), glass = new(), shade = new(), lit = new(), dim = new(), bars = new(), shutters = new(), sheen = new();
        for (var row = 0; row < rows; row++)
        {
            var h = (top - 0.09) / rows;
            var v = 0.09 + (row * h);
            for (var bay = 0; bay < front.Bays; bay++)
            {
                var w = 1.0 / front.Bays;
                double x = (bay + 0.28) * w, wide = w * 0.44, y = v + (h * 0.14), tall = h * (row == rows - 1 && front.Shop is null ? 0.6 : 0.64);
                Box(trim, quad, x - (w * 0.05), y - (h * 0.05), wide + (w * 0.1), tall + (h * 0.1));
                var pen = rng.Chance(front.Lit) ? (rng.Chance(0.65) ? lit : dim) : glass;
                Box(pen, quad, x, y, wide, tall);
                Box(shade, quad, x, y, wide, tall * 0.14);
                Box(shade, quad, x, y, wide * 0.14, tall);
                if (pen == glass)
                    sheen.Polygon(quad.At(x + (wide * 0.25), y), quad.At(x + (wide * 0.7), y), quad.At(x + (wide * 0.45), y + tall), quad.At(x, y + tall), quad.At(x, y + (tall * 0.6)));
                if (front.Fine)
                {
                    bars.Move(quad.At(x + (wide / 2), y)).Line(quad.At(x + (wide / 2), y + tall)).Move(quad.At(x, y + (tall * 0.36))).Line(quad.At(x + wide, y + (tall * 0.36)));
                    Box(trim, quad, x - (w * 0.08), y + tall + (h * 0.02), wide + (w * 0.16), h * 0.05);
                }
                if (front.Shutters is not null)
                {
                    Box(shutters, quad, x - (w * 0.24), y, w * 0.19, tall);
                    Box(shutters, quad, x + wide + (w * 0.05), y, w * 0.19, tall);
                }
            }
        }
        svg.Path(trim.ToString(), front.Trim);
        Fill(svg, glass, front.Glass);
        Fill(svg, sheen, front.Glass.Mix("#ffffff", 0.35), "fill-opacity='.35'");
        Fill(svg, lit, front.Glow);
        Fill(svg, dim, front.Glow.Mix("#a85f3a", 0.45));
        Fill(svg, shade, "#15131a", "fill-opacity='.3'");
        if (front.Shutters is { } colour)
            Fill(svg, shutters, colour);
        if (!bars.Empty)
            svg.Path(bars.ToString(), "none", $"stroke='{(string)front.Trim}' stroke-width='{Svg.N(Math.Clamp((quad.At(1, 0) - quad.At(0, 0)).Length / front.Bays / 34, 0.7, 3))}'");
        svg.Path(quad.Box(-0.01, 0, 1.02, 0.028), front.Trim.Lit(1.05));
        svg.Path(quad.Box(0, 0.028, 1, 0.02), "#15131a", "fill-opacity='.35'");
        if (front.Shop is { } shop)
            Shop(svg, quad, front, shop, rng);
    }

    private static void Windows(Svg svg, Quad quad, Front front, Rng rng)
    {
        Pen trim = new(5), glass = new(5), lit = new(5);
        var rows = front.Shop is null ? front.Floors : front.Floors - 1;
        for (var row = 0; row < rows; row++)
        {
            for (var bay = 0; bay < front.Bays; bay++)
            {
                double w = 1.0 / front.Bays, h = (front.Shop is null ? 0.92 : 0.92 - front.Ground) / rows, x = (bay + 0.29) * w, y = 0.06 + ((row + 0.2) * h);
                Box(trim, quad, x - (w * 0.07), y - (h * 0.06), w * 0.56, h * 0.74);
                Box(rng.Chance(front.Lit) ? lit : glass, quad, x, y, w * 0.42, h * 0.6);
            }
        }
        svg.Path(trim.ToString(), front.Trim);
        Fill(svg, glass, front.Glass);
        Fill(svg, lit, front.Glow);
    }

    /// <summary>Adds a box on a surface to a pen.</summary>
    public static void Box(Pen pen, Quad quad, double u, double v, double w, double h) =>
        pen.Polygon(quad.At(u, v), quad.At(u + w, v), quad.At(u + w, v + h), quad.At(u, v + h));

    private static void Shop(Svg svg, Quad quad, Front front, Ink shop, Rng rng)
    {
        var y = 1 - front.Ground;
        svg.Path(quad.Box(0, y, 1, front.Ground), shop);
        svg.Path(quad.Box(0.02, y + 0.01, 0.96, front.Ground * 0.2), shop.Lit(0.72));
        svg.Path(quad.Box(0.1, y + (front.Ground * 0.06), 0.8, front.Ground * 0.09), shop.Mix("#f2dcae", 0.6));
        var open = rng.Chance(front.Lit * 1.6);
        var pane = open ? front.Glow : front.Glass;
        foreach (var (u, w) in new[] { (0.06, 0.36), (0.64, 0.3) })
        {
            svg.Path(quad.Box(u, y + (front.Ground * 0.28), w, front.Ground * 0.58), pane);
            svg.Path(quad.Box(u, y + (front.Ground * 0.62), w, front.Ground * 0.24), pane.Lit(0.55));
            svg.Path(quad.Box(u + (w * 0.15), y + (front.Ground * 0.5), w * 0.12, front.Ground * 0.3) + quad.Box(u + (w * 0.5), y + (front.Ground * 0.56), w * 0.3, front.Ground * 0.24), shop.Lit(0.5), "fill-opacity='.7'");
        }
        svg.Path(quad.Box(0.46, y + (front.Ground * 0.28), 0.14, front.Ground * 0.72), shop.Lit(0.6));
        svg.Path(quad.Box(0.485, y + (front.Ground * 0.34), 0.09, front.Ground * 0.36), pane.Lit(0.9));
    }

    private static void Plaster(Svg svg, Quad quad, Front front, Rng rng)
    {
        var size = (quad.At(1, 1) - quad.At(0, 0)).Length;
        var dabs = new Dabs("butt");
        for (var i = 0; i < size * 0.26 * front.Texture; i++)
        {
            double u = rng.Next(), v = rng.Next();
            Vec at = quad.At(u, v), by = quad.At(u + 0.01, v);
            var length = rng.In(4, 8 + (size * 0.035));
            var along = rng.Chance(0.45);
            var way = along ? (by - at) * (length / Math.Max(0.001, (by - at).Length)) : new Vec(0, length);
            dabs.Add(at.X, at.Y, way.X, way.Y, rng.In(1, 2 + (size * 0.008)), front.Wall.Lit(rng.In(0.72, 1.22)).Stray(rng, 0.04));
        }
        dabs.On(svg, 0.38);
        svg.Path(quad.Box(0, 0.86, 1, 0.14), svg.Vertical((0, front.Wall.Lit(0.55), 0), (1, front.Wall.Lit(0.45), 0.6)));
    }

    private static void Fill(Svg svg, Pen pen, Ink ink, string more = "")
    {
        if (!pen.Empty)
            svg.Path(pen.ToString(), ink, more);
    }
}
