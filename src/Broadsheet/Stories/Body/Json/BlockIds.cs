using System.Buffers;

namespace Broadsheet.Stories.Body.Json;

/// <summary>The ids of one document's blocks. An editor that copies a block copies its id: the first keeps it, the copy gets a new one.</summary>
internal sealed class BlockIds(Random random)
{
    public const string Rule = "An id is 1 to 64 letters, digits, “-” or “_” of ASCII.";

    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The id that was sent, or a new one where none was or another block has it.</summary>
    public string Take(string? sent) => sent is not null && _taken.Add(sent) ? sent : Give();

    public static bool IsOne(string sent) =>
        sent.Length is > 0 and <= BodyLimits.Id && !sent.AsSpan().ContainsAnyExcept(Allowed);

    private string Give()
    {
        while (true)
        {
            var id = string.Create(12, random, static (letters, random) => random.GetItems(Letters, letters));
            if (_taken.Add(id))
            {
                return id;
            }
        }
    }
}
