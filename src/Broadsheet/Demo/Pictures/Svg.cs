using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures;

/// <summary>Writes SVG elements with numbers to a tenth of a pixel.</summary>
public sealed class Svg(int width, int height)
{
    private readonly StringBuilder _definitions = new();
    private readonly StringBuilder _body = new();
    private int _ids;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>A number as SVG wants it, whatever the machine's culture.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Adds a definition (gradient, filter, clip path) whose markup is made from its id; returns <c>url(#id)</c>.</summary>
    public string Define(Func<string, string> markup)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"d{++_ids}");
        _definitions.Append(markup(id));
        return $"url(#{id})";
    }

    /// <summary>A gradient from top to bottom; stops are (0–1, colour, opacity 0–1).</summary>
    public string Vertical(params (double At, string Colour, double Opacity)[] stops) =>
        Define(id => $"<linearGradient id='{id}' x1='0' y1='0' x2='0' y2='1'>{Stops(stops)}</linearGradient>");

    /// <summary>A gradient from left to right.</summary>
    public string Horizontal(params (double At, string Colour, double Opacity)[] stops) =>
        Define(id => $"<linearGradient id='{id}'>{Stops(stops)}</linearGradient>");

    /// <summary>A round gradient from the middle of what it fills.</summary>
    public string Radial(params (double At, string Colour, double Opacity)[] stops) =>
        Define(id => $"<radialGradient id='{id}'>{Stops(stops)}</radialGradient>");

    /// <summary>Writes raw markup.</summary>
    public Svg Add(string markup)
    {
        _body.Append(markup);
        return this;
    }

    /// <summary>Writes what <paramref name="draw"/> draws as a mirror shows it, left for right.</summary>
    public Svg Mirrored(Action draw)
    {
        Add($"<g transform='translate({N(Width)} 0) scale(-1 1)'>");
        draw();
        return Add("</g>");
    }

    public Svg Rect(double x, double y, double w, double h, string fill, string more = "") =>
        Add($"<rect x='{N(x)}' y='{N(y)}' width='{N(w)}' height='{N(h)}' fill='{fill}' {more}/>");

    public Svg Circle(double x, double y, double r, string fill, string more = "") =>
        Add($"<circle cx='{N(x)}' cy='{N(y)}' r='{N(r)}' fill='{fill}' {more}/>");

    public Svg Path(string d, string fill, string more = "") => Add($"<path d='{d}' fill='{fill}' {more}/>");

    /// <summary>A stroked line through points, unfilled.</summary>
    public Svg Line(IEnumerable<(double X, double Y)> points, string colour, double thickness, string more = "") =>
        Add($"<polyline points='{Points(points)}' fill='none' stroke='{colour}' stroke-width='{N(thickness)}' {more}/>");

    public Svg Polygon(IEnumerable<(double X, double Y)> points, string fill, string more = "") =>
        Add($"<polygon points='{Points(points)}' fill='{fill}' {more}/>");

    public override string ToString() =>
        $"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='{N(Width)}' height='{N(Height)}' viewBox='0 0 {N(Width)} {N(Height)}'><defs>{_definitions}</defs>{_body}</svg>";

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    private static string Stops((double At, string Colour, double Opacity)[] stops) =>
        string.Concat(stops.Select(s => $"<stop offset='{N(s.At)}' stop-color='{s.Colour}' stop-opacity='{N(s.Opacity)}'/>"));
}
