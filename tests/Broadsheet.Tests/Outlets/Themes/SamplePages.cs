using System.Reflection;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;

namespace Broadsheet.Tests.Outlets.Themes;

/// <summary>One page of each kind from the invented newspaper, with every field of its view model in use.</summary>
internal static class SamplePages
{
    public static PageFrame Frame(string language = "en", string title = "The Aldor Courier", string current = "/") => new()
    {
        Language = language,
        Direction = language is "ar" or "he" ? "rtl" : "ltr",
        Audience = "visitor",
        SiteName = "The Aldor Courier",
        Tagline = "Independent, and kept so by its readers",
        Title = title,
        Description = "News from Aldor.",
        Canonical = "https://courier.example" + current,
        Alternates = [new("العربية", "https://courier.example/arabic") { Language = "ar" }],
        Feeds = [new("The Aldor Courier", "application/rss+xml", "/feed.xml")],
        Sharing = new SharingView { Type = "website", Title = title, Description = "News from Aldor.", Image = "https://courier.example/media/dam-gates-east.jpg", ImageWidth = 1200, ImageHeight = 800, ImageAlt = "A dam", Published = "2026-11-23T16:31:00Z", Modified = "2026-11-23T16:31:00Z" },
        StructuredData = Html("""{"@context":"https://schema.org"}"""),
        Today = new TimeView("Monday, 23 November 2026", "2026-11-23"),
        Home = "/",
        IsFront = current is "/",
        Sections = [.. Sections().Select(s => s with { IsCurrent = current.StartsWith(s.Address, StringComparison.Ordinal) && (s.Address is not "/" || current is "/") })],
        Utility = [new("العربية", "/arabic") { Language = "ar", Direction = "rtl" }, new("Sign in", "/sign-in")],
        Join = new("Join from $6", "/community"),
        Footer =
        [
            new("The Courier", [new("About us", "/about"), new("Corrections", "/corrections"), new("Terms", "/terms"), new("Privacy", "/privacy")]),
            new("Follow", [new("Newsletters", "/newsletters"), new("RSS", "/feed.xml"), new("Community", "/community")]),
        ],
        Imprint = "© 2026 The Aldor Courier, Ferry Road 1, Osmere",
        IsDemo = true,
        LiteAddress = "/lite" + current,
    };

    public static IEnumerable<PageView> All(string language = "en") =>
        [Front(language), Section(language), Story(language), History(language), Topic(language), Author(language), Corrections(language), Search(language), Static(language), Gone(language), NotFound(language), Error(language), Withheld(language)];

    public static FrontPage Front(string language = "en") => new()
    {
        Frame = Frame(language),
        Lead = new Teaser
        {
            Kicker = "The Zell dam",
            Headline = "Minister insists the Zell dam is out of use; engineers say three of five gates still turn",
            Address = "/aldor/minister-insists",
            Standfirst = "A week after the strike, accounts of the damage differ by years. What was hit, what was moved before, and what no one has yet been allowed to see.",
            Byline = "Mira Solvane and Tobin Ashgrove",
            Time = new("14 minutes ago", "2026-11-23T16:31:00Z"),
            Picture = Picture("dam-gates-east") with { IsFirst = true },
            Flag = "Contested",
            Size = "lead",
        },
        Seconds =
        [
            Teaser("The Assembly", "Coalition loses its majority by one vote over the water bill", "The speaker’s casting vote is expected on Thursday; two parties have asked for a recount.", "Henrik Vale", "parliament-hall"),
            Teaser("Economy", "Grain prices fall for a fourth week as the northern harvest comes in", "Bakers say bread will follow by January.", "Petra Lund"),
            Teaser("Courts", "Archive fire: the judge asks who held the second key", "Three of the four who had one have said where they were.", "Callum Dray") with { AccessLabel = "Members" },
        ],
        Briefs =
        [
            Brief("16:42", "Ferry service to the Outer Islands suspended until morning"),
            Brief("16:05", "High Court postpones its ruling on the archive fire"),
            Brief("15:30", "The Osmere bridge is 40 metres long, not 400") with { Flag = "Corrected" },
            Brief("14:58", "Teachers’ union accepts the ministry’s offer in principle"),
            Brief("13:20", "Two climbers found safe below the hut on Mount Harrow"),
            Brief("12:47", "Harbour Authority lifts the ban on night landings"),
            Brief("11:15", "St Alban’s reopens its second ward"),
        ],
        Thirds =
        [
            Teaser("The sea", "Skippers take the line of 1911 to the table", null, "Lena Brook", "fishing-fleet"),
            Teaser("Railways", "The night train to Osmere returns after eleven years", null, "Ada Finch", "night-train"),
            Teaser("Hills", "Kestrel’s Rest votes on whether to move uphill", null, "Sami Corrin", "hill-town"),
            Teaser("Schools", "Brightwater counts its bicycles, and finds a shortage of road", null, "Ingrid Moss", "school-bicycles"),
        ],
        Strips = [LeadStrip(), OpinionStrip(), CardStrip(), ArabicStrip(), ColumnStrip(), FeatureStrip()],
    };

    public static SectionPage Section(string language = "en") => new()
    {
        Frame = Frame(language, "Aldor – The Aldor Courier", "/aldor"),
        Name = "The Assembly",
        Description = "One hundred and twenty-one seats, and who sits in them.",
        Parent = new("Aldor", "/aldor"),
        Children = [new("Votes", "/votes") { IsCurrent = true }, new("Committees", "/committees")],
        Lead = Front().Lead! with { Picture = Picture("parliament-hall") with { IsFirst = true }, Headline = "Coalition loses its majority by one vote over the water bill", Kicker = "The water bill", Flag = null },
        Seconds = [.. Front().Seconds.Skip(1).Take(3)],
        Stories = River(),
        Pager = new Pager { Older = "/aldor?page=2", Text = "Page 1 of 14" },
    };

    public static StoryPage Story(string language = "en") => new()
    {
        Frame = Frame(language, "Minister insists the Zell dam is out of use – The Aldor Courier", "/aldor/minister-insists"),
        Kicker = new("The Zell dam", "/topics/zell-dam"),
        Headline = "Minister insists the Zell dam is out of use; engineers say three of five gates still turn",
        Standfirst = "A week after the strike, accounts of the damage differ by years. What was hit, what was moved before, and what no one has yet been allowed to see.",
        Bylines =
        [
            new BylineView("Mira Solvane") { Address = "/authors/mira-solvane", Portrait = Portrait("author-0"), Note = "Chief reporter. She has covered the Zell valley since the flood of 2011." },
            new BylineView("Tobin Ashgrove") { Address = "/authors/tobin-ashgrove", Before = " and ", Portrait = Portrait("author-1"), Note = "Writes about what was meant to stay in drawers: contracts, minutes, second keys." },
        ],
        Published = new("23 November 2026, 16:31", "2026-11-23T16:31:00Z"),
        Updated = new("17:05", "2026-11-23T17:05:00Z"),
        History = new("2 updates", "/aldor/minister-insists/history"),
        Corrected = new("Correction, 22 November", "#correction-1"),
        AccessLabel = "Members",
        Lead = new FigureView(Picture("dam-gates-east") with { IsFirst = true }, "wide"),
        Notices = [Correction("editorsNote", "Editor’s note", "The ministry has asked us to withdraw this report. We have not: its account stands beside the others below.") with { Id = "correction-2", Wrong = null, Right = null }],
        Corrections = [Correction("correction", "Correction", "An earlier version gave the number of gates as six.")],
        Dateline = "OSMERE",
        Body = Html(Body),
        Gate = new GateView { Heading = "The rest of this report is for those who pay for it", Text = "Two of our reporters have been at the dam for nine days. Members read all of it, and without advertising.", Join = new("Join from $6 a month", "/community"), SignIn = new("Sign in", "/sign-in") },
        Translations = [new("العربية", "/arabic/zell") { Language = "ar", Direction = "rtl" }],
        Topics = [new("The Zell dam", "/topics/zell-dam"), new("The Assembly", "/topics/assembly"), new("Meren", "/topics/meren"), new("Rivers", "/topics/rivers")],
        Related = [.. Front().Thirds],
    };

    /// <summary>The same page as the lite renderer's input leaves it: text, no pictures.</summary>
    public static StoryPage LiteStory(string language = "en") => Story(language) with
    {
        Frame = Story(language).Frame with { LiteAddress = null, FullAddress = "/aldor/minister-insists", Home = "/lite" },
        Body = Html("""
            <p>The Minister of Works, <strong>Radek Thorne</strong>, told the Assembly on Monday that the Zell dam “will not turn a turbine this decade”.</p>
            <p>Picture: The spillway from the air in June. <small class="credit">Aldor Survey Office</small></p>
            <blockquote><p>A dam does not forget who built it.</p></blockquote>
            <p>— Halla Brenn, chief surveyor</p>
            <table><thead><tr><th scope="col">Who says</th><th scope="col">What</th></tr></thead><tbody><tr><th scope="row">Ministry of Works</th><td>One to two years</td></tr></tbody></table>
            <div data-gate></div>
            """),
    };

    public static StoryPage ArabicStory() => Story("ar") with
    {
        Frame = Frame("ar", "الوزير يصرّ على أن سدّ زيل خارج الخدمة", "/arabic") with { Tagline = "مستقلّة بفضل قرّائها", Today = new("الاثنين، ٢٣ نوفمبر ٢٠٢٦", "2026-11-23") },
        Kicker = new("سدّ زيل", "/topics/zell-dam"),
        Headline = "الوزير يصرّ على أن سدّ زيل خارج الخدمة، والمهندسون يقولون إن ثلاث بوابات من خمس ما زالت تدور",
        Standfirst = "بعد أسبوع من الضربة تختلف الروايات عن حجم الأضرار بسنوات: ماذا أُصيب، وماذا نُقل قبلها، وما الذي لم يُسمح لأحد برؤيته بعد.",
        Bylines = [new BylineView("يارا حدّاد") { Address = "/authors/yara", Portrait = Portrait("author-3"), Note = "تكتب بالعربية والإنجليزية عن أوزمير." }, new BylineView("نور سليم") { Address = "/authors/noor", Before = " و" }],
        Published = new("٢٣ نوفمبر ٢٠٢٦، ١٦:٣١", "2026-11-23T16:31:00Z"),
        Updated = null,
        History = new("تحديثان", "/history"),
        Corrected = null,
        AccessLabel = null,
        Notices = [],
        Corrections = [Correction("correction", "تصحيح", "ذكرت نسخة سابقة أن عدد البوابات ست.") with { Time = new("٢٢ نوفمبر", "2026-11-22"), Wrong = "ست بوابات", Right = "خمس بوابات" }],
        Dateline = "أوزمير",
        Body = Html("""
            <p>قال وزير الأشغال <strong>راديك ثورن</strong> أمام الجمعية يوم الاثنين إن سدّ زيل «لن يدير توربينًا في هذا العقد»، مناقضًا مسحًا أجراه مهندسوه قدّر التأخير ببضعة أشهر.</p>
            <p>وبحسب صحيفة <em>أوزمير بوست</em>، التي قالت إنها اطّلعت على نسخة، وجد المسح ثلاثًا من البوابات الخمس صالحة للعمل. ولم تقل الوزارة إن الوثيقة غير صحيحة.</p>
            <div class="pullquote"><blockquote><p>السدّ لا ينسى من بناه.</p></blockquote><p class="attribution">هالا برين، كبيرة المسّاحين</p></div>
            <h2>ما لا يزال مجهولًا</h2>
            <p>ما الذي أصاب السدّ، وما الذي نُقل قبل ذلك، والمدى الحقيقي للأضرار: كلّها أسئلة بلا جواب. ونفت وزارة خارجية ميرين في بيان أيّ ضربة.</p>
            <figure data-comparison class="comparison"><before-after data-label="قارن قبل وبعد"><figure><picture><img src="/media/dam-before.jpg" width="1600" height="1067" alt="السدّ قبل" loading="lazy"></picture><figcaption><span class="when">قبل <time datetime="2026-06-06">٦ يونيو ٢٠٢٦</time></span> <span class="caption">المفيض في يونيو.</span> <span class="credit">مكتب المساحة</span></figcaption></figure><figure><picture><img src="/media/dam-after.jpg" width="1600" height="1067" alt="السدّ بعد" loading="lazy"></picture><figcaption><span class="when">بعد <time datetime="2026-11-20">٢٠ نوفمبر ٢٠٢٦</time></span> <span class="caption">المفيض بعد الضربة.</span> <span class="credit">مكتب المساحة</span></figcaption></figure></before-after><figcaption><span class="caption">التُقطت الصورتان صباحًا؛ الظلال تختلف.</span></figcaption></figure>
            <ul><li>خمس بوابات، عمرها ٦١ سنة</li><li>٢٣٠٠ شخص أُجلوا لثلاثة أيام</li></ul>
            """),
        Gate = null,
        Translations = [new("English", "/aldor/minister-insists") { Language = "en", Direction = "ltr" }],
        Topics = [new("سدّ زيل", "/topics/zell-dam"), new("الجمعية", "/topics/assembly")],
        Related = [.. ArabicStrip().Teasers.Take(4)],
    };

    public static HistoryPage History(string language = "en") => new()
    {
        Frame = Frame(language, "How this story changed – The Aldor Courier", "/aldor/minister-insists/history"),
        Headline = "Minister insists the Zell dam is out of use; engineers say three of five gates still turn",
        Address = "/aldor/minister-insists",
        Versions =
        [
            new VersionView
            {
                Id = "version-3",
                Name = "Version 3",
                Time = new("23 November 2026, 17:05", "2026-11-23T17:05:00Z"),
                IsCurrent = true,
                Note = "Adds the ministry’s answer, which came after publication.",
                Summary = "2 passages changed",
                Changes =
                [
                    new("Headline", [new("Minister insists the Zell dam is "), new("destroyed", IsRemoved: true), new("out of use", IsAdded: true), new("; engineers say three of five gates still turn")]),
                    new(null, [new("The survey, according to the Osmere Post, which said it had seen a copy, found three of the "), new("six", IsRemoved: true), new("five", IsAdded: true), new(" gates in working order. "), new("The ministry has not said that the document is false.", IsAdded: true)]),
                ],
            },
            new VersionView { Id = "version-2", Name = "Version 2", Time = new("23 November 2026, 16:48", "2026-11-23T16:48:00Z"), Withheld = "Osmere District Court, 24 November 2026, at the request of a person named in it." },
            new VersionView { Id = "version-1", Name = "Version 1", Time = new("23 November 2026, 16:31", "2026-11-23T16:31:00Z"), Summary = "First published" },
        ],
        Corrections = [Correction("correction", "Correction", "An earlier version gave the number of gates as six.")],
    };

    public static TopicPage Topic(string language = "en") => new()
    {
        Frame = Frame(language, "The Zell dam – The Aldor Courier", "/topics/zell-dam"),
        Name = "The Zell dam",
        Description = Html("<p>Sixty-one years old, five gates, 74 kilometres above Osmere. What happened to it, and who says so.</p>"),
        CountText = "24 stories",
        Stories = River(),
        Pager = new Pager { Newer = "/topics/zell-dam", Older = "/topics/zell-dam?page=3", Text = "Page 2 of 3" },
    };

    public static AuthorPage Author(string language = "en") => new()
    {
        Frame = Frame(language, "Mira Solvane – The Aldor Courier", "/authors/mira-solvane"),
        Name = "Mira Solvane",
        Role = "Chief reporter",
        Portrait = Portrait("author-0"),
        Biography = Html("<p>Mira Solvane has written for the Courier since 2009, first from the Assembly, then from the Zell valley, where she grew up within sight of the dam.</p><p>She was the first to report the rising water of 2011.</p>"),
        Links = [new("Write to her", "mailto:mira@courier.example"), new("RSS", "/authors/mira-solvane/feed.xml")],
        Stories = River(),
        Pager = new Pager { Older = "/authors/mira-solvane?page=2", Text = "Page 1 of 9" },
    };

    public static CorrectionsPage Corrections(string language = "en") => new()
    {
        Frame = Frame(language, "Corrections – The Aldor Courier", "/corrections"),
        Days =
        [
            new(new("Sunday, 22 November 2026", "2026-11-22"),
            [
                Correction("correction", "Correction", "An earlier version gave the number of gates as six.") with { Story = new("Minister insists the Zell dam is out of use; engineers say three of five gates still turn", "/aldor/minister-insists") },
                Correction("clarification", "Clarification", "The skippers spoke for their own boats and not for their union.") with { Id = "correction-3", Wrong = null, Right = null, Story = new("Skippers take the line of 1911 to the table", "/world/skippers") },
            ]),
            new(new("Thursday, 19 November 2026", "2026-11-19"), [Correction("retraction", "Retraction", "We reported that the night train would stop at Tellmark. It won’t, and the timetable we quoted was never official.") with { Id = "correction-4", Wrong = null, Right = null, Story = new("The night train to Osmere returns after eleven years", "/aldor/night-train") }]),
        ],
        Pager = new Pager { Older = "/corrections?page=2", Text = "Page 1 of 2" },
    };

    public static SearchPage Search(string language = "en") => new()
    {
        Frame = Frame(language, "dam – Search – The Aldor Courier", "/search") with { NoIndex = true, Canonical = null },
        Form = new SearchFormView
        {
            Address = "/search",
            Query = "dam",
            Sections = [new("aldor", "Aldor", true), new("osmere", "– Osmere", false)],
            Author = new("Nobody", "Nobody of this name writes here."),
            From = new("2026-11-01", null),
            To = new("soon", "This is not a day."),
            SectionFault = "There is no such section.",
            IsFiltered = true,
        },
        CountText = "2 stories",
        Hits = [.. Front().Thirds.Take(2).Select(t => new SearchHit { Teaser = t, Headline = Html("The <mark>dam</mark> holds"), Text = Html("Three gates of the <mark>dam</mark> …") })],
        Pager = new Pager { Older = "/search?q=dam&page=2", Text = "Page 1" },
    };

    public static StaticPage Static(string language = "en") => new()
    {
        Frame = Frame(language, "Terms – The Aldor Courier", "/terms"),
        Heading = "Terms",
        Updated = new("1 October 2026", "2026-10-01"),
        Body = Html("<p>The Courier is written for those who live in Aldor, and for those who used to.</p><h2>What you agree to</h2><p>You may leave at any time, with one click. We keep your address for as long as you stay, and a week after.</p><ul><li>No tracking of what you open.</li><li>No advertising for members.</li></ul><h2>What we agree to</h2><p>We correct what we get wrong, and tell those we told it to.</p>"),
        Versions = [new("1 March 2025", "/terms/2"), new("1 January 2024", "/terms/1")],
    };

    public static GonePage Gone(string language = "en") => new()
    {
        Frame = Frame(language, "Withdrawn – The Aldor Courier", "/aldor/night-train") with { NoIndex = true },
        Headline = "The night train will stop at Tellmark",
        Reason = "The timetable we quoted was a draft, and State Railways had never agreed to it.",
        Withdrawn = new("19 November 2026", "2026-11-19"),
        HistoryAddress = "/aldor/night-train/history",
        Latest = [.. Front().Thirds.Select(t => t with { Picture = null })],
    };

    public static NotFoundPage NotFound(string language = "en") => new()
    {
        Frame = Frame(language, "There is no such page – The Aldor Courier", "/nowhere") with { NoIndex = true },
        Latest = [.. Front().Thirds.Select(t => t with { Picture = null })],
    };

    public static ErrorPage Error(string language = "en") => new()
    {
        Frame = Frame(language, "Something broke – The Aldor Courier", "/nowhere") with { NoIndex = true, Sections = [], Utility = [], Footer = [], Join = null, Today = null },
        RequestId = "0HN7K2Q4M1:00000003",
    };

    public static WithheldPage Withheld(string language = "en") => new()
    {
        Frame = Frame(language, "Withheld – The Aldor Courier", "/aldor/x") with { NoIndex = true },
        Reason = "Osmere District Court, 12 O 441/26, at the request of a person named in the story.",
        Since = new("24 November 2026", "2026-11-24"),
    };

    /// <summary>Markup that no renderer made; there is no public way to it.</summary>
    private static Markup Html(string html)
    {
        object markup = default(Markup);
        typeof(Markup).GetField("_html", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(markup, html);
        return (Markup)markup;
    }

    private static IReadOnlyList<LinkView> Sections() =>
    [
        new("Front page", "/"),
        new("Aldor", "/aldor") { Children = [new("The Assembly", "/assembly"), new("Osmere", "/osmere")] },
        new("World", "/world"),
        new("Economy", "/economy"),
        new("Science", "/science"),
        new("Culture", "/culture"),
        new("Opinion", "/opinion"),
    ];

    private static Strip LeadStrip() => new()
    {
        Name = "Aldor",
        Address = "/aldor",
        Layout = "lead",
        Teasers =
        [
            Teaser("The valley", "Kestrel’s Rest votes on whether to move uphill", "Forty-one houses, one chapel and a question that has waited since the flood: what is a town, if not where it stands?", "Sami Corrin", "hill-town") with { Size = "large" },
            Teaser("Courts", "Archive fire: the judge asks who held the second key", "Three of the four have said where they were.", "Callum Dray"),
            Teaser("Schools", "Teachers’ union accepts the ministry’s offer in principle", "A ballot follows in December.", "Ingrid Moss"),
            Teaser("Health", "St Alban’s reopens its second ward", "Nurses from Brightwater will fill the night shift.", "Ingrid Moss"),
            Teaser("Osmere", "The harbour’s last crane driver trains her successor", null, "Ada Finch") with { AccessLabel = "Members" },
            Teaser("Weather", "A wet week, and what the Institute makes of it", null, "Jonas Reed"),
            Teaser("Railways", "State Railways finds eleven sleeping cars, all of them asleep", null, "Ada Finch"),
        ],
    };

    private static Strip OpinionStrip() => new()
    {
        Name = "Opinion",
        Address = "/opinion",
        Layout = "opinion",
        Teasers =
        [
            Teaser(null, "Nobody lied about the dam. That is the trouble", null, "Beatrix Olm") with { Portrait = Portrait("author-0"), Time = null },
            Teaser(null, "A bridge of forty metres, and the pride of four hundred", null, "Father Aldous Wren") with { Portrait = Portrait("author-1"), Time = null },
            Teaser(null, "What the fishermen know about lines", null, "Marek Tillis") with { Portrait = Portrait("author-2"), Time = null },
            Teaser(null, "In praise of the slow train", null, "Oda Quill") with { Portrait = Portrait("author-4"), Time = null },
        ],
    };

    private static Strip CardStrip() => new()
    {
        Name = "World",
        Address = "/world",
        Layout = "cards",
        Teasers =
        [
            Teaser("The sea", "Fishing fleets meet at the line that was drawn in 1911", "Carrow sends eleven boats, Aldor nine, and neither sends a minister.", "Lena Brook", "fishing-fleet"),
            Teaser("Meren", "A border road with a barrier, and nobody to lift it", "The guards went home on Tuesday.", "Tobin Ashgrove", "border-road"),
            Teaser("Rivers", "Inspectors turned back at Zell write a second letter", "The panel asks for three days and a boat.", "Mira Solvane", "dam-gates-east"),
            Teaser("Ice", "What the glacier kept: letters from a lost survey", "They were addressed to Osmere.", "Jonas Reed", "glacier-tongue"),
            Teaser("Carrow", "A port town counts the lorries that no longer come", null, "Lena Brook", "osmere-harbour"),
        ],
    };

    private static Strip ArabicStrip() => new()
    {
        Name = "العربية",
        Address = "/arabic",
        Layout = "cards",
        Language = "ar",
        Direction = "rtl",
        Teasers =
        [
            Teaser("سدّ زيل", "الوزير يصرّ على أن السدّ خارج الخدمة", "ثلاث بوابات من خمس ما زالت تدور.", "يارا حدّاد", "dam-gates-east") with { Time = new("قبل ساعة", "2026-11-23T15:31:00Z") },
            Teaser("أوزمير", "سوق الميناء يفتح أبوابه ليلًا للمرة الأولى منذ عشر سنوات", "الباعة يقولون إن الضوء يكفي.", "نور سليم", "market-square") with { Time = new("أمس", "2026-11-22T15:31:00Z") },
            Teaser("الجمعية", "صوت واحد يُسقط قانون المياه", "الكلمة الأخيرة يوم الخميس.", "نور سليم", "parliament-hall") with { Time = new("أمس", "2026-11-22T12:31:00Z") },
            Teaser("ثقافة", "مصنع الآلات الكاتبة الأخير يتحوّل إلى الكمان", "خمسة حرفيّين وفكرة.", "يارا حدّاد", "theatre-stage") with { Time = new("السبت", "2026-11-21T12:31:00Z") },
        ],
    };

    private static Strip ColumnStrip() => new()
    {
        Name = "Economy",
        Address = "/economy",
        Layout = "columns",
        Teasers =
        [
            Teaser("Grain", "Tellmark’s silos are full, and the trains are late", "Farmers pay to store what nobody fetches.", "Petra Lund"),
            Teaser("Harbour", "Night landings return, at a higher fee", "The Authority calls it a trial.", "Lena Brook"),
            Teaser("Wages", "Postal workers win a week and lose a holiday", "The deal holds until spring.", "Petra Lund"),
            Teaser("Ferries", "The winter timetable is a page shorter", null, "Lena Brook"),
            Teaser("Budget", "Kest finds 40 million marks in a drawer", "The drawer was labelled “Roads”.", "Henrik Vale"),
        ],
    };

    private static Strip FeatureStrip() => new()
    {
        Name = "Culture",
        Address = "/culture",
        Layout = "feature",
        Teasers =
        [
            Teaser("The long read", "The last typewriter factory turns to violins", "Five craftsmen, one bankrupt order book, and a tree that fell in the storm of 1999. Ada Finch spent the autumn in a workshop that has stopped making noise and begun making sound.", "Ada Finch", "violin-workshop") with { Size = "large" },
            Teaser("Stage", "The Harbour Theatre opens with an empty chair", null, "Ada Finch"),
            Teaser("Books", "A novel of the flood, told by the water", null, "Oda Quill"),
            Teaser("Film", "An archive of weddings, and nobody married", null, "Ada Finch"),
            Teaser("Music", "The orchestra’s oldest member is a drum", null, "Ada Finch"),
        ],
    };

    private static IReadOnlyList<Teaser> River() =>
    [
        Teaser("The Zell dam", "Survey Office engineers were told to leave their cameras at the gate", "Two of them say so; the ministry says there was no such order.", "Tobin Ashgrove", "dam-before") with { Time = new("21 November 2026", "2026-11-21T10:00:00Z") },
        Teaser("Rivers", "Inspectors turned back at Zell write a second letter", "The panel asks for three days and a boat.", "Mira Solvane") with { Time = new("20 November 2026", "2026-11-20T10:00:00Z"), Flag = "Corrected" },
        Teaser("The valley", "The night the buses came: an account from eleven kitchens", "Nobody knew where the buses would go. Everyone got on.", "Sami Corrin", "night-train") with { Time = new("17 November 2026", "2026-11-17T10:00:00Z"), AccessLabel = "Members" },
        Teaser("The Zell dam", "What we know about the strike, and what we don’t", "A list that we keep up to date.", "Mira Solvane and Tobin Ashgrove", "map-zell-valley") with { Time = new("16 November 2026", "2026-11-16T10:00:00Z") },
    ];

    private static Teaser Teaser(string? kicker, string headline, string? standfirst, string byline, string? picture = null) => new()
    {
        Kicker = kicker,
        Headline = headline,
        Address = "/aldor/" + headline.Length,
        Standfirst = standfirst,
        Byline = byline,
        Time = new("2 hours ago", "2026-11-23T14:31:00Z"),
        Picture = picture is null ? null : Picture(picture),
    };

    private static Teaser Brief(string time, string headline) => new()
    {
        Headline = headline,
        Address = "/aldor/" + headline.Length,
        Time = new(time, $"2026-11-23T{time}:00Z"),
        Size = "brief",
    };

    private static PictureView Picture(string key) => new()
    {
        Address = $"/media/{key}.jpg",
        SrcSet = $"/media/{key}-640.jpg 640w, /media/{key}.jpg 1600w",
        Sources = [new("image/webp", $"/media/{key}-640.webp 640w, /media/{key}.webp 1600w")],
        Width = 1600,
        Height = 1067,
        Alt = "The eastern gates of a dam at dusk; two of five are dark.",
        Caption = "The eastern gates of the Zell dam on Thursday, seen from Ferry Road.",
        Credit = "I. Marsh / Aldor Pictures",
    };

    private static PictureView Portrait(string key) => Picture(key) with { Width = 800, Height = 800, Alt = "", Sources = [], SrcSet = null };

    private static CorrectionView Correction(string kind, string label, string text) => new()
    {
        Id = "correction-1",
        Kind = kind,
        Label = label,
        Time = new("22 November", "2026-11-22"),
        Text = text,
        Wrong = "six gates",
        Right = "five gates",
    };

    private const string Body = """
        <p>The Minister of Works, <strong>Radek Thorne</strong>, told the Assembly on Monday that the Zell dam <span data-statement="1" class="statement">“will not turn a turbine this decade”</span>, contradicting a survey by his own engineers that put the delay at a few months.</p>
        <p>The survey, according to the <em>Osmere Post</em>, which said it had seen a copy, found three of the five gates <span data-statement="2" class="statement">in working order</span>. The ministry has not said that the document is false. <a href="/aldor/other">Inspectors who were turned back</a> last Wednesday asked again to be let in.</p>
        <div class="pullquote"><blockquote><p>A dam does not forget who built it.</p></blockquote><p class="attribution">Halla Brenn, chief surveyor</p></div>
        <h2 id="b-1">What was moved before</h2>
        <p>Drivers on Ferry Road saw lorries leave the eastern works in the two nights before the strike. None of the four who spoke to the Courier could say what was on them, and the Ministry of Works did not answer a list of eleven questions.</p>
        <figure data-comparison class="comparison"><before-after data-label="Slide between before and after"><figure><picture><img src="/media/dam-before.jpg" width="1600" height="1067" alt="The spillway whole" loading="lazy" decoding="async"></picture><figcaption><span class="when">Before <time datetime="2026-06-06">6 June 2026</time></span> <span class="caption">The spillway from the air in June.</span> <span class="credit">Aldor Survey Office</span></figcaption></figure><figure><picture><img src="/media/dam-after.jpg" width="1600" height="1067" alt="The spillway broken" loading="lazy" decoding="async"></picture><figcaption><span class="when">After <time datetime="2026-11-20">20 November 2026</time></span> <span class="caption">The same frame after the strike.</span> <span class="credit">Aldor Survey Office</span></figcaption></figure></before-after><figcaption> <span class="caption">Both pictures were taken in the morning; shadows differ.</span> <span class="credit">Courier Graphics</span></figcaption></figure>
        <p>The president, Elian Orsk, wrote on a social network the morning after that the dam was “completely destroyed”. Meren’s foreign ministry, in a statement, denied any strike.</p>
        <aside class="factbox" aria-labelledby="b-2"><h3 id="b-2">The dam in numbers</h3><ul><li>Five gates, 61 years old</li><li>74 kilometres above Osmere</li><li>2,300 people moved for three days</li></ul><p>Sources: Survey Office, Ministry of Works.</p></aside>
        <div class="table" role="region" aria-label="Table 1" tabindex="0"><table><thead><tr><th scope="col">Who says</th><th scope="col">What</th><th scope="col">Through</th></tr></thead><tbody><tr><th scope="row">President Orsk</th><td>“Completely destroyed”</td><td>social post, 16 November</td></tr><tr><th scope="row">Ministry of Works</th><td>One to two years</td><td>briefing, 18 November</td></tr><tr><th scope="row">Survey Office</th><td>A few months</td><td>leaked document, according to the Osmere Post</td></tr></tbody></table></div>
        <figure class="column"><picture><img src="/media/map-zell-valley.jpg" width="1600" height="1067" alt="Map of the Zell valley" loading="lazy" decoding="async"></picture><figcaption> <span class="caption">The Zell valley, from the dam to the sea.</span> <span class="credit">Courier Graphics</span></figcaption></figure>
        <h3 id="b-3">Three questions</h3>
        <ol><li>What hit it?</li><li>What was moved?</li><li>Who may look?</li></ol>
        <blockquote><p>The inspectors were turned back at the second barrier, not at the first. I would like to know what stands between them.</p></blockquote>
        <hr>
        <ul class="gallery"><li><figure><picture><img src="/media/hill-town.jpg" width="1600" height="1067" alt="A town on a slope" loading="lazy" decoding="async"></picture><figcaption> <span class="caption">Kestrel’s Rest on Sunday.</span> <span class="credit">Runa Feld / Courier</span></figcaption></figure></li><li><figure><picture><img src="/media/fishing-fleet.jpg" width="1600" height="1067" alt="Boats" loading="lazy" decoding="async"></picture><figcaption> <span class="caption">Boats waiting for the tide.</span> <span class="credit">P. Okell / Courier</span></figcaption></figure></li><li><figure><picture><img src="/media/tram-street.jpg" width="1600" height="1067" alt="A tram" loading="lazy" decoding="async"></picture><figcaption> <span class="caption">Harbour Street, Osmere.</span> <span class="credit">P. Okell / Courier</span></figcaption></figure></li></ul>
        <figure class="embed" data-embed="https://video.example.org/watch/123" data-show="Show it here"><a href="https://video.example.org/watch/123">On another site: video.example.org</a><figcaption> <span class="caption">The debate of Monday, recorded by the Assembly.</span></figcaption></figure>
        <p>The true extent of the damage remains unknown.</p>
        <div data-gate></div>
        """;
}
