namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>The inside of one pair of braces. <see cref="Mark"/> is <c>#</c>, <c>/</c>, <c>&gt;</c>, <c>#&gt;</c>, <c>else</c> or nothing.</summary>
internal sealed record TemplateTag(int Line, string Mark, IReadOnlyList<string> Words)
{
    public string Text => string.Join(' ', Words);
}
