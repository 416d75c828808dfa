using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Api.Idempotency;
using Broadsheet.Api.Json;
using Broadsheet.Api.Tokens;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>Adds to every operation what follows from the API's conventions: its tag and name, who may, the headers, the problems.</summary>
internal sealed class Conventions : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = context.Description;
        var metadata = route.ActionDescriptor.EndpointMetadata;
        var segments = route.RelativePath!["api/v1/".Length..].Split('/');
        var method = route.HttpMethod!;
        if (!metadata.OfType<ITagsMetadata>().Any())
        {
            var tag = Words(segments[0]);
            context.Document!.Tags ??= new HashSet<OpenApiTag>();
            if (context.Document.Tags.All(t => t.Name != tag))
            {
                context.Document.Tags.Add(new OpenApiTag { Name = tag });
            }

            operation.Tags = new HashSet<OpenApiTagReference> { new(tag, context.Document) };
        }

        operation.OperationId ??= IdOf(method, segments);
        if (metadata.OfType<AllowedRoles>().LastOrDefault() is { } allowed)
        {
            operation.Description = $"{operation.Description}\n\nFor the role {RoleNames.Of(allowed.Roles)}.".Trim();
        }

        operation.Parameters ??= [];
        ShowChoices(operation, route.ParameterDescriptions);
        foreach (var parameter in Parameters(method, metadata))
        {
            operation.Parameters.Add(parameter);
        }

        var takesBody = metadata.OfType<IAcceptsMetadata>().Any();
        AddProblems(operation, context.Document!, method, takesBody, operation.Parameters.Any(p => p.In is ParameterLocation.Path));
        AddHeaders(operation, method, metadata.OfType<AnswersETag>().Any());
        return Task.CompletedTask;
    }

    private static void ShowChoices(OpenApiOperation operation, IList<ApiParameterDescription> parameters)
    {
        foreach (var parameter in parameters)
        {
            var type = Wanted.Bare(parameter.ParameterDescriptor?.ParameterType ?? parameter.Type);
            if (type.IsEnum && operation.Parameters!.FirstOrDefault(p => p.Name == parameter.Name) is OpenApiParameter shown)
            {
                shown.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Wanted.Names(type).Select(name => JsonValue.Create(name))] };
            }
        }
    }

    private static IEnumerable<OpenApiParameter> Parameters(string method, IList<object> metadata)
    {
        if (metadata.OfType<TakesPaging>().Any())
        {
            yield return new OpenApiParameter
            {
                Name = "limit",
                In = ParameterLocation.Query,
                Description = "How many at most.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Paging.MostLimit.ToString(CultureInfo.InvariantCulture), Default = JsonValue.Create(Paging.DefaultLimit) },
            };
            yield return new OpenApiParameter
            {
                Name = "after",
                In = ParameterLocation.Query,
                Description = "The “next” of the page before.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }

        if (method is "PATCH")
        {
            yield return new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag that the resource was read with.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }

        if (method is "POST")
        {
            yield return new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Description = "A text of your own, new for each request. The request can then be repeated safely: it happens once, and the repetition gets the first answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" },
            };
        }
    }

    private static void AddProblems(OpenApiOperation operation, OpenApiDocument document, string method, bool takesBody, bool hasPath)
    {
        operation.Responses ??= [];
        foreach (var status in Statuses(method, takesBody, hasPath))
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponseReference(Cover.ResponseName(status), document);
        }
    }

    private static IEnumerable<int> Statuses(string method, bool takesBody, bool hasPath)
    {
        int[] always = [401, 403, 422, 429, 500, 503];
        int[] withBody = [400, 413, 415];
        int[] unsafeMethod = [409];
        int[] patch = [412, 428];
        return always
            .Concat(hasPath ? [404] : [])
            .Concat(takesBody ? withBody : [])
            .Concat(method is "GET" ? [] : unsafeMethod)
            .Concat(method is "PATCH" ? patch : [])
            .Order();
    }

    private static void AddHeaders(OpenApiOperation operation, string method, bool answersETag)
    {
        foreach (var (status, response) in operation.Responses!)
        {
            if (!status.StartsWith('2') || response is not OpenApiResponse success)
            {
                continue;
            }

            success.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            if (answersETag)
            {
                success.Headers["ETag"] = Text("The version, for If-Match.");
            }

            if (status is "201")
            {
                success.Headers["Location"] = Text("Where the resource is.");
            }

            if (method is "POST")
            {
                success.Headers[IdempotencyKey.ReplayedHeader] = Text("“true” when this is the answer to an earlier, equal request.");
            }
        }
    }

    private static OpenApiHeader Text(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Words(string segment) => char.ToUpperInvariant(segment[0]) + segment[1..].Replace('-', ' ');

    // getStories, getStoriesById, postStoriesByIdPublication
    private static string IdOf(string method, string[] segments) => JsonNamingPolicy.CamelCase.ConvertName(
        method.ToLowerInvariant() + string.Concat(segments.SelectMany(s => s.StartsWith('{')
            ? ["By", Capital(s.Trim('{', '}').Split(':')[0])]
            : s.Split('-').Select(Capital))));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
