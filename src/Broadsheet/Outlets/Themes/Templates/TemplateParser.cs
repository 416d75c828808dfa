using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>
/// Reads the part of Handlebars that themes may use: values, <c>if</c>, <c>unless</c>, <c>each</c>, <c>with</c>, partials with blocks, and the helpers
/// <c>word</c> and <c>asset</c>. Handlebars.Net renders; this knows every tag's line, for checks and for messages that name the place.
/// </summary>
public sealed partial class TemplateParser
{
    private static readonly string[] Blocks = ["if", "unless", "each", "with"];

    private readonly string _file;
    private readonly Queue<TemplateTag> _tags;

    private TemplateParser(string file, string source)
    {
        _file = file;
        _tags = new(new TemplateLexer(file, source).Tags());
    }

    /// <summary>Reads one template.</summary>
    /// <exception cref="ThemeException">The template isn't well formed.</exception>
    public static Template Parse(string name, string file, string source)
    {
        var parser = new TemplateParser(file, source);
        var nodes = parser.Nodes(opening: null);
        return new Template(name, file, source, nodes);
    }

    private List<TemplateNode> Nodes(TemplateTag? opening)
    {
        var nodes = new List<TemplateNode>();
        while (_tags.TryPeek(out var tag))
        {
            if (tag.Mark is "/" or "else")
            {
                return opening is null ? throw Broken(tag, $"{Shown(tag)} closes nothing.") : nodes;
            }

            nodes.Add(Node(_tags.Dequeue()));
        }

        return opening is null ? nodes : throw Broken(opening, $"{Shown(opening)} is never closed.");
    }

    private TemplateNode Node(TemplateTag tag) => tag.Mark switch
    {
        "" => Value(tag),
        "#" => Block(tag),
        ">" when tag.Words[0] is "@partial-block" => new PartialBlockTag(tag.Line),
        _ => Partial(tag),
    };

    private TemplateNode Value(TemplateTag tag) => tag.Words switch
    {
        [var path] => new ValueTag(tag.Line, Path(tag, path)),
        [var helper, var argument] => new HelperTag(tag.Line, helper, ArgumentOf(tag, argument)),
        _ => throw Broken(tag, $"{Shown(tag)} has too many words: a value is one path, a helper takes one argument."),
    };

    private BlockTag Block(TemplateTag tag)
    {
        if (tag.Words is not [var name, var path] || !Blocks.Contains(name))
        {
            throw Broken(tag, $"{Shown(tag)} isn't a block of the theme language; these are {string.Join(", ", Blocks)}, each with one path.");
        }

        var body = Nodes(tag);
        List<TemplateNode> otherwise = [];
        if (_tags.Peek() is { Mark: "else" } again)
        {
            _tags.Dequeue();
            otherwise = again.Words.Count is 0 ? Nodes(tag) : throw Broken(again, "Write {{else}} alone and open another block after it.");
        }

        Close(tag, name);
        return new BlockTag(tag.Line, name, Path(tag, path), body, otherwise);
    }

    private PartialTag Partial(TemplateTag tag)
    {
        var rest = tag.Words.Skip(1).ToList();
        var path = rest.Count > 0 && !IsExtra(rest[0]) ? Path(tag, rest[0]) : null;
        if (path is not null && rest.Count > 1)
        {
            throw Broken(tag, $"{Shown(tag)} gives a path and names: put the path into {{{{#with}}}} around it.");
        }

        var extras = path is null ? Extras(tag, rest) : [];
        if (tag.Mark is ">")
        {
            return new PartialTag(tag.Line, tag.Words[0], path, extras, Block: null);
        }

        var block = Nodes(tag);
        Close(tag, tag.Words[0]);
        return new PartialTag(tag.Line, tag.Words[0], path, extras, block);
    }

    private void Close(TemplateTag opening, string name)
    {
        var tag = _tags.Dequeue();
        if (tag.Mark is not "/" || !string.Equals(tag.Text, name, StringComparison.Ordinal))
        {
            throw Broken(tag, $"{Shown(tag)} stands where {{{{/{name}}}}} should: {Shown(opening)} was opened in line {opening.Line.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private Dictionary<string, Argument> Extras(TemplateTag tag, List<string> words)
    {
        var extras = new Dictionary<string, Argument>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!IsExtra(word) || !extras.TryAdd(word.Split('=', 2)[0], ArgumentOf(tag, word.Split('=', 2)[1])))
            {
                throw Broken(tag, $"“{word}” isn't name=value, with each name once.");
            }
        }

        return extras;
    }

    private Argument ArgumentOf(TemplateTag tag, string word) => word switch
    {
        ['"', .. var text, '"'] => new(text, IsLiteral: true),
        ['\'', .. var text, '\''] => new(text, IsLiteral: true),
        "true" or "false" => new(word, IsLiteral: true),
        _ when word.Length > 0 && word.All(char.IsAsciiDigit) => new(word, IsLiteral: true),
        _ => new(Path(tag, word), IsLiteral: false),
    };

    private string Path(TemplateTag tag, string word) =>
        PathShape().IsMatch(word) ? word : throw Broken(tag, $"“{word}” isn't a path: names with dots between them, with ../ or @root. in front.");

    private static bool IsExtra(string word) => word.IndexOf('=', StringComparison.Ordinal) > 0;

    private static string Shown(TemplateTag tag) => tag.Mark is "else" ? "{{else}}" : $"{{{{{tag.Mark}{tag.Text}}}}}";

    private ThemeException Broken(TemplateTag tag, string message) => new(new ThemeProblem(_file, tag.Line, message));

    [GeneratedRegex(@"^(?:(?:\.\./)*(?:this|@root|@index|@first|@last|[A-Za-z]\w*)(?:\.[A-Za-z]\w*)*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathShape();
}
