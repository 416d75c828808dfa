using System.Collections;
using System.Reflection;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;

namespace Broadsheet.Tests.Outlets.Themes;

/// <summary>A page of any kind with a hostile text in every text field of every view model it is made of.</summary>
internal static class HostilePages
{
    /// <summary>Would end an attribute and begin an element, were it not escaped.</summary>
    public const string Text = "\"'><hostile onload=x>&";

    public static PageView Of(Type page) => (PageView)Made(page)!;

    private static object? Made(Type type)
    {
        if (type == typeof(string))
        {
            return Text;
        }

        if (type.IsValueType)
        {
            return Nullable.GetUnderlyingType(type) is { } inner ? Made(inner) : type == typeof(bool) ? true : Activator.CreateInstance(type);
        }

        return type.IsGenericType ? List(type.GetGenericArguments()[0]) : Record(type);
    }

    private static IList List(Type item)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Made(item));
        return list;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).Last();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Made(p.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.PropertyType != typeof(Markup)))
        {
            var endless = property.PropertyType == typeof(IReadOnlyList<>).MakeGenericType(type);
            property.SetValue(made, endless ? Array.CreateInstance(type, 0) : Made(property.PropertyType));
        }

        return made;
    }
}
