using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A place for something that is no part of the story (an appeal, a sign-up). It comes last when the body has fewer paragraphs than it waits for.</summary>
/// <param name="AfterParagraph">Counts the paragraphs that stand in no list, quote, box or table; the first is 1.</param>
public sealed record ReservedPlace(int AfterParagraph, Markup Markup)
{
    public static ReservedPlace AtEnd(Markup markup) => new(int.MaxValue, markup);
}
