using System.Diagnostics.CodeAnalysis;
using Broadsheet.Platform.Web;

namespace Broadsheet.Stories.Body;

/// <summary>What came of Markdown or HTML: a document and, by name, what of the original it could not keep; or the faults for which there is none.</summary>
public sealed record Imported(Document? Document, IReadOnlyList<string> NotKept, IReadOnlyList<Fault> Faults)
{
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsSound => Document is not null;
}
