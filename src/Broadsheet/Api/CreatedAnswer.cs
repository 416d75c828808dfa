using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api;

/// <summary>201 with the whole resource, its ETag and where it is.</summary>
public sealed class CreatedAnswer<T>(string location, T resource, int version) : IResult, IEndpointMetadataProvider
    where T : notnull
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.SetETag(version);
        return TypedResults.Created(location, resource).ExecuteAsync(httpContext);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [Body.MediaType]));
        builder.Metadata.Add(new AnswersETag());
    }
}
