using System.Globalization;
using System.Reflection;
using Broadsheet.Api.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>What the document says of the API as a whole: its name, the token, the problems.</summary>
internal sealed class Cover : IOpenApiDocumentTransformer
{
    private const string Token = "token";

    public static string ResponseName(int status) => $"Problem{status.ToString(CultureInfo.InvariantCulture)}";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Broadsheet API",
            Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
            Description = """
                Everything that the newsroom does, for programs. Make a token with `broadsheet token create NAME --role ROLE` and send it as `Authorization: Bearer TOKEN`.

                Errors are problem details (RFC 9457) with `errors` by field. Times are RFC 3339 in UTC. Lists are newest first; `next` is the `after` of the next page. PATCH needs `If-Match`
                with the `ETag` of the resource as it was read. POST takes an `Idempotency-Key`.
                """,
        };
        // Only those that an operation has; ASP.NET Core adds one for each class of endpoints.
        var tags = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!).Select(tag => tag.Name!);
        document.Tags = tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made by `broadsheet token create`." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken));
        document.Components.Responses = ProblemKind.All
            .GroupBy(kind => kind.Status)
            .ToDictionary(kinds => ResponseName(kinds.Key), IOpenApiResponse (kinds) => Response(kinds, document), StringComparer.Ordinal);
    }

    private static OpenApiResponse Response(IEnumerable<ProblemKind> kinds, OpenApiDocument document) => new OpenApiResponse
    {
        Description = string.Join("\n\n", kinds.Select(kind => kind.Meaning)),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemAnswer.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
        },
    };
}
