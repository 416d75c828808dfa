using System.Globalization;
using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Makes lists. What stands between items, as lists do in some pages, belongs to the item before.</summary>
internal sealed class HtmlLists(HtmlBlocks blocks)
{
    public IEnumerable<Block> Read(IElement list, Surroundings around)
    {
        List<Flow> items = [];
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item)
            {
                items.Add(blocks.Inside(item, around));
            }
            else if (child is not IText text || !string.IsNullOrWhiteSpace(text.Data))
            {
                if (items.Count is 0)
                {
                    items.Add(new Flow());
                }

                blocks.Set([child], items[^1], around);
            }
        }

        ListItem[] read = [.. items.Select(i => new ListItem("", i.EndItem()))];
        return read.Length is 0 ? [] : [list.LocalName is "ol" ? new OrderedList("", Start(list), read) : new BulletList("", read)];
    }

    private static int Start(IElement list) =>
        int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? Math.Min(start, 999_999_999) : 1;
}
