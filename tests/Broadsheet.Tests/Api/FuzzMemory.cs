using System.Text.Json;
using CsCheck;

namespace Broadsheet.Tests.Api;

/// <summary>The ids, slugs and cursors that the server has answered: they lead further than any that are made up.</summary>
internal sealed class FuzzMemory
{
    private const int Most = 50;
    private const string MadeUp = "0196a000000070008000000000000001";

    private readonly SortedDictionary<string, List<string>> _known = new(StringComparer.Ordinal) { [""] = [MadeUp] };

    /// <summary>Anything that was answered.</summary>
    public Gen<string> Any => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], (collection, item) => At(_known.Values.ElementAt(collection % _known.Count), item));

    /// <summary>Ids that were answered by the routes of this collection, or its slugs.</summary>
    /// <param name="parameter">The name of what is wanted: <c>id</c>, <c>slug</c>.</param>
    public Gen<string> Of(string collection, string parameter) => Gen.Int[0, 1_000_000].Select(item => _known.TryGetValue(Key(collection, parameter), out var known) ? At(known, item) : MadeUp);

    /// <summary>Any id that was answered.</summary>
    public Gen<string> AnyId => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], (collection, item) =>
    {
        var ids = _known.Where(known => !known.Key.EndsWith("/slug", StringComparison.Ordinal)).Select(known => known.Value).ToList();
        return At(ids[collection % ids.Count], item);
    });

    public void Learn(string collection, JsonElement answer)
    {
        if (answer.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in answer.EnumerateArray())
            {
                Learn(collection, item);
            }
        }
        else if (answer.ValueKind is JsonValueKind.Object)
        {
            foreach (var field in answer.EnumerateObject())
            {
                if (field is { Name: "id" or "slug" or "next", Value.ValueKind: JsonValueKind.String } && field.Value.GetString() is { Length: > 0 and < 100 } text)
                {
                    Add(Key(collection, field.Name), text);
                }

                // The blocks of a body have ids too, which lead nowhere.
                if (field.Name is not "attrs")
                {
                    Learn(collection, field.Value);
                }
            }
        }
    }

    private static string Key(string collection, string name) => name is "slug" ? $"{collection}/slug" : collection;

    private void Add(string key, string text)
    {
        if (!_known.TryGetValue(key, out var known))
        {
            _known[key] = known = [];
        }

        if (!known.Contains(text, StringComparer.Ordinal))
        {
            known.Add(text);
        }

        if (known.Count > Most)
        {
            known.RemoveAt(0);
        }
    }

    // Rather the newest: older things may be gone.
    private static string At(List<string> known, int item) => known[^(1 + item % Math.Min(known.Count, item % 2 == 0 ? 3 : known.Count))];
}
