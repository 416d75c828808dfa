namespace Broadsheet.Demo.Pictures.Land;

/// <summary>Many short strokes of a brush; those alike in colour and width become one element.</summary>
internal sealed class Dabs(string cap = "round")
{
    private readonly Dictionary<(string Ink, int Width), Pen> _pens = [];

    public void Add(double x, double y, double dx, double dy, double width, Ink ink)
    {
        var pen = For(width, ink);
        pen.Move(x - (dx / 2), y - (dy / 2)).Line(x + (dx / 2), y + (dy / 2));
    }

    /// <summary>A bent stroke.</summary>
    public void Add(Vec from, Vec by, Vec to, double width, Ink ink) => For(width, ink).Move(from).Quad(by, to);

    public void Add(IReadOnlyList<Vec> along, double width, Ink ink) => For(width, ink).Smooth(along);

    /// <summary>Puts the strokes down, in the order in which their colours were first used, and starts again.</summary>
    public void On(Svg svg, double opacity = 1, string more = "")
    {
        svg.Add($"<g fill='none' stroke-linecap='{cap}' stroke-linejoin='round' stroke-opacity='{Svg.N(opacity)}' {more}>");
        foreach (var ((ink, width), pen) in _pens)
            svg.Add($"<path stroke='{ink}' stroke-width='{Svg.N(width / 4.0)}' d='{pen}'/>");
        svg.Add("</g>");
        _pens.Clear();
    }

    private Pen For(double width, Ink ink)
    {
        var quarters = width < 6 ? Math.Max(2, (int)Math.Round(width * 4)) : (int)Math.Round(width) * 4;
        var key = (ink.Rounded(), quarters);
        if (!_pens.TryGetValue(key, out var pen))
            _pens[key] = pen = new Pen(width < 2.5 ? 5 : 10);
        return pen;
    }
}
