using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Broadsheet.Api.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>Shows the types that the API reads and writes in its own way as what stands in the JSON: optional fields, ids, times, enumerated values.</summary>
internal sealed class FieldSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var info = context.JsonTypeInfo;
        if (info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            await ShowInner(schema, info.Type.GetGenericArguments()[0], context, cancellationToken);
        }
        else if (info is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item })
        {
            schema.Items ??= await context.GetOrCreateSchemaAsync(item, null, cancellationToken);
        }
        else if (info.Kind is JsonTypeInfoKind.Object)
        {
            ShowWhatIsAlwaysThere(schema, info);
        }
        else
        {
            ShowText(schema, info.Type);
        }
    }

    private static async Task ShowInner(OpenApiSchema schema, Type type, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var inner = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        schema.Type = inner.Type;
        schema.Format = inner.Format;
        schema.Pattern = inner.Pattern;
        schema.Enum = inner.Enum;
        schema.Items = inner.Items;
        schema.Properties = inner.Properties;
        schema.Required = inner.Required;
        schema.AdditionalProperties = inner.AdditionalProperties;
        schema.AdditionalPropertiesAllowed = inner.AdditionalPropertiesAllowed;
        schema.OneOf = inner.OneOf;
        if (type == typeof(JsonElement))
        {
            return;
        }

        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
        {
            schema.Type |= JsonSchemaType.Null;
            schema.Enum = schema.Enum is { } names ? [.. names, JsonNullSentinel.JsonNull] : null;
        }
    }

    // What is only written has no setter, and the exporter takes it for nullable and optional.
    private static void ShowWhatIsAlwaysThere(OpenApiSchema schema, JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(p => p is { Set: null, AssociatedParameter: null, IsGetNullable: false }))
        {
            if (schema.Properties is not null && schema.Properties.TryGetValue(property.Name, out var field) && field is OpenApiSchema shown)
            {
                shown.Type &= ~JsonSchemaType.Null;
                schema.Required ??= new HashSet<string>(StringComparer.Ordinal);
                schema.Required.Add(property.Name);
            }
        }
    }

    private static void ShowText(OpenApiSchema schema, Type type)
    {
        var bare = Wanted.Bare(type);
        if (bare.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Wanted.Names(bare).Select(name => JsonValue.Create(name))];
        }
        else if (bare == typeof(Guid) || bare == typeof(DateTimeOffset))
        {
            schema.Type = type == bare ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = bare == typeof(Guid) ? "uuid" : "date-time";
            schema.Pattern = null;
        }
    }
}
