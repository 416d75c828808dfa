using AngleSharp.Dom;
using Broadsheet.Stories.Body.Imports;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Gathers paragraphs that Word meant as one list.</summary>
internal sealed class PastedList(Flow flow)
{
    private List<ListItem> _items = [];
    private string _kind = "";

    public void Add(string kind, Flow item)
    {
        if (!string.Equals(kind, _kind, StringComparison.Ordinal))
        {
            End();
            _kind = kind;
        }

        _items.Add(new ListItem("", item.EndItem()));
    }

    /// <summary>Whether <paramref name="node"/> is nothing but the line end between two items.</summary>
    public bool IsBlankBetween(INode node) => _items.Count > 0 && node is IText text && string.IsNullOrWhiteSpace(text.Data);

    public void End()
    {
        if (_items.Count > 0)
        {
            flow.Add(_kind is "ol" ? new OrderedList("", 1, _items) : new BulletList("", _items));
            _items = [];
        }
    }
}
