using System.Reflection;
using System.Text.Json;
using Broadsheet.Api.Json;
using Broadsheet.Api.Problems;
using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Api;

/// <summary>
/// The JSON body of a request, as a route's parameter: <c>Body&lt;StoryInput&gt; body</c>. Where the parameter may be null, the request may come without a body.
/// </summary>
public sealed class Body<T>(T value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : notnull
{
    public T Value { get; } = value;

    static async ValueTask<Body<T>?> IBindableFromHttpContext<Body<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var mayBeMissing = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.IsOptional ?? false;
        var text = await Body.Text(context.Request);
        return text.IsEmpty && mayBeMissing ? null : new Body<T>(Body.Read<T>(text, context.Request));
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        var mayBeMissing = new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable;
        builder.Metadata.Add(new AcceptsMetadata([Body.MediaType], typeof(T), mayBeMissing));
        builder.Metadata.Add(new ReadsBody());
    }
}

/// <summary>Reads JSON bodies; what is wrong with one is thrown as what it is answered with.</summary>
public static class Body
{
    public const string MediaType = "application/json";

    /// <summary>Reads the body as <typeparamref name="T"/>.</summary>
    /// <exception cref="Unreadable">It is not JSON (400), or doesn't say that it is (415).</exception>
    /// <exception cref="Invalid">It is not of the shape of <typeparamref name="T"/>; every fault names its place (422).</exception>
    public static async Task<T> Read<T>(HttpRequest request)
        where T : notnull => Read<T>(await Text(request), request);

    internal static async Task<ReadOnlyMemory<byte>> Text(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var text = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
    }

    internal static T Read<T>(ReadOnlyMemory<byte> text, HttpRequest request)
        where T : notnull
    {
        CheckType(request);
        if (text.IsEmpty)
        {
            throw new Unreadable(ProblemKind.Unreadable, "The body is empty; it must be JSON.");
        }

        JsonText.Check(text.Span);
        var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return JsonSerializer.Deserialize<T>(text.Span, json) ?? throw new Invalid("", "The body must not be null.");
        }
        catch (JsonException e)
        {
            using var body = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = ApiJson.MostDepth });
            var faults = new Shape(json).FaultsOf(body.RootElement, typeof(T));
            throw faults.Count > 0 ? new Invalid(faults) : new Invalid(JsonPlace.Of(e), $"{Wanted.Named(JsonPlace.Of(e))} can't be read.");
        }
    }

    private static void CheckType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new Unreadable(ProblemKind.WrongMediaType, $"The body must be JSON; send “Content-Type: {MediaType}”.");
        }

        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            throw new Unreadable(ProblemKind.WrongMediaType, "The body must be UTF-8.");
        }

        if (request.Headers.ContentEncoding is [{ Length: > 0 } encoding, ..] && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new Unreadable(ProblemKind.WrongMediaType, "The body must not be compressed.");
        }
    }
}

/// <summary>Marks a route whose body is read by <see cref="Body"/>.</summary>
internal sealed record ReadsBody;
