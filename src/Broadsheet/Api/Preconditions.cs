using System.Globalization;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Microsoft.Net.Http.Headers;

namespace Broadsheet.Api;

/// <summary>RFC 9110 §13 for resources with a version: PATCH needs the <c>If-Match</c> that the resource was read with.</summary>
public static class Preconditions
{
    /// <summary>The strong ETag of a version.</summary>
    public static string ETag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Checks <c>If-Match</c> and writes the version into the update's condition by leaving it as the row's original.</summary>
    /// <exception cref="PreconditionRequired">There is no <c>If-Match</c> (428, RFC 6585).</exception>
    /// <exception cref="PreconditionFailed">The resource has changed since (412).</exception>
    /// <exception cref="Invalid">The <c>If-Match</c> is no ETag (422).</exception>
    public static void RequireMatch(this HttpRequest request, IVersioned row)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw new PreconditionRequired();
        }

        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var given))
        {
            throw new Invalid("If-Match", "If-Match must be an ETag as it was answered, with its quotes: \"3\".");
        }

        if (!given.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag.Value == ETag(row.Version))))
        {
            throw new PreconditionFailed();
        }
    }

    public static void SetETag(this HttpResponse response, int version) => response.Headers.ETag = ETag(version);
}

/// <summary>Answered 428.</summary>
public sealed class PreconditionRequired() : Exception("PATCH needs If-Match with the ETag that the resource was read with.");

/// <summary>Answered 412.</summary>
public sealed class PreconditionFailed() : Exception("The resource has changed since it was read. Read it again and repeat the change.");
