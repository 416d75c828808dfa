using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Opaque paint: washes of broad strokes, glows, beams, dust.</summary>
internal static class Gouache
{
    /// <summary>Broad dry strokes of slightly different colours over an area.</summary>
    public static void Wash(Svg svg, double x, double y, double w, double h, Dice dice, int strokes, double degrees, double breadth, double length, double strength, params ReadOnlySpan<string> colours)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(dice);
        var paths = new StringBuilder[colours.Length];
        for (var i = 0; i < strokes; i++)
        {
            var k = i % colours.Length;
            var a = (degrees + (dice.Bell() * 7)) * Math.PI / 180;
            var (px, py) = (x + (dice.Next() * w), y + (dice.Next() * h));
            var l = length * dice.Range(0.4, 1.2) / 2;
            var (dx, dy) = (Math.Cos(a) * l, Math.Sin(a) * l);
            (paths[k] ??= new StringBuilder()).Append(Ink.Stroke([(px - dx, py - dy), (px - (dx * 0.3) + dice.Bell(), py - (dy * 0.3) + (dice.Bell() * 2)), (px + (dx * 0.4), py + (dy * 0.4)), (px + dx, py + dy)], t => breadth * (0.35 + (0.65 * Math.Sin(Math.PI * Math.Min(1, (t * 0.9) + 0.08))))));
        }

        for (var k = 0; k < paths.Length; k++)
        {
            if (paths[k] is { } path)
            {
                svg.Path(path.ToString(), colours[k], $"fill-opacity='{Ink.N2(strength)}'");
            }
        }
    }

    /// <summary>A soft round light.</summary>
    public static void Glow(Svg svg, double x, double y, double rx, double ry, string colour, double strength, string more = "")
    {
        ArgumentNullException.ThrowIfNull(svg);
        var fill = svg.Radial((0, colour, strength), (0.25, colour, strength * 0.62), (0.55, colour, strength * 0.2), (1, colour, 0));
        svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='{Ink.N(rx)}' ry='{Ink.N(ry)}' fill='{fill}' {more}/>");
    }

    /// <summary>A shaft of light that fades along its way, from one edge to another.</summary>
    public static void Beam(Svg svg, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d, string colour, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var (x1, y1) = ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        var (x2, y2) = ((c.X + d.X) / 2, (c.Y + d.Y) / 2);
        var fill = svg.Define(id => $"<linearGradient id='{id}' gradientUnits='userSpaceOnUse' x1='{Ink.N(x1)}' y1='{Ink.N(y1)}' x2='{Ink.N(x2)}' y2='{Ink.N(y2)}'><stop offset='0' stop-color='{colour}' stop-opacity='{Ink.N2(from)}'/><stop offset='1' stop-color='{colour}' stop-opacity='{Ink.N2(to)}'/></linearGradient>");
        svg.Polygon([a, b, c, d], fill);
    }

    /// <summary>Motes or grain: dots strewn over an area.</summary>
    public static void Dust(Svg svg, double x, double y, double w, double h, Dice dice, int count, double least, double most, string colour, double strength)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(dice);
        for (var size = 0; size < 3; size++)
        {
            var d = new StringBuilder();
            for (var i = 0; i < count / 3; i++)
            {
                d.Append('M').Append(Ink.N(x + (dice.Next() * w))).Append(' ').Append(Ink.N(y + (dice.Next() * h))).Append("h.1");
            }

            svg.Path(d.ToString(), "none", $"stroke='{colour}' stroke-width='{Ink.N(least + ((most - least) * size / 2))}' stroke-linecap='round' opacity='{Ink.N2(strength)}'");
        }
    }

    /// <summary>Darkens the edges of the picture.</summary>
    public static void Vignette(Svg svg, string colour, double strength, double cx = 0.5, double cy = 0.48)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var fill = svg.Define(id => $"<radialGradient id='{id}' cx='{Ink.N2(cx)}' cy='{Ink.N2(cy)}' r='.75'><stop offset='.42' stop-color='{colour}' stop-opacity='0'/><stop offset='.8' stop-color='{colour}' stop-opacity='{Ink.N2(strength * 0.55)}'/><stop offset='1' stop-color='{colour}' stop-opacity='{Ink.N2(strength)}'/></radialGradient>");
        svg.Rect(0, 0, svg.Width, svg.Height, fill);
    }
}
