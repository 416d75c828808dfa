using System.Globalization;
using System.Reflection;
using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api;

/// <summary>Which page of a list is asked for: <c>?limit=</c> (1 to 100, 20 by default) and <c>?after=</c>, the id where the page before ended.</summary>
public sealed record Paging(int Limit, Guid? After) : IEndpointParameterMetadataProvider
{
    public const int DefaultLimit = 20;
    public const int MostLimit = 100;

    public static ValueTask<Paging> BindAsync(HttpContext http)
    {
        var faults = new Faults();
        var limit = DefaultLimit;
        if (http.Request.Query["limit"] is [{ } text, ..] && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
        {
            faults.Add("limit", "limit must be a number from 1 to 100.");
        }

        Guid? after = null;
        if (http.Request.Query["after"] is [{ } cursor, ..])
        {
            after = Guid.TryParse(cursor, out var id) ? id : null;
            if (after is null)
            {
                faults.Add("after", "after must be the “next” of an earlier page.");
            }
        }

        faults.ThrowIfAny();
        return ValueTask.FromResult(new Paging(limit, after));
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesPaging());

    /// <summary>Takes the page out of rows that are already newest first by their UUIDv7, and were asked for one more than <see cref="Limit"/>.</summary>
    public ListOf<TShown> Cut<TRow, TShown>(IReadOnlyList<TRow> rows, Func<TRow, Guid> id, Func<TRow, TShown> show) => new(
        [.. rows.Take(Limit).Select(show)],
        rows.Count > Limit ? id(rows[Limit - 1]).ToString() : null);
}

/// <summary>Marks a route that takes <see cref="Paging"/>.</summary>
internal sealed record TakesPaging;
