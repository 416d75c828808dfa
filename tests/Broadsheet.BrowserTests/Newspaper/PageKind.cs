namespace Broadsheet.Tests.Newspaper;

/// <summary>A page that stands for its kind, and the status that it answers with.</summary>
public sealed record PageKind(string Path, int Status = 200)
{
    /// <summary>Whether the same address under <c>/lite</c> shows it as text only.</summary>
    public bool HasLite { get; init; } = true;

    public PageKind Lite => this with { Path = "/lite" + (Path == "/" ? "" : Path), HasLite = false };
}
