namespace Broadsheet.Api.Problems;

/// <summary>The request can't even be read; the message is a sentence that says where.</summary>
public sealed class Unreadable(ProblemKind kind, string sentence) : Exception(sentence)
{
    public ProblemKind Kind { get; } = kind;
}
