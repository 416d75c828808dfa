namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>A piece of a template that does something. Text between the tags isn't kept: Handlebars writes it.</summary>
public abstract record TemplateNode(int Line);

/// <summary><c>{{headline}}</c>.</summary>
public sealed record ValueTag(int Line, string Path) : TemplateNode(Line);

/// <summary><c>{{word "by"}}</c>; the argument is a literal or a path.</summary>
public sealed record HelperTag(int Line, string Name, Argument Argument) : TemplateNode(Line);

/// <summary><c>{{#if path}} … {{else}} … {{/if}}</c>, and the same of <c>unless</c>, <c>each</c> and <c>with</c>.</summary>
public sealed record BlockTag(int Line, string Name, string Path, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Otherwise) : TemplateNode(Line);

/// <summary><c>{{> teaser}}</c>, <c>{{> teaser lead}}</c>, <c>{{> picture sizes="4rem"}}</c>, or with a block: <c>{{#> frame}} … {{/frame}}</c>.</summary>
public sealed record PartialTag(int Line, string Name, string? Path, IReadOnlyDictionary<string, Argument> Extras, IReadOnlyList<TemplateNode>? Block) : TemplateNode(Line);

/// <summary><c>{{> @partial-block}}</c>: where a partial puts the block it was called with.</summary>
public sealed record PartialBlockTag(int Line) : TemplateNode(Line);

/// <summary>A literal text or number, or a path.</summary>
public sealed record Argument(string Value, bool IsLiteral);
