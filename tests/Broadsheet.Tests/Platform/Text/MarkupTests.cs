using System.Reflection;
using Broadsheet.Platform.Text;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class MarkupTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_string_becomes_markup()
    {
        var ways = typeof(Markup).GetConstructors(All).Cast<MethodBase>()
            .Concat(typeof(Markup).GetMethods(All).Where(method => method.ReturnType == typeof(Markup)));
        Assert.DoesNotContain(ways, way => way.GetParameters().Any(parameter => TakesText(parameter.ParameterType)));
    }

    [Fact]
    public void Names_of_elements_and_attributes_come_from_closed_sets() =>
        Assert.All([typeof(HtmlTag), typeof(HtmlAttribute)], type => Assert.Empty(type.GetConstructors()));

    [Fact]
    public void Element_and_attribute_names_are_plain() =>
        Assert.All(
            Names<HtmlTag>().Select(tag => tag.Name).Concat(Names<HtmlAttribute>().Select(attribute => attribute.Name)),
            name => Assert.Matches("^[a-z][a-z0-9-]*$", name));

    [Fact]
    public void Elements_with_raw_text_and_event_handlers_are_not_written()
    {
        Assert.DoesNotContain(Names<HtmlTag>(), tag => tag.Name is "script" or "style" or "iframe" or "textarea" or "title" or "noscript" or "template");
        Assert.DoesNotContain(Names<HtmlAttribute>(), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "srcdoc");
    }

    [Fact]
    public void No_markup_is_empty()
    {
        Assert.True(Markup.Empty.IsEmpty);
        Assert.Equal("", Markup.Empty.ToString());
    }

    private static IEnumerable<T> Names<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<T>();

    private static bool TakesText(Type type) => type == typeof(string) || type == typeof(char[]) || type == typeof(ReadOnlySpan<char>) || type == typeof(ReadOnlyMemory<char>) || type == typeof(object);
}
