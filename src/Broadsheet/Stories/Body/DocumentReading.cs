using System.Diagnostics.CodeAnalysis;
using Broadsheet.Platform.Web;

namespace Broadsheet.Stories.Body;

/// <summary>What came of reading a body: the document, or what is wrong with it (the first <see cref="BodyLimits.Faults"/> faults, in the order met).</summary>
public sealed record DocumentReading(Document? Document, IReadOnlyList<Fault> Faults)
{
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsSound => Document is not null;

    public static DocumentReading Unsound(string place, string sentence) => new(null, [new Fault(place, sentence)]);
}
