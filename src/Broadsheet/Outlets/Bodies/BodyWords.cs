namespace Broadsheet.Outlets.Bodies;

/// <summary>The labels that bodies use, by their keys in a theme's words.</summary>
public static class BodyWords
{
    /// <summary>The earlier picture of a comparison: “Before”.</summary>
    public const string Before = "before";

    /// <summary>The later picture of a comparison: “After”.</summary>
    public const string After = "after";

    /// <summary>Names the handle of a comparison: “Slide between before and after”.</summary>
    public const string Compare = "compare";

    /// <summary>Names where an embed comes from, the host follows: “On another site:”.</summary>
    public const string EmbedFrom = "embedFrom";

    /// <summary>The button that loads an embed: “Show it here”.</summary>
    public const string ShowEmbed = "showEmbed";

    /// <summary>Begins a picture's caption where the picture can't be seen: “Picture:”.</summary>
    public const string Picture = "picture";

    /// <summary>Leads from a part of a story to the whole: “Read the rest on our site”.</summary>
    public const string ReadOn = "readOn";

    /// <summary>Before words that were wrong: “We wrote:”.</summary>
    public const string WasWrong = "wasWrong";

    /// <summary>Before what they should have been: “It should have been:”.</summary>
    public const string IsRight = "isRight";

    /// <summary>Names a table, its number follows: “Table”.</summary>
    public const string Table = "table";
}
