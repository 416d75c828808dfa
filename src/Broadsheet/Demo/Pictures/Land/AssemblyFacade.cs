namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The Assembly at dusk: lit portico, steps, flags.</summary>
public sealed class AssemblyFacade() : Scene("assembly-facade")
{
    private const double Base = 742, Middle = 800;

    protected override void Draw(Svg svg)
    {
        svg.Add(new Canvas(260, 130).Paint(Heaven).Element(0, 0, 1600, 800));
        Dome(svg);
        Wings(svg);
        Portico(svg);
        Steps(svg);
        Square(svg);
        Flags(svg);
        Lamps(svg);
        Crowd(svg);
        svg.Vignette("#070a1c", 0.5);
        svg.Mottle(0.08);
        svg.Grain();
    }

    private static Ink Heaven(double u, double v)
    {
        var (cover, light) = Sky.Deck(u, v * 0.96, 1.7, -0.12, 23, (-0.5, 0.8), 0.6);
        var west = Noise.Step(0.9, 0, u);
        var ink = Ink.Ramp(v, (0, "#13204a"), (0.35, "#2a3f78"), (0.7, Ink.Parse("#4d649a").Mix("#8d7aa0", west)), (0.92, Ink.Parse("#7f88aa").Mix("#f0a878", west)));
        return ink.Mix(Ink.Parse("#1a2348").Mix("#3d4876", v).Mix(Ink.Parse("#6a6f9c").Mix("#f2a68c", west), light), cover * 0.85);
    }

    private static void Dome(Svg svg)
    {
        var stone = svg.Horizontal((0, "#7a83ad", 1), (0.3, "#8f96b8", 1), (0.65, "#56608e", 1), (1, "#343e6c", 1));
        svg.Rect(640, 232, 320, 90, stone).Rect(622, 300, 356, 40, stone).Rect(614, 334, 372, 10, "#a9a8b8");
        for (var i = 0; i < 13; i++)
        {
            var x = 652 + (i * 23.6);
            svg.Rect(x, 244, 14, 54, "#f0b46a").Rect(x, 244, 14, 18, "#c98048").Rect(x - 5, 240, 4, 62, "#8d93b4");
        }
        svg.Path(new Pen().Move(644, 232).Curve((644, 120), (730, 66), (800, 60)).Curve((870, 66), (956, 120), (956, 232)).Close().ToString(), svg.Horizontal((0, "#6d9a98", 1), (0.28, "#8fb7ae", 1), (0.6, "#3f6a7a", 1), (1, "#1f3a58", 1)));
        var ribs = new Pen();
        foreach (var k in new[] { -0.8, -0.52, -0.2, 0.2, 0.52, 0.8 })
            ribs.Move(800 + (k * 156), 232).Curve((800 + (k * 156), 130), (800 + (k * 84), 74), (800 + (k * 14), 60));
        svg.Path(ribs.ToString(), "none", "stroke='#2a4a60' stroke-width='2.4' stroke-opacity='.7'");
        svg.Line([(650, 200), (668, 146), (716, 96)], "#ffd2ae", 3, "stroke-opacity='.55' stroke-linecap='round' stroke-linejoin='round'");
        svg.Rect(782, 26, 36, 38, "#f2bd74").Path(new Pen().Polygon((776, 28), (800, 4), (824, 28)).ToString(), "#3f6a7a");
        for (var i = 0; i < 4; i++)
            svg.Rect(784 + (i * 10), 28, 3, 36, "#4a5680");
        svg.Line([(800, 8), (800, -24)], "#28335e", 3);
        svg.Glow(800, 44, 110, "#ffc880", 0.55);
    }

    private static void Wings(Svg svg)
    {
        var rng = new Rng(9);
        svg.Rect(0, Base - 4, 1600, 180, svg.Vertical((0, "#6f7098", 1), (0.3, "#3d4573", 1), (1, "#262d58", 1)));
        var hedge = new Dabs();
        for (var x = -10.0; x < 1620; x += 7)
        {
            if (Math.Abs(x - Middle) > 400)
                Trees.Bush(hedge, x, 836 + rng.Near(0, 6), rng.In(14, 26), rng, "#131b3c", "#4f5f74", x < Middle ? 1 : -1, 5);
        }
        hedge.On(svg);
        foreach (var side in new[] { -1, 1 })
        {
            double inner = Middle + (side * 372), outer = Middle + (side * 820);
            double left = Math.Min(inner, outer), w = Math.Abs(outer - inner);
            svg.Rect(left, 380, w, Base - 380, svg.Vertical((0, side < 0 ? "#6a6f98" : "#4a5282", 1), (0.7, side < 0 ? "#8d86a0" : "#626892", 1), (1, "#b59a92", 1)));
            svg.Rect(left, 362, w, 22, "#7d82a6").Rect(left, 380, w, 5, "#2a3160").Rect(left, 352, w, 12, "#5d6492");
            for (var i = 0; i < 26; i++)
                svg.Rect(left + 4 + (i * 17.4), 336, 7, 18, "#6a719c");
            svg.Rect(left, 332, w, 6, "#8489aa");
            for (var i = 0; i < 6; i++)
            {
                var x = left + 22 + (i * 72.5);
                svg.Rect(x - 14, 396, 9, 300, svg.Horizontal((0, "#a9a4b4", 1), (1, "#565d8a", 1)));
                foreach (var (y, h) in new[] { (416.0, 98.0), (560.0, 112.0) })
                {
                    var lit = rng.Chance(0.62);
                    svg.Rect(x + 6, y - 8, 46, h + 14, "#a09db2").Rect(x + 11, y, 36, h, lit ? svg.Vertical((0, "#d98f4a", 1), (0.5, "#ffcb7e", 1), (1, "#e8a95e", 1)) : "#27305c");
                    if (y > 500)
                        svg.Path(new Pen().Polygon((x + 2, y - 10), (x + 29, y - 26), (x + 56, y - 10)).ToString(), "#b5afbe");
                    else
                        svg.Rect(x + 2, y - 14, 54, 6, "#b5afbe");
                    svg.Rect(x + 28, y, 2.4, h, "#4a4664").Rect(x + 11, y + (h * 0.36), 36, 2.4, "#4a4664").Rect(x + 3, y + h + 4, 52, 6, "#8f8ca8");
                    if (lit && rng.Chance(0.4))
                        svg.Rect(x + 11, y, rng.In(8, 14), h, "#a8663a", "fill-opacity='.7'");
                    if (lit && rng.Chance(0.35))
                        People.Half(svg, x + rng.In(20, 38), y + h, 38, "#4a2e2a", "#5a3a30", "#2a1c1c");
                }
            }
            svg.Rect(left, 700, w, Base - 700, "#8a8098").Rect(left, 696, w, 6, "#bdb2b6");
            var stones = new Dabs("butt");
            for (var i = 0; i < 240; i++)
                stones.Add(left + (rng.Next() * w), 390 + (Math.Floor(rng.In(0, 27)) * 13), rng.In(8, 34), 0, 1.2, rng.Chance(0.5) ? "#3a4270" : "#a8a4ba");
            stones.On(svg, 0.4);
        }
    }

    private static void Portico(Svg svg)
    {
        var rng = new Rng(14);
        svg.Rect(428, 380, 744, Base - 380, svg.Vertical((0, "#b5743e", 1), (0.45, "#e8ab62", 1), (1, "#ffd896", 1)));
        var back = new Dabs("butt");
        for (var i = 0; i < 330; i++)
            back.Add(rng.In(432, 1168), 392 + (Math.Floor(rng.In(0, 22)) * 16), rng.In(14, 40), 0, rng.In(1, 9), Ink.Parse("#b87a42").Mix("#ffe6b0", rng.Next()));
        back.On(svg, 0.35);
        foreach (var x in new[] { 478.0, 586, 1014, 1122 })
        {
            svg.Path(new Pen().Move(x - 26, 720).Line(x - 26, 540).Curve((x - 26, 506), (x + 26, 506), (x + 26, 540)).Line(x + 26, 720).Close().ToString(), "#7a4a30");
            svg.Path(new Pen().Move(x - 19, 716).Line(x - 19, 542).Curve((x - 19, 516), (x + 19, 516), (x + 19, 542)).Line(x + 19, 716).Close().ToString(), "#ffe9b8");
            svg.Rect(x - 1, 520, 2.4, 196, "#7a4a30").Rect(x - 19, 580, 38, 2.4, "#7a4a30").Rect(x - 19, 648, 38, 2.4, "#7a4a30");
        }
        svg.Path(new Pen().Move(740, Base).Line(740, 540).Curve((740, 476), (860, 476), (860, 540)).Line(860, Base).Close().ToString(), "#6b3f2a");
        svg.Path(new Pen().Move(752, Base).Line(752, 542).Curve((752, 490), (848, 490), (848, 542)).Line(848, Base).Close().ToString(), "#fff2cc");
        svg.Rect(752, 560, 34, Base - 560, "#5a2f24").Rect(816, 560, 32, Base - 560, "#5a2f24").Rect(758, 574, 22, 60, "#7d4a34").Rect(822, 574, 20, 60, "#7d4a34");
        for (var i = 0; i < 5; i++)
            svg.Line([(800 + ((i - 2) * 16), 500), (800 + ((i - 2) * 22), 558)], "#6b3f2a", 2);
        foreach (var x in new[] { 532.0, 660, 940, 1068 })
        {
            svg.Line([(x, 380), (x, 470)], "#3a2430", 2);
            svg.Path(new Pen().Polygon((x - 13, 470), (x + 13, 470), (x + 9, 502), (x - 9, 502)).ToString(), "#fff6d8");
            svg.Glow(x, 486, 110, "#ffe0a0", 0.75);
        }
        for (var i = 0; i < 8; i++)
            Column(svg, 446 + (i * 101.2), 398, Base - 4, 27, i, rng);
        svg.Rect(404, 326, 792, 62, svg.Vertical((0, "#a8a3b8", 1), (0.4, "#8a87a6", 1), (0.85, "#b08a80", 1), (1, "#e0a868", 1)));
        svg.Rect(396, 318, 808, 12, "#bdb6c4").Rect(404, 352, 792, 4, "#5d6090").Rect(400, 384, 800, 5, "#f0c080");
        for (var i = 0; i < 42; i++)
            svg.Rect(410 + (i * 18.7), 334, 8, 15, "#6a6d98");
        for (var i = 0; i < 15; i++)
            svg.Rect(470 + (i * 44.6) + (i % 3 * 5), 362, 16 + (i % 4 * 6), 12, "#6b628a", "fill-opacity='.65'");
        svg.Path(new Pen().Polygon((384, 318), (800, 186), (1216, 318)).ToString(), "#b3adc0");
        svg.Path(new Pen().Polygon((446, 308), (800, 200), (1154, 308)).ToString(), "#5b608e");
        svg.Path(new Pen().Polygon((384, 318), (800, 186), (800, 200), (446, 308)).ToString(), "#e0bba8");
        Relief(svg);
        foreach (var (x, y) in new[] { (392.0, 318.0), (800, 186), (1208, 318) })
        {
            svg.Rect(x - 12, y - 18, 24, 18, "#9a95b0");
            People.Stand(svg, x, y - 18, 66, new Look("#a29cb6", "#7d7898", "#b3adc0") { Hair = "#8f8aa8", Stride = 0.1, Hem = 0.1, Reach = x < 600 ? -1 : x > 1000 ? 1 : 0 });
        }
    }

    private static void Relief(Svg svg)
    {
        var pen = new Pen();
        for (var i = -7; i <= 7; i++)
        {
            var tall = 84 - (Math.Abs(i) * 9.4);
            double x = 800 + (i * 36);
            pen.Oval(x, 305 - tall, 5, 6.5).Loop([(x - 10, 306), (x - 9, 306 - (tall * 0.75)), (x, 306 - (tall * 0.92)), (x + 9, 306 - (tall * 0.75)), (x + 11, 306)]);
            if (i % 2 == 0)
                pen.Strip([(x + 6, 306 - (tall * 0.75)), (x + 22, 306 - (tall * 0.6))], _ => 5);
        }
        svg.Path(pen.ToString(), "#8f8ba8");
        svg.Path(pen.ToString(), "#c9b3b4", "fill-opacity='.5' transform='translate(-3 -2)'");
    }

    /// <summary>A round fluted column, lit from behind on both sides and cool in front.</summary>
    private static void Column(Svg svg, double x, double top, double bottom, double r, int seed, Rng rng)
    {
        svg.Path(new Pen().Move(x - r, bottom - 22).Curve((x - r, bottom - 150), (x - (r * 0.86), top + 90), (x - (r * 0.84), top + 34)).Line(x + (r * 0.84), top + 34).Curve((x + (r * 0.86), top + 90), (x + r, bottom - 150), (x + r, bottom - 22)).Close().ToString(), svg.Horizontal((0, "#ffcf8c", 1), (0.1, "#d9a47a", 1), (0.3, "#9a90ac", 1), (0.6, "#7077a4", 1), (0.88, "#a38c98", 1), (1, "#ffc680", 1)));
        var flutes = new Pen();
        foreach (var k in new[] { -0.78, -0.5, -0.18, 0.16, 0.48, 0.77 })
            flutes.Move(x + (k * r), bottom - 24).Line(x + (k * r * 0.85), top + 38);
        svg.Path(flutes.ToString(), "none", "stroke='#474e80' stroke-width='2.6' stroke-opacity='.55'");
        svg.Path(new Pen().Polygon((x - r - 8, bottom), (x + r + 8, bottom), (x + r + 5, bottom - 11), (x + r, bottom - 13), (x + r + 2, bottom - 23), (x - r - 2, bottom - 23), (x - r, bottom - 13), (x - r - 5, bottom - 11)).ToString(), svg.Horizontal((0, "#ffd596", 1), (0.35, "#a49ab0", 1), (0.7, "#777da8", 1), (1, "#eab580", 1)));
        svg.Path(new Pen().Polygon((x - (r * 0.84), top + 36), (x - (r * 0.9), top + 28), (x - r - 9, top + 8), (x - r - 9, top - 8), (x + r + 9, top - 8), (x + r + 9, top + 8), (x + (r * 0.9), top + 28), (x + (r * 0.84), top + 36)).ToString(), svg.Vertical((0, "#a7a2b8", 1), (0.5, "#8280a2", 1), (1, "#d8a878", 1)));
        foreach (var side in new[] { -1, 1 })
            svg.Circle(x + (side * (r - 1)), top + 14, 9, "#9a94b0").Circle(x + (side * (r - 1)), top + 14, 4.5, "#5d6090");
        var marks = new Dabs();
        for (var i = 0; i < 12; i++)
            marks.Add(x + rng.Near(0, r * 0.8), rng.In(top + 50, bottom - 40), 0, rng.In(10, 50), rng.In(1, 3), seed % 2 == 0 ? "#c9b8bc" : "#5d648e");
        marks.On(svg, 0.35);
    }

    private static void Steps(Svg svg)
    {
        for (var i = 0; i < 13; i++)
        {
            double y = Base - 4 + (i * i * 0.42) + (i * 6.2), next = Base - 4 + ((i + 1) * (i + 1) * 0.42) + ((i + 1) * 6.2);
            double half = 400 + (i * 19), wide = 400 + ((i + 1) * 19);
            svg.Path(new Pen().Polygon((Middle - half, y), (Middle + half, y), (Middle + wide, next), (Middle - wide, next)).ToString(), svg.Horizontal((0, "#3f4672", 1), (0.25, "#8a7f98", 1), (0.5, Ink.Parse("#ffd9a0").Mix("#8d829c", i / 13.0), 1), (0.75, "#8a7f98", 1), (1, "#3f4672", 1)));
            svg.Path(new Pen().Polygon((Middle - wide, next - ((next - y) * 0.38)), (Middle + wide, next - ((next - y) * 0.38)), (Middle + wide, next), (Middle - wide, next)).ToString(), "#1f2650", "fill-opacity='.55'");
        }
        foreach (var side in new[] { -1, 1 })
        {
            svg.Path(new Pen().Polygon((Middle + (side * 404), Base - 10), (Middle + (side * 456), Base - 10), (Middle + (side * 720), 906), (Middle + (side * 640), 906)).ToString(), side < 0 ? "#7d7894" : "#5a6090");
            svg.Path(new Pen().Polygon((Middle + (side * 456), Base - 10), (Middle + (side * 720), 906), (Middle + (side * 720), 930), (Middle + (side * 456), Base + 20)).ToString(), "#2c3362");
            var x = Middle + (side * 672);
            svg.Path(new Pen().Polygon((x - 52, 912), (x + 52, 912), (x + 46, 838), (x - 46, 838)).ToString(), svg.Horizontal((0, "#938a9e", 1), (1, "#4a5080", 1)));
            Lion(svg, x, 840, -side);
        }
    }

    private static void Lion(Svg svg, double x, double y, double way)
    {
        Vec At(double dx, double up) => (x + (way * dx), y - up);
        var body = new Pen().Loop([At(-44, 2), At(-48, 26), At(-30, 40), At(0, 38), At(16, 48), At(18, 66), At(32, 74), At(46, 66), At(50, 52), At(44, 44), At(40, 28), At(46, 2), At(20, 2), At(4, 14), At(-14, 12), At(-18, 2)]);
        svg.Path(body.ToString(), "#4a5078");
        svg.Path(new Pen().Loop([At(14, 44), At(12, 66), At(26, 78), At(38, 74), At(30, 60), At(32, 40)]).ToString(), "#363d68");
        svg.Line([At(-46, 26), At(-30, 40), At(0, 38), At(14, 50)], "#c9a892", 2.6, "stroke-opacity='.8'");
        svg.Path(new Pen().Strip([At(-46, 14), At(-60, 20), At(-58, 36)], _ => 5).ToString(), "#4a5078");
    }

    private static void Square(Svg svg)
    {
        var plane = new Plane(690, 2.6, 1400);
        svg.Add(new Canvas(320, 38).Paint((u, v) =>
        {
            double px = u * 1600, py = 905 + (v * 165);
            var (x, z) = plane.Ground(px, py);
            var a = ((x / 1.2) % 1 + 1) % 1;
            var b = ((z / 1.2) % 1 + 1) % 1;
            var tile = Noise.Cell((int)Math.Floor(x / 1.2), (int)Math.Floor(z / 1.2), 3);
            var joint = Math.Min(Math.Min(a, 1 - a), Math.Min(b, 1 - b)) < 0.035 ? 1 : 0;
            var wet = Noise.Fbm(x / 2.2, z / 5, 4, 6);
            var glow = Math.Exp(-Math.Pow((px - 800) / (250 + (v * 120)), 2)) * (1 - (v * 0.45));
            var columns = 0.55 + (0.45 * Math.Cos((px - 800) / 101.2 * Math.Tau));
            return Ink.Parse("#343c68").Lit(0.8 + (tile * 0.3)).Mix("#171d40", joint * 0.7).Mix("#ffc884", glow * Math.Clamp(0.4 + (wet * 0.8), 0, 1) * (0.5 + (0.5 * columns)));
        }).Element(0, 905, 1600, 165));
        var rng = new Rng(8);
        var dabs = new Dabs();
        for (var i = 0; i < 420; i++)
        {
            double x = rng.In(0, 1600), y = rng.In(908, 1064);
            var glow = Math.Exp(-Math.Pow((x - 800) / 280, 2));
            dabs.Add(x, y, rng.In(10, 60), 0, rng.In(1, 3), rng.Chance(glow) ? Ink.Parse("#ffd9a0").Mix("#c98a68", rng.Next()) : Ink.Parse("#1b2148").Mix("#5d689a", rng.Next()));
        }
        dabs.On(svg, 0.5);
    }

    private static void Flags(Svg svg)
    {
        foreach (var (x, y, s, sway) in new[] { (170.0, 912.0, 1.12, 0.0), (1388.0, 900.0, 1.0, 0.6) })
        {
            var top = y - (560 * s);
            svg.Line([(x, y), (x, top)], "#c9c3d0", 5 * s);
            svg.Line([(x + (1.6 * s), y), (x + (1.6 * s), top)], "#3f4672", 1.8 * s);
            svg.Circle(x, top - 5, 6 * s, "#f0c880");
            Vec P(double dx, double dy) => (x + (dx * s), top + 10 + (dy * s));
            var wave = 16 * Math.Sin(sway * 5);
            foreach (var (from, to, ink) in new[] { (0.0, 56.0, "#2f4f8f"), (56.0, 112.0, "#ece3d2") })
                svg.Path(new Pen().Move(P(2, from)).Curve(P(60, from - 26 + wave), P(110, from + 40), P(190, from + 14 + wave)).Line(P(186, to + 18 + wave)).Curve(P(110, to + 44), P(60, to - 22 + wave), P(2, to)).Close().ToString(), ink);
            svg.Path(new Pen().Move(P(60, -12 + wave)).Curve(P(74, 0), P(88, 8), P(104, 14)).Line(P(100, 130)).Curve(P(86, 120), P(72, 108), P(58, 100 + wave)).Close().ToString(), "#0f1736", "fill-opacity='.3'");
            svg.Path(new Pen().Move(P(140, 20)).Curve(P(156, 22), P(172, 18), P(190, 14 + wave)).Line(P(186, 130 + wave)).Curve(P(170, 134), P(156, 136), P(138, 134)).Close().ToString(), "#ffe2c0", "fill-opacity='.25'");
        }
    }

    private static void Lamps(Svg svg)
    {
        foreach (var (x, y, s) in new[] { (330.0, 930.0, 1.0), (1270.0, 930.0, 1.0), (1510.0, 985.0, 1.35) })
        {
            svg.Line([(x, y), (x, y - (170 * s))], "#171d3c", 6 * s);
            svg.Path(new Pen().Polygon((x - (11 * s), y), (x + (11 * s), y), (x + (5 * s), y - (34 * s)), (x - (5 * s), y - (34 * s))).ToString(), "#171d3c");
            svg.Line([(x - (30 * s), y - (160 * s)), (x, y - (150 * s)), (x + (30 * s), y - (160 * s))], "#171d3c", 4 * s);
            foreach (var (dx, dy) in new[] { (-30.0, 172.0), (30, 172), (0, 188) })
            {
                svg.Circle(x + (dx * s), y - (dy * s), 12 * s, "#fff3d0");
                svg.Glow(x + (dx * s), y - (dy * s), 80 * s, "#ffd896", 0.7);
            }
        }
    }

    private static void Crowd(Svg svg)
    {
        var rng = new Rng(27);
        for (var i = 0; i < 16; i++)
        {
            var t = rng.Next();
            double x = 800 + rng.Near(0, 330), y = 764 + (t * 118);
            People.Stand(svg, x, y, 46 + (t * 20), new Look(Ink.Parse(rng.Pick("#2a2f58", "#4a3048", "#37404f", "#1f2444", "#5a3838")), "#171b38", "#b08068") { Stride = rng.Near(0, 0.5), RimSide = x < 800 ? 1 : -1, Rim = "#ffc98a", Hem = rng.In(0.25, 0.45) });
        }
        foreach (var (x, y, h, coat, stride, bag) in new[] { (540.0, 985.0, 128.0, "#27305c", 0.5, true), (596, 990, 122, "#5a3444", 0.4, false), (1010, 1000, 136, "#1f2648", -0.45, true), (1130, 958, 104, "#3a3350", 0.3, false), (420, 950, 98, "#3d4668", -0.35, false) })
        {
            svg.Path(new Pen().Polygon((x - 10, y), (x + 12, y), (x + ((x - 800) * 0.12) + 16, y + 46), (x + ((x - 800) * 0.12) - 12, y + 46)).ToString(), "#0d1230", "fill-opacity='.45'");
            People.Stand(svg, x, y, h, new Look(coat, "#141831", "#a87a66") { Stride = stride, RimSide = x < 800 ? 1 : -1, Rim = "#ffc98a", Hem = 0.3, Bag = bag ? Ink.Parse("#3a2a2a") : (Ink?)null });
        }
    }
}
