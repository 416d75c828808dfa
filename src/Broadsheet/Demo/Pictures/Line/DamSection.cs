using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The dam cut through its third gate, and seen from below with all five.</summary>
internal sealed class DamSection() : Scene("dam-section")
{
    private const string Concrete = "#e9e3d7";
    private const string Pen = "stroke-linejoin='round' stroke-linecap='round'";

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        Chart.Within(svg, () =>
        {
            Chart.Frame(svg, "Inside the Zell dam", "Section through gate 3, and the five gates seen from downstream", "Source: Survey Office drawings; accounts of the shift. Not to scale");
            Rock(svg);
            Water(svg);
            Wall(svg);
            Gate(svg);
            Turbine(svg);
            Elevation(svg);
            Labels(svg);
        });
    }

    private static void Rock(Svg svg)
    {
        (double X, double Y)[] top = [(70, 836), (180, 842), (300, 862), (420, 870), (470, 884), (490, 908), (560, 910), (700, 906), (850, 908), (900, 900), (930, 872), (1010, 868), (1150, 874), (1290, 866), (1420, 872), (1530, 862)];
        var edge = Ink.Curve(top);
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{edge}V985H70Z'/></clipPath>");
        svg.Add($"<g clip-path='{clip}'><rect x='70' y='820' width='1460' height='170' fill='#dcd3c2'/>");
        var dice = new Dice(3);
        var strata = new StringBuilder();
        for (var i = 0; i < 26; i++)
        {
            var y = 826 + (i * 8.5);
            for (var x = 70 + dice.Range(-60, 0); x < 1540; x += dice.Range(70, 150))
            {
                var w = dice.Range(30, 110);
                strata.Append(Ink.Curve([(x, y + (x * 0.035)), (x + (w / 2), y + (x * 0.035) + dice.Range(-3, 3)), (x + w, y + ((x + w) * 0.035))]));
            }
        }

        svg.Path(strata.ToString(), "none", $"stroke='#a99c86' stroke-width='1.3' {Pen}");
        var cracks = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            var (x, y) = (dice.Range(80, 1520), dice.Range(870, 970));
            cracks.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}l{Ink.N(dice.Range(6, 18))} {Ink.N(dice.Range(12, 30))}");
        }

        svg.Path(cracks.ToString(), "none", $"stroke='#8f8370' stroke-width='1.2' {Pen}");
        svg.Add("</g>");
        svg.Path(edge, "none", $"stroke='{Ink.Black}' stroke-width='2.4'");
    }

    private static void Water(Svg svg)
    {
        // the lake today; the lost six metres above it
        svg.Path("M70 370H520V436H70Z", "#eef3f4");
        var lake = svg.Vertical((0, "#b7cbd4", 1), (1, "#7f9cab", 1));
        svg.Path("M70 436H520V908L490 908Q480 886 440 872L300 862L180 842L70 836Z", lake);
        var ripples = new StringBuilder();
        var dice = new Dice(12);
        for (var i = 0; i < 46; i++)
        {
            var y = 448 + (dice.Next() * dice.Next() * 350);
            var x = dice.Range(76, 440);
            ripples.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}h{Ink.N(dice.Range(16, 70))}");
        }

        svg.Path(ripples.ToString(), "none", "stroke='#ffffff' stroke-width='1.4' opacity='.5'");
        svg.Path("M70 436H520", "none", "stroke='#34515f' stroke-width='3'");
        svg.Path("M70 370H520", "none", "stroke='#34515f' stroke-width='1.6' stroke-dasharray='9 7'");

        // the river below
        var tail = svg.Vertical((0, "#b7cbd4", 1), (1, "#93adb9", 1));
        svg.Path("M786 806C800 834 826 848 866 848H968V870L1010 868L1150 874L1290 866L1420 872L1530 862V806Z", tail);
        svg.Path("M792 806H1530", "none", "stroke='#34515f' stroke-width='2.6'");
        svg.Path("M1010 822h70M1120 834h90M1240 820h60M1350 838h100M1440 822h60M1060 850h60M1200 852h70", "none", "stroke='#ffffff' stroke-width='1.4' opacity='.6'");
    }

    private static void Wall(Svg svg)
    {
        const string body = "M520 908V436C534 428 556 424 574 430C610 444 640 500 668 560L792 808C806 832 830 846 866 846H968V872L930 876L900 902L850 908Z";
        var clip = svg.Define(id => $"<clipPath id='{id}'><path d='{body}'/></clipPath>");
        svg.Path(body, Concrete);
        svg.Add($"<g clip-path='{clip}'>");

        // aggregate, as engineers draw it
        var dice = new Dice(21);
        var stones = new StringBuilder();
        var dots = new StringBuilder();
        for (var i = 0; i < 330; i++)
        {
            var (x, y) = (dice.Range(520, 960), dice.Range(430, 906));
            if (dice.Chance(0.3))
            {
                var r = dice.Range(3.5, 7);
                var a = dice.Range(0, 6);
                stones.Append(Ink.Straight([(x + (r * Math.Cos(a)), y + (r * Math.Sin(a))), (x + (r * Math.Cos(a + 2)), y + (r * Math.Sin(a + 2))), (x + (r * Math.Cos(a + 4.1)), y + (r * Math.Sin(a + 4.1)))], closed: true));
            }
            else
            {
                dots.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}h.1");
            }
        }

        svg.Path(stones.ToString(), "none", "stroke='#a0947f' stroke-width='1.1'");
        svg.Path(dots.ToString(), "none", "stroke='#a0947f' stroke-width='2.6' stroke-linecap='round'");
        var lifts = new StringBuilder();
        for (var y = 470; y < 900; y += 44)
        {
            lifts.Append(CultureInfo.InvariantCulture, $"M500 {y}H980");
        }

        svg.Path(lifts.ToString(), "none", "stroke='#bdb19b' stroke-width='1' stroke-dasharray='14 5'");
        svg.Add("</g>");

        // galleries for walking inside the wall
        foreach (var (x, y) in new[] { (552.0, 548.0), (552, 752), (552, 862) })
        {
            svg.Path($"M{x - 11} {y + 15}V{y - 4}A11 11 0 0 1 {x + 11} {y - 4}V{y + 15}Z", Ink.Paper, $"stroke='{Ink.Black}' stroke-width='2'");
            svg.Circle(x, y - 7, 1.8, Ink.Accent);
            svg.Path($"M{x - 2} {y + 14}v-7M{x - 2} {y - 1}l0 6m0 3", "none", $"stroke='{Ink.Black}' stroke-width='2.2' stroke-linecap='round'");
        }

        // the curtain of grout under it
        svg.Path("M540 908L524 984", "none", $"stroke='{Ink.Black}' stroke-width='2' stroke-dasharray='7 5'");
        svg.Path("M552 908L538 984", "none", $"stroke='{Ink.Black}' stroke-width='2' stroke-dasharray='7 5'");
        svg.Path(body, "none", $"stroke='{Ink.Black}' stroke-width='3.2' {Pen}");
    }

    private static void Gate(Svg svg)
    {
        // the pier behind, the road on it, the frame with the hoist
        svg.Path("M528 430V300H690V372L640 472C618 436 596 426 574 428C556 424 540 428 528 434Z", "#f4efe5", $"stroke='{Ink.Black}' stroke-width='2' {Pen}");
        svg.Rect(590, 300, 132, 16, Concrete, $"stroke='{Ink.Black}' stroke-width='2.4'");
        svg.Path("M592 284H720M594 300V282M620 300V282M646 300V282M672 300V282M698 300V282M719 300V282", "none", $"stroke='{Ink.Black}' stroke-width='1.8'");
        svg.Path("M702 300v-10M702 290l-4 10M702 276v14", "none", $"stroke='{Ink.Black}' stroke-width='2.4' {Pen}");
        svg.Circle(702, 271, 3.6, Ink.Black);
        svg.Path("M612 296V272H652V296ZM652 296V278H668L674 286V296Z", "#cfc6b6", $"stroke='{Ink.Black}' stroke-width='1.6'");
        svg.Circle(624, 296, 5.4, Ink.Black).Circle(662, 296, 5.4, Ink.Black);
        svg.Path("M532 432V222H574V432", "none", $"stroke='{Ink.Black}' stroke-width='4' {Pen}");
        svg.Path("M532 300L574 262M532 262L574 300", "none", $"stroke='{Ink.Black}' stroke-width='1.4'");
        svg.Rect(526, 208, 54, 20, Concrete, $"stroke='{Ink.Black}' stroke-width='2.2'");
        svg.Circle(553, 218, 6, Ink.Paper, $"stroke='{Ink.Black}' stroke-width='2'");
        svg.Path("M548 228V352M558 228V352", "none", $"stroke='{Ink.Black}' stroke-width='1.6' stroke-dasharray='5 2'");

        // the gate: a steel plate that slides up and down
        svg.Rect(543, 352, 20, 74, Ink.Accent, $"stroke='{Ink.Black}' stroke-width='2'");
        svg.Path("M563 366h8M563 384h8M563 402h8M563 418h8", "none", $"stroke='{Ink.Black}' stroke-width='3'");
    }

    private static void Turbine(Svg svg)
    {
        // the pipe lies beyond the cut, on the way to the hall
        svg.Path("M520 650C566 652 600 676 634 724L716 830C728 846 744 856 770 860H960", "none", $"stroke='{Ink.Black}' stroke-width='30' stroke-dasharray='12 7'");
        svg.Path("M517 650C566 652 600 676 634 724L716 830C728 846 744 856 770 860H962", "none", "stroke='#a9c0cb' stroke-width='25'");
        svg.Path("M548 648C574 656 598 674 622 706M640 730L696 802M786 858H880", "none", "stroke='#ffffff' stroke-width='1.6' opacity='.8'");
        svg.Path("M508 624H522M508 632H522M508 640H522M508 648H522M508 656H522M508 664H522M508 672H522M508 680H522M509 618V686", "none", $"stroke='{Ink.Black}' stroke-width='2.4'");
    }

    private static void Elevation(Svg svg)
    {
        const double x0 = 880, x1 = 1530, y0 = 260, foot = 560;

        // the valley and the wall across it
        svg.Path($"M{x0} {y0 + 10}Q930 300 960 360L1000 470Q1020 520 1040 {foot}H1376Q1400 520 1418 464L1456 352Q1484 296 {x1} {y0 + 4}V{foot + 50}H{x0}Z", "#dcd3c2");
        const string wall = "M934 306H1480L1450 366L1414 470Q1398 524 1374 560H1042Q1018 520 1002 474L966 370Z";
        svg.Path(wall, Concrete, $"stroke='{Ink.Black}' stroke-width='2.6' {Pen}");
        var joints = new StringBuilder();
        for (var x = 980; x < 1450; x += 36)
        {
            var low = x < 1042 ? 374 + ((x - 966) * 2.3) : x > 1374 ? 560 - ((x - 1374) * 2.3) : 560;
            joints.Append(CultureInfo.InvariantCulture, $"M{x} 312V{Ink.N(low)}");
        }

        svg.Path(joints.ToString(), "none", "stroke='#bdb19b' stroke-width='1'");
        svg.Rect(922, 296, 570, 10, "#cfc6b6", $"stroke='{Ink.Black}' stroke-width='2'");
        for (var g = 0; g < 5; g++)
        {
            var x = 1328 - (g * 72);
            svg.Path($"M{x} 358H{x + 48}L{x + 54} 552H{x - 6}Z", "#f6f2ea", "stroke='#a0947f' stroke-width='1.2'");
            svg.Path($"M{x + 9} 372V548M{x + 20} 372V550M{x + 30} 372V550M{x + 40} 372V548", "none", "stroke='#c8d6dc' stroke-width='2'");
            if (g == 4)
            {
                svg.Path($"M{x - 8} 366Q{x + 20} 352 {x + 54} 368L{x + 60} 420Q{x + 40} 470 {x + 22} 462Q{x - 4} 440 {x - 8} 366Z", "#4a4239", "opacity='.75'");
            }

            svg.Add(g == 3 ? $"<g transform='rotate(9 {x + 24} 340)'>" : "<g>");
            svg.Rect(x, 316, 48, 46, Ink.Accent, $"stroke='{Ink.Black}' stroke-width='2' {(g == 4 ? "opacity='.55'" : "")}");
            svg.Path($"M{x + 4} 328h40M{x + 4} 340h40M{x + 4} 352h40", "none", "stroke='#6d1010' stroke-width='1.4'");
            svg.Add("</g>");
            svg.Path($"M{x - 12} 290H{x - 12}V366L{x - 8} 380H{x - 16}L{x - 12} 366", Ink.Black, $"stroke='{Ink.Black}' stroke-width='6'");
            Lettering.Write(svg, $"{g + 1}", x + 24, 282, 21, Ink.Accent, Lettering.Bold, Side.Middle);
        }

        svg.Path("M1388 290V366", "none", $"stroke='{Ink.Black}' stroke-width='6'");
        svg.Path($"M{x0} 560Q1100 548 1210 558T{x1} 560V{foot + 50}H{x0}Z", "#a9c0cb");
        svg.Path("M930 580h120M1090 572h90M1230 586h140M1400 574h90M1010 594h70M1180 598h90", "none", "stroke='#ffffff' stroke-width='1.6' opacity='.8'");
        svg.Path($"M{x0} {foot + 50}H{x1}", "none", $"stroke='{Ink.Black}' stroke-width='1.2'");
    }

    private static void Labels(Svg svg)
    {
        void Text(string text, double x, double y, Side side = Side.Left, double weight = Lettering.Regular, string colour = Ink.Black) =>
            Lettering.Write(svg, text, x, y, 19.5, colour, weight, side, 0.03, 0, Ink.Paper, 4);
        void Lead(double x, double y, double toX, double toY)
        {
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}L{Ink.N(toX)} {Ink.N(toY)}", "none", $"stroke='{Ink.Black}' stroke-width='1.4'");
            svg.Circle(toX, toY, 3.6, Ink.Black);
        }

        Text("on the night, 412.7 m", 80, 356, colour: "#34515f");
        Text("now, 406.6 m", 80, 422, weight: Lettering.Bold, colour: "#34515f");
        Lettering.Write(svg, "RESERVOIR", 112, 640, 24, "#ffffff", Lettering.Medium, tracking: 0.3);
        Lead(456, 292, 546, 380);
        Text("Gate 3, a steel plate", 450, 262, Side.Right, Lettering.Bold, Ink.Accent);
        Text("sliding in a frame", 450, 292, Side.Right);
        Lead(618, 232, 562, 218);
        Text("hoist, or a crank", 626, 232);
        Text("for two", 626, 260);
        Lead(742, 536, 690, 592);
        Text("spillway", 750, 540);
        Lead(440, 752, 536, 752);
        Text("galleries", 432, 759, Side.Right);
        Lead(790, 716, 676, 778);
        Text("pipe to the turbine", 798, 716);
        Text("hall, west bank", 798, 744);
        Text("grout curtain", 480, 972, Side.Right);
        Lead(488, 966, 527, 968);
        Text("river Zell", 1240, 792, weight: Lettering.Medium, colour: "#34515f");
        Text("opened by hand,", 1326, 640, Side.Middle, Lettering.Medium);
        Text("say people of the shift", 1326, 668, Side.Middle);
        Text("“askew”", 1144, 640, Side.Middle, Lettering.Medium);
        Text("not", 1044, 640, Side.Middle, Lettering.Medium);
        Text("reached", 1044, 668, Side.Middle, Lettering.Medium);
        svg.Path("M1176 232V224H1378V232", "none", $"stroke='{Ink.Black}' stroke-width='1.5'");
        svg.Path("M1277 616V612", "none", $"stroke='{Ink.Black}' stroke-width='1.5'");
    }
}
