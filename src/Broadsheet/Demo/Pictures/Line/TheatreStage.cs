using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>Bare boards, a table, a pair of scales, and salt.</summary>
internal sealed class TheatreStage() : Scene("theatre-stage")
{
    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(42);
        svg.Rect(0, 0, Width, Height, "#140d10");

        // the back of the stage, and the boards running to it
        svg.Rect(210, 90, 1180, 560, svg.Vertical((0, "#1a2027", 1), (0.6, "#36434a", 1), (1, "#566066", 1)));
        Gouache.Wash(svg, 230, 110, 1140, 500, dice, 120, 84, 26, 220, 0.1, "#6f8086", "#12171c", "#4d5c62");
        for (var i = 0; i < 7; i++)
        {
            svg.Rect(300 + (i * 160), 90, 3, 520, "#10151a", "opacity='.5'");
        }

        Boards(svg, dice);

        // one light from above
        Gouache.Beam(svg, (742, 60), (858, 60), (1150, 800), (450, 800), "#fff0cf", 0.5, 0.05);
        Gouache.Beam(svg, (772, 60), (828, 60), (980, 790), (620, 790), "#fff7e2", 0.4, 0.02);
        svg.Add($"<ellipse cx='800' cy='770' rx='410' ry='92' fill='{svg.Radial((0, "#fff1cf", 0.75), (0.7, "#f2d49a", 0.4), (0.93, "#d9b273", 0.12), (1, "#d9b273", 0))}'/>");
        Salt(svg, dice);
        svg.Add("<g transform='translate(214 226) scale(.73)'>");
        Table(svg, dice);
        svg.Add("</g>");
        Frame(svg, dice);
        House(svg, dice);
        Gouache.Vignette(svg, "#090507", 0.5, 0.5, 0.55);
        Ink.Grain(svg, 0.36, 0.75);
    }

    private static void Boards(Svg svg, Dice dice)
    {
        const double vx = 800, vy = 330;
        for (var i = -24; i < 24; i++)
        {
            var (a, b) = (800 + (i * 74.0), 800 + ((i + 1) * 74.0));
            double X(double x, double y) => vx + ((x - vx) * (y - vy) / (930 - vy));
            var glow = Math.Exp(-Math.Pow((i + 0.5) / 7.5, 2));
            var c = Ink.Ramp(0.16 + (0.6 * glow) + dice.Range(-0.05, 0.05), "#1a1210", "#4b3022", "#8a5c38", "#c6935a", "#e9c487");
            svg.Polygon([(X(a, 640), 640), (X(b, 640), 640), (X(b, 930), 930), (X(a, 930), 930)], c, $"stroke='{c}' stroke-width='.8'");
            svg.Path($"M{Ink.N(X(a, 640))} 640L{Ink.N(X(a, 930))} 930", "none", "stroke='#1a100c' stroke-width='1.6' opacity='.6'");
            for (var k = 0; k < 3; k++)
            {
                var y = dice.Range(650, 925);
                svg.Path($"M{Ink.N(X(a, y))} {Ink.N(y)}L{Ink.N(X(b, y))} {Ink.N(y)}", "none", "stroke='#1a100c' stroke-width='1.4' opacity='.45'");
                svg.Path(Ink.Brush([(X(a + 20, y), y), (X(a + 24, y + 22), y + 22), (X(a + 30, y + 46), y + 46)], 1.6, dice), "#2a1a12", "opacity='.45'");
            }
        }

        svg.Rect(200, 636, 1200, 10, "#0f0b0c", "opacity='.7'");
    }

    private static void Salt(Svg svg, Dice dice)
    {
        // it falls from the ceiling, it lies on the boards, and people have walked in it
        for (var k = 0; k < 3; k++)
        {
            var d = new StringBuilder();
            for (var i = 0; i < 340; i++)
            {
                var t = dice.Next();
                var spread = 12 + (90 * t);
                d.Append(CultureInfo.InvariantCulture, $"M{Ink.N(800 + (dice.Bell() * spread * 0.5))} {Ink.N(70 + (t * 520))}v{Ink.N(1 + dice.Range(0, 9))}");
            }

            svg.Path(d.ToString(), "none", $"stroke='#ffffff' stroke-width='{Ink.N(1.2 + (k * 0.7))}' stroke-linecap='round' opacity='{Ink.N2(0.75 - (k * 0.15))}'");
        }

        var floor = new StringBuilder();
        for (var i = 0; i < 900; i++)
        {
            var (a, r) = (dice.Range(0, 6.283), Math.Sqrt(dice.Next()) * (1 + (0.2 * dice.Bell())));
            floor.Append(CultureInfo.InvariantCulture, $"M{Ink.N(800 + (r * 340 * Math.Cos(a)))} {Ink.N(782 + (r * 70 * Math.Sin(a)))}h.1");
        }

        svg.Path(floor.ToString(), "none", "stroke='#fffaf0' stroke-width='2.6' stroke-linecap='round' opacity='.8'");
        var prints = new StringBuilder();
        for (var i = 0; i < 13; i++)
        {
            var t = i / 12.0;
            var (x, y) = (940 + (t * 330), 820 - (60 * t) + (i % 2 * 18));
            prints.Append(CultureInfo.InvariantCulture, $"M{Ink.N(x)} {Ink.N(y)}q12 -8 24 -4q8 4 -2 8q-12 6 -22 -4zM{Ink.N(x - 12)} {Ink.N(y + 5)}q6 -5 10 -2q2 5 -4 6q-6 0 -6 -4z");
        }

        svg.Path(prints.ToString(), "#3a2417", "opacity='.55'");
    }

    private static void Table(Svg svg, Dice dice)
    {
        // shadow, legs, top
        svg.Add($"<ellipse cx='790' cy='800' rx='330' ry='40' fill='{svg.Radial((0, "#1c0f0a", 0.75), (0.7, "#1c0f0a", 0.45), (1, "#1c0f0a", 0))}'/>");
        svg.Path("M590 624L576 800H592L612 624ZM1000 624L1018 800H1002L982 624ZM650 624L646 760H660L668 624ZM944 624L950 760H936L928 624Z", "#241510");
        svg.Path("M556 596H1040L1062 632H536Z", "#b98450");
        svg.Path("M556 596H1040L1046 606H550Z", "#f3d59c");
        svg.Path("M536 632H1062V650H536Z", "#4d2f1e");
        svg.Path("M1040 596L1062 632H960L968 596Z", "#8a5a35", "opacity='.7'");

        // the heap
        svg.Path("M620 616C680 596 716 540 758 520C792 504 812 506 838 524C876 550 900 600 966 616Q800 636 620 616Z", "#fff9ec");
        svg.Path("M838 524C876 550 900 600 966 616Q890 626 832 624C872 600 868 560 838 524Z", "#cdbfae");
        svg.Path("M760 520C742 552 740 590 716 618Q660 622 620 616C680 596 716 540 760 520Z", "#ffffff");
        Gouache.Dust(svg, 610, 600, 370, 26, dice, 160, 1.4, 2.6, "#ffffff", 0.9);
        Gouache.Dust(svg, 760, 530, 110, 80, dice, 90, 1.2, 2.2, "#b9a894", 0.8);

        // the scales, which work
        svg.Path("M1000 600V452", "none", "stroke='#d9a94f' stroke-width='7'");
        svg.Path("M976 602H1024L1014 590H986Z", "#b98431");
        svg.Path("M920 470Q1000 446 1080 456", "none", "stroke='#e8c06a' stroke-width='5' stroke-linecap='round'");
        svg.Circle(1000, 456, 8, "#f3d48a");
        svg.Path("M920 470L896 540M920 470L944 540M1080 456L1056 522M1080 456L1104 522", "none", "stroke='#c9a25a' stroke-width='1.6'");
        svg.Path("M888 540H952Q946 560 920 560Q894 560 888 540ZM1048 522H1112Q1106 542 1080 542Q1054 542 1048 522Z", "#d9a94f");
        svg.Path("M894 540Q920 516 946 540Z", "#fffaf0");

        // the clerk, his sleeve drawn back, the book beside him
        svg.Path("M470 800L486 690Q500 640 540 640L600 650L590 700L560 800H534L544 720L512 716L500 800Z", "#1b1a20");
        svg.Path("M462 660C456 560 476 494 528 470C560 458 596 466 614 492C628 520 640 566 660 592L634 618L588 566L592 660Z", "#2a2b34");
        svg.Path("M528 470C560 458 596 466 614 492C628 520 640 566 660 592L648 604C620 570 600 520 560 486Z", "#6d6a6c");
        svg.Path("M486 520C496 492 510 478 530 470C560 458 596 466 614 492C630 524 642 566 658 590", "none", "stroke='#f3dcae' stroke-width='5' stroke-linecap='round' opacity='.85'");
        svg.Path("M466 640C470 600 478 560 492 530M520 640Q540 600 540 560M560 636Q572 600 570 570", "none", "stroke='#14141a' stroke-width='4' stroke-linecap='round' opacity='.7'");
        svg.Path("M588 566L634 618L700 612L706 600L650 590L614 540Z", "#e9e0cf");
        svg.Path("M676 604Q704 584 734 592L742 600Q728 604 724 612L690 616Z", "#e6b88e");
        svg.Path("M546 470L584 474L578 448L552 446Z", "#c08f69");
        svg.Path("M540 420C540 392 562 376 586 380C612 384 624 404 622 426L632 442L620 448C620 466 606 474 590 472C562 470 540 450 540 420Z", "#e0ae85");
        svg.Path("M536 430C526 396 548 366 584 368C606 368 622 380 624 396C604 390 590 396 580 406C574 420 566 424 560 440C560 456 556 460 550 458Z", "#3a2c24");
        svg.Path("M544 398C552 372 574 366 594 370C608 374 618 382 622 392", "none", "stroke='#e9cf9c' stroke-width='4' stroke-linecap='round' opacity='.8'");
        svg.Path("M604 420h12M606 412q6 -4 12 -1", "none", "stroke='#3a2417' stroke-width='3' stroke-linecap='round'");
        svg.Path("M622 426L632 442L620 448", "none", "stroke='#a8764f' stroke-width='2'");
        svg.Path("M456 800L448 560H462L474 690H560V704H476L482 800Z", "#3b2418");
        svg.Path("M560 604L616 598L632 612L572 620Z", "#f7efdc");
        svg.Path("M560 604L572 620L570 626L556 610Z", "#7d2320");
        svg.Path("M568 610l44 -6M572 614l46 -6", "none", "stroke='#8a7458' stroke-width='1.4'");
    }

    private static void Frame(Svg svg, Dice dice)
    {
        // curtains
        foreach (var side in new[] { -1, 1 })
        {
            for (var i = 0; i < 8; i++)
            {
                double X(double d) => 800 + (side * d);
                var outer = 660 - (i * 27.0);
                var sway = 12 * Math.Sin(i * 1.9);
                var c = Ink.Ramp(0.25 + (0.5 * Math.Abs(Math.Sin(i * 1.35))) + (i * 0.035), "#2a0a0e", "#6a151a", "#a32824", "#cf5440");
                svg.Path($"M{Ink.N(X(outer + 30))} 60C{Ink.N(X(outer + 26 + sway))} 300 {Ink.N(X(outer + 22 - sway))} 620 {Ink.N(X(outer + 34))} 910H{Ink.N(X(outer - 12))}C{Ink.N(X(outer - 6 - sway))} 620 {Ink.N(X(outer - 4 + sway))} 300 {Ink.N(X(outer - 4))} 60Z", c);
                svg.Path($"M{Ink.N(X(outer + 2))} 70C{Ink.N(X(outer + 8 + sway))} 300 {Ink.N(X(outer + 4 - sway))} 620 {Ink.N(X(outer + 2))} 900", "none", "stroke='#e9836a' stroke-width='2.4' opacity='.35'");
            }
        }

        // the valance
        for (var i = 0; i < 9; i++)
        {
            var x = 150 + (i * 145.0);
            svg.Path($"M{Ink.N(x)} 30H{Ink.N(x + 147)}V110Q{Ink.N(x + 74)} 196 {Ink.N(x)} 110Z", i % 2 == 0 ? "#74191c" : "#8b2220");
            svg.Path($"M{Ink.N(x)} 112Q{Ink.N(x + 74)} 198 {Ink.N(x + 147)} 112", "none", "stroke='#dfae56' stroke-width='6'");
            for (var k = 1; k < 6; k++)
            {
                svg.Path($"M{Ink.N(x + (k * 24))} 36Q{Ink.N(x + 74 + ((k - 3) * 16))} 90 {Ink.N(x + 74 + ((k - 3) * 8))} {Ink.N(150 - (Math.Abs(k - 3) * 12))}", "none", "stroke='#3a0c10' stroke-width='3' opacity='.6'");
            }
        }

        // the gilded arch
        svg.Path("M0 0H1600V960H1440V130Q1440 40 1350 40H250Q160 40 160 130V960H0Z", "#1d1214");
        svg.Path("M160 960V130Q160 40 250 40H1350Q1440 40 1440 130V960", "none", "stroke='#8d6530' stroke-width='26'");
        svg.Path("M160 960V130Q160 40 250 40H1350Q1440 40 1440 130V960", "none", "stroke='#e2b867' stroke-width='6'");
        svg.Path("M132 960V120Q132 12 240 12H1360Q1468 12 1468 120V960", "none", "stroke='#6d4c25' stroke-width='10' stroke-dasharray='3 13'");
        svg.Circle(800, 30, 34, "#3a2416", "stroke='#e2b867' stroke-width='6'");
        svg.Path("M782 36q9 -20 18 0q9 -20 18 0M782 46q9 -16 18 0q9 -16 18 0", "none", "stroke='#e2b867' stroke-width='4' stroke-linecap='round'");

        // boxes at the sides
        foreach (var side in new[] { -1, 1 })
        {
            for (var r = 0; r < 3; r++)
            {
                double X(double d) => 800 + (side * d);
                var y = 190 + (r * 190);
                svg.Path($"M{Ink.N(X(800))} {y}H{Ink.N(X(690))}V{y + 96}H{Ink.N(X(800))}Z", "#0d0809");
                svg.Path($"M{Ink.N(X(800))} {y + 84}H{Ink.N(X(680))}Q{Ink.N(X(676))} {y + 120} {Ink.N(X(690))} {y + 132}H{Ink.N(X(800))}Z", "#5d1a1b");
                svg.Path($"M{Ink.N(X(800))} {y + 82}H{Ink.N(X(678))}", "none", "stroke='#c1924c' stroke-width='6'");
                svg.Circle(X(730), y + 62, 15, "#241517");
                svg.Path($"M{Ink.N(X(752))} {y + 90}Q{Ink.N(X(752))} {y + 72} {Ink.N(X(730))} {y + 72}Q{Ink.N(X(708))} {y + 72} {Ink.N(X(708))} {y + 90}Z", "#241517");
                svg.Path($"M{Ink.N(X(718))} {y + 54}Q{Ink.N(X(714))} {y + 62} {Ink.N(X(718))} {y + 70}", "none", "stroke='#b98a57' stroke-width='3' stroke-linecap='round'");
            }
        }

        _ = dice;
    }

    private static void House(Svg svg, Dice dice)
    {
        // the front of the stage, its lamps, and the heads of the first rows
        svg.Path("M150 912H1450V948H150Z", "#2a1811");
        svg.Path("M150 908H1450V916H150Z", "#d9ac66");
        for (var i = 0; i < 15; i++)
        {
            svg.Path($"M{196 + (i * 84)} 912q12 -22 24 0z", "#e8c06a");
        }

        for (var row = 0; row < 3; row++)
        {
            var scale = 1 + (row * 0.42);
            var y = 1000 + (row * 44);
            var n = 19 - (row * 5);
            for (var i = 0; i < n; i++)
            {
                var x = -20 + (1640.0 * (i + 0.5 + (row % 2 * 0.3) + dice.Range(-0.12, 0.12)) / n);
                var s = scale * dice.Range(0.92, 1.1);
                var lift = dice.Range(-8, 10);
                var c = row switch { 0 => "#1a0f12", 1 => "#120a0d", _ => "#0a0608" };
                svg.Path($"M{Ink.N(x - (52 * s))} {Ink.N(y + 70 + lift)}C{Ink.N(x - (50 * s))} {Ink.N(y + (8 * s) + lift)} {Ink.N(x - (34 * s))} {Ink.N(y - (2 * s) + lift)} {Ink.N(x - (12 * s))} {Ink.N(y - (8 * s) + lift)}C{Ink.N(x - (34 * s))} {Ink.N(y - (26 * s) + lift)} {Ink.N(x - (28 * s))} {Ink.N(y - (66 * s) + lift)} {Ink.N(x)} {Ink.N(y - (66 * s) + lift)}C{Ink.N(x + (28 * s))} {Ink.N(y - (66 * s) + lift)} {Ink.N(x + (34 * s))} {Ink.N(y - (26 * s) + lift)} {Ink.N(x + (12 * s))} {Ink.N(y - (8 * s) + lift)}C{Ink.N(x + (34 * s))} {Ink.N(y - (2 * s) + lift)} {Ink.N(x + (50 * s))} {Ink.N(y + (8 * s) + lift)} {Ink.N(x + (52 * s))} {Ink.N(y + 70 + lift)}Z", c);
                if (dice.Chance(0.35))
                {
                    svg.Circle(x + dice.Range(-10, 10), y - (70 * s) + lift, 13 * s, c);
                }

                // light from the stage along the hair
                var side = x < 800 ? 1 : -1;
                svg.Path($"M{Ink.N(x + (side * 6 * s))} {Ink.N(y - (65 * s) + lift)}C{Ink.N(x + (side * 26 * s))} {Ink.N(y - (62 * s) + lift)} {Ink.N(x + (side * 30 * s))} {Ink.N(y - (34 * s) + lift)} {Ink.N(x + (side * 18 * s))} {Ink.N(y - (14 * s) + lift)}", "none", $"stroke='#c08a55' stroke-width='{Ink.N(2.2 - (row * 0.3))}' stroke-linecap='round' opacity='{Ink.N2((0.75 - (row * 0.2)) * Math.Exp(-Math.Pow((x - 800) / 700, 2)))}'");
            }
        }
    }
}
