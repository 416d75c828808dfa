using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Collars, lapels, buttons: the cut of the clothes, drawn in pen over the sculpted shoulders.</summary>
internal sealed class Garment(Sitter who, Sculpture form, Bust bust, Dice dice, double unit)
{
    private Svg _svg = null!;
    private string _paper = "";
    private string _ink = "";

    public void Draw(Svg svg, string paper, string ink)
    {
        (_svg, _paper, _ink) = (svg, paper, ink);
        switch (who.Clothes)
        {
            case Dress.Suit:
                Suit();
                break;
            case Dress.OpenShirt:
                Collar(_paper, 0.36, -1.24, 0.5, -1.66, 0.2, -1.86);
                Placket(-1.9, -3.2);
                break;
            case Dress.Workwear:
                Collar(null, 0.4, -1.22, 0.6, -1.7, 0.24, -1.98);
                Placket(-2.2, -3.6);
                Pockets();
                break;
            case Dress.Cardigan:
                Collar(_paper, 0.36, -1.22, 0.42, -1.56, 0.14, -1.74);
                Edge([(0.42, -1.3), (0.44, -1.55), (0.3, -2.0), (0.06, -2.6), (0.06, -3.6)]);
                Edge([(0.52, -1.36), (0.55, -1.6), (0.4, -2.02), (0.17, -2.6), (0.17, -3.6)]);
                Knit();
                break;
            case Dress.Rollneck:
                Ribs(-1.1, -1.5, 0.5);
                Knit();
                break;
            case Dress.Oilskin:
                Collar(null, 0.5, -1.1, 0.72, -1.56, 0.26, -1.82);
                Placket(-1.9, -3.6);
                break;
            case Dress.Anorak:
                Edge([(0.34, -1.2), (0.3, -1.5), (0.06, -1.9), (0.02, -3.6)]);
                Zip();
                break;
            case Dress.Cassock:
                Dog();
                Placket(-1.75, -3.6);
                break;
            case Dress.Scarf:
                Folds();
                break;
            case Dress.Blouse:
                Edge([(0.38, -1.26), (0.44, -1.45), (0.26, -1.75), (0.0, -1.96)]);
                Edge([(0.45, -1.27), (0.52, -1.48), (0.32, -1.84), (0.0, -2.08)]);
                break;
        }
    }

    private List<(double X, double Y)> Line(IEnumerable<(double X, double Y)> through, double side = 1, float lift = 0.03f) =>
        [.. Ink.Smooth([.. through], 6).Select(p => bust.Project(form.OnBody((float)(p.X * side), (float)p.Y, lift)))];

    private void Pen(List<(double X, double Y)> line, double thick, double start = 0.3, double end = 0.2) =>
        _svg.Path(Ink.Stroke(line, t => unit * thick * (0.85 + (0.2 * Math.Sin(t * 9))) * Math.Min(1, Math.Min(start + (t * 5), end + ((1 - t) * 5)))), _ink);

    private void Edge((double X, double Y)[] through)
    {
        Pen(Line(through), 3);
        Pen(Line(through, -1), 3);
    }

    private void Patch((double X, double Y)[] corners, string? fill, double hatch, double thick = 3)
    {
        var d = Ink.Straight(Polygon(corners), closed: true);
        if (fill is not null)
        {
            _svg.Path(d, fill);
        }

        if (hatch > 0)
        {
            var clip = _svg.Define(id => $"<clipPath id='{id}'><path d='{d}'/></clipPath>");
            var box = Polygon(corners);
            var (x0, x1) = (box.Min(p => p.X), box.Max(p => p.X));
            var (y0, y1) = (box.Min(p => p.Y), box.Max(p => p.Y));
            var lines = new StringBuilder();
            for (var x = x0 - (y1 - y0); x < x1; x += hatch * unit)
            {
                lines.Append(Ink.Straight([(x + dice.Range(-0.6, 0.6), y1), (x + (y1 - y0) + dice.Range(-0.6, 0.6), y0)]));
            }

            _svg.Path(lines.ToString(), "none", $"stroke='{_ink}' stroke-width='{Ink.N(hatch * unit * (hatch > 7 ? 0.34 : 0.5))}' clip-path='{clip}'");
        }

        _svg.Path(d, "none", $"stroke='{_ink}' stroke-width='{Ink.N(thick * unit)}' stroke-linejoin='round'");
    }

    private List<(double X, double Y)> Polygon((double X, double Y)[] corners)
    {
        // each side bends with the body
        var points = new List<(double X, double Y)>();
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            for (var j = 0; j < 5; j++)
            {
                points.Add(bust.Project(form.OnBody((float)(a.X + ((b.X - a.X) * j / 5)), (float)(a.Y + ((b.Y - a.Y) * j / 5)), 0.045f)));
            }
        }

        return points;
    }

    private void Collar(string? fill, double neckX, double neckY, double outX, double outY, double tipX, double tipY)
    {
        foreach (var s in new[] { -1, 1 })
        {
            (double, double)[] flap = [(s * 0.05, tipY + 0.38), (s * neckX, neckY), (s * (neckX + ((outX - neckX) * 0.7)), (neckY * 0.75) + (outY * 0.25)), (s * outX, (neckY * 0.4) + (outY * 0.6)), (s * (outX - 0.06), outY + 0.02), (s * ((outX + tipX) / 2), ((outY + tipY) / 2) - 0.02), (s * tipX, tipY)];
            Patch(flap, fill ?? who.ClothTint ?? _paper, fill is null ? 7.5 : 0);
            if (fill is not null)
            {
                // the side away from the light, and the fold
                for (var i = 0; i < 7; i++)
                {
                    var t = i / 7.0;
                    var (ax, ay) = (tipX + ((outX - 0.06 - tipX) * t), tipY + ((outY + 0.02 - tipY) * t));
                    Pen(Line([(s * ax, ay + 0.02), (s * (ax + 0.02), ay + (s > 0 ? 0.24 : 0.09))], 1, 0.05f), 1.3);
                }
            }

            Pen(Line([(s * (tipX + 0.02), tipY + 0.08), (s * (outX - 0.08), outY + 0.08)]), 1.6);
        }
    }

    private void Suit()
    {
        // tie, then collar, then lapels
        if (who.Lips < 1.05f)
        {
            Patch([(-0.09, -1.44), (0.09, -1.44), (0.065, -1.62), (0.16, -2.3), (0.15, -3.3), (-0.15, -3.3), (-0.16, -2.3), (-0.065, -1.62)], _paper, 4.4);
            Patch([(-0.1, -1.42), (0.1, -1.42), (0.062, -1.63), (-0.062, -1.63)], _paper, 3.4);
        }

        Collar(_paper, 0.37, -1.2, 0.45, -1.52, 0.19, -1.78);
        foreach (var s in new[] { -1, 1 })
        {
            Patch([(s * 0.4, -1.24), (s * 0.56, -1.34), (s * 0.66, -1.78), (s * 0.52, -1.86), (s * 0.72, -1.98), (s * 0.04, -3.15), (s * 0.03, -3.05), (s * 0.45, -1.62)], _paper, 5.6);
            Pen(Line([(s * 0.03, -3.05), (s * 0.2, -2.5), (s * 0.45, -1.62), (s * 0.4, -1.26)]), 3.4);
        }
    }

    private void Placket(double from, double to)
    {
        Pen(Line([(0.0, from), (0.015, (from + to) / 2), (0.0, to)]), 2.6);
        Pen(Line([(0.11, from + 0.02), (0.12, (from + to) / 2), (0.11, to)]), 1.8);
        for (var y = from - 0.22; y > to; y -= 0.36)
        {
            var (x, yy) = bust.Project(form.OnBody(0.055f, (float)y, 0.05f));
            _svg.Circle(x, yy, 5.4 * unit, _paper, $"stroke='{_ink}' stroke-width='{Ink.N(2 * unit)}'");
            _svg.Circle(x, yy, 1.4 * unit, _ink);
        }
    }

    private void Pockets()
    {
        foreach (var s in new[] { -1, 1 })
        {
            Pen(Line([(s * 0.38, -2.35), (s * 0.85, -2.3)]), 3);
            Pen(Line([(s * 0.38, -2.35), (s * 0.38, -2.5), (s * 0.6, -2.58), (s * 0.85, -2.46), (s * 0.85, -2.3)]), 2.4);
        }
    }

    private void Ribs(double top, double low, double half)
    {
        for (var i = -11; i <= 11; i++)
        {
            var x = half * Math.Sin(i * Math.PI / 24);
            Pen(Line([(x, top - 0.06), (x * 1.06, low)], 1, 0.02f), 1.7);
        }
    }

    private void Knit()
    {
        var d = new StringBuilder();
        for (var row = 0; row < 13; row++)
        {
            for (var i = -22; i <= 22; i++)
            {
                var (x, y) = ((i + (row % 2 * 0.5)) * 0.075, -1.82 - (row * 0.13) - (0.12 * Math.Abs(i * 0.045)));
                if ((who.Clothes == Dress.Cardigan && Math.Abs(x) < 0.22) || dice.Chance(0.35))
                {
                    continue;
                }

                var p = bust.Project(form.OnBody((float)x, (float)y, 0.02f));
                if (bust.What((int)(p.X / bust.Cell), (int)(p.Y / bust.Cell)) != Stuff.Cloth)
                {
                    continue;
                }

                d.Append(Ink.Straight([(p.X - (4 * unit), p.Y - (4 * unit)), (p.X, p.Y + (3 * unit)), (p.X + (4 * unit), p.Y - (4 * unit))]));
            }
        }

        _svg.Path(d.ToString(), "none", $"stroke='{_ink}' stroke-width='{Ink.N(1.3 * unit)}' stroke-linecap='round' stroke-linejoin='round'");
    }

    private void Zip()
    {
        var line = Line([(0.0, -1.9), (0.01, -2.7), (0.0, -3.6)]);
        var d = new StringBuilder();
        for (var i = 0; i < line.Count; i++)
        {
            d.Append(Ink.Straight([(line[i].X - (6 * unit), line[i].Y), (line[i].X + (6 * unit), line[i].Y)]));
        }

        _svg.Path(d.ToString(), "none", $"stroke='{_ink}' stroke-width='{Ink.N(2 * unit)}'");
        Pen(line, 2.4);
    }

    private void Dog()
    {
        // the white of a clerical collar
        Patch([(-0.13, -1.3), (0.13, -1.3), (0.14, -1.47), (-0.14, -1.47)], _paper, 0, 2.4);
    }

    private void Folds()
    {
        foreach (var (a, b, c) in new[] { (-0.5, -1.18, 0.14), (-0.42, -1.34, 0.1), (-0.56, -1.5, 0.18), (-0.5, -1.62, 0.12) })
        {
            Pen(Line([(a, b + 0.08), (a * 0.4, b - c), (0.1, b - (c * 1.5)), (-a * 0.7, b - (c * 0.6)), (-a, b + 0.06)], 1, 0.02f), 2.2);
        }
    }
}
