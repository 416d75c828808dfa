namespace Broadsheet.Demo.Pictures.Land;

/// <summary>A street under water, people fetched from their houses by boat.</summary>
public sealed class FloodedStreet() : Scene("flooded-street")
{
    private readonly Plane _plane = new(455, 1.9, 1150, 760);

    private static readonly (double Near, double Far, double Top, string Wall, string Roof, int Bays, int Floors)[] Left =
    [
        (60, 48, 7.6, "#b9b08f", "#6d6258", 4, 2), (47, 38, 8.8, "#9c7a64", "#5a5550", 3, 3), (37, 29.5, 7.2, "#c7bda0", "#705a4c", 3, 2), (28.6, 22.5, 8.4, "#7f8d8a", "#4f4c4c", 3, 3), (21.6, 16.4, 7, "#b58a68", "#6a5046", 3, 2), (15.4, 10.6, 8.2, "#cfc4a8", "#5f5650", 3, 3), (9.8, 5.2, 7.4, "#8f6a5a", "#4a4648", 3, 2),
    ];

    private static readonly (double Near, double Far, double Top, string Wall, string Roof, int Bays, int Floors)[] Right =
    [
        (64, 50, 8.4, "#a89a86", "#5f5a56", 4, 3), (49, 40, 7, "#c2b698", "#6f5c50", 3, 2), (39, 31, 8.6, "#87908c", "#4f4e50", 3, 3), (30, 24, 7.4, "#b07d62", "#665048", 3, 2), (23, 17.6, 8.8, "#d2c8ae", "#5a5350", 3, 3), (16.6, 12, 7.2, "#98a09a", "#545050", 3, 2), (11.2, 6.6, 8.6, "#a8735c", "#4c4648", 3, 3),
    ];

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(200, 70).Paint(Heaven).Element(0, 0, 1600, 520));
        Trees(svg);
        Houses(svg, _plane, true);
        Water(svg);
        Drowned(svg);
        Boat(svg);
        Drift(svg);
        svg.Haze(330, 455, 560, "#e6e3d2", 0.45);
        svg.Vignette("#1f1a14", 0.36);
        svg.Mottle(0.11);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v, 1.5, -0.45, 88, (0.2, 0.8), 0.8);
        return Ink.Ramp(v, (0, "#9aa5a6"), (0.6, "#cfd3c8"), (1, "#ece7d2")).Lit(0.86 + (light * 0.24 * cover));
    }

    private static void Trees(Svg svg)
    {
        var rng = new Rng(6);
        var pen = new Pen(5);
        foreach (var (x, h) in new[] { (690.0, 120.0), (740, 150), (800, 110), (850, 136), (905, 120) })
            Land.Trees.Bare(pen, x, 462, h, rng, 5, 0.5);
        svg.Path(pen.ToString(), "#7f7d72");
        svg.Path(new Pen().Polygon((752, 458), (752, 384), (762, 372), (768, 330), (774, 372), (784, 384), (784, 458)).ToString(), "#a3a196");
    }

    private static void Houses(Svg svg, Plane plane, bool full)
    {
        var rng = new Rng(27);
        for (var i = 0; i < Left.Length; i++)
        {
            House(svg, plane, Left[i], -5.4, full, rng);
            House(svg, plane, Right[i], 5.6, full, rng);
        }
    }

    private static void House(Svg svg, Plane plane, (double Near, double Far, double Top, string Wall, string Roof, int Bays, int Floors) house, double x, bool full, Rng rng)
    {
        var (far, near, top, wall, roof, bays, floors) = house;
        var haze = Noise.Step(12, 66, near) * 0.6;
        Ink air = "#d9d8ca";
        var side = Math.Sign(x);
        Ink tone = Ink.Parse(wall).Mix(air, haze), dark = Ink.Parse(roof).Mix(air, haze);
        if (full && near > 6)
        {
            svg.Path(new Pen().Polygon(plane.At(x, top, near), plane.At(x + (side * 4.4), top + 3, near), plane.At(x + (side * 8.8), top, near), plane.At(x + (side * 8.8), -1, near), plane.At(x, -1, near)).ToString(), tone.Lit(0.7));
        }
        var quad = side < 0 ? plane.Wall(x, near, x, far, top, -1.1) : plane.Wall(x, far, x, near, top, -1.1);
        svg.Path(new Pen().Polygon(plane.At(x - (side * 0.4), top - 0.1, near), plane.At(x - (side * 0.4), top - 0.1, far), plane.At(x + (side * 4.4), top + 3, far), plane.At(x + (side * 4.4), top + 3, near)).ToString(), dark);
        if (full)
        {
            var tiles = new Pen();
            for (var k = 1; k < 7; k++)
                tiles.Move(plane.At(x + (side * 4.4 * k / 7), top + (3 * k / 7.0), near)).Line(plane.At(x + (side * 4.4 * k / 7), top + (3 * k / 7.0), far));
            svg.Path(tiles.ToString(), "none", $"stroke='{(string)dark.Lit(1.25)}' stroke-width='1.4' stroke-opacity='.7'");
            Vec a = plane.At(x + (side * 2.6), top + 1.6, (near + far) / 2), b = plane.At(x + (side * 2.6), top + 4, (near + far) / 2);
            svg.Rect(a.X - (plane.Scale(near) * 0.3), b.Y, plane.Scale(near) * 0.6, a.Y - b.Y, tone.Lit(0.72));
        }
        Facade.Draw(svg, quad, new Front(tone, Ink.Parse("#ece6d4").Mix(air, haze)) { Floors = floors, Bays = bays, Glass = Ink.Parse("#59646a").Mix(air, haze), Texture = full ? 0.8 : 0, Fine = near < 34 && full, Shutters = bays == 3 && floors == 3 ? Ink.Parse("#5f7068").Mix(air, haze) : (Ink?)null }, rng);
        if (!full)
            return;
        double top2 = 0.62, span = top + 1.1;
        svg.Path(quad.Box(0, 1 - ((1.1 + top2) / span), 1, top2 / span), svg.Vertical((0, "#4f4230", 0), (0.25, "#4f4230", 0.35), (1, "#3a3020", 0.65)));
        svg.Path(quad.Box(0, 1 - ((1.1 + top2) / span), 1, 0.006), "#3a3020", "fill-opacity='.55'");
    }

    private void Water(Svg svg)
    {
        var surface = new Pen().Polygon(_plane.At(-5.4, 0, 90), _plane.At(5.6, 0, 90), _plane.At(5.6, 0, 2), _plane.At(-5.4, 0, 2)).ToString();
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{surface}'/></clipPath>");
        svg.Path(surface, svg.Vertical((0, "#d9d3bd", 1), (0.3, "#b0a384", 1), (1, "#6f6248", 1)));
        svg.Add($"<g clip-path='{clip}'><g opacity='.62'>");
        Houses(svg, _plane.Mirror(), false);
        svg.Add("</g>");
        svg.Add(new Canvas(260, 100).Paint((u, v) =>
        {
            double px = u * 1600, py = 455 + (v * 613);
            var (x, z) = _plane.Ground(px, py + 1);
            var swirl = Noise.Fbm((x / 1.6) + (Noise.Fbm(x / 3, z / 7, 3, 2) * 1.2), z / 5, 5, 9);
            var sky = Math.Exp(-Math.Pow(x / 3.4, 2));
            return Ink.Parse("#7d6a48").Mix("#e3decb", Math.Clamp((sky * 0.55) + (swirl * 0.5), 0, 1)).Mix("#4d3f2a", Math.Clamp(-swirl * 0.8, 0, 0.6)).With(0.52 + (0.22 * v));
        }).Element(0, 455, 1600, 613));
        var rng = new Rng(14);
        var dabs = new Dabs();
        Land.Water.Ripples(dabs, -40, 1640, 462, 1080, 1900, rng, (x, y) => rng.Chance(0.4) ? Ink.Parse("#efe9d6").Mix("#c9bfa4", rng.Next()) : Ink.Parse("#a08c66").Mix("#463a28", rng.Next()), 120, 5, 1.6);
        dabs.On(svg, 0.5);
        svg.Add("</g>");
    }

    /// <summary>What stands or lies in the water: a car, a sign, a lamp, a fence.</summary>
    private void Drowned(Svg svg)
    {
        foreach (var (x, z) in new[] { (-4.3, 44.0), (4.4, 36.0), (-4.3, 25.0), (4.4, 16.5) })
        {
            var s = _plane.Scale(z);
            Vec foot = _plane.At(x, 0, z), top = _plane.At(x, 3.6, z);
            svg.Line([foot, foot + (0, s * 1.6)], "#3f3a30", Math.Max(1.4, s * 0.08), "stroke-opacity='.4'");
            svg.Line([foot, top], "#3a3a38", Math.Max(1.6, s * 0.1));
            svg.Path(new Pen().Polygon(top + (-s * 0.2, -s * 0.5), top + (s * 0.2, -s * 0.5), top + (s * 0.13, 0), top + (-s * 0.13, 0)).ToString(), "#cfcab4");
            svg.Path(new Pen().Polygon(top + (-s * 0.26, -s * 0.5), top + (0, -s * 0.76), top + (s * 0.26, -s * 0.5)).ToString(), "#3a3a38");
        }
        Vec post = _plane.At(3.7, 0, 10.5), sign = _plane.At(3.7, 1.25, 10.5);
        var k = _plane.Scale(10.5);
        svg.Line([post, sign], "#7d7d78", 8);
        svg.Line([post, post + (0, 90)], "#5d564a", 8, "stroke-opacity='.4'");
        svg.Circle(sign.X, sign.Y, k * 0.34, "#f3eee0").Circle(sign.X, sign.Y, k * 0.31, "none", $"stroke='#b8402f' stroke-width='{Svg.N(k * 0.08)}'");
        var car = _plane.At(2.5, 0, 19);
        var c = _plane.Scale(19);
        svg.Path(new Pen().Loop([car + (-c * 1.5, c * 0.03), car + (-c * 1.35, -c * 0.18), car + (-c * 0.8, -c * 0.28), car + (-c * 0.45, -c * 0.72), car + (c * 0.55, -c * 0.74), car + (c * 0.95, -c * 0.28), car + (c * 1.4, -c * 0.2), car + (c * 1.5, c * 0.03)]).ToString(), svg.Vertical((0, "#7d99a3", 1), (1, "#3f5660", 1)));
        svg.Path(new Pen().Polygon(car + (-c * 0.7, -c * 0.28), car + (-c * 0.4, -c * 0.65), car + (0, -c * 0.67), car + (0, -c * 0.28)).Polygon(car + (c * 0.06, -c * 0.28), car + (c * 0.06, -c * 0.67), car + (c * 0.5, -c * 0.67), car + (c * 0.82, -c * 0.28)).ToString(), "#2f3a3e");
        svg.Path(new Pen().Oval(car.X, car.Y + (c * 0.04), c * 1.7, c * 0.09).ToString(), "#e9e2cc", "fill-opacity='.6'");
        svg.Path(new Pen().Loop([car + (-c * 1.4, c * 0.08), car + (-c * 0.5, c * 0.55), car + (c * 0.5, c * 0.55), car + (c * 1.4, c * 0.08)]).ToString(), "#3f4a48", "fill-opacity='.35'");
        Vec window = _plane.Wall(-5.4, 10.6, -5.4, 15.4, 8.2, -1.1).At(0.5, 0.2);
        People.Half(svg, window.X + 6, window.Y + 50, 62, "#a8583c", "#c2946f", "#4a3628", 0.25);
        svg.Path(new Pen().Move(window.X + 20, window.Y + 46).Curve((window.X + 40, window.Y + 60), (window.X + 22, window.Y + 90), (window.X + 44, window.Y + 122)).Line(window.X + 18, window.Y + 116).Curve((window.X + 8, window.Y + 90), (window.X + 18, window.Y + 66), (window.X + 6, window.Y + 48)).Close().ToString(), "#f3efe2");
    }

    private static void Boat(Svg svg)
    {
        svg.Add("<g transform='translate(560 838)'>");
        svg.Path(new Pen().Loop([(-270, 30), (-160, 120), (180, 130), (300, 40), (200, 20), (-180, 16)]).ToString(), "#3f3626", "fill-opacity='.4'");
        People.Stand(svg, -150, 6, 206, new Look("#d9622c", "#2f333a", "#c2946f") { Stride = 0.1, Hem = 0.4, RimSide = 1, Rim = "#fff2dc", Hair = "#e9e0cc", Hat = true, Reach = 0.7 });
        svg.Line([(-92, -150), (-66, 150)], "#8a6a40", 6);
        People.Half(svg, -48, 4, 104, "#4f6a74", "#c9a07c", "#b5aaa0", 0.05);
        svg.Path(new Pen().Loop([(-70, -10), (-52, -34), (-24, -30), (-20, -8)]).ToString(), "#6a4a34");
        svg.Circle(-22, -34, 11, "#6a4a34").Path(new Pen().Polygon((-30, -40), (-29, -54), (-22, -44)).Polygon((-20, -44), (-14, -54), (-13, -40)).ToString(), "#6a4a34");
        People.Half(svg, 44, 4, 84, "#b8453a", "#d0a27c", "#5a3a24", -0.06);
        People.Half(svg, 108, 4, 102, "#5f5a48", "#c2946f", "#2c2622", 0.04);
        svg.Path(new Pen().Box(66, -26, 62, 44).ToString(), "#7a4f30");
        svg.Path(new Pen().Box(66, -26, 62, 8).Box(80, -26, 6, 44).Box(108, -26, 6, 44).ToString(), "#b08350");
        People.Stand(svg, 208, 8, 196, new Look("#d9622c", "#2f333a", "#a8765a") { Stride = -0.15, Hem = 0.4, RimSide = -1, Rim = "#fff2dc", Hair = "#c9472f", Hat = true });
        svg.Path(new Pen().Move(-280, -34).Curve((-200, -8), (180, -8), (312, -44)).Curve((300, 30), (250, 58), (190, 62)).Line(-190, 62).Curve((-250, 58), (-276, 10), (-280, -34)).Close().ToString(), svg.Vertical((0, "#7d8f88", 1), (0.5, "#5d7069", 1), (1, "#37443f", 1)));
        svg.Path(new Pen().Move(-280, -34).Curve((-200, -8), (180, -8), (312, -44)).Line(310, -30).Curve((180, 6), (-200, 6), (-279, -20)).Close().ToString(), "#c9c8b4");
        svg.Path(new Pen().Polygon((-262, 26), (296, 14), (288, 28), (-256, 40)).ToString(), "#d9622c", "fill-opacity='.85'");
        for (var i = 0; i < 6; i++)
            svg.Path(new Pen().Move(-210 + (i * 82), -10).Quad((-196 + (i * 82), 18), (-180 + (i * 82), -8)).ToString(), "none", "stroke='#e9e2cc' stroke-width='3'");
        svg.Add("</g>");
        var rng = new Rng(2);
        var dabs = new Dabs();
        for (var i = 0; i < 120; i++)
        {
            var t = rng.Next();
            dabs.Add(560 + rng.Near(10, 330), 900 + (t * 90), rng.In(20, 110), rng.Near(0, 3), rng.In(1, 5), rng.Chance(0.5) ? Ink.Parse("#efe7d0") : Ink.Parse("#5d4f36").Mix("#c2622f", rng.Next() * 0.4));
        }
        for (var i = 0; i < 26; i++)
            dabs.Add((870 + (i * 16), 880 + (i * 5)), (900 + (i * 18), 874 + (i * 6)), (940 + (i * 20), 886 + (i * 8)), 2.4, Ink.Parse("#f6f0de"));
        dabs.On(svg, 0.55);
    }

    private static void Drift(Svg svg)
    {
        var rng = new Rng(21);
        svg.Path(new Pen().Polygon((1160, 940), (1262, 920), (1290, 948), (1184, 972)).ToString(), "#8a6238");
        svg.Path(new Pen().Polygon((1184, 972), (1290, 948), (1288, 972), (1188, 996)).ToString(), "#56391f");
        for (var i = 0; i < 4; i++)
            svg.Line([(1166 + (i * 26), 940 - (i * 5)), (1190 + (i * 26), 968 - (i * 6))], "#56391f", 3);
        foreach (var (x, y, r, ink) in new[] { (300.0, 1010.0, 17.0, "#d9a23c"), (1410, 860, 11, "#c9503a"), (240, 800, 8, "#e9e2cc"), (930, 760, 6, "#d9a23c") })
        {
            svg.Path(new Pen().Oval(x, y + (r * 0.5), r * 1.7, r * 0.4).ToString(), "#f3ecd6", "fill-opacity='.5'");
            svg.Circle(x, y, r, ink).Circle(x - (r * 0.3), y - (r * 0.3), r * 0.35, "#fff6e0");
        }
        var dabs = new Dabs();
        for (var i = 0; i < 90; i++)
        {
            var t = Math.Pow(rng.Next(), 1.3);
            double x = rng.In(60, 1540), y = 560 + (t * 490);
            dabs.Add(x, y, rng.In(-20, 20) * (0.4 + t), rng.Near(0, 5) * (0.4 + t), 1.4 + (t * 4), Ink.Parse(rng.Pick("#5a4226", "#8f6a3a", "#3f4a2c", "#b0905a")));
        }
        dabs.On(svg, 0.85);
    }
}
