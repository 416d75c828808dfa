namespace Broadsheet.Stories.Body;

/// <summary>What is wrong with what was sent: the place (<c>body.content[3].attrs.image</c>) and a sentence for the person who sent it.</summary>
public sealed record Fault(string Place, string Sentence);
