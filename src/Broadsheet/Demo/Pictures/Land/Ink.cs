using System.Globalization;

namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A colour, channels 0–1, that can be mixed and written as SVG wants it.</summary>
internal readonly record struct Ink(double R, double G, double B, double A = 1)
{
    public static implicit operator Ink(string hex) => Parse(hex);

    public static implicit operator string(Ink ink) => ink.ToString();

    public static Ink Parse(string hex)
    {
        var n = uint.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((n >> 16) / 255.0, ((n >> 8) & 255) / 255.0, (n & 255) / 255.0);
    }

    public Ink Mix(Ink other, double t)
    {
        t = Math.Clamp(t, 0, 1);
        return new(R + ((other.R - R) * t), G + ((other.G - G) * t), B + ((other.B - B) * t), A + ((other.A - A) * t));
    }

    /// <summary>The same colour in stronger or weaker light.</summary>
    public Ink Lit(double by) => new(R * by, G * by, B * by, A);

    public Ink Plus(Ink light, double amount) => new(R + (light.R * amount), G + (light.G * amount), B + (light.B * amount), A);

    /// <summary>Wandering a little in lightness and warmth, as paint does.</summary>
    public Ink Stray(Rng rng, double reach = 0.05)
    {
        double light = rng.Near(0, reach), warm = rng.Near(0, reach * 0.5);
        return new(R + light + warm, G + light, B + light - warm, A);
    }

    public Ink With(double opacity) => this with { A = opacity };

    /// <summary>Along a row of colours; stops are (place, colour) in order of place.</summary>
    public static Ink Ramp(double t, params ReadOnlySpan<(double At, Ink Ink)> stops)
    {
        if (t <= stops[0].At)
            return stops[0].Ink;
        for (var i = 1; i < stops.Length; i++)
        {
            if (t <= stops[i].At)
                return stops[i - 1].Ink.Mix(stops[i].Ink, (t - stops[i - 1].At) / (stops[i].At - stops[i - 1].At));
        }
        return stops[^1].Ink;
    }

    /// <summary>To few steps a channel: strokes of nearly one colour then share one element.</summary>
    public string Rounded()
    {
        double r = Math.Clamp(R, 0, 1), g = Math.Clamp(G, 0, 1), b = Math.Clamp(B, 0, 1);
        var light = (r * 0.3) + (g * 0.59) + (b * 0.11);
        var step = Math.Round(Math.Sqrt(light) * 18) / 18;
        double red = Math.Round((r - light) * 40) / 40, blue = Math.Round((b - light) * 40) / 40;
        step *= step;
        return new Ink(step + red, step - (((0.3 * red) + (0.11 * blue)) / 0.59), step + blue).ToString();
    }

    public override string ToString() => Hex(Level(R, 255), Level(G, 255), Level(B, 255));

    private static int Level(double value, int top) => (int)Math.Round(Math.Clamp(value, 0, 1) * top);

    private static string Hex(int r, int g, int b) => string.Create(CultureInfo.InvariantCulture, $"#{r:x2}{g:x2}{b:x2}");
}
