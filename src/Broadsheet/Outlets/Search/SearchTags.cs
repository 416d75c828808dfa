using System.Text;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Search;

/// <summary>What search filters by, as words of the index: letters and digits only.</summary>
public static class SearchTags
{
    public static string Section(Guid id) => $"s{id:N}";

    public static string Author(Guid id) => $"a{id:N}";

    /// <summary>The access that it takes to read past the gate; only stories that keep something there have it.</summary>
    public static string Access(Access access) => $"x{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(access.ToString()))}";
}
