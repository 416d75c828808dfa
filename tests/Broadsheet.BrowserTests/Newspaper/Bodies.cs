namespace Broadsheet.Tests.Newspaper;

/// <summary>The bodies of the newspaper's stories, in Markdown.</summary>
internal static class Bodies
{
    public static string Everything(Pictures pictures) =>
        $$"""
        A paragraph with **bold**, *italic*, a [link](https://post.example/extracts "The Post") and one [of our own](/aldor).

        ## A heading of the second level

        ### One of the third

        #### One of the fourth

        * A point
        * Another, with points of its own
            * A point within

        3. The third
        4. The fourth

        > Somebody said this.
        >
        > And then this.

        ::: pullquote {attribution="Halla Brenn"}
        A dam does not forget.
        :::

        ![](image:{{pictures.Tall}} "A picture in the column."){size=column}

        ![](image:{{pictures.Wide}}){size=wide}

        ![](image:{{pictures.Wide}} "One over the whole page." ){size=full credit="P. Okell"}

        ::: gallery {images="image:{{pictures.Wide}} image:{{pictures.Tall}} image:{{pictures.Square}}"}
        :::

        {{Comparison(pictures)}}

        :::: factbox {title="In numbers"}
        Five gates, of which

        * three move,
        * two do not.
        ::::

        ::: factbox
        A box without a title.
        :::

        | Gate | State | Since |
        |---|---|---|
        | 1 | turns | 1962 |
        | 2 | stands still, and nobody who was asked would say for how long it has stood still | 2026 |

        ::: embed {url="https://video.example/watch/1" caption="The gates, filmed from Ferry Road."}
        :::

        ::: timeline {topic="zell-dam"}
        :::

        ::: whatWeKnow {question="what-happened"}
        :::

        ::: background {id="the-dam" version=1}
        :::

        ---

        The end.
        """;

    public static string Long(Pictures pictures)
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("The engineers measured the dam and wrote down what they had seen there,", 8)) + " and then went home.";
        string Figure(string size) => $"![](image:{pictures.Wide} \"What the reporters saw from Ferry Road on the evening.\"){{size={size}}}";
        return string.Join("\n\n", paragraph, paragraph, Figure("column"), "## The first night", paragraph, Figure("wide"), paragraph, paragraph, Comparison(pictures), "## What came after", paragraph, paragraph, Figure("full"), paragraph, paragraph, paragraph);
    }

    public static string Arabic(Pictures pictures) =>
        $$"""
        قال ثلاثة مهندسين إن البوابات الثلاث ما زالت تعمل، وإن ما قاله الوزير في المجلس لا يوافق ما رأوه في السدّ.

        ## ما الذي رأوه

        رأى مراسلان من الصحيفة البوابة الثانية ترتفع نحو متر في مساء الثلاثاء 24 من الشهر (تشرين الثاني).

        {{Comparison(pictures)}}

        > السدّ لا ينسى.

        * بوابة
        * وأخرى
        """;

    public static string Comparison(Pictures pictures) =>
        $$"""
        ::: comparison {before=image:{{pictures.Before}} after=image:{{pictures.After}} caption="The spillway, before and after." credit="Aldor Survey Office"}
        :::
        """;
}
