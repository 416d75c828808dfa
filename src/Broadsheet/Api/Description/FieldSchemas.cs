using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>Shows types that the API reads in a way of its own as what stands in the JSON: <see cref="Optional{T}"/> as <c>T</c>, ids as 32 digits.</summary>
internal sealed class FieldSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            await ShowInner(schema, type.GetGenericArguments()[0], context, cancellationToken);
        }
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Guid))
        {
            schema.Format = null;
            schema.Pattern = "^[0-9a-f]{32}$";
        }
    }

    private static async Task ShowInner(OpenApiSchema schema, Type type, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var inner = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        var mayBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        schema.Type = mayBeNull ? inner.Type | JsonSchemaType.Null : inner.Type;
        schema.Format = inner.Format;
        schema.Pattern = inner.Pattern;
        schema.Enum = inner.Enum;
        schema.Items = inner.Items;
        schema.Properties = inner.Properties;
        schema.Required = inner.Required;
        schema.AdditionalProperties = inner.AdditionalProperties;
        schema.OneOf = inner.OneOf;
        schema.Minimum = inner.Minimum;
        schema.Maximum = inner.Maximum;
    }
}
