using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Broadsheet.Api.Description;

internal static class DescriptionServices
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDescription.Name, options =>
        {
            options.ShouldInclude = route => $"/{route.RelativePath}".StartsWith(ApiRoutes.Root + "/", StringComparison.OrdinalIgnoreCase);
            options.CreateSchemaReferenceId = NameOf;
            options.AddSchemaTransformer<FieldSchemas>();
            options.AddOperationTransformer<Conventions>();
            options.AddDocumentTransformer<Cover>();
        });
        return services.AddSingleton<ApiDescription>();
    }

    // Optional<T> is a way to read T, no schema of its own.
    private static string? NameOf(JsonTypeInfo info) =>
        info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(Optional<>) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(info);
}
