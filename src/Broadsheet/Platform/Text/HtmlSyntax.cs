namespace Broadsheet.Platform.Text;

/// <summary>HTML as pages have it, or the same as well-formed XML, as feeds need it.</summary>
public enum HtmlSyntax
{
    Html,
    Xml,
}
