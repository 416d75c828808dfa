using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>The cold-biology laboratory at Brightwater: two refrigerators, one framed fish.</summary>
internal sealed class Laboratory() : Scene("laboratory")
{
    private const string Round = "stroke-linecap='round' stroke-linejoin='round'";

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(214);
        Wall(svg, dice);
        Window(svg, dice);
        Fridges(svg);
        Fish(svg, dice);
        Scientist(svg);
        Bench(svg, dice);
        Glass(svg, dice);
        Microscope(svg, 1180, 988, 1.28, svg.Horizontal((0, "#f4f3ea", 1), (0.45, "#cfd6d4", 1), (0.75, "#8b999c", 1), (1, "#566468", 1)));
        Gouache.Beam(svg, (1010, 150), (1390, 120), (900, 1067), (120, 1067), "#f5efcf", 0.2, 0.02);
        Gouache.Dust(svg, 420, 220, 760, 520, dice, 70, 1.1, 2.2, "#fffbe6", 0.5);
        Gouache.Vignette(svg, "#0b1719", 0.55, 0.55, 0.48);
        Ink.Grain(svg, 0.36, 0.75);
    }

    private static void Wall(Svg svg, Dice dice)
    {
        svg.Rect(0, 0, 1600, 1067, svg.Horizontal((0, "#26383a", 1), (0.45, "#52706c", 1), (0.8, "#86a096", 1), (1, "#5f7d78", 1)));

        // tiles to the height of a shoulder, plaster above
        for (var r = 0; r < 9; r++)
        {
            for (var c = 0; c < 26; c++)
            {
                var (x, y) = (c * 64, 330 + (r * 52));
                var t = 0.2 + (0.6 * c / 26.0) + dice.Range(-0.05, 0.05);
                svg.Rect(x + 1.5, y + 1.5, 61, 49, Ink.Ramp(t, "#22393a", "#3f605e", "#6b908a", "#a9c4b8"));
            }
        }

        svg.Rect(0, 322, 1600, 10, "#1d3031");
        Gouache.Wash(svg, 0, 0, 1600, 320, dice, 90, 8, 22, 260, 0.08, "#d9e6d8", "#132324", "#7f9f97");

        // shelf with bottles
        svg.Rect(470, 196, 480, 14, "#c9b58d");
        svg.Rect(470, 210, 480, 8, "#26302f");
        svg.Path("M500 218l-12 60M920 218l12 60", "none", "stroke='#26302f' stroke-width='6'");
        var x0 = 484.0;
        foreach (var (w, h, c, neck) in new[] { (40.0, 96.0, "#5a3418", 14.0), (34, 84, "#6d4420", 12), (52, 70, "#d9e6df", 20), (36, 104, "#5a3418", 14), (30, 62, "#e9ece2", 12), (46, 92, "#2f6d67", 16), (34, 80, "#6d4420", 12), (54, 66, "#d9e6df", 24), (38, 98, "#5a3418", 14), (34, 74, "#8d2a2a", 12) })
        {
            var (cx, top) = (x0 + (w / 2), 196 - h);
            svg.Path($"M{Ink.N(cx - neck)} {Ink.N(top)}h{Ink.N(neck * 2)}v14q{Ink.N((w / 2) - neck)} 8 {Ink.N((w / 2) - neck)} 26V196H{Ink.N(x0)}V{Ink.N(top + 40)}q0 -18 {Ink.N((w / 2) - neck)} -26z", c);
            svg.Rect(x0 + 3, top + 46, w - 6, 28, "#efe9d6");
            svg.Path($"M{Ink.N(x0 + 8)} {Ink.N(top + 56)}h{Ink.N(w - 18)}M{Ink.N(x0 + 8)} {Ink.N(top + 64)}h{Ink.N((w - 18) * 0.6)}", "none", "stroke='#4a4a44' stroke-width='2'");
            svg.Path($"M{Ink.N(x0 + w - 6)} {Ink.N(top + 34)}V190", "none", "stroke='#ffffff' stroke-width='3' opacity='.5'");
            x0 += w + 8;
        }
    }

    private static void Window(Svg svg, Dice dice)
    {
        svg.Rect(1000, 70, 440, 480, "#e9e4d0");
        svg.Rect(1018, 88, 404, 444, svg.Vertical((0, "#bcd0d2", 1), (0.55, "#f1ead0", 1), (1, "#d9d8b4", 1)));

        // the lawn and the towers of the university, in mist
        svg.Path("M1018 400Q1120 372 1240 396T1422 384V532H1018Z", "#a9b894");
        svg.Path("M1050 396V330h20v-26l12 -22l12 22v26h50v66zM1290 392v-80h90v80zM1300 312l34 -30l34 30z", "#b3bfae");
        svg.Path("M1018 450Q1200 420 1422 456V532H1018Z", "#7f946f");
        foreach (var (x, y, r) in new[] { (1180.0, 396.0, 34.0), (1214, 410, 26), (1400, 404, 30) })
        {
            svg.Circle(x, y, r, "#8aa083");
            svg.Path($"M{Ink.N(x)} {Ink.N(y)}v60", "none", "stroke='#5f6d55' stroke-width='5'");
        }

        svg.Path("M1220 88V532M1018 300H1422", "none", "stroke='#e9e4d0' stroke-width='13'");
        svg.Rect(984, 548, 472, 20, "#f4efdd");
        svg.Rect(984, 566, 472, 8, "#3a4a49");
        for (var i = 0; i < 7; i++)
        {
            svg.Rect(1030 + (i * 56), 584, 40, 130, i % 2 == 0 ? "#dfe3d8" : "#c9d0c8", "rx='14'");
        }

        // a plant that somebody keeps
        svg.Path("M1352 548l8 -44h48l8 44z", "#b5623a");
        svg.Path("M1384 506C1380 470 1360 452 1338 450C1346 476 1362 492 1384 506ZM1384 506C1384 462 1396 430 1420 416C1424 452 1410 484 1384 506ZM1384 506C1404 480 1430 470 1450 474C1440 496 1416 508 1384 506Z", "#3c6b4a");
        _ = dice;
    }

    private static void Fridges(Svg svg)
    {
        // the newer one stands still
        svg.Rect(40, 250, 190, 560, svg.Horizontal((0, "#5a6d6d", 1), (0.5, "#b3c2bd", 1), (1, "#8ba09c", 1)), "rx='6'");
        svg.Path("M40 440H230", "none", "stroke='#3a4a4a' stroke-width='5'");
        svg.Path("M210 280V410M210 470V640", "none", "stroke='#e9efe9' stroke-width='9' stroke-linecap='round'");
        svg.Rect(66, 292, 60, 22, "#1c2a2b", "rx='3'");
        Lettering.Write(svg, "−4°", 74, 311, 14, "#7fe0c0", Lettering.Medium);

        // the older one shudders; it is unplugged, and labelled
        svg.Path("M262 330Q262 270 322 270H412Q472 270 472 330V812H262Z", svg.Horizontal((0, "#a9a288", 1), (0.35, "#efe6c8", 1), (0.75, "#d3c8a5", 1), (1, "#8d8669", 1)));
        svg.Path("M262 452H472", "none", "stroke='#8d8669' stroke-width='4'");
        svg.Path("M288 480V560Q288 572 300 572H312", "none", "stroke='#8f999a' stroke-width='13' stroke-linecap='round'");
        svg.Path("M286 482V558", "none", "stroke='#eef2f0' stroke-width='4' stroke-linecap='round'");
        svg.Path("M322 300h92q8 0 8 8v14q0 8 -8 8h-92q-8 0 -8 -8v-14q0 -8 8 -8z", "#8f999a");
        svg.Path("M330 315h76", "none", "stroke='#eef2f0' stroke-width='3'");
        svg.Path("M336 470L440 462L446 560L342 566Z", "#fffbe9", "stroke='#b9ad88' stroke-width='2'");
        Lettering.Write(svg, "DO NOT", 350, 502, 15, Ink.Accent, Lettering.Bold, tracking: 0.04);
        Lettering.Write(svg, "MOVE", 360, 530, 15, Ink.Accent, Lettering.Bold, tracking: 0.04);
        svg.Path("M356 546h74", "none", "stroke='#6d675a' stroke-width='2'");
        svg.Path("M472 770C520 770 520 806 500 812S520 836 556 828", "none", $"stroke='#2a2f30' stroke-width='6' {Round}");
        svg.Path("M552 818l22 6l-3 14l-22 -6zM574 826l10 3M572 833l10 3", "#2a2f30", "stroke='#2a2f30' stroke-width='4'");
        svg.Path("M268 812h20v12h-20zM446 812h20v12h-20z", "#3a3a34");
    }

    private static void Fish(Svg svg, Dice dice)
    {
        // the cover, framed, and the sheet below it
        svg.Path("M560 282H796V560H560Z", "#2d2218");
        svg.Path("M572 294H784V548H572Z", "#f4efdf");
        svg.Rect(590, 312, 176, 34, "#20474c");
        Lettering.Write(svg, "COLD LIFE", 678, 338, 19, "#f4efdf", Lettering.Medium, Side.Middle, 0.14);
        svg.Rect(590, 352, 176, 176, svg.Vertical((0, "#6fa3a3", 1), (1, "#1e4a54", 1)));
        svg.Path("M606 446C616 404 660 392 696 414C712 424 722 434 734 434L756 412C752 432 752 448 758 470L734 456C716 476 690 492 656 488C626 484 608 470 606 446Z", "#c9854a");
        svg.Path("M640 398C650 378 682 376 702 396L696 414C676 402 656 400 640 406ZM650 488C656 502 676 506 690 496L684 484Z", "#8d5228");
        svg.Circle(626, 436, 7, "#fff6df");
        svg.Circle(625, 436, 3.6, "#14110f");
        svg.Path("M608 452q10 6 20 2M650 416q10 24 0 54", "none", "stroke='#5a3216' stroke-width='3' stroke-linecap='round'");
        var spots = new StringBuilder();
        for (var i = 0; i < 34; i++)
        {
            spots.Append(CultureInfo.InvariantCulture, $"M{Ink.N(dice.Range(654, 724))} {Ink.N(dice.Range(418, 474))}h.1");
        }

        svg.Path(spots.ToString(), "none", "stroke='#6d3d1a' stroke-width='6' stroke-linecap='round' opacity='.7'");
        svg.Path("M572 294L784 300V294Z", "#ffffff", "opacity='.5'");
        svg.Add("<g transform='rotate(3 678 620)'>");
        svg.Path("M630 576H728V690H630Z", "#fffdf2");
        svg.Path("M722 690L728 576H728V690Z", "#c9c3ae");
        Lettering.Write(svg, "NO", 679, 652, 34, "#1a1713", Lettering.Bold, Side.Middle, 0.06);
        svg.Circle(679, 586, 6, Ink.Accent);
        svg.Add("</g>");
    }

    private static void Scientist(Svg svg)
    {
        // she holds a tube against the light
        svg.Path("M690 900C684 790 694 706 742 674C782 654 836 654 876 676C912 704 924 790 920 900Z", "#e9e9df");
        svg.Path("M742 674C700 700 690 790 690 900H760C740 810 740 730 760 668Z", "#9fb0ac");
        svg.Path("M876 676L956 600L986 520L1004 522L1000 566L984 640Q950 716 900 762Z", "#e9e9df");
        svg.Path("M900 762Q950 716 984 640L1000 566", "none", "stroke='#fffdf0' stroke-width='5' opacity='.9'");
        svg.Path("M980 526Q974 494 988 474L1000 486L1012 470Q1020 476 1012 496L1006 524Z", "#d9a98a");
        svg.Path("M988 430L1000 426L1014 500L1004 502Z", "#dff0ee", "stroke='#6d8f8d' stroke-width='2'");
        svg.Path("M996 464L1008 460L1014 500L1004 502Z", "#d3a03c");
        svg.Path("M786 662L782 620H838L836 664L812 690Z", "#c9957a");
        svg.Path("M776 668L812 706L848 668L864 690L822 740L812 720L800 740L760 690Z", "#f9f7ee", "stroke='#b3bcb4' stroke-width='2'");
        svg.Path("M762 566C758 522 782 492 818 494C850 496 868 520 866 552L878 580L864 588C864 612 852 632 828 632C796 632 768 608 762 566Z", "#dfae8e");
        svg.Path("M762 566C768 608 796 632 828 632C806 620 792 596 796 560Z", "#b9856a");
        svg.Path("M752 578C742 516 770 474 820 476C860 476 882 506 874 530C848 524 836 516 824 520C812 536 800 540 792 560C788 588 784 610 776 628C764 620 756 600 752 578Z", "#33231c");
        svg.Circle(754, 520, 30, "#33231c");
        svg.Path("M828 546h30v18q-14 10 -30 0zM858 550l12 2M828 550l-26 4", "none", "stroke='#1c1512' stroke-width='3.4'");
        svg.Path("M846 612q10 2 16 -4M838 538q12 -6 24 0", "none", $"stroke='#6d3d2c' stroke-width='3.4' {Round}");
        svg.Path("M820 480C852 482 872 500 874 524M866 552L878 580L864 588M872 680L954 602", "none", "stroke='#fff6da' stroke-width='4' stroke-linecap='round' opacity='.85'");
        svg.Path("M846 760v120M790 742q10 70 6 150M720 780q14 60 8 120", "none", "stroke='#8d9c98' stroke-width='4' stroke-linecap='round' opacity='.7'");
    }

    private static void Bench(Svg svg, Dice dice)
    {
        svg.Path("M-10 812H1610V1080H-10Z", svg.Vertical((0, "#d8d5c2", 1), (0.3, "#a9ab9c", 1), (1, "#3c4a48", 1)));
        svg.Path("M-10 808H1610V818H-10Z", "#fbf8e8");
        svg.Path("M-10 980H1610V1080H-10Z", "#1f2b2b");
        svg.Path("M-10 976H1610V988H-10Z", "#5f6f6b");
        Gouache.Wash(svg, 0, 820, 1600, 150, dice, 90, 2, 8, 240, 0.12, "#fffbe6", "#4a5956", "#d3c9a5");

        // the shine of the window on it
        svg.Path("M700 818H1290L1010 976H300Z", "#fffbe9", "opacity='.35'");
        svg.Path("M940 818h16L690 976h-26z", "#8d9488", "opacity='.35'");

        // notebook with the nine runs
        svg.Path("M330 872L520 856L556 938L352 958Z", "#fffdf2", "stroke='#8d8f80' stroke-width='2'");
        svg.Path("M352 958L556 938L558 948L354 968Z", "#8d2a2a");
        for (var i = 0; i < 9; i++)
        {
            var (x, y) = (352 + (i * 19.5), 900 - (i * 1.7));
            if (i is 1 or 3 or 4 or 7)
            {
                svg.Path($"M{Ink.N(x)} {Ink.N(y - 7)}l11 12m0 -12l-11 12", "none", $"stroke='{Ink.Accent}' stroke-width='3' {Round}");
            }
            else
            {
                svg.Path($"M{Ink.N(x)} {Ink.N(y)}l5 6l9 -14", "none", $"stroke='#2f6d53' stroke-width='3' {Round}");
            }
        }

        svg.Path("M356 922l176 -15M360 936l120 -10", "none", "stroke='#6d6f66' stroke-width='2.4'");
        svg.Path("M500 952L580 900", "none", $"stroke='#c9973c' stroke-width='8' {Round}");
    }

    private static void Glass(Svg svg, Dice dice)
    {
        // rack of tubes
        svg.Path("M100 852H300V866H100ZM92 930H308V948H92ZM108 852H118V940H108ZM282 852H292V940H282Z", "#a9784a");
        svg.Path("M100 852H300V856H100ZM92 930H308V934H92Z", "#e3b983");
        for (var i = 0; i < 7; i++)
        {
            var x = 128 + (i * 22.5);
            var full = dice.Range(30, 70);
            svg.Path($"M{Ink.N(x)} 812H{Ink.N(x + 14)}V924Q{Ink.N(x + 7)} 934 {Ink.N(x)} 924Z", "#eef8f4", "opacity='.6'");
            svg.Path($"M{Ink.N(x)} {Ink.N(926 - full)}H{Ink.N(x + 14)}V924Q{Ink.N(x + 7)} 934 {Ink.N(x)} 924Z", i is 1 or 3 or 4 or 6 ? "#b5483a" : "#d9a03c");
            svg.Path($"M{Ink.N(x)} 812H{Ink.N(x + 14)}V924Q{Ink.N(x + 7)} 934 {Ink.N(x)} 924ZM{Ink.N(x + 4)} 820V910", "none", "stroke='#ffffff' stroke-width='1.8' opacity='.8'");
        }

        // two flasks
        foreach (var (x, y, k, c) in new[] { (650.0, 946.0, 1.0, "#2f8d83"), (780, 964, 0.78, "#d9a03c") })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N2(k)})'>");
            svg.Add("<ellipse cx='6' cy='2' rx='84' ry='12' fill='#2a3533' opacity='.4'/>");
            svg.Path("M-18 -190H18V-120L74 -18Q80 0 60 0H-60Q-80 0 -74 -18L-18 -120Z", "#e9f6f2", "opacity='.45'");
            svg.Path("M-48 -64Q0 -56 48 -64L74 -18Q80 0 60 0H-60Q-80 0 -74 -18Z", c, "opacity='.88'");
            svg.Add($"<ellipse cx='0' cy='-63' rx='48' ry='7' fill='{Ink.Mix(c, "#ffffff", 0.4)}'/>");
            svg.Path("M-18 -190H18V-120L74 -18Q80 0 60 0H-60Q-80 0 -74 -18L-18 -120Z", "none", "stroke='#f4fbf8' stroke-width='3' opacity='.9'");
            svg.Path("M-22 -192H22", "none", "stroke='#ffffff' stroke-width='7' stroke-linecap='round'");
            svg.Path("M-10 -180V-116L-56 -30", "none", $"stroke='#ffffff' stroke-width='6' opacity='.75' {Round}");
            svg.Path("M20 -40h24M26 -54h14M32 -26h20", "none", "stroke='#ffffff' stroke-width='2.4' opacity='.8'");
            svg.Add("</g>");
        }

        // dishes
        foreach (var (x, y) in new[] { (900.0, 930.0), (966, 950), (910, 916) })
        {
            svg.Add($"<ellipse cx='{Ink.N(x)}' cy='{Ink.N(y + 9)}' rx='50' ry='13' fill='#5a6a66' opacity='.6'/><ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='50' ry='13' fill='#e6d7ae'/><ellipse cx='{Ink.N(x)}' cy='{Ink.N(y)}' rx='50' ry='13' fill='none' stroke='#ffffff' stroke-width='2.5'/>");
            svg.Circle(x - 14, y - 1, 4, "#b5483a").Circle(x + 12, y + 3, 3, "#b5483a").Circle(x + 2, y - 4, 2.4, "#b5483a");
        }
    }

    private static void Microscope(Svg svg, double x, double y, double k, string enamel)
    {
        svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N2(k)})'>");
        svg.Add("<ellipse cx='20' cy='4' rx='190' ry='24' fill='#141d1d' opacity='.55'/>");

        // foot and arm
        svg.Path("M-128 0Q-132 -34 -92 -42L52 -50Q120 -50 132 -28L140 0Z", enamel, "stroke='#2a3536' stroke-width='3'");
        svg.Path("M-128 0Q-132 -14 -124 -22H136L140 0Z", "#3f4c4e");
        svg.Path("M40 -48C108 -70 150 -140 146 -226C142 -296 104 -348 44 -374L20 -332C70 -308 98 -268 98 -218C98 -160 70 -112 20 -92Z", enamel, "stroke='#2a3536' stroke-width='3'");
        svg.Path("M132 -160C140 -230 124 -300 62 -346", "none", "stroke='#ffffff' stroke-width='5' opacity='.5' stroke-linecap='round'");
        svg.Circle(104, -136, 31, "#2f3a3c", "stroke='#161d1e' stroke-width='3'");
        svg.Circle(104, -136, 20, "#56666a");
        svg.Path("M90 -150A20 20 0 0 1 110 -155", "none", "stroke='#dfe8e6' stroke-width='4' stroke-linecap='round'");
        svg.Circle(112, -196, 18, "#2f3a3c", "stroke='#161d1e' stroke-width='3'");

        // stage and its light
        svg.Path("M-112 -132H72L66 -112H-106Z", "#2b3537", "stroke='#161d1e' stroke-width='3'");
        svg.Path("M-112 -134H72", "none", "stroke='#aebbb9' stroke-width='3'");
        svg.Path("M-66 -140H6V-134H-66Z", "#dff2ee");
        svg.Path("M-44 -140H-20V-135H-44Z", "#b5483a");
        svg.Path("M-60 -110H4L-6 -84H-50Z", "#3d494b");
        svg.Path("M-46 -46L-36 -78H-20L-10 -46Z", "#fff6cf");
        svg.Path("M-58 -48H4V-62H-58Z", "#20292a");

        // nosepiece and objectives
        svg.Path("M-66 -262L16 -262L4 -236H-54Z", "#2b3537");
        svg.Path("M-42 -238H-14L-18 -178H-38Z", svg.Horizontal((0, "#6d7a7c", 1), (0.4, "#eef2f0", 1), (1, "#55625f", 1)));
        svg.Path("M-36 -178H-20L-24 -156H-32Z", "#c9a25a");
        svg.Path("M-62 -242L-44 -232L-72 -190L-88 -200Z", "#8d9a9b");
        svg.Path("M-2 -236L14 -244L38 -206L22 -196Z", "#6d7a7c");

        // the head and the two eyepieces, leaning to whoever sits there
        svg.Path("M-82 -262C-86 -310 -74 -350 -40 -370L44 -374L24 -262Z", enamel, "stroke='#2a3536' stroke-width='3'");
        svg.Path("M-74 -330L-132 -430L-96 -452L-36 -356Z", "#2b3537", "stroke='#161d1e' stroke-width='3'");
        svg.Path("M-136 -430L-100 -456L-112 -474L-150 -450Z", "#161d1e");
        svg.Path("M-116 -432L-60 -342", "none", "stroke='#8fa09f' stroke-width='5' stroke-linecap='round'");
        svg.Path("M-40 -352L-84 -456L-48 -470L-6 -366Z", "#323d3f", "stroke='#161d1e' stroke-width='3'");
        svg.Path("M-90 -456L-50 -472L-58 -492L-98 -476Z", "#161d1e");
        svg.Path("M-66 -454L-28 -364", "none", "stroke='#9fb0ae' stroke-width='5' stroke-linecap='round'");
        svg.Add("</g>");
    }
}
