namespace Broadsheet.Platform.Web;

/// <summary>What is wrong where: <c>body.content[3].attrs.image</c>, “There is no such image.”</summary>
public sealed record Fault(string Place, string Sentence);
