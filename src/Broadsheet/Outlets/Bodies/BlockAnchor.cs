using Broadsheet.Stories.Body;

namespace Broadsheet.Outlets.Bodies;

/// <summary>A block's name on the page, stable over versions: <c>/world/the-dam#b-4f2a</c>. On the page itself only headings and titled boxes carry theirs.</summary>
public static class BlockAnchor
{
    public static string Of(Block block) => $"b-{block.Id}";
}
