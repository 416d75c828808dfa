using Broadsheet.Api.Problems;

namespace Broadsheet.Api;

/// <summary>What routes answer with. A route that answers null answers 404.</summary>
public static class Answers
{
    /// <summary>200 with the resource and its ETag.</summary>
    public static OkAnswer<T> Ok<T>(T resource, int version)
        where T : notnull => new(resource, version);

    /// <summary>201 with the whole resource, its ETag and where it is.</summary>
    /// <param name="location">The resource's path: <c>/api/v1/stories/ID</c>.</param>
    public static CreatedAnswer<T> Created<T>(string location, T resource, int version)
        where T : notnull => new(location, resource, version);

    /// <summary>404 with a sentence of its own.</summary>
    public static ProblemAnswer NotFound(string sentence) => new(Problem.Of(ProblemKind.NotFound, sentence));
}
