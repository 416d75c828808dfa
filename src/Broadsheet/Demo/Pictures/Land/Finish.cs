namespace Broadsheet.Demo.Pictures.Land;

/// <summary>What lies over a picture: grain, light, haze, darker corners.</summary>
internal static class Finish
{
    /// <summary>Fine paper grain over the whole picture.</summary>
    public static void Grain(this Svg svg, double strength = 0.13, int seed = 1)
    {
        const int size = 160;
        const string tile = "grain";
        var rng = new Rng((ulong)seed);
        var png = Png.Shades(size, size, (_, _) => rng.Near(0, 1.4), strength);
        svg.Add($"<image id='{tile}' width='{size}' height='{size}' xlink:href='{Data(png)}'/>");
        for (var y = 0; y < svg.Height; y += size)
        {
            for (var x = 0; x < svg.Width; x += size)
            {
                if (x + y > 0)
                    svg.Add($"<use xlink:href='#{tile}' x='{x}' y='{y}'/>");
            }
        }
    }

    /// <summary>Uneven paint: soft darker and lighter patches, longer across than down (or the other way), over a box.</summary>
    public static void Mottle(this Svg svg, double strength = 0.12, int seed = 1, double across = 18, double down = 26, (double X, double Y, double W, double H)? box = null, string more = "")
    {
        var (x, y, w, h) = box ?? (0, 0, svg.Width, svg.Height);
        int columns = (int)(w / 6.5), rows = (int)(h / 6.5);
        var png = Png.Shades(columns, rows, (i, j) => Noise.Fbm(i * across / 246.0, j * down / 246.0, 4, seed, 0.6) * 1.15, strength);
        svg.Add($"<image x='{Svg.N(x)}' y='{Svg.N(y)}' width='{Svg.N(w)}' height='{Svg.N(h)}' preserveAspectRatio='none' {more} xlink:href='{Data(png)}'/>");
    }

    public static string Data(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);

    /// <summary>A soft round light.</summary>
    public static void Glow(this Svg svg, double x, double y, double r, Ink ink, double opacity, double squash = 1)
    {
        var fill = svg.Radial((0, ink, opacity), (0.15, ink, opacity * 0.62), (0.4, ink, opacity * 0.24), (0.7, ink, opacity * 0.07), (1, ink, 0));
        svg.Add($"<ellipse cx='{Svg.N(x)}' cy='{Svg.N(y)}' rx='{Svg.N(r)}' ry='{Svg.N(r * squash)}' fill='{fill}'/>");
    }

    /// <summary>The mirror image of somebody or something upright on wet ground.</summary>
    public static void Reflect(this Svg svg, double x, double y, double w, double h, Ink ink, double opacity) =>
        svg.Path(new Pen().Loop([(x - (w * 0.3), y), (x - (w * 0.5), y + (h * 0.4)), (x - (w * 0.35), y + h), (x + (w * 0.35), y + h), (x + (w * 0.5), y + (h * 0.4)), (x + (w * 0.3), y)]).ToString(), svg.Vertical((0, ink, opacity), (0.5, ink, opacity * 0.6), (1, ink, 0)));

    /// <summary>A band of haze, thickest at the given height.</summary>
    public static void Haze(this Svg svg, double top, double thickest, double bottom, Ink ink, double opacity)
    {
        var middle = (thickest - top) / (bottom - top);
        svg.Rect(0, top, svg.Width, bottom - top, svg.Vertical((0, ink, 0), (middle * 0.6, ink, opacity * 0.45), (middle, ink, opacity), (middle + ((1 - middle) * 0.45), ink, opacity * 0.4), (1, ink, 0)));
    }

    /// <summary>Corners a little darker than the middle.</summary>
    public static void Vignette(this Svg svg, Ink ink, double opacity)
    {
        var fill = svg.Radial((0.55, ink, 0), (0.8, ink, opacity * 0.35), (1, ink, opacity));
        svg.Rect(-svg.Width * 0.12, -svg.Height * 0.12, svg.Width * 1.24, svg.Height * 1.24, fill);
    }
}
