using System.Collections.Frozen;
using System.Globalization;
using Broadsheet.Outlets.Themes.Assets;
using Broadsheet.Outlets.Themes.Templates;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Text;
using HandlebarsDotNet;

namespace Broadsheet.Outlets.Themes.Rendering;

/// <summary>A theme's templates, compiled by Handlebars.Net.</summary>
internal sealed class TemplateEngine
{
    private const string WordsKey = "words";

    private readonly FrozenDictionary<string, HandlebarsTemplate<TextWriter, object, object>> _templates;

    private TemplateEngine(FrozenDictionary<string, HandlebarsTemplate<TextWriter, object, object>> templates) => _templates = templates;

    public static TemplateEngine Compile(TemplateSet set, ThemeAssets assets)
    {
        var handlebars = Environment(assets);
        foreach (var (name, partial) in set.Partials.Select(p => (p.Key, Compiled(handlebars, p.Value))).ToList())
        {
            handlebars.RegisterTemplate(name, partial);
        }

        return new TemplateEngine(set.Templates
            .Select(t => KeyValuePair.Create(t.Key, Compiled(handlebars, t.Value)))
            .ToFrozenDictionary(StringComparer.Ordinal));
    }

    public byte[] Render(string template, PageView page, Words words)
    {
        using var writer = new PageWriter();
        _templates[template](writer, page, new Dictionary<string, object>(StringComparer.Ordinal) { [WordsKey] = words });
        return writer.ToUtf8();
    }

    private static IHandlebars Environment(ThemeAssets assets)
    {
        var configuration = new HandlebarsConfiguration { TextEncoder = new HtmlText(), FormatProvider = CultureInfo.InvariantCulture };
        configuration.FormatterProviders.Add(new MarkupFormatter());
        var handlebars = Handlebars.Create(configuration);
        handlebars.RegisterHelper("asset", (in HelperOptions _, in Context _, in Arguments arguments) => assets.AddressOf(arguments.At<string>(0)!));
        handlebars.RegisterHelper("word", (in HelperOptions options, in Context _, in Arguments arguments) => options.Data.Value<Words>(WordsKey)![arguments.At<string>(0)!]);
        return handlebars;
    }

    private static HandlebarsTemplate<TextWriter, object, object> Compiled(IHandlebars handlebars, Template template)
    {
        try
        {
            return handlebars.Compile(new StringReader(template.Source));
        }
        catch (HandlebarsException e)
        {
            throw new ThemeException(new ThemeProblem(template.File, 0, e.Message.ReplaceLineEndings(" ")));
        }
    }
}
