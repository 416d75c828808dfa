using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Broadsheet.Api.Description;

/// <summary>The OpenAPI document of the API, made at the first question and kept.</summary>
internal sealed class ApiDescription
{
    public const string Name = "v1";
    public const string Address = "/openapi/v1.json";

    private readonly Lazy<Task<(byte[] Json, string ETag)>> _document;

    public ApiDescription([FromKeyedServices(Name)] IOpenApiDocumentProvider documents)
    {
        _document = new(async () =>
        {
            var document = await documents.GetOpenApiDocumentAsync();
            var json = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
            return (json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json)[..8])}\"");
        });
    }

    public Task<(byte[] Json, string ETag)> Document => _document.Value;
}
