using System.Globalization;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A drawing for the opinion page: ink, and one colour.</summary>
internal sealed class OpinionDrawing(string key, string accent, Action<OpinionDrawing.Pen> draw) : Scene(key)
{
    public static IEnumerable<Scene> All { get; } =
    [
        new OpinionDrawing("scales-water", "#3f7f97", Scales),
        new OpinionDrawing("open-door", "#e2a93b", Door),
        new OpinionDrawing("two-clocks", Ink.Accent, Clocks),
        new OpinionDrawing("loud-speaker", Ink.Accent, Speaker),
    ];

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        svg.Rect(0, 0, Width, Height, "#fbf8f0");
        draw(new Pen(svg, accent, new Dice((ulong)(Key.Length * 31) + Key[0])));
    }

    private static void Scales(Pen p)
    {
        // the ground, the foot and the pillar
        p.Line(7, (250, 968), (640, 962), (1000, 966), (1370, 960));
        p.Shape("M690 964Q700 900 760 884H850Q912 900 920 964Z", Pen.Paper, 7);
        p.Hatch("M820 888H850Q912 900 920 964H800Q836 930 820 888Z", 12, 64, 3);
        p.Shape("M786 884L794 250H818L826 884Z", Pen.Paper, 6);
        p.Hatch("M808 252H818L826 884H808Z", 9, 20, 2.4);
        p.Line(5, (770, 860), (806, 852), (842, 860));
        p.Line(5, (776, 300), (806, 292), (836, 300));

        // the beam leans to the water
        p.Line(15, (392, 352), (600, 296), (806, 240), (1010, 182), (1224, 120));
        p.Line(5, (420, 330), (600, 280), (800, 222));
        p.Line(5, (812, 222), (1010, 168), (1200, 112));
        p.Ring(806, 236, 24, 7);
        p.Fill("M800 204L806 150L812 204Z", Ink.Black);
        p.Ring(806, 142, 9, 5);
        p.Ring(392, 352, 11, 5);
        p.Ring(1224, 120, 11, 5);

        // left pan, low: a whole lake, a fish, a boat, and it runs over
        foreach (var x in new[] { 176.0, 392, 608 })
        {
            p.Line(2.6, (392, 362), ((392 + x) / 2, 500), (x, 652));
        }

        p.Fill("M168 652Q270 628 392 640T616 652Q604 778 392 788Q180 778 168 652Z", p.Accent);
        p.Wave(186, 656, 410, 7, Pen.Paper, 4);
        p.Wave(212, 690, 360, 5, Pen.Paper, 3);
        p.Wave(250, 724, 280, 6, Pen.Paper, 3);
        p.Outline("M162 644Q176 786 392 790Q608 786 622 644", Ink.Black, 8);
        p.Outline("M158 640Q172 792 392 797Q612 790 627 642", Ink.Black, 3);
        p.Shape("M330 690C344 674 372 672 388 684L410 672L406 690L410 706L388 696C372 706 344 706 330 690Z", Pen.Paper, 3.4);
        p.Dot(344, 688, 3.4);
        p.Shape("M450 648L556 640Q546 668 526 670H474Q456 668 450 648Z", Pen.Paper, 5);
        p.Line(4, (504, 642), (502, 570), (500, 552));
        p.Shape("M506 560Q540 590 544 634L506 636Z", Pen.Paper, 4);
        p.Drop(138, 700, 15);
        p.Drop(120, 790, 19);
        p.Drop(150, 876, 16);
        p.Drop(648, 736, 14);
        p.Drop(634, 850, 17);
        p.Fill("M70 962Q160 934 250 950T300 968Q180 992 70 962ZM560 964Q640 946 690 960L660 976Q600 982 560 964Z", p.Accent);

        // right pan, high: the ministry, with stamp and paper
        foreach (var x in new[] { 1046.0, 1224, 1402 })
        {
            p.Line(2.6, (1224, 130), ((1224 + x) / 2, 230), (x, 356));
        }

        p.Shape("M1034 356Q1050 440 1224 450Q1398 440 1414 356Q1224 374 1034 356Z", Pen.Paper, 7);
        p.Hatch("M1250 372Q1350 372 1414 356Q1398 440 1224 450Q1300 420 1250 372Z", 11, 60, 2.8);
        p.Shape("M1150 362L1156 288Q1162 250 1204 246Q1250 248 1256 290L1262 362Z", Ink.Black, 4);
        p.Fill("M1192 248L1206 296L1222 248Z", Pen.Paper);
        p.Fill("M1203 258h7l5 28l-9 10l-8 -10z", p.Accent);
        p.Shape("M1176 214Q1174 176 1206 174Q1240 176 1238 214Q1236 246 1206 248Q1178 246 1176 214Z", Pen.Paper, 5);
        p.Shape("M1158 186Q1206 170 1256 188Q1250 180 1240 176L1238 146Q1206 136 1176 146L1174 174Q1164 178 1158 186Z", Ink.Black, 3);
        p.Ring(1194, 210, 9, 3);
        p.Ring(1220, 210, 9, 3);
        p.Line(3, (1202, 209), (1207, 206), (1211, 209));
        p.Line(3.4, (1194, 232), (1206, 227), (1220, 231));
        p.Line(13, (1160, 296), (1124, 312), (1106, 300));
        p.Shape("M1088 270h34l-4 30h-26z", Ink.Black, 3);
        p.Shape("M1078 300h54v14h-54z", Ink.Black, 3);
        p.Line(13, (1254, 296), (1292, 312), (1306, 330));
        p.Shape("M1280 320L1372 296L1382 352L1294 360Z", Pen.Paper, 4);
        p.Line(2.6, (1300, 326), (1330, 318), (1360, 311));
        p.Line(2.6, (1302, 338), (1330, 331), (1354, 326));
        p.Line(12, (1190, 366), (1178, 430), (1160, 484));
        p.Line(12, (1226, 368), (1234, 430), (1246, 486));
        p.Line(13, (1160, 484), (1146, 490), (1130, 488));
        p.Line(13, (1246, 486), (1260, 492), (1276, 488));
        foreach (var (x, y, turn) in new[] { (1366.0, 560.0, 14.0), (1310, 660, -24), (1402, 752, 32), (1336, 868, -8), (1270, 946, 4) })
        {
            p.Leaf(x, y, turn);
        }
    }

    private static void Door(Pen p)
    {
        // light lies on the ground like an open book
        p.Fill("M716 812L1010 806L1520 1010Q1180 950 930 1040Q700 960 300 1030Z", p.Accent);
        for (var i = 0; i < 7; i++)
        {
            var t = i / 7.0;
            p.Stripe(4 + (t * 3), Pen.Paper, (650 - (t * 220), 850 + (t * 130)), (760 - (t * 60), 846 + (t * 132)), (850 + (t * 30), 852 + (t * 150)));
            p.Stripe(4 + (t * 3), Pen.Paper, (960 + (t * 40), 846 + (t * 140)), (1040 + (t * 120), 840 + (t * 116)), (1100 + (t * 270), 848 + (t * 126)));
        }

        p.Line(5, (898, 812), (912, 900), (930, 1036));

        // the frame
        p.Line(6, (60, 824), (400, 812), (700, 814));
        p.Line(6, (1024, 812), (1300, 808), (1550, 818));
        p.Shape("M690 820L694 150H1036L1040 814H1006L1002 186H728L724 820Z", Pen.Paper, 7);
        p.Hatch("M1012 190L1036 154L1040 814H1008Z", 10, 60, 2.8);
        p.Fill("M730 188H1002L1006 806H728Z", p.Accent);

        // the leaf, half open towards us
        p.Shape("M1002 186L1214 120L1222 902L1006 808Z", Ink.Black, 6);
        p.Outline("M1040 224L1180 186L1184 440L1042 444ZM1044 492L1186 490L1190 812L1048 756Z", Pen.Paper, 4);
        p.Hatch("M1002 186L1030 178L1034 822L1006 808Z", 9, 70, 2.4, Pen.Paper);
        p.Ring(1196, 500, 13, 6, Pen.Paper);

        // the notice on it, struck out
        p.Shape("M1064 262L1160 240L1162 334L1066 348Z", Pen.Paper, 3);
        p.Letters("SUNDAYS", 1113, 306, 13, -0.2);
        p.Stripe(8, p.Accent, (1056, 344), (1112, 294), (1172, 232));

        // a lamp
        p.Outline("M868 190V262", Ink.Black, 4);
        p.Shape("M816 300Q824 264 868 262Q912 264 920 300Z", Ink.Black, 4);
        p.Fill("M838 306H898Q890 320 868 320Q846 320 838 306Z", Pen.Paper);
        for (var i = -3; i <= 3; i++)
        {
            p.Stripe(3.4, Pen.Paper, (868 + (i * 18), 334), (868 + (i * 24), 352), (868 + (i * 30), 372));
        }

        // shelves seen inside
        for (var r = 0; r < 4; r++)
        {
            var y = 456 + (r * 92.0);
            p.Line(4, (744, y), (860, y + 1), (994, y));
            for (var i = 0; i < 17; i++)
            {
                if ((i * 5) + (r * 7) is 33 or 40 or 61 or 26 || i == 6 + r)
                {
                    continue;
                }

                var h = 40 + (((i * 37) + (r * 23)) % 26);
                p.Outline(string.Create(CultureInfo.InvariantCulture, $"M{750 + (i * 14)} {Ink.N(y - 2)}v{-h}h11v{h}"), Ink.Black, 2.6);
            }
        }

        // she has her coat on, and a bag, and is not in a hurry to be told to go
        p.Fill("M400 1000Q470 960 560 948L600 962Q500 990 440 1014Z", Ink.Black);
        p.Shape("M560 956L570 700Q576 620 628 608Q690 612 700 690L724 950Q640 976 560 956Z", Ink.Black, 4);
        p.Outline("M640 630Q652 780 646 958M592 720Q600 800 594 900", Pen.Paper, 3);
        p.Shape("M592 560Q588 506 632 502Q678 506 676 556Q674 602 634 606Q596 602 592 560Z", Pen.Paper, 5);
        p.Shape("M584 556Q572 486 634 480Q690 484 688 538Q660 520 640 526Q620 548 600 560Q598 590 606 604Q586 590 584 556Z", Ink.Black, 3);
        p.Ring(586, 518, 20, 4, null, Ink.Black);
        p.Line(3.4, (664, 548), (676, 556), (666, 566));
        p.Line(3, (650, 544), (656, 541), (662, 543));
        p.Line(3, (652, 584), (660, 582), (668, 576));
        p.Line(14, (694, 700), (734, 760), (738, 808));
        p.Shape("M714 816Q740 806 766 818L776 886Q742 900 708 886Z", Pen.Paper, 5);
        p.Outline("M724 816Q722 786 740 784Q758 786 756 818", Ink.Black, 4);
        p.Line(15, (596, 958), (594, 984), (612, 990));
        p.Line(15, (672, 958), (674, 986), (694, 990));
    }

    private static void Clocks(Pen p)
    {
        p.Line(7, (90, 936), (520, 930), (1000, 934), (1510, 928));

        // a bench
        p.Line(15, (760, 716), (1050, 710), (1420, 714));
        p.Line(12, (780, 600), (1060, 596), (1410, 600));
        p.Line(11, (800, 720), (796, 830), (790, 930));
        p.Line(11, (1390, 718), (1394, 830), (1400, 928));
        p.Line(9, (786, 606), (790, 660), (794, 712));
        p.Line(9, (1404, 604), (1400, 660), (1396, 712));

        // the one who is always right: square, electric, on his feet, half into his coat
        p.Shape("M352 208Q352 192 368 192H560Q576 192 576 208V400Q576 416 560 416H368Q352 416 352 400Z", Pen.Paper, 9);
        p.Hatch("M540 196H560Q576 192 576 208V400Q576 416 560 416H540Z", 9, 60, 2.6);
        for (var i = 0; i < 12; i++)
        {
            var a = i * Math.PI / 6;
            p.Line(i % 3 == 0 ? 8 : 5, (464 + (84 * Math.Sin(a)), 304 - (84 * Math.Cos(a))), (464 + (78 * Math.Sin(a)), 304 - (78 * Math.Cos(a))), (464 + (70 * Math.Sin(a)), 304 - (70 * Math.Cos(a))));
        }

        p.Stripe(11, p.Accent, (464, 316), (464, 270), (464, 236));
        p.Stripe(12, p.Accent, (464, 312), (464, 280), (464, 256));
        p.Dot(464, 304, 10);
        p.Line(4, (464, 416), (466, 440), (470, 452));
        p.Line(4, (576, 330), (612, 350), (600, 384), (640, 400));
        p.Shape("M640 392l34 8l-6 26l-34 -10z", Ink.Black, 3);
        p.Shape("M396 452Q466 436 536 452Q566 470 572 540L560 736H372L360 540Q366 470 396 452Z", Ink.Black, 5);
        p.Fill("M440 446L466 520L494 446Z", Pen.Paper);
        p.Fill("M460 452h12l6 56l-12 18l-12 -18z", p.Accent);
        p.Shape("M372 736L366 918H434L462 760L490 918H562L560 736Z", Ink.Black, 5);
        p.Outline("M462 560V736", Pen.Paper, 3);
        p.Line(24, (366, 500), (300, 580), (318, 660));
        p.Ring(320, 672, 15, 4, null, Pen.Paper);
        p.Line(24, (566, 500), (628, 500), (652, 446));
        p.Line(26, (566, 508), (626, 520), (672, 470));
        p.Shape("M648 462L690 440L724 470Q756 560 764 730Q716 756 650 744L646 640Q636 720 626 760L600 756Q598 620 616 520Q626 480 648 462Z", Pen.Paper, 6);
        p.Hatch("M690 440L724 470Q756 560 764 730Q740 746 706 748Q720 580 690 440Z", 11, 66, 2.8);
        p.Outline("M648 462Q676 500 690 560L698 744M690 440Q704 500 690 560M646 640L650 560", Ink.Black, 4);
        p.Dot(706, 600, 5);
        p.Dot(708, 650, 5);
        p.Dot(710, 700, 5);
        p.Shape("M640 430Q662 408 690 422Q704 440 690 456Q666 474 646 460Q634 446 640 430Z", Pen.Paper, 5);
        p.Line(24, (366, 918), (340, 926), (318, 926));
        p.Line(24, (562, 918), (586, 926), (608, 926));

        // the one who is four minutes slow: round, from the tower, sitting
        p.Ring(1140, 400, 132, 11, null, Pen.Paper);
        p.Ring(1140, 400, 108, 3);
        string[] hours = ["XII", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"];
        for (var i = 0; i < 12; i++)
        {
            var a = i * Math.PI / 6;
            p.Letters(hours[i], 1140 + (88 * Math.Sin(a)), 400 - (88 * Math.Cos(a)) + 9, 18, 0);
        }

        var slow = (-4 / 60.0) * Math.PI * 2;
        p.Stripe(10, p.Accent, (1140, 400), (1140 + (50 * Math.Sin(slow)), 400 - (50 * Math.Cos(slow))), (1140 + (92 * Math.Sin(slow)), 400 - (92 * Math.Cos(slow))));
        p.Stripe(11, p.Accent, (1140, 400), (1140 + (30 * Math.Sin(-0.035)), 400 - (30 * Math.Cos(-0.035))), (1140 + (58 * Math.Sin(-0.035)), 400 - (58 * Math.Cos(-0.035))));
        p.Dot(1140, 400, 9);
        p.Shape("M1060 288L1140 230L1220 288", null, 9);
        p.Line(6, (1140, 230), (1140, 206), (1140, 188));
        p.Line(5, (1126, 200), (1140, 198), (1154, 200));
        p.Shape("M1072 536Q1140 516 1210 536Q1246 560 1250 640L1244 726H1040L1036 640Q1040 560 1072 536Z", Pen.Paper, 7);
        p.Hatch("M1180 526Q1246 550 1250 640L1244 726H1170Z", 12, 62, 2.8);
        p.Shape("M1040 720H1244Q1280 730 1276 764L1240 922H1196L1200 780L1100 776L1060 922H1016L1040 760Z", Pen.Paper, 7);
        p.Hatch("M1210 740Q1280 730 1276 764L1240 922H1206Z", 12, 70, 2.8);

        // a stone on a chain for a tie
        p.Chain(1138, 530, 690);
        p.Shape("M1104 694Q1110 676 1138 674Q1170 676 1176 700Q1174 730 1142 732Q1108 728 1104 694Z", "#d9d3c6", 5);
        p.Hatch("M1140 676Q1170 676 1176 700Q1174 730 1142 732Q1160 706 1140 676Z", 9, 50, 2.4);

        // he pats the seat
        p.Line(26, (1050, 580), (980, 640), (920, 690));
        p.Line(18, (1050, 580), (980, 640), (920, 690), Pen.Paper);
        p.Shape("M936 674Q904 680 884 698Q880 708 892 708L920 702L890 716Q890 722 900 720L940 706Z", Pen.Paper, 5);
        p.Line(3.4, (866, 690), (856, 684), (850, 674));
        p.Line(3.4, (862, 704), (850, 704), (840, 700));
        p.Line(26, (1236, 590), (1290, 640), (1288, 700));
        p.Line(18, (1236, 590), (1290, 640), (1288, 700), Pen.Paper);
        p.Line(20, (1016, 922), (990, 926), (972, 926));
        p.Line(20, (1240, 922), (1266, 926), (1284, 926));
        p.Letters("How are you?", 1420, 286, 26, 0, Lettering.Regular, 0.12);
        p.Line(3.4, (1330, 314), (1308, 336), (1288, 346));
    }

    private static void Speaker(Pen p)
    {
        // post
        p.Line(7, (60, 968), (500, 962), (1100, 966), (1540, 960));
        p.Line(22, (330, 962), (328, 760), (330, 560));
        p.Line(9, (330, 640), (380, 600), (420, 580));

        // the horn
        p.Shape("M170 440H300V600H170Q150 600 150 580V460Q150 440 170 440Z", Ink.Black, 6);
        p.Outline("M174 470H280M174 500H280M174 530H280M174 560H280", Pen.Paper, 4);
        p.Shape("M300 460L380 452Q560 400 700 232L716 808Q570 640 380 590L300 582Z", Pen.Paper, 9);
        p.Hatch("M300 540L380 548Q570 600 716 808Q570 640 380 590L300 582Z", 12, 40, 3.4);
        p.Hatch("M420 566Q590 600 716 808Q610 690 480 616Z", 12, -40, 3.0);
        p.Outline("M400 470Q560 430 672 310M400 500Q540 490 684 440", Ink.Black, 3);
        p.Shape("M700 232Q748 300 756 520Q752 740 716 808Q664 720 660 520Q664 320 700 232Z", Ink.Black, 8);
        p.Shape("M704 270Q738 340 742 520Q738 700 714 770Q680 690 676 520Q680 350 704 270Z", "#4a443d", 3);
        p.Fill("M690 470Q716 476 718 520Q716 566 692 570Q682 520 690 470Z", Ink.Black);

        // what it says goes everywhere, and goes round
        for (var i = -9; i <= 9; i++)
        {
            var y0 = 520 + (i * 27.0);
            var points = new List<(double X, double Y)>();
            for (var k = 0; k <= 22; k++)
            {
                var t = k / 22.0;
                var x = 790 + (t * 760);
                var y = y0 + (i * 27 * t * 0.7) + (9 * Math.Sin((t * 19) + (i * 0.9)) * (0.4 + t));

                // the lines part before the bird
                var (dx, dy) = (x - 1190, y - 548);
                var far = Math.Sqrt((dx * dx * 0.5) + (dy * dy));
                if (far < 210)
                {
                    y += Math.Sign(dy == 0 ? i + 0.5 : dy) * (210 - far) * 0.72;
                }

                points.Add((x, y));
            }

            if (Math.Abs(i) <= 1)
            {
                points = [.. points.Take(i == 0 ? 5 : 6)];
            }

            p.Line(Math.Abs(i) % 3 == 0 ? 10 : 6, [.. points]);
        }

        // the wire and the bird on it
        p.Line(4, (1010, 640), (1190, 654), (1370, 642));
        p.Shape("M1130 580C1130 540 1160 516 1196 518C1210 500 1240 498 1252 518C1258 530 1254 542 1246 550C1244 600 1206 628 1166 620C1144 620 1120 632 1092 640C1104 620 1118 604 1130 580Z", p.Accent, 5);
        p.Shape("M1142 584Q1170 556 1214 572Q1200 608 1156 606Z", "#fbf8f0", 4);
        p.Line(3, (1156, 590), (1176, 584), (1196, 584));
        p.Shape("M1252 514L1284 500L1256 530Z", Ink.Black, 2);
        p.Shape("M1254 534L1280 540L1250 544Z", Ink.Black, 2);
        p.Dot(1228, 524, 5.4);
        p.Line(4, (1176, 622), (1178, 638), (1182, 652));
        p.Line(4, (1198, 616), (1202, 636), (1206, 652));
        p.Line(3.4, (1170, 654), (1182, 652), (1194, 656));
        p.Line(3.4, (1194, 654), (1206, 652), (1218, 656));

        // one small note
        p.Fill("M1312 500q-15 -6 -19 5q0 12 14 10q10 -3 10 -14v-52l24 12v-11l-29 -15z", p.Accent);
    }

    /// <summary>Brush, pen and ruler on the sheet.</summary>
    internal sealed class Pen(Svg svg, string accent, Dice dice)
    {
        public const string Paper = "#fbf8f0";

        public string Accent => accent;

        public void Line(double breadth, params (double X, double Y)[] through) => svg.Path(Ink.Brush(through, breadth, dice, 1.1, 0.45, 0.25), Ink.Black);

        public void Line(double breadth, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, string colour) => svg.Path(Ink.Brush([a, b, c], breadth, dice, 1, 0.6, 0.5), colour);

        public void Stripe(double breadth, string colour, params (double X, double Y)[] through) => svg.Path(Ink.Brush(through, breadth, dice, 1, 0.6, 0.4), colour);

        public void Fill(string d, string colour) => svg.Path(d, colour);

        public void Outline(string d, string colour, double breadth) => svg.Path(d, "none", $"stroke='{colour}' stroke-width='{Ink.N(breadth)}' stroke-linecap='round' stroke-linejoin='round'");

        /// <summary>A filled shape with a pen line that is drawn a little off twice.</summary>
        public void Shape(string d, string? fill, double breadth)
        {
            svg.Path(d, fill ?? "none", $"stroke='{Ink.Black}' stroke-width='{Ink.N(breadth)}' stroke-linecap='round' stroke-linejoin='round'");
            svg.Path(d, "none", $"stroke='{Ink.Black}' stroke-width='{Ink.N(breadth * 0.45)}' stroke-linecap='round' stroke-linejoin='round' transform='translate({Ink.N(dice.Range(-2.2, 2.2))} {Ink.N(dice.Range(1, 2.6))})'");
        }

        public void Hatch(string shape, double gap, double degrees, double thick, string? colour = null) => Ink.Hatch(svg, shape, (0, 0, 1600, 1067), degrees, gap, thick, colour ?? Ink.Black, dice, 0.9);

        public void Ring(double x, double y, double r, double breadth, string? colour = null, string? fill = null)
        {
            if (fill is not null)
            {
                svg.Circle(x, y, r, fill);
            }

            var start = dice.Range(0, 6);
            svg.Path(Ink.Brush([.. Enumerable.Range(0, 20).Select(i => start + (i * 0.345)).Select(a => (x + (r * Math.Cos(a)), y + (r * Math.Sin(a))))], breadth, dice, r * 0.012, 0.5, 0.3), colour ?? Ink.Black);
        }

        public void Dot(double x, double y, double r) => svg.Circle(x, y, r, Ink.Black);

        public void Drop(double x, double y, double r) =>
            Fill(string.Create(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y - (r * 1.9))}Q{Ink.N(x + r)} {Ink.N(y - (r * 0.3))} {Ink.N(x + (r * 0.86))} {Ink.N(y + (r * 0.3))}A{Ink.N(r * 0.88)} {Ink.N(r * 0.88)} 0 0 1 {Ink.N(x - (r * 0.86))} {Ink.N(y + (r * 0.3))}Q{Ink.N(x - r)} {Ink.N(y - (r * 0.3))} {Ink.N(x)} {Ink.N(y - (r * 1.9))}Z"), accent);

        /// <summary>A sheet of paper in the air.</summary>
        public void Leaf(double x, double y, double turn)
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)})'>");
            Shape("M-34 -20Q0 -30 34 -18L30 20Q0 12 -36 22Z", Paper, 4);
            Outline("M-22 -8Q0 -14 22 -6M-22 4Q0 -2 12 4", Ink.Black, 2.4);
            svg.Add("</g>");
        }

        public void Wave(double x, double y, double length, double high, string colour, double breadth) =>
            svg.Path(Ink.Brush([.. Enumerable.Range(0, 13).Select(i => (x + (length * i / 12), y + (high * (i % 2 == 0 ? -1 : 1))))], breadth, dice), colour);

        public void Chain(double x, double from, double to)
        {
            for (var y = from; y < to; y += 17)
            {
                svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='{(((int)((y - from) / 17) & 1) == 0 ? "6" : "2.5")}' ry='10' fill='none' stroke='{Ink.Black}' stroke-width='3.4'/>");
            }
        }

        public void Letters(string text, double x, double y, double size, double angle, double weight = Lettering.Medium, double slant = 0)
        {
            var w = Lettering.Width(text, size, weight, 0.02);
            var (c, s) = (Math.Cos(angle), Math.Sin(angle));
            svg.Path(Lettering.PathOf(text, x - (c * w / 2), y - (s * w / 2), size, weight, 0.02, slant, angle), "none", $"stroke='{Ink.Black}' stroke-width='{Ink.N(size * weight)}' stroke-linecap='round' stroke-linejoin='round'");
        }
    }
}
