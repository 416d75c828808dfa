using System.Numerics;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Eyes, brows, nose, mouth, wrinkles and spectacles, drawn in pen on the sculpted face.</summary>
internal sealed class Features(Sitter who, Sculpture form, Bust bust, Dice dice, double unit)
{
    private readonly StringBuilder _ink = new();

    public void Draw(Svg svg, string paper, string ink)
    {
        ArgumentNullException.ThrowIfNull(svg);
        Wrinkles();
        Nose();
        Mouth();
        Ears();
        Flush(svg, ink);
        foreach (var side in new[] { -1f, 1f })
        {
            Eye(svg, side, paper, ink);
            Flush(svg, ink);
        }

        Brows();
        Stubble();
        Flush(svg, ink);
        if (who.Glasses != Spectacles.None)
        {
            Glasses(svg, paper, ink);
        }
    }

    private void Flush(Svg svg, string ink)
    {
        if (_ink.Length > 0)
        {
            svg.Path(_ink.ToString(), ink);
            _ink.Clear();
        }
    }

    /// <summary>A pen stroke through points of the face's own front view.</summary>
    private void OnFace(double thick, IReadOnlyList<(double X, double Y)> through, double start = 0.15, double end = 0.05) =>
        Stroke(thick, [.. Ink.Smooth(through, 6).Select(p => form.OnFace((float)p.X, (float)p.Y))], start, end);

    private void Both(double thick, params (double X, double Y)[] through)
    {
        OnFace(thick, through);
        OnFace(thick, [.. through.Select(p => (-p.X, p.Y))]);
    }

    private void Stroke(double thick, List<Vector3> points, double start = 0.15, double end = 0.05, float slack = 0.07f)
    {
        // hidden parts are left out
        var part = new List<(double X, double Y)>();
        for (var i = 0; i <= points.Count; i++)
        {
            if (i < points.Count && bust.Seen(points[i], slack))
            {
                part.Add(bust.Project(points[i]));
                continue;
            }

            if (part.Count > 2)
            {
                _ink.Append(Ink.Stroke(part, t => unit * thick * Math.Min(1, Math.Min(start + (t * 4), end + ((1 - t) * 4)))));
            }

            part.Clear();
        }
    }

    private void Eye(Svg svg, float side, string paper, string ink)
    {
        var c = form.Eye with { X = form.Eye.X * side };
        Vector3 Flip(Vector3 v) => v with { X = v.X * side };
        var (axis, upper, lower) = form.Lids;
        (axis, upper, lower) = (Flip(axis), Flip(upper), Flip(lower));
        var r = form.EyeRadius + 0.004f;
        Vector3 InPlane(Vector3 normal)
        {
            var v = Vector3.Cross(axis, normal);
            return v.Z > 0 ? v : -v;
        }

        var (wu, wl) = (InPlane(upper), InPlane(lower));
        List<Vector3> Lid(Vector3 w, double from, double to, float radius)
        {
            var points = new List<Vector3>();
            for (var i = 0; i <= 18; i++)
            {
                var a = (from + ((to - from) * i / 18)) * Math.PI / 180;
                points.Add(form.HeadToWorld(c + (((axis * (float)Math.Cos(a)) + (w * (float)Math.Sin(a))) * radius)));
            }

            return points;
        }

        // inner corner first
        var top = Lid(wu, 154, 24, r + 0.012f);
        var low = Lid(wl, 154, 24, r + 0.012f);
        if (!bust.Seen(top[9], 0.12f))
        {
            return;
        }

        var opening = top.Concat(Enumerable.Reverse(low)).Select(bust.Project).ToList();
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{Ink.Straight(opening, closed: true)}'/></clipPath>");
        svg.Path(Ink.Straight(opening, closed: true), paper);
        svg.Add($"<g clip-path='{clip}'>");

        // the shadow of the lid on the white
        var shade = new StringBuilder();
        for (var i = 1; i < 18; i++)
        {
            var a = bust.Project(top[i]);
            var b = bust.Project(Vector3.Lerp(top[i], low[i], 0.34f));
            shade.Append(Ink.Straight([a, b]));
        }

        svg.Path(shade.ToString(), "none", $"stroke='{ink}' stroke-width='{Ink.N(1.1 * unit)}'");

        // iris
        var gaze = Vector3.Normalize(new Vector3((0.5f * who.LookX) - (0.03f * side), 0.02f + (0.34f * who.LookY), 1));
        var right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, gaze));
        var up = Vector3.Cross(gaze, right);
        List<(double X, double Y)> Round(double degrees, int n = 26)
        {
            var (s, k) = (MathF.Sin((float)(degrees * Math.PI / 180)), MathF.Cos((float)(degrees * Math.PI / 180)));
            return [.. Enumerable.Range(0, n).Select(i =>
            {
                var a = i * 2 * MathF.PI / n;
                return bust.Project(form.HeadToWorld(c + (r * ((gaze * k) + (((right * MathF.Cos(a)) + (up * MathF.Sin(a))) * s)))));
            })];
        }

        var rim = Round(27);
        var dark = who.HairDark > 0.6f || who.Skin > 0.2f;
        svg.Path(Ink.Straight(rim, closed: true), dark ? Ink.Mix(ink, paper, 0.3) : Ink.Mix(ink, paper, 0.62));
        var spokes = new StringBuilder();
        var inner = Round(13, 26);
        for (var i = 0; i < 26; i++)
        {
            spokes.Append(Ink.Straight([inner[i], (inner[i].X + ((rim[i].X - inner[i].X) * (0.65 + (0.3 * dice.Next()))), inner[i].Y + ((rim[i].Y - inner[i].Y) * (0.65 + (0.3 * dice.Next()))))]));
        }

        svg.Path(spokes.ToString(), "none", $"stroke='{ink}' stroke-width='{Ink.N(1.0 * unit)}'");
        svg.Path(Ink.Straight(rim, closed: true), "none", $"stroke='{ink}' stroke-width='{Ink.N(2.4 * unit)}'");
        svg.Path(Ink.Straight(Round(12), closed: true), ink);
        var glint = bust.Project(form.HeadToWorld(c + (r * Vector3.Normalize(gaze + (right * -0.2f) + (up * 0.2f)))));
        svg.Circle(glint.X, glint.Y, 4.4 * unit, paper);
        svg.Add("</g>");

        // lids and lashes
        var woman = who.Lips > 1.05f;
        Stroke(woman ? 5.6 : 4.4, top, 0.2, 0.35, 0.14f);
        Stroke(1.7, low, 0.05, 0.5, 0.14f);
        Stroke(2.0, Lid(Vector3.Normalize(wu + (upper * 0.38f)), 150, 30, r + 0.05f), 0.1, 0.1, 0.16f);
        if (woman)
        {
            for (var i = 9; i < 18; i++)
            {
                var root = top[i];
                var away = form.HeadTurn(new Vector3(0.028f * side * ((i - 7) / 9f), 0.032f, 0.03f));
                Stroke(2.2, [root, root + (away * 0.6f), root + away + form.HeadTurn(new Vector3(0, 0.008f, 0))], 0.9, 0.05, 0.3f);
            }
        }

        // the inner corner
        var corner = bust.Project(Vector3.Lerp(top[0], low[0], 0.5f));
        svg.Circle(corner.X, corner.Y, 2.2 * unit, ink);
    }

    private void Brows()
    {
        foreach (var side in new[] { -1, 1 })
        {
            var hairs = (int)(64 * (0.7 + (0.4 * who.BrowWeight)));
            for (var i = 0; i < hairs; i++)
            {
                var t = (i + dice.Next()) / hairs;
                var arch = (0.235 + (0.05 * who.BrowArch * Math.Sin(Math.PI * Math.Pow(t, 0.75) * 0.95))) - (0.06 * t * t);
                var y = arch - (0.05 * (who.BrowAnger + 0.45) * (1 - (t * 1.7))) + 0.012;
                var x = 0.1 + (0.43 * who.FaceWidth * t);
                var thick = who.BrowWeight * 0.032 * (1 - (0.6 * t)) * (0.4 + (0.6 * Math.Min(1, t * 6)));
                y += dice.Range(-thick, thick);
                var lean = 1.0 - (1.25 * t);
                var length = dice.Range(0.05, 0.085) * (0.8 + (0.3 * who.BrowWeight));
                var (dx, dy) = (Math.Cos(lean) * length, Math.Sin(lean) * length * 0.8);
                OnFace(Math.Max(1, (1.0 + (1.1 * who.HairDark)) * Math.Sqrt(who.BrowWeight)), [(side * x, y - (dy * 0.3)), (side * (x + (dx * 0.5)), y + (dy * 0.35)), (side * (x + dx), y + (dy * 0.6))], 0.5, 0.05);
            }
        }
    }

    private void Nose()
    {
        var w = 0.122 * who.NoseWidth;

        // wing, nostril, the shadow under the tip
        foreach (var side in new[] { -1, 1 })
        {
            if (who.Yaw * side < 12)
            {
                OnFace(2.3, [(side * (w + 0.045), -0.35), (side * (w + 0.078), -0.405), (side * (w + 0.06), -0.462), (side * (w + 0.012), -0.476)]);
            }
        }

        Both(4.6, (0.034, -0.482), (w * 0.55, -0.468), (w * 0.95, -0.482));
        Both(2.0, (0.04, -0.492), (w * 0.55, -0.484), (w * 0.9, -0.49));
        OnFace(1.6, [(-0.045, -0.492), (0, -0.506), (0.045, -0.492)]);
    }

    private void Mouth()
    {
        var my = -0.70;
        var mw = (0.26 * who.MouthWidth) + 0.02;
        var rise = 0.11 * who.Smile;
        OnFace(3.6, [(-mw, my + rise), (-mw * 0.55, my - 0.002 + (rise * 0.25)), (-0.06, my + 0.008), (0, my - 0.004), (0.06, my + 0.008), (mw * 0.55, my - 0.002 + (rise * 0.25)), (mw, my + rise)], 0.25, 0.25);
        Both(2.2, (mw - 0.015, my + rise + 0.004), (mw + 0.01, my + rise - 0.006), (mw + 0.006, my + rise - 0.026));

        // the upper lip is darker than the lower: lines that follow it
        double High(double x)
        {
            var u = Math.Abs(x) / mw;
            return (0.07 * who.Lips * (1 - (u * u))) + (0.014 * Math.Exp(-Math.Pow((Math.Abs(x) - 0.07) / 0.045, 2))) - (0.012 * Math.Exp(-x * x / 0.0008));
        }

        var rows = who.Lips > 1.05 ? 5 : 3;
        for (var k = 1; k <= rows; k++)
        {
            var share = k / (rows + 0.6);
            var reach = mw * (0.95 - (0.25 * share));
            OnFace((who.Lips > 1.05 ? 2.3 : 1.7) * (1.1 - (0.4 * share)), [.. Enumerable.Range(-5, 11).Select(i => (reach * i / 5, my + (High(reach * i / 5) * share) + (rise * i * i / 25.0)))], 0.1, 0.1);
        }

        if (who.Lips > 0.95)
        {
            OnFace(1.2, [.. Enumerable.Range(-5, 11).Select(i => (mw * 0.9 * i / 5, my + High(mw * 0.9 * i / 5) + 0.004 + (rise * i * i / 25.0)))], 0.1, 0.1);
            for (var k = 0; k < 2; k++)
            {
                OnFace(1.3, [(mw * (0.1 + (0.2 * k)), my - 0.03 - (0.022 * k)), (mw * 0.5, my - 0.035 - (0.024 * k)), (mw * (0.8 - (0.1 * k)), my - 0.02 - (0.016 * k))], 0.05, 0.05);
            }
        }

        for (var i = -5; i <= 5; i++)
        {
            var x = mw * 0.6 * i / 5;
            OnFace(1.5, [(x - 0.03, my - 0.158 - (0.01 * Math.Abs(i) / 5.0)), (x + 0.03, my - 0.162 - (0.01 * Math.Abs(i) / 5.0))], 0.05, 0.05);
        }
    }

    private void Ears()
    {
        foreach (var side in new[] { -1f, 1f })
        {
            if (who.Yaw * side > 8 || who.Hair is Cut.Long or Cut.Bob or Cut.Fringe or Cut.Curls && who.HairVolume > 0.8f)
            {
                continue;
            }

            var k = who.EarSize;
            Vector3 At(double y, double z) => form.HeadToWorld(new Vector3((0.84f - (0.1f * (float)z)) * side, -0.06f + ((float)y * k), -0.06f + ((float)z * k)));
            List<Vector3> Curve(params (double Y, double Z)[] p) => [.. Ink.Smooth([.. p.Select(v => (v.Y, v.Z))], 6).Select(v => At(v.X, v.Y))];
            Stroke(2.6, Curve((0.06, 0.13), (0.2, 0.1), (0.26, -0.01), (0.2, -0.12), (0.04, -0.14), (-0.12, -0.07), (-0.24, 0.02), (-0.22, 0.09)), 0.2, 0.1, 0.16f);
            Stroke(1.8, Curve((0.16, 0.08), (0.19, -0.0), (0.12, -0.08), (0.0, -0.08), (-0.1, -0.01)), 0.1, 0.05, 0.2f);
            Stroke(2.4, Curve((0.06, 0.06), (0.02, -0.02), (-0.06, 0.0), (-0.08, 0.06)), 0.1, 0.1, 0.2f);
            if (who.Earrings)
            {
                var p = At(-0.27, 0.05);
                if (bust.Seen(p, 0.25f))
                {
                    var (x, y) = bust.Project(p);
                    _ink.Append(Ink.Straight([.. Enumerable.Range(0, 14).Select(i => (x + (9 * unit * Math.Cos(i * 0.449)), y + (8 * unit) + (9 * unit * Math.Sin(i * 0.449))))], closed: true));
                }
            }
        }
    }

    private void Wrinkles()
    {
        var age = Math.Clamp((who.Age - 34) / 42.0, 0, 1);
        if (age <= 0)
        {
            return;
        }

        // from nose to mouth
        Both(1.4 + (1.6 * age), (0.2 * who.NoseWidth, -0.4), (0.285, -0.5), (0.335 * who.MouthWidth + 0.02, -0.62), (0.35 * who.MouthWidth + 0.02, -0.7 - (0.06 * age)));
        if (age > 0.25)
        {
            // crow's feet and bags
            for (var i = 0; i < (int)(2 + (age * 3)); i++)
            {
                var a = 0.3 - (i * 0.28);
                Both(1.1 + (0.5 * age), (0.54 * who.FaceWidth, 0.0 - (i * 0.025)), (0.6 * who.FaceWidth, 0.012 - (i * 0.03) + (Math.Sin(a) * 0.03)), (0.655 * who.FaceWidth, 0.02 - (i * 0.045) + (Math.Sin(a) * 0.06)));
            }

            Both(1.2 + (0.9 * age), (0.17, -0.12), (0.24, -0.185), (0.34, -0.205), (0.45, -0.16));
        }

        if (age > 0.35)
        {
            for (var i = 0; i < (int)(1 + (age * 3.4)); i++)
            {
                var y = 0.42 + (i * 0.09);
                double Off() => dice.Range(-0.014, 0.014);
                var (l, r) = (-0.42 + (0.05 * i) + dice.Range(0, 0.12), 0.42 - (0.05 * i) - dice.Range(0, 0.12));
                OnFace(1.0 + (0.8 * age), [(l, y + 0.01 + Off()), (-0.18, y + 0.03 + Off()), (Off(), y + 0.012 + Off()), (0.2, y + 0.03 + Off()), (r, y + 0.01 + Off())]);
                if (dice.Chance(0.6))
                {
                    OnFace(0.9, [(l + 0.2, y + 0.045 + Off()), (0, y + 0.04 + Off()), (r - 0.25, y + 0.05 + Off())]);
                }
            }

            Both(1.3, (0.035, 0.14), (0.03, 0.21), (0.045, 0.28));
        }

        if (age > 0.6)
        {
            Both(1.5, (0.36 * who.MouthWidth, -0.78), (0.38 * who.MouthWidth, -0.86), (0.34 * who.MouthWidth, -0.93));
            Both(1.1, (0.24, -0.155), (0.32, -0.25), (0.42, -0.28));
        }
    }

    private void Stubble()
    {
        if (who.Beard is > 0.15f and < 0.5f)
        {
            for (var i = 0; i < 520; i++)
            {
                var (x, y) = (dice.Range(-0.52, 0.52), dice.Range(-1.12, -0.5));
                var onLips = Math.Abs(x) < 0.3 && y is > -0.83 and < -0.6;
                var jaw = Math.Abs(x) > 0.3 || y < -0.8 || (y > -0.62 && y < -0.52 && Math.Abs(x) < 0.26);
                if (!jaw || (onLips && y < -0.6) || (Math.Abs(x) < 0.4 && y > -0.52))
                {
                    continue;
                }

                OnFace(1.5, [(x, y), (x * 1.004, y - 0.01), (x * 1.01, y - 0.02)], 0.8, 0.2);
            }
        }

        if (who.Freckles)
        {
            for (var i = 0; i < 60; i++)
            {
                var (x, y) = (dice.Bell() * 0.2, -0.17 + (dice.Bell() * 0.07));
                OnFace(dice.Range(2, 3), [(x, y), (x + 0.006, y), (x + 0.011, y)], 0.9, 0.9);
            }
        }
    }

    private void Glasses(Svg svg, string paper, string ink)
    {
        var (rx, ry, square) = who.Glasses switch
        {
            Spectacles.Round => (0.25, 0.24, 2.0),
            Spectacles.Square => (0.275, 0.195, 4.5),
            Spectacles.Rimless => (0.255, 0.165, 3.2),
            _ => (0.24, 0.13, 3.0),
        };
        var drop = who.Glasses == Spectacles.Half ? -0.13 : -0.03;
        var z0 = who.Glasses == Spectacles.Half ? 0.98f : 0.93f;
        Vector3 At(double x, double y) => form.HeadToWorld(new Vector3((float)x, (float)(y + drop), z0 - (float)(0.17 * x * x)));
        var thick = who.Glasses switch { Spectacles.Rimless => 1.6, Spectacles.Half => 3.0, Spectacles.Round => 4.2, _ => 6.2 };
        foreach (var side in new[] { -1, 1 })
        {
            var ring = Enumerable.Range(0, 48).Select(i =>
            {
                var a = i * Math.PI * 2 / 48;
                var (c, s) = (Math.Cos(a), Math.Sin(a));
                var x = Math.Sign(c) * Math.Pow(Math.Abs(c), 2 / square) * rx;
                var y = Math.Sign(s) * Math.Pow(Math.Abs(s), 2 / square) * ry;
                if (who.Glasses == Spectacles.Half && y > 0.06)
                {
                    y = 0.06;
                }

                return At((side * (form.Eye.X + 0.005)) + x, y);
            }).Select(bust.Project).ToList();
            var d = Ink.Straight(ring, closed: true);
            svg.Path(d, paper, "fill-opacity='.06'");

            // a slanting gleam
            var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{d}'/></clipPath>");
            var (gx, gy) = bust.Project(At(side * form.Eye.X, 0));
            var w = rx * 215 * unit;
            svg.Path($"M{Ink.N(gx - (w * 1.25))} {Ink.N(gy + (w * 0.4))}l{Ink.N(w * 0.9)} {Ink.N(-1.6 * w)}h{Ink.N(w * 0.24)}l{Ink.N(-w * 0.9)} {Ink.N(1.6 * w)}z", paper, $"clip-path='{clip}' fill-opacity='.5'");
            svg.Path(d, "none", $"stroke='{paper}' stroke-width='{Ink.N((thick + 3) * unit)}'");
            svg.Path(d, "none", $"stroke='{ink}' stroke-width='{Ink.N(thick * unit)}' stroke-linejoin='round'");
        }

        // bridge and arms
        var b0 = form.Eye.X - rx + 0.01;
        Stroke(thick * 1.1, [.. Ink.Smooth([(-b0, 0.05), (-b0 * 0.5, 0.085), (0, 0.095), (b0 * 0.5, 0.085), (b0, 0.05)], 5).Select(p => At(p.X, p.Y) + form.HeadTurn(new Vector3(0, 0, 0.04f)))], 0.9, 0.9, 0.3f);
        foreach (var side in new[] { -1f, 1f })
        {
            if (who.Yaw * side > 10)
            {
                continue;
            }

            var from = new Vector3(side * (float)(form.Eye.X + rx - 0.005), (float)drop + 0.07f, z0 - 0.06f);
            var to = new Vector3(side * 0.84f, 0.06f, -0.05f);
            Stroke(thick, [.. Enumerable.Range(0, 14).Select(i => form.HeadToWorld(Vector3.Lerp(from, to, i / 13f) + new Vector3(side * 0.05f * MathF.Sin(i / 13f * MathF.PI), 0, 0)))], 0.9, 0.9, 0.1f);
        }

        Flush(svg, ink);
    }
}
