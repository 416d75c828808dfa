using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Broadsheet.Api;

/// <summary>An enumerated value in a query, named as in JSON: <c>?state=inReview</c>.</summary>
public readonly record struct Choice<T>(T Value)
    where T : struct, Enum
{
    /// <summary>Takes exactly the names that JSON has; minimal APIs look for this method.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Minimal APIs find it by its name on the type.")]
    public static bool TryParse(string text, out Choice<T> choice)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text)
            {
                choice = new(value);
                return true;
            }
        }

        choice = default;
        return false;
    }
}
