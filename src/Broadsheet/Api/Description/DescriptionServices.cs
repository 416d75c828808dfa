using System.Text.Json;
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

    private static string? NameOf(JsonTypeInfo info) => info.Type switch
    {
        // A way to read T, and anything at all: no schemas of their own.
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Optional<>) => null,
        var type when (Nullable.GetUnderlyingType(type) ?? type) == typeof(JsonElement) => null,
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ListOf<>) => $"ListOf{type.GetGenericArguments()[0].Name}",
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(info),
    };
}
