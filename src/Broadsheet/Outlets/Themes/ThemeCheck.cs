using System.Collections;
using System.Reflection;
using Broadsheet.Outlets.Themes.Assets;
using Broadsheet.Outlets.Themes.Rendering;
using Broadsheet.Outlets.Themes.Templates;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes;

/// <summary>
/// Reads a theme without showing it to anyone: every template compiles, every path in it exists on its view model, every word has an English text.
/// A partial is read once for each view model it is called with.
/// </summary>
public sealed class ThemeCheck
{
    private readonly TemplateSet _set;
    private readonly Words _english;
    private readonly HashSet<(string Partial, Type? Context, string Extras)> _read = [];
    private readonly SortedSet<(string File, int Line, string Message)> _problems = [];

    private ThemeCheck(TemplateSet set, Words english) => (_set, _english) = (set, english);

    /// <summary>What is wrong; nothing when the theme is sound.</summary>
    public static IReadOnlyList<ThemeProblem> Run(ThemeFiles files)
    {
        try
        {
            var assets = ThemeAssets.Load(files);
            var set = TemplateSet.Load(files, assets);
            TemplateEngine.Compile(set, assets);
            return new ThemeCheck(set, ThemeWords.Load(files).For("en")).Problems();
        }
        catch (ThemeException e)
        {
            return e.Problems;
        }
    }

    private List<ThemeProblem> Problems()
    {
        foreach (var (name, view) in PageKinds.All)
        {
            var template = _set.Templates[name];
            Read(template, template.Nodes, Scope.Of(view));
        }

        return [.. _problems.Select(p => new ThemeProblem(p.File, p.Line, p.Message))];
    }

    private void Read(Template template, IReadOnlyList<TemplateNode> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            Read(template, node, scope);
        }
    }

    private void Read(Template template, TemplateNode node, Scope scope)
    {
        switch (node)
        {
            case ValueTag value:
                Written(template, node, TypeOf(template, node, value.Path, scope), value.Path);
                break;
            case HelperTag { Name: "word", Argument: { IsLiteral: true, Value: var key } } when string.Equals(_english[key], key, StringComparison.Ordinal):
                Report(template, node, $"words/en.json has no “{key}”.");
                break;
            case HelperTag { Argument: { IsLiteral: false, Value: var path } }:
                TypeOf(template, node, path, scope);
                break;
            case BlockTag block:
                ReadBlock(template, block, scope);
                break;
            case PartialTag partial:
                ReadPartial(template, partial, scope);
                break;
        }
    }

    private void ReadBlock(Template template, BlockTag block, Scope scope)
    {
        var type = TypeOf(template, block, block.Path, scope);
        var inside = block.Name switch
        {
            "each" => scope.Each(ItemOf(template, block, type)),
            "with" => scope.With(type),
            _ => scope,
        };
        Read(template, block.Body, inside);
        Read(template, block.Otherwise, scope);
    }

    private void ReadPartial(Template template, PartialTag tag, Scope scope)
    {
        var context = tag.Path is null ? scope.Context : TypeOf(template, tag, tag.Path, scope);
        var extras = tag.Extras.ToDictionary(e => e.Key, e => e.Value.IsLiteral ? typeof(string) : TypeOf(template, tag, e.Value.Value, scope), StringComparer.Ordinal);
        if (tag.Block is not null)
        {
            Read(template, tag.Block, scope);
        }

        if (_read.Add((tag.Name, context, string.Join(',', extras.Keys.Order(StringComparer.Ordinal)))))
        {
            var partial = _set.Partials[tag.Name];
            Read(partial, partial.Nodes, Scope.Partial(scope.Root, context, extras));
        }
    }

    private Type? TypeOf(Template template, TemplateNode node, string path, Scope scope)
    {
        var (type, unknown) = scope.Resolve(path);
        if (unknown is not null)
        {
            Report(template, node, unknown);
        }

        return type;
    }

    private Type? ItemOf(Template template, BlockTag block, Type? type)
    {
        var item = type is null || type == typeof(string) ? null : type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (type is not null && item is null)
        {
            Report(template, block, $"“{block.Path}” isn’t a list: {{{{#each}}}} goes through lists.");
        }

        return item;
    }

    private void Written(Template template, TemplateNode node, Type? type, string path)
    {
        if (type is not null && type != typeof(string) && type != typeof(Markup) && (!type.IsValueType || typeof(IEnumerable).IsAssignableFrom(type)))
        {
            Report(template, node, $"“{path}” is a {type.Name}, not a text: name one of its properties.");
        }
    }

    private void Report(Template template, TemplateNode node, string message) => _problems.Add((template.File, node.Line, message));

    /// <summary>What names mean at one place of a template. A context of null isn't known, because it was already reported.</summary>
    private sealed record Scope(Type Root, Type? Context, Scope? Parent, IReadOnlyDictionary<string, Type?> Extras, bool IsEach)
    {
        private static readonly Dictionary<string, Type?> None = [];

        public static Scope Of(Type view) => new(view, view, null, None, IsEach: false);

        public static Scope Partial(Type root, Type? context, IReadOnlyDictionary<string, Type?> extras) => new(root, context, null, extras, IsEach: false);

        public Scope Each(Type? item) => new(Root, item, this, None, IsEach: true);

        public Scope With(Type? type) => new(Root, type, this, None, IsEach);

        public (Type? Type, string? Unknown) Resolve(string path)
        {
            if (path.StartsWith("../", StringComparison.Ordinal))
            {
                return Parent is null ? (null, $"“{path}” leaves the template: a partial is given what it needs by name.") : Parent.Resolve(path[3..]);
            }

            var names = path.Split('.');
            return names[0] switch
            {
                "@index" or "@first" or "@last" => IsEach ? (names[0] is "@index" ? typeof(int) : typeof(bool), null) : (null, $"“{path}” is only known inside {{{{#each}}}}."),
                "@root" => Follow(Root, names.AsSpan(1)),
                "this" => Follow(Context, names.AsSpan(1)),
                _ when Extras.TryGetValue(names[0], out var extra) => Follow(extra, names.AsSpan(1)),
                _ => Follow(Context, names),
            };
        }

        private static (Type? Type, string? Unknown) Follow(Type? type, ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (type is null)
                {
                    return (null, null);
                }

                var property = type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..], BindingFlags.Public | BindingFlags.Instance);
                if (property is null || char.IsUpper(name[0]))
                {
                    return (null, $"{type.Name} has no “{name}”; it has {string.Join(", ", PropertiesOf(type))}.");
                }

                type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            }

            return (type, null);
        }

        private static IEnumerable<string> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            .Order(StringComparer.Ordinal);
    }
}
