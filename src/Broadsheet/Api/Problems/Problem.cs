using System.Text.Json.Serialization;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api.Problems;

/// <summary>Why a request was not answered as it wished (RFC 9457).</summary>
public sealed record Problem
{
    private Problem(ProblemKind kind, string detail)
    {
        Kind = kind;
        Detail = detail;
    }

    [JsonIgnore]
    public ProblemKind Kind { get; }

    /// <summary>Which problem it is: the same address for the same problem in every version. It leads to an explanation.</summary>
    public string Type => Kind.Address;

    /// <summary>The problem in a few words, the same for every problem of this type.</summary>
    public string Title => Kind.Title;

    /// <summary>The status of the answer.</summary>
    public int Status => Kind.Status;

    /// <summary>A sentence for a person about this request.</summary>
    public string Detail { get; }

    /// <summary>What is wrong in which field: <c>authors[2]</c>. The empty name is the body as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; private init; }

    /// <summary>What to give to whoever runs the server; the log has it too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; private init; }

    /// <summary>Seconds for <c>Retry-After</c>.</summary>
    [JsonIgnore]
    public int? RetryAfter { get; private init; }

    public static Problem Of(ProblemKind kind, string? detail = null) => new(kind, detail ?? kind.Meaning);

    public static Problem Invalid(IReadOnlyList<Fault> faults) => new(ProblemKind.Invalid, faults.Count > 0 ? faults[0].Sentence : ProblemKind.Invalid.Meaning)
    {
        Errors = faults
            .GroupBy(f => f.Place, f => f.Sentence, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g], StringComparer.Ordinal),
    };

    public static Problem Later(ProblemKind kind, int seconds) => new(kind, kind.Meaning) { RetryAfter = seconds };

    public static Problem Unexpected(string requestId) => new(ProblemKind.Unexpected, ProblemKind.Unexpected.Meaning) { RequestId = requestId };
}
