using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api;

/// <summary>200 with a resource and its ETag.</summary>
public sealed class OkAnswer<T>(T resource, int version) : IResult, IEndpointMetadataProvider
    where T : notnull
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.SetETag(version);
        return TypedResults.Ok(resource).ExecuteAsync(httpContext);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Body.MediaType]));
        builder.Metadata.Add(new AnswersETag());
    }
}

/// <summary>Marks a route whose answer carries an ETag.</summary>
internal sealed record AnswersETag;
