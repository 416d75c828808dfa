using System.Numerics;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Engraves a sitter: tones from the sculpture, then the features in pen.</summary>
internal sealed class Likeness
{
    private readonly Sitter _who;
    private readonly Sculpture _form;
    private readonly Bust _bust;
    private readonly Engraver _pen;
    private readonly Dice _dice;
    private readonly double _scale;
    private readonly double _unit;
    private readonly double[] _tone;
    private readonly Vector3 _light;
    private readonly bool _vignette;

    public Likeness(Sitter who, double width, double height, double scale, double cx, double cy, double cell, double fineness = 1, bool vignette = false)
    {
        ArgumentNullException.ThrowIfNull(who);
        _who = who;
        _scale = scale;
        _unit = scale / 215 * fineness;
        _vignette = vignette;
        _light = Vector3.Normalize(new Vector3(-0.56f, 0.50f, 0.72f));
        _form = new Sculpture(who);
        _bust = new Bust(_form, width, height, scale, cx, cy, cell, _light);
        _pen = new Engraver(_bust.Columns, _bust.Rows, cell);
        _dice = new Dice(who.Seed);
        _tone = new double[_bust.Columns * _bust.Rows];
        for (var y = 0; y < _bust.Rows; y++)
        {
            for (var x = 0; x < _bust.Columns; x++)
            {
                _tone[(y * _bust.Columns) + x] = Tone(x, y);
            }
        }
    }

    public Sculpture Form => _form;

    public Bust Bust => _bust;

    /// <summary>Draws everything; what lies under the sitter must be drawn before.</summary>
    public void Draw(Svg svg, string paper, string ink)
    {
        ArgumentNullException.ThrowIfNull(svg);

        // the sitter covers what is behind
        svg.Path(Rings(s => s != Stuff.Nothing), paper);
        if (_who.ClothTint is { } cloth)
        {
            svg.Path(Rings(s => s == Stuff.Cloth), cloth);
        }

        if (_who.HatTint is { } hat)
        {
            svg.Path(Rings(s => s == Stuff.Hat), hat);
        }

        RuleCloth();
        RuleSkin();
        RuleHair();
        _pen.Print(svg, ink);
        Edges(svg, ink);
        var garment = new Garment(_who, _form, _bust, _dice, _unit);
        garment.Draw(svg, paper, ink);
        var face = new Features(_who, _form, _bust, _dice, _unit);
        face.Draw(svg, paper, ink);
    }

    private double Dark(int x, int y) => _tone[(Math.Clamp(y, 0, _bust.Rows - 1) * _bust.Columns) + Math.Clamp(x, 0, _bust.Columns - 1)];

    private double Tone(int x, int y)
    {
        var stuff = _bust.What(x, y);
        if (stuff == Stuff.Nothing)
        {
            return 0;
        }

        double light = _bust.Light(x, y);
        var n = _bust.Normal(x, y);

        // edges that turn away are drawn darker, most of all away from the light
        var turn = Math.Pow(Math.Clamp(1 - (n.Z * 2.1), 0, 1), 1.5) * (0.35 + (0.4 * Math.Clamp(n.X - (n.Y * 0.5), 0, 1)));
        if (stuff == Stuff.Skin)
        {
            // the nose is modelled lightly, or it turns black
            var q = _form.WorldToHead(_bust.World(x, y));
            var nose = Nose(q);
            turn *= 1 - (0.9 * nose);
            light += 0.3 * nose * (1 - light);

            // nor may the nook before the ear
            var ear = Math.Clamp((Math.Abs(q.X) - 0.62) * 8, 0, 1) * Math.Clamp((q.Y + 0.5) * 5, 0, 1);
            light = Math.Max(light, 0.42 * ear);
        }

        var dark = stuff switch
        {
            Stuff.Skin or Stuff.Neck => 1 - (light * (1.16 - (_who.Skin * 0.75))) + (stuff == Stuff.Neck ? 0.05 : 0),
            Stuff.Shirt => (1 - light) * 0.7,
            Stuff.Cloth => 1 - (light * (1.12 - (_who.ClothDark * 0.95))),
            Stuff.Hat => 1 - (light * (_who.Hat == Headgear.Helmet ? 1.05 : 0.75)),
            _ => 1 - light,
        };
        return Math.Clamp(dark + turn, 0, 1);
    }

    private int Place(int x, int y, Func<Stuff, bool> takes)
    {
        var s = _bust.What(x, y);
        if (!takes(s))
        {
            return 0;
        }

        // a step in depth divides
        var z = _bust.Depth(x, y);
        return Math.Abs(_bust.Depth(x + 1, y) - z) > 0.16 || Math.Abs(_bust.Depth(x, y + 1) - z) > 0.16 ? 0 : (int)s;
    }

    private (double X, double Y) Around(int x, int y, Vector3 axis)
    {
        var t = Vector3.Cross(_bust.CalmNormal(x, y), axis);
        return (t.X, -t.Y);
    }

    private static double Nose(Vector3 q) =>
        Math.Clamp(1.5 - (Math.Abs(q.X) * 5), 0, 1) * Math.Clamp((0.64 + q.Y) * 6, 0, 1) * Math.Clamp((0.1 - q.Y) * 4, 0, 1) * Math.Clamp((q.Z - 0.80) * 6, 0, 1);

    /// <summary>Lines round the face; over the nose they keep their way across.</summary>
    private (double X, double Y) Across(int x, int y, Vector3 axis)
    {
        var (dx, dy) = Around(x, y, axis);
        if (_bust.What(x, y) != Stuff.Skin)
        {
            return (dx, dy);
        }

        var nose = Nose(_form.WorldToHead(_bust.World(x, y)));
        if (nose <= 0)
        {
            return (dx, dy);
        }

        var level = _form.HeadTurn(new Vector3(1, 0, 0));
        var (lx, ly) = (level.X, -level.Y + (0.25 * _bust.CalmNormal(x, y).X));
        if ((lx * dx) + (ly * dy) < 0)
        {
            (dx, dy) = (-dx, -dy);
        }

        return ((dx * (1 - nose)) + (lx * nose), (dy * (1 - nose)) + (ly * nose));
    }

    private void RuleSkin()
    {
        static bool Skin(Stuff s) => s is Stuff.Skin or Stuff.Neck or Stuff.Shirt;
        var gap = 5.6 * _unit;
        var up = _form.HeadTurn(Vector3.Normalize(new Vector3(0.12f, 1, 0.62f)));
        var across = _form.HeadTurn(Vector3.Normalize(new Vector3(1, 0.55f, 0.35f)));
        _pen.Rule((x, y) => Place(x, y, Skin), (x, y) => Curve(Dark(x, y), 0.13), (x, y) => Across(x, y, up), gap, gap * 0.86, 0.2, _dice, 0.25);
        _pen.Rule((x, y) => Place(x, y, Skin), (x, y) => Curve(Dark(x, y), 0.52) * 0.78, (x, y) => Around(x, y, across), gap * 1.08, gap * 0.7, 0.06, _dice, 0.25);
    }

    private void RuleCloth()
    {
        var gap = 7.2 * _unit;
        var down = _form.BodyToWorld(Vector3.Normalize(new Vector3(0.55f, 1, 0.5f)));
        var across = _form.BodyToWorld(Vector3.Normalize(new Vector3(-1, 0.8f, 0.2f)));
        _pen.Rule((x, y) => Place(x, y, s => s == Stuff.Cloth), (x, y) => Fade(x, y) * Curve(Dark(x, y), 0.16), (x, y) => Around(x, y, down), gap, gap * 0.85, 0.05, _dice, 0.5, 0.1);
        _pen.Rule((x, y) => Place(x, y, s => s == Stuff.Cloth), (x, y) => Fade(x, y) * Curve(Dark(x, y), 0.52), (x, y) => Around(x, y, across), gap * 1.05, gap * 0.78, 0.05, _dice, 0.5, 0.1);
        if (_who.Hat != Headgear.None)
        {
            var axis = _who.Hat == Headgear.Knitted ? _form.HeadTurn(new Vector3(0.95f, 0.2f, 0.2f)) : _form.HeadTurn(Vector3.Normalize(new Vector3(0.1f, 1, 0.7f)));
            _pen.Rule((x, y) => Place(x, y, s => s == Stuff.Hat), (x, y) => Curve(Dark(x, y), 0.14), (x, y) => Around(x, y, axis), gap * 0.8, gap * 0.66, 0.05, _dice, 0.3);
            _pen.Rule((x, y) => Place(x, y, s => s == Stuff.Hat), (x, y) => Curve(Dark(x, y), 0.58), (x, y) => Around(x, y, across), gap * 0.9, gap * 0.6, 0.05, _dice, 0.3);
        }
    }

    /// <summary>The drawing ends above the picture’s edge, as vignettes do.</summary>
    private double Fade(int x, int y)
    {
        if (!_vignette)
        {
            return 1;
        }

        var left = (_bust.Rows - y) * _bust.Cell / (60 * _unit);
        return Math.Clamp(left + (0.35 * Dice.Noise(x * 0.05, y * 0.05, 5)), 0, 1);
    }

    private void RuleHair()
    {
        static bool Hair(Stuff s) => s is Stuff.Hair or Stuff.Beard;
        var gap = 4.3 * _unit;
        var depth = _who.HairDark;
        var curls = _who.Hair == Cut.Curls;
        double Shade(int x, int y)
        {
            var d = Dark(x, y);
            var shine = 1 - d;

            // a narrow band of shine in dark hair; white hair is all fine lines
            var v = (curls ? 0.22 : 0.1) + (depth * 0.5) + (d * (0.42 + (0.35 * depth))) - (Math.Pow(shine, 7) * (0.12 + (0.3 * depth)));
            return Math.Clamp(v, 0.07, 1);
        }

        _pen.Rule((x, y) => Place(x, y, Hair), Shade, Strand, gap, gap * 0.95, 0.03, _dice, 0.7, 0.45, curls ? 4 : 7);
        if (depth > 0.5)
        {
            _pen.Rule((x, y) => Place(x, y, Hair), (x, y) => Math.Clamp((Shade(x, y) - 0.55) * 1.6, 0, 1), Strand, gap * 0.83, gap * 0.9, 0.05, _dice, 0.9, 0.5);
        }
    }

    private (double X, double Y) Strand(int x, int y)
    {
        var p = _bust.World(x, y);
        var q = _form.WorldToHead(p);
        Vector3 v;
        if (_bust.What(x, y) == Stuff.Beard)
        {
            v = new Vector3((q.X * 0.7f) + (0.25f * MathF.Sin(q.Y * 13)), -1, 0.15f);
        }
        else
        {
            var side = MathF.Sign(q.X == 0 ? 1 : q.X);
            switch (_who.Hair)
            {
                case Cut.Swept:
                    var top = Math.Clamp((q.Y - 0.25f) * 2.2f, 0, 1);
                    v = Vector3.Lerp(new Vector3(0, -0.45f, -1), new Vector3(0.25f + (0.3f * q.X), 0.8f, -0.9f), top);
                    break;
                case Cut.Side:
                    v = q.X > 0.38f ? new Vector3(0.5f, -1, -0.5f) : Vector3.Lerp(new Vector3(-0.25f, -1, -0.5f), new Vector3(-1, 0.25f - (0.9f * MathF.Max(0, -q.X)), -0.3f), Math.Clamp((q.Y - 0.35f) * 2.4f, 0, 1));
                    break;
                case Cut.Long or Cut.Bob:
                    var fall = Math.Clamp((0.75f - q.Y) * 1.6f, 0, 1);
                    v = Vector3.Lerp(new Vector3(side * 1.1f, -0.25f, -0.3f), new Vector3(0.22f * MathF.Sin((q.Y * 5) + (q.X * 3)), -1, 0), fall);
                    break;
                case Cut.Bun:
                    v = q.Y > 1.0f && q.Z < -0.35f ? new Vector3(1, 0.3f, 0) : new Vector3(0, 1.05f, -0.7f) - q;
                    break;
                case Cut.Curls:
                    var a = 3.6f * (float)Dice.Noise((q.X * 3.2) + 9, (q.Y * 3.2) + (q.Z * 1.7), 31);
                    return (Math.Cos(a), Math.Sin(a));
                case Cut.Fringe:
                    v = q - new Vector3(0, 1.25f, -0.35f);
                    break;
                default:
                    v = q - new Vector3(0, 1.1f, -0.5f);
                    v.Y -= 0.35f;
                    break;
            }
        }

        var w = _form.HeadTurn(v);
        var n = _bust.Normal(x, y);
        w -= n * Vector3.Dot(n, w);
        return (w.X, -w.Y);
    }

    private static double Curve(double dark, double from) => dark <= from ? 0 : Math.Pow((dark - from) / (1 - from), 1.15) + 0.02;

    private List<List<(double X, double Y)>> Outline(Func<Stuff, bool> takes)
    {
        var grid = new Contours((_bust.Columns - 2) * _bust.Cell, (_bust.Rows - 2) * _bust.Cell, _bust.Cell, (px, py) =>
        {
            var (x, y) = ((int)Math.Round(px / _bust.Cell), (int)Math.Round(py / _bust.Cell));
            var sum = 0;
            for (var j = -1; j <= 1; j++)
            {
                for (var i = -1; i <= 1; i++)
                {
                    sum += takes(_bust.What(Math.Clamp(x + i, 0, _bust.Columns - 1), Math.Clamp(y + j, 0, _bust.Rows - 1))) ? 1 : 0;
                }
            }

            return sum / 9.0;
        });
        return [.. grid.At(0.5, fill: true, least: 14).Select(l => Contours.Thin(Contours.Relax(l, 3), 0.35))];
    }

    private string Rings(Func<Stuff, bool> takes) => string.Concat(Outline(takes).Select(l => Ink.Straight(l, closed: true)));

    private void Edges(Svg svg, string ink)
    {
        var d = new System.Text.StringBuilder();
        void Trace(Func<Stuff, bool> takes, double thick, double shake)
        {
            foreach (var line in Outline(takes))
            {
                // not along the picture's own edge
                var part = new List<(double X, double Y)>();
                foreach (var p in line)
                {
                    var outside = p.X < 2 * _bust.Cell || p.X > (_bust.Columns - 4) * _bust.Cell || p.Y > (_bust.Rows - 5) * _bust.Cell;
                    if (!outside)
                    {
                        part.Add(p);
                    }

                    if ((outside || p == line[^1]) && part.Count > 3)
                    {
                        d.Append(Pen(part, thick, shake));
                        part = [];
                    }
                    else if (outside)
                    {
                        part = [];
                    }
                }
            }
        }

        Trace(s => s != Stuff.Nothing, 1.7, 0.4);
        Trace(s => s is Stuff.Skin or Stuff.Hair or Stuff.Beard or Stuff.Hat, 1.7, 0.5);
        Trace(s => s is Stuff.Cloth, 2.2, 0.6);
        if (_who.Hat != Headgear.None)
        {
            Trace(s => s is Stuff.Hat, 2.4, 0.3);
        }

        if (_who.Clothes is Dress.Suit or Dress.Cardigan)
        {
            Trace(s => s is Stuff.Neck or Stuff.Skin, 1.4, 0.3);
        }

        foreach (var line in _bust.Overlaps())
        {
            d.Append(Ink.Stroke(line, t => _unit * 2.3 * Math.Min(1, Math.Min(0.2 + (t * 4), 0.2 + ((1 - t) * 4)))));
        }

        svg.Path(d.ToString(), ink);
    }

    private string Pen(List<(double X, double Y)> line, double thick, double shake)
    {
        var fine = line.Count < 400 ? Ink.Smooth(line, 2) : line;
        var seed = _dice.Whole(0, 999);
        var n = fine.Count;
        return Ink.Stroke(fine, t =>
        {
            var i = Math.Clamp((int)(t * (n - 1)), 1, n - 2);
            var (dx, dy) = (fine[i + 1].X - fine[i - 1].X, fine[i + 1].Y - fine[i - 1].Y);
            var l = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));

            // rings run with the figure on their left hand: heavier on the side away from the light
            var away = (dy / l * -0.75) + (dx / l * -0.55);
            return _unit * thick * Math.Max(0.35, 0.85 + (0.75 * away) + (shake * 0.5 * Dice.Noise(i * 0.12, 0, seed))) * Math.Min(1, Math.Min(t, 1 - t) * n / 6);
        });
    }
}
