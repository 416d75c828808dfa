using Broadsheet.Outlets.Themes.Assets;

namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>A theme's templates and partials by name, read and found to refer only to what there is.</summary>
public sealed class TemplateSet
{
    private static readonly string[] Helpers = ["word", "asset"];

    private readonly ThemeAssets _assets;
    private readonly List<ThemeProblem> _problems = [];

    private TemplateSet(ThemeFiles files, ThemeAssets assets)
    {
        _assets = assets;
        Templates = Read(files, "templates", t => t);
        Partials = Read(files, "partials", WithoutLastLineBreak);
    }

    /// <summary>By name: <c>story</c>, <c>lite/story</c>.</summary>
    public IReadOnlyDictionary<string, Template> Templates { get; }

    /// <summary>By name: <c>teaser</c>.</summary>
    public IReadOnlyDictionary<string, Template> Partials { get; }

    /// <summary>Reads all templates and partials.</summary>
    /// <exception cref="ThemeException">Names everything that keeps the templates from being used, each with its file and line.</exception>
    public static TemplateSet Load(ThemeFiles files, ThemeAssets assets)
    {
        var set = new TemplateSet(files, assets);
        foreach (var (name, _) in PageKinds.All.Where(k => !set.Templates.ContainsKey(k.Template)))
        {
            set._problems.Add(new ThemeProblem($"templates/{name}.hbs", 0, "This template is missing."));
        }

        foreach (var template in set.Templates.Values.Concat(set.Partials.Values))
        {
            set.Resolve(template, template.Nodes);
        }

        return set._problems.Count is 0 ? set : throw new ThemeException(set._problems);
    }

    private Dictionary<string, Template> Read(ThemeFiles files, string folder, Func<string, string> cut)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var file in files.Under(folder, ".hbs"))
        {
            var name = file[(folder.Length + 1)..^4];
            try
            {
                templates.Add(name, TemplateParser.Parse(name, file, cut(files.Text(file))));
            }
            catch (ThemeException e)
            {
                _problems.AddRange(e.Problems);
                templates.Add(name, new Template(name, file, "", []));
            }
        }

        return templates;
    }

    /// <summary>A partial in the middle of a line puts no space after itself.</summary>
    private static string WithoutLastLineBreak(string text) => text.EndsWith('\n') ? text[..^1].TrimEnd('\r') : text;

    private void Resolve(Template template, IReadOnlyList<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (Trouble(node) is { } message)
            {
                _problems.Add(new ThemeProblem(template.File, node.Line, message));
            }

            Resolve(template, node is BlockTag block ? [.. block.Body, .. block.Otherwise] : node is PartialTag { Block: { } inside } ? inside : []);
        }
    }

    private string? Trouble(TemplateNode node) => node switch
    {
        PartialTag { Name: var name } when !Partials.ContainsKey(name) => $"There is no partials/{name}.hbs.",
        HelperTag { Name: var name } when !Helpers.Contains(name) => $"There is no helper “{name}”; these are {string.Join(" and ", Helpers)}.",
        HelperTag { Name: "asset", Argument: { IsLiteral: true, Value: var file } } when _assets.Find(file) is null => $"There is no assets/{file}.",
        HelperTag { Name: "asset", Argument.IsLiteral: false } => "An asset is named in quotes.",
        _ => null,
    };
}
