using System.Collections;
using System.Reflection;

namespace Broadsheet.Tests.Support;

/// <summary>Spells out a value with all it holds, lists included, so that two can be compared and a difference be read.</summary>
public static class Described
{
    public static string In(object? value, params string[] without) => value switch
    {
        null => "null",
        string text => $"“{text}”",
        Uri uri => uri.AbsoluteUri,
        IEnumerable list => $"[{string.Join(",\n", list.Cast<object?>().Select(v => In(v, without)))}]",
        _ when value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is Guid => value.ToString()!,
        _ => $"{value.GetType().Name}({string.Join(", ", Properties(value, without).Select(p => $"{p.Name}: {In(p.GetValue(value), without)}"))})",
    };

    private static IEnumerable<PropertyInfo> Properties(object value, string[] without) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && !without.Contains(p.Name, StringComparer.Ordinal));
}
