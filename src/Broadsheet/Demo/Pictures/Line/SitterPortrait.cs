using System.Globalization;
using System.Text;

namespace Broadsheet.Demo.Pictures.Line;

/// <summary>A person in the news, engraved, with something of their world behind or before them.</summary>
internal sealed class SitterPortrait(string key, Sitter sitter, string ground, double dx, Action<Svg, Dice> behind, Action<Svg, Dice>? before = null) : Scene(key, 1200, 1500)
{
    private const string Paper = "#fffdf9";
    private const string Round = "stroke-linecap='round' stroke-linejoin='round'";

    public static IEnumerable<Scene> All { get; } =
    [
        new SitterPortrait("portrait-orsk", new Sitter
        {
            Seed = 31, Yaw = -23, Pitch = 7, Roll = 1, Turn = -8, Age = 60, LookX = -0.3f, LookY = 0.15f, Hair = Cut.Swept, HairDark = 0.3f, HairVolume = 1.06f, Clothes = Dress.Suit, ClothDark = 1, FaceWidth = 1.05f,
            JawWidth = 1.16f, ChinWidth = 1.25f, ChinForward = 0.05f, Brow = 1.35f, NoseLength = 1.22f, NoseBridge = 1.4f, Neck = 1.08f, Shoulders = 1.08f, BrowAnger = 0.75f, BrowWeight = 1.35f, Smile = 0.25f, EyesOpen = 0.76f,
        }, "#d9d3c6", -10, Drape, Microphones),
        new SitterPortrait("portrait-thorne", new Sitter
        {
            Seed = 32, Yaw = 20, Pitch = -2, Roll = -2, Turn = 6, Age = 52, LookX = -0.45f, Hair = Cut.Receding, HairDark = 0.85f, Clothes = Dress.Suit, ClothDark = 0.75f, Glasses = Spectacles.Rimless, FaceWidth = 0.98f, JawWidth = 1.08f,
            ChinLength = 1.05f, NoseLength = 1.08f, EarSize = 1.1f, BrowAnger = 0.35f, Smile = 0.45f, Lips = 0.85f,
        }, "#cdd5d7", 20, Dam),
        new SitterPortrait("portrait-brenn", new Sitter
        {
            Seed = 33, Yaw = -14, Pitch = 2, Roll = -1, Age = 59, LookX = 0.2f, Hair = Cut.Crop, HairVolume = 1.6f, HairDark = 0.15f, Hat = Headgear.Helmet, HatTint = "#e6cb78", Clothes = Dress.Workwear, ClothTint = "#b9c2b4", ClothDark = 0.5f, FaceWidth = 1.0f, JawWidth = 0.98f,
            Lips = 1.07f, Brow = 0.8f, Neck = 0.93f, Shoulders = 0.96f, Smile = 0.4f, NoseLength = 1.14f, Cheekbone = 1.2f, BrowWeight = 0.8f,
        }, "#d6d9cb", -10, Hills),
        new SitterPortrait("portrait-verne", new Sitter
        {
            Seed = 34, Yaw = 24, Pitch = 5, Roll = 2, Turn = 10, Age = 44, LookX = 0.35f, LookY = 0.1f, Hair = Cut.Long, HairDark = 0.88f, Clothes = Dress.Scarf, ClothTint = "#93a99c", ClothDark = 0.55f, Lips = 1.18f, FaceWidth = 0.95f, JawWidth = 0.92f,
            ChinWidth = 0.85f, Brow = 0.7f, Neck = 0.88f, Shoulders = 0.92f, Smile = 0.55f, NoseLength = 1.12f, NoseBridge = 1.2f, EyeSize = 1.0f, BrowWeight = 0.9f,
        }, "#cfd8d9", 40, Gauge),
        new SitterPortrait("portrait-skipper", new Sitter
        {
            Seed = 35, Yaw = -22, Pitch = -1, Roll = 3, Turn = -6, Age = 66, LookX = -0.4f, Hair = Cut.Crop, HairVolume = 1.3f, HairDark = 0.3f, Hat = Headgear.Knitted, HatTint = "#5f7d8c", Clothes = Dress.Oilskin, ClothTint = "#e6c96f", ClothDark = 0.4f, FaceWidth = 1.05f,
            JawWidth = 1.04f, Lips = 1.06f, Brow = 0.9f, Neck = 0.98f, Shoulders = 1.05f, Smile = 0.8f, Cheeks = 0.3f, Cheekbone = 1.15f, NoseLength = 1.05f, NoseWidth = 1.12f, EyesOpen = 0.66f, BrowWeight = 0.9f,
        }, "#cdd6d8", 0, Harbour),
        new SitterPortrait("portrait-novelist", new Sitter
        {
            Seed = 36, Yaw = 15, Pitch = -4, Roll = -5, Age = 60, LookX = 0.5f, LookY = 0.25f, Hair = Cut.Bob, HairDark = 0.34f, HairVolume = 1.1f, Clothes = Dress.Rollneck, ClothDark = 1, Glasses = Spectacles.Round, FaceWidth = 0.97f,
            JawWidth = 0.92f, Lips = 1.06f, Brow = 0.75f, Neck = 0.9f, Shoulders = 0.94f, Smile = 0.75f, NoseLength = 1.2f, BrowArch = 1.9f, BrowWeight = 0.75f, EyesOpen = 0.92f,
        }, "#ddd4c6", 0, Roofs, Balance),
        new SitterPortrait("portrait-luthier", new Sitter
        {
            Seed = 37, Yaw = 26, Pitch = -5, Roll = 9, Turn = 6, Age = 53, LookX = 0.1f, LookY = -0.55f, Hair = Cut.Bun, HairDark = 0.6f, Clothes = Dress.OpenShirt, ClothTint = "#b98f74", ClothDark = 0.35f, FaceWidth = 1.0f, JawWidth = 0.96f, Lips = 1.1f,
            Brow = 0.75f, Neck = 0.9f, Shoulders = 0.98f, Smile = 0.6f, NoseLength = 1.02f, EyesOpen = 0.6f, BrowWeight = 0.85f, Cheekbone = 1.15f,
        }, "#dfd2c0", 70, Fiddles, Plate),
    ];

    protected override void Draw(Svg svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var dice = new Dice(sitter.Seed * 7);
        svg.Rect(0, 0, Width, Height, ground);
        behind(svg, dice);
        new Likeness(sitter, Width, Height, 352, 600 + dx, 640, 4.5, 0.78).Draw(svg, Paper, Ink.Black);
        before?.Invoke(svg, dice);
    }

    private static string Quiet(double strength) => Ink.Mix("#cfcabd", Ink.Black, strength);

    private static void Drape(Svg svg, Dice dice)
    {
        // the folds of a flag
        for (var f = 0; f < 9; f++)
        {
            var x = 700 + (f * 62);
            var lines = new StringBuilder();
            for (var i = 0; i < 13; i++)
            {
                var t = i / 12.0;
                var lx = x + (t * t * 62);
                lines.Append(Ink.Curve([(lx - 40, 0), (lx - 10 + dice.Range(-3, 3), 400), (lx + 6 + dice.Range(-3, 3), 800), (lx - 14 + dice.Range(-3, 3), 1180), (lx + 10, 1500)]));
            }

            svg.Path(lines.ToString(), "none", $"stroke='{Quiet(0.5)}' stroke-width='{Ink.N(1.6 + (f % 3 * 0.5))}'");
        }

        var band = Ink.Curve([(690, 420), (800, 440), (930, 470), (1060, 470), (1210, 510), (1210, 820), (1060, 776), (930, 780), (800, 752), (700, 740)], closed: true);
        Ink.Hatch(svg, band, (690, 400, 1210, 830), 78, 9, 4.5, Quiet(0.45), dice);
        for (var i = 0; i < 34; i++)
        {
            var y = 60 + (i * 44);
            svg.Path(Ink.Brush([(20, y), (200 + dice.Range(-60, 120), y + dice.Range(-3, 3)), (330 + dice.Range(-120, 60), y + 2)], 2.4, dice), Quiet(0.28));
        }
    }

    private static void Microphones(Svg svg, Dice dice)
    {
        foreach (var (x, y, lean, size) in new[] { (196.0, 1226.0, 70.0, 1.25), (400, 1340, 40, 1.05), (846, 1326, -50, 1.1), (1020, 1214, -90, 1.3) })
        {
            svg.Path($"M{Ink.N(x)} {Ink.N(y + (70 * size))}Q{Ink.N(x + 6)} {Ink.N(y + 160)} {Ink.N(x + lean)} 1510", "none", $"stroke='{Paper}' stroke-width='{Ink.N(24 * size)}' {Round}").Path($"M{Ink.N(x)} {Ink.N(y + (70 * size))}Q{Ink.N(x + 6)} {Ink.N(y + 160)} {Ink.N(x + lean)} 1510", "none", $"stroke='{Ink.Black}' stroke-width='{Ink.N(15 * size)}' {Round}");
            svg.Path($"M{Ink.N(x - 1)} {Ink.N(y + (70 * size))}Q{Ink.N(x + 4)} {Ink.N(y + 160)} {Ink.N(x + lean - 2)} 1510", "none", $"stroke='{Paper}' stroke-width='{Ink.N(5 * size)}' {Round}");
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(-lean * 0.16)}) scale({Ink.N(size)})'>");
            const string head = "M-42 -40Q-42 -96 0 -96Q42 -96 42 -40V42Q42 58 26 60H-26Q-42 58 -42 42Z";
            svg.Path(head, Paper, $"stroke='{Paper}' stroke-width='18'");
            Ink.Hatch(svg, head, (-50, -100, 50, 62), 45, 9, 2.6, Ink.Black, dice, 0.2);
            Ink.Hatch(svg, head, (-50, -100, 50, 62), -45, 9, 2.6, Ink.Black, dice, 0.2);
            Ink.Hatch(svg, "M8 -92Q42 -88 42 -40V42Q40 56 26 60H8Z", (8, -100, 46, 62), 90, 5, 2.8, Ink.Black, dice, 0.3);
            svg.Path(head, "none", $"stroke='{Ink.Black}' stroke-width='6'");
            svg.Path("M-44 -2H44V22H-44Z", Paper, $"stroke='{Ink.Black}' stroke-width='5'");
            svg.Path("M-26 60L-18 92H18L26 60Z", Ink.Black);
            svg.Add("</g>");
        }
    }

    private static void Dam(Svg svg, Dice dice)
    {
        var c = Quiet(0.42);
        const string wall = "M-10 330L330 300L700 286L1210 262V1120Q900 1060 700 1080Q300 1130 -10 1050Z";
        svg.Path(wall, "#bfc8ca");
        Ink.Hatch(svg, wall, (-10, 250, 1210, 1130), 88, 13, 1.6, c, dice, 1.6);
        for (var g = 0; g < 5; g++)
        {
            var x = -30 + (g * 250);
            var y = 322 - (g * 14);
            var slot = string.Create(CultureInfo.InvariantCulture, $"M{x} {y}h130l10 210h-150z");
            svg.Path(slot, "#d9dedd", $"stroke='{Quiet(0.6)}' stroke-width='4'");
            Ink.Hatch(svg, string.Create(CultureInfo.InvariantCulture, $"M{x + 8} {y + 8}h114v120h-114z"), (x, y, x + 130, y + 130), 0, 11, 3.4, Quiet(0.5), dice);
            var fall = string.Create(CultureInfo.InvariantCulture, $"M{x - 6} {y + 214}h142l34 560h-210z");
            svg.Path(fall, "#dfe4e3");
            Ink.Hatch(svg, fall, (x - 60, y + 214, x + 190, y + 780), 86, 17, 1.8, Quiet(0.35), dice, 3);
        }

        svg.Path("M-10 318L330 286L700 272L1210 248", "none", $"stroke='{Quiet(0.7)}' stroke-width='9'");
        var rail = new StringBuilder();
        for (var x = 0; x < 1200; x += 40)
        {
            var y = 314 - (x * 0.056);
            rail.Append(CultureInfo.InvariantCulture, $"M{x} {y:0}v-34");
        }

        svg.Path(rail + "M-10 284L1210 216", "none", $"stroke='{Quiet(0.6)}' stroke-width='3'");
    }

    private static void Hills(Svg svg, Dice dice)
    {
        // the valley as a plan, height by height
        var field = new Contours(1200, 1500, 24, (x, y) => Dice.Cloud(x / 420, y / 420, 3, 88) + (y / 2600));
        for (var i = -8; i < 20; i++)
        {
            foreach (var line in field.At(i * 0.055))
            {
                svg.Path(Ink.Straight(Contours.Thin(Contours.Relax(line), 0.8)), "none", $"stroke='{Quiet(i % 4 == 0 ? 0.5 : 0.3)}' stroke-width='{(i % 4 == 0 ? "3" : "1.6")}'");
            }
        }

        // a theodolite
        var c = Quiet(0.85);
        svg.Path("M1010 880L880 1510M1030 880L1030 1510M1050 880L1180 1510", "none", $"stroke='{c}' stroke-width='15' {Round}");
        svg.Path("M1010 890L886 1490M1030 890L1030 1490M1050 890L1174 1490", "none", $"stroke='#d6d9cb' stroke-width='5'");
        svg.Rect(966, 846, 128, 34, c);
        svg.Path("M980 846V720Q980 690 1030 690Q1080 690 1080 720V846H1056V740H1004V846Z", c);
        svg.Circle(1030, 760, 40, "#d6d9cb", $"stroke='{c}' stroke-width='9'");
        svg.Path("M930 778L1140 712L1150 744L940 812Z", c);
        svg.Path("M944 790L1136 730", "none", $"stroke='#d6d9cb' stroke-width='5'");
        svg.Circle(1030, 760, 13, "#d6d9cb");
        _ = dice;
    }

    private static void Gauge(Svg svg, Dice dice)
    {
        // a brass gauge let into a wall
        var bricks = new StringBuilder();
        for (var r = 0; r < 22; r++)
        {
            var y = 20 + (r * 66);
            bricks.Append(Ink.Straight([(0, y + dice.Range(-3, 3)), (600, y + dice.Range(-3, 3)), (1200, y + dice.Range(-3, 3))]));
            for (var x = r % 2 * 70; x < 1200; x += 140)
            {
                bricks.Append(Ink.Straight([(x + dice.Range(-3, 3), y), (x + dice.Range(-3, 3), y + 66)]));
            }
        }

        svg.Path(bricks.ToString(), "none", $"stroke='{Quiet(0.3)}' stroke-width='2.2'");
        svg.Rect(74, 60, 170, 1480, "#e3dac3", $"stroke='{Quiet(0.9)}' stroke-width='6'");
        var marks = new StringBuilder();
        for (var i = 0; i < 72; i++)
        {
            var y = 96 + (i * 20);
            marks.Append(CultureInfo.InvariantCulture, $"M80 {y}h{(i % 5 == 0 ? 62 : 34)}");
            if (i % 10 == 0)
            {
                Lettering.Write(svg, (210 - i).ToString(CultureInfo.InvariantCulture), 160, y + 16, 32, Ink.Black, Lettering.Medium);
            }
        }

        svg.Path(marks.ToString(), "none", $"stroke='{Ink.Black}' stroke-width='4'");
        svg.Path("M250 616l54 -22v44z", Ink.Accent);
        svg.Path("M66 1180H262V1510H66Z", Ink.Water, "opacity='.35'");
        for (var i = 0; i < 15; i++)
        {
            var y = 1184 + (i * 22);
            svg.Path(Ink.Brush([(0, y), (100, y + dice.Range(-6, 6)), (220, y + dice.Range(-6, 6)), (300 + dice.Range(0, 140), y)], 3, dice), Quiet(0.6));
        }
    }

    private static void Harbour(Svg svg, Dice dice)
    {
        var c = Quiet(0.55);
        for (var i = 0; i < 40; i++)
        {
            var y = 780 + (i * 19) + dice.Range(-4, 4);
            var x = dice.Range(-60, 900);
            svg.Path(Ink.Brush([(x, y), (x + 120, y + dice.Range(-8, 8)), (x + 260, y + dice.Range(-6, 6)), (x + dice.Range(300, 460), y)], 3.4, dice), Quiet(0.4));
        }

        // two boats: hull, wheelhouse, mast and rigging
        foreach (var (x, y, k, flip) in new[] { (900.0, 770.0, 1.0, 1), (100, 730, 0.62, -1) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) scale({Ink.N(k * flip)} {Ink.N(k)})'>");
            const string hull = "M-210 -40Q-150 -8 60 -8Q190 -10 290 -84Q280 40 220 84H-170Q-206 30 -210 -40Z";
            svg.Path(hull, "#b8c3c6", $"stroke='{Quiet(0.9)}' stroke-width='6' {Round}");
            Ink.Hatch(svg, hull, (-210, -10, 290, 90), 5, 12, 2.6, c, dice);
            svg.Path("M-150 -20V-130H-20V-12Z", "#dfe3e1", $"stroke='{Quiet(0.9)}' stroke-width='6' {Round}");
            svg.Path("M-136 -116h30v36h-30zM-96 -116h30v36h-30z", c);
            svg.Path("M40 -12V-470M-60 -130V-330M40 -450L280 -84M40 -450L-150 -130M40 -330L190 -200M-60 -320L-210 -44M40 -380H120", "none", $"stroke='{Quiet(0.8)}' stroke-width='5' {Round}");
            svg.Path("M40 -466l60 20l-60 22z", Ink.Accent);
            svg.Add("</g>");
        }

        foreach (var (x, y, s) in new[] { (180.0, 220.0, 1.0), (300, 160, 0.7), (960, 190, 0.9), (1080, 280, 0.6), (90, 360, 0.6) })
        {
            svg.Path(Ink.Brush([(x - (62 * s), y - (10 * s)), (x - (30 * s), y - (30 * s)), (x, y), (x + (32 * s), y - (34 * s)), (x + (66 * s), y - (16 * s))], 7 * s, dice), Quiet(0.8));
        }
    }

    private static void Roofs(Svg svg, Dice dice)
    {
        // the window of her study: roofs, no sea
        svg.Rect(60, 60, 1080, 1000, "#cfd6d4");
        for (var i = 0; i < 7; i++)
        {
            var x = 20 + (i * 180) + dice.Range(-30, 30);
            var y = 700 - dice.Range(0, 150);
            var w = dice.Range(190, 280);
            var roof = Ink.Straight([(x, y), (x + (w / 2), y - dice.Range(90, 150)), (x + w, y)], closed: true);
            svg.Path(roof, "#c4b5a5", $"stroke='{Quiet(0.7)}' stroke-width='5' {Round}");
            Ink.Hatch(svg, roof, (x, y - 150, x + w, y), 20, 12, 2, Quiet(0.5), dice);
            svg.Path(Ink.Straight([(x + 10, y), (x + w - 10, y), (x + w - 10, 1070), (x + 10, 1070)], closed: true), "#dcd6c9", $"stroke='{Quiet(0.6)}' stroke-width='4'");
            for (var r = 0; r < 3; r++)
            {
                svg.Rect(x + (w * 0.22), y + 40 + (r * 110), w * 0.2, 62, Quiet(0.5));
                svg.Rect(x + (w * 0.58), y + 40 + (r * 110), w * 0.2, 62, Quiet(0.45));
            }

            svg.Rect(x + (w * 0.62), y - 150, 30, 90, "#b3a393", $"stroke='{Quiet(0.7)}' stroke-width='4'");
            svg.Path(Ink.Brush([(x + (w * 0.62) + 14, y - 158), (x + (w * 0.62) + 30, y - 220), (x + (w * 0.62) + 10, y - 290)], 8, dice), Quiet(0.2));
        }

        svg.Path("M60 60H1140V1060H60ZM600 60V1060M60 420H1140", "none", $"stroke='{Quiet(0.85)}' stroke-width='20'");
        svg.Path("M60 60H1140V1060H60ZM600 60V1060M60 420H1140", "none", "stroke='#ece5d8' stroke-width='11'");
        svg.Rect(0, 1056, 1200, 460, "#ddd4c6");
    }

    private static void Balance(Svg svg, Dice dice)
    {
        // the kitchen scale, because visitors look at what is on a writer's desk
        svg.Path("M0 1392Q600 1372 1200 1396V1500H0Z", "#b9a48a", $"stroke='{Ink.Black}' stroke-width='5'");
        for (var i = 0; i < 9; i++)
        {
            svg.Path(Ink.Brush([(dice.Range(0, 300), 1406 + (i * 11)), (500, 1400 + (i * 11)), (dice.Range(800, 1200), 1408 + (i * 11))], 2.6, dice), Quiet(0.75));
        }

        svg.Add("<g transform='translate(930 1180)'>");
        const string body = "M-110 250L-84 60Q0 30 84 60L110 250Z";
        svg.Path(body, Paper, $"stroke='{Ink.Black}' stroke-width='6' {Round}");
        Ink.Hatch(svg, "M40 46L84 60L110 250H52Z", (40, 40, 110, 250), 80, 7, 3, Ink.Black, dice);
        svg.Circle(-4, 156, 70, Paper, $"stroke='{Ink.Black}' stroke-width='6'");
        var ticks = new StringBuilder();
        for (var i = 0; i < 24; i++)
        {
            var a = i * Math.PI / 12;
            var r = i % 6 == 0 ? 48 : 56;
            ticks.Append(Ink.Straight([(-4 + (64 * Math.Cos(a)), 156 + (64 * Math.Sin(a))), (-4 + (r * Math.Cos(a)), 156 + (r * Math.Sin(a)))]));
        }

        svg.Path(ticks.ToString(), "none", $"stroke='{Ink.Black}' stroke-width='3.4'");
        svg.Path("M-4 156L28 112", "none", $"stroke='{Ink.Accent}' stroke-width='6' {Round}");
        svg.Circle(-4, 156, 7, Ink.Accent);
        svg.Path("M-18 40V4H18V40", "none", $"stroke='{Ink.Black}' stroke-width='8'");
        const string pan = "M-150 -40Q-120 16 0 16Q120 16 150 -40Q0 -16 -150 -40Z";
        svg.Path(pan, Paper, $"stroke='{Ink.Black}' stroke-width='6' {Round}");
        Ink.Hatch(svg, pan, (-150, -40, 150, 16), 70, 9, 2.6, Ink.Black, dice);
        svg.Path("M-84 -34L-60 -92Q10 -112 70 -84L92 -36Q0 -18 -84 -34Z", "#d8c19a", $"stroke='{Ink.Black}' stroke-width='5' {Round}");
        svg.Path("M-40 -74q6 4 4 10M0 -80q6 6 2 12M40 -70q4 6 -2 12M-10 -54q6 4 4 10M56 -52q4 4 0 10", "none", $"stroke='{Ink.Black}' stroke-width='3.4' {Round}");
        svg.Add("</g>");
    }

    private static void Fiddles(Svg svg, Dice dice)
    {
        // a rail with instruments in the white
        svg.Path("M0 120Q600 104 1200 122", "none", $"stroke='{Quiet(0.8)}' stroke-width='16'");
        foreach (var (x, y, k, turn) in new[] { (130.0, 150.0, 1.0, 3.0), (430, 140, 0.92, -2), (800, 142, 0.95, 2), (1090, 150, 1.02, -3) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)}) scale({Ink.N(k)})'>");
            Violin.Draw(svg, "#d3bd97", Quiet(0.75), dice, 1.0);
            svg.Add("</g>");
        }

        for (var i = 0; i < 30; i++)
        {
            var y = 800 + (i * 24);
            svg.Path(Ink.Brush([(dice.Range(-40, 60), y), (300, y + 3), (dice.Range(420, 700), y)], 2.2, dice), Quiet(0.2));
            svg.Path(Ink.Brush([(dice.Range(760, 900), y), (1000, y + 3), (dice.Range(1100, 1240), y)], 2.2, dice), Quiet(0.2));
        }
    }

    private static void Plate(Svg svg, Dice dice)
    {
        // the spruce plate, held by one corner beside her ear
        svg.Add("<g transform='translate(96 214) rotate(-9) scale(2.5)'>");
        svg.Path(Violin.Body, "#f3e7cf", $"stroke='{Ink.Black}' stroke-width='2.8'");
        Ink.Hatch(svg, Violin.Body, (-110, 0, 110, 360), 90, 4.3, 0.45, Ink.Black, dice, 0.35);

        // its arching, in shade along the far edge
        Ink.Hatch(svg, "M20 4C60 4 84 20 84 48C88 78 76 96 66 108C60 116 66 120 60 126C46 142 46 190 60 206C66 212 62 218 70 222C106 250 110 330 40 352Q84 300 78 262Q64 232 44 216Q26 170 44 120Q66 96 62 60Q54 20 20 4Z", (10, 0, 110, 356), 62, 3.4, 1.2, Ink.Black, dice, 0.2);
        Ink.Hatch(svg, "M-84 262Q-96 320 -30 348Q-70 350 -98 320Q-108 280 -84 262ZM-70 30Q-80 70 -60 100Q-88 80 -84 48Z", (-110, 0, 0, 356), 62, 4, 0.9, Ink.Black, dice, 0.2);
        svg.Path(Violin.Body, "none", $"stroke='{Ink.Black}' stroke-width='0.9' transform='translate(0 6.4) scale(.955 .964)'");
        svg.Path(Violin.Holes, Ink.Black, $"stroke='{Ink.Black}' stroke-width='3.4' {Round} fill-opacity='0'");
        svg.Add("</g>");
        svg.Add("<g transform='translate(-58 40) scale(1.12)'>");
        Hand(svg, dice);
        svg.Add("</g>");
    }

    private static void Hand(Svg svg, Dice dice)
    {
        // fingers over the edge, thumb behind, and the sleeve
        const string sleeve = "M110 1500L150 1180Q168 1120 236 1112Q312 1108 340 1160L430 1500Z";
        svg.Path(sleeve, "#b98f74", $"stroke='{Ink.Black}' stroke-width='6' {Round}");
        Ink.Hatch(svg, sleeve, (100, 1100, 440, 1500), 70, 13, 4, Ink.Black, dice);
        Ink.Hatch(svg, "M290 1120L345 1165L430 1500H320Z", (280, 1100, 440, 1500), -40, 13, 4, Ink.Black, dice);
        svg.Path("M146 1190Q240 1150 346 1178L352 1216Q240 1186 138 1232Z", Paper, $"stroke='{Ink.Black}' stroke-width='5' {Round}");
        const string palm = "M176 1182Q150 1060 176 990Q210 930 290 942Q352 960 344 1050Q336 1130 322 1176Q244 1156 176 1182Z";
        svg.Path(palm, Paper, $"stroke='{Ink.Black}' stroke-width='6' {Round}");
        Ink.Hatch(svg, "M280 960Q352 960 344 1050Q336 1130 322 1176L262 1164Q310 1060 280 960Z", (250, 950, 350, 1180), 24, 9, 2.6, Ink.Black, dice);
        foreach (var (x, y, turn, length) in new[] { (196.0, 988.0, -30.0, 128.0), (232, 962, -18, 146), (272, 956, -6, 142), (312, 972, 8, 120) })
        {
            svg.Add($"<g transform='translate({Ink.N(x)} {Ink.N(y)}) rotate({Ink.N(turn)})'>");
            var finger = $"M-23 34Q-27 {Ink.N(-length * 0.5)} -21 {Ink.N(-length + 20)}Q-14 {Ink.N(-length)} 0 {Ink.N(-length)}Q15 {Ink.N(-length)} 21 {Ink.N(-length + 20)}Q27 {Ink.N(-length * 0.5)} 23 34";
            svg.Path(finger, Paper, $"stroke='{Ink.Black}' stroke-width='5.4' {Round}");
            Ink.Hatch(svg, $"M8 30Q14 {Ink.N(-length * 0.5)} 10 {Ink.N(-length + 10)}Q22 {Ink.N(-length + 14)} 22 {Ink.N(-length * 0.5)}L22 30Z", (4, -length, 26, 34), 14, 7.5, 2.4, Ink.Black, dice);
            svg.Path($"M-12 {Ink.N(-length + 32)}Q-14 {Ink.N(-length + 12)} 0 {Ink.N(-length + 9)}Q12 {Ink.N(-length + 12)} 11 {Ink.N(-length + 32)}Q0 {Ink.N(-length + 40)} -12 {Ink.N(-length + 32)}Z", Paper, $"stroke='{Ink.Black}' stroke-width='2.6'");
            svg.Path($"M-16 {Ink.N(-length * 0.46)}q14 8 30 0M-14 {Ink.N((-length * 0.46) - 9)}q12 6 26 0", "none", $"stroke='{Ink.Black}' stroke-width='2.4' {Round}");
            svg.Add("</g>");
        }
    }
}
