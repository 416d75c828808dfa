using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Api.Problems;

/// <summary>Which problem an exception is.</summary>
internal static class ProblemOf
{
    private const int OutageSeconds = 5;

    public static Problem Exception(Exception e, HttpContext http) => e switch
    {
        Invalid invalid => Problem.Invalid(invalid.Faults),
        Refused => Problem.Of(ProblemKind.Refused, e.Message),
        PreconditionRequired => Problem.Of(ProblemKind.NoPrecondition, e.Message),
        PreconditionFailed => Problem.Of(ProblemKind.Stale, e.Message),
        Unreadable unreadable => Problem.Of(unreadable.Kind, e.Message),
        BadHttpRequestException bad => Unbound.Of(bad, http),
        DbUpdateConcurrencyException when HttpMethods.IsPatch(http.Request.Method) => Problem.Of(ProblemKind.Stale),
        DbUpdateConcurrencyException => Problem.Of(ProblemKind.Refused, "Someone else changed this at the same moment. Look again, then repeat."),
        MediaUnavailable => Problem.Later(ProblemKind.Unavailable, OutageSeconds),
        _ when DatabaseFault.IsOutage(e) => Problem.Later(ProblemKind.Unavailable, OutageSeconds),
        _ when DatabaseFault.IsTaken(e) => Problem.Of(ProblemKind.Refused, "Someone else made the same at the same moment. Look again, then repeat."),
        _ when DatabaseFault.IsTied(e) => Problem.Of(ProblemKind.Refused, "Something that this refers to was removed at the same moment, or something still refers to this."),
        _ => Problem.Unexpected(http.TraceIdentifier),
    };
}
