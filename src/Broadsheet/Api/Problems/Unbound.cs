using System.Reflection;
using System.Text.RegularExpressions;
using Broadsheet.Api.Json;
using Broadsheet.Platform.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace Broadsheet.Api.Problems;

/// <summary>What ASP.NET Core could not bind to a route's parameters, as a problem that names the parameter.</summary>
internal static partial class Unbound
{
    public static Problem Of(BadHttpRequestException e, HttpContext http)
    {
        if (e.StatusCode is not StatusCodes.Status400BadRequest)
        {
            return Problem.Of(ProblemKind.Of(e.StatusCode));
        }

        var match = ParameterName().Match(e.Message);
        if (!match.Success)
        {
            return Problem.Of(ProblemKind.Unreadable);
        }

        var name = match.Groups["name"].Value;
        if (http.Request.RouteValues.ContainsKey(name))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var parameter = http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters().FirstOrDefault(p => p.Name == name);
        var place = SentName(parameter) ?? name;
        var isMissing = e.Message.StartsWith("Required", StringComparison.Ordinal) || parameter is null;
        return Problem.Invalid([new Fault(place, isMissing ? $"{place} is missing." : Wanted.Sentence(place, parameter!.ParameterType))]);
    }

    private static string? SentName(ParameterInfo? parameter) =>
        parameter?.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
        ?? parameter?.GetCustomAttributes().OfType<IFromHeaderMetadata>().FirstOrDefault()?.Name
        ?? parameter?.GetCustomAttributes().OfType<IFromFormMetadata>().FirstOrDefault()?.Name;

    // ASP.NET Core says which parameter only in its message: “Failed to bind parameter "Guid id" from "x".”, “Required parameter "string q" was not provided from query string.”
    [GeneratedRegex("""^(?:Failed to bind|Required) parameter "(?:[^"]* )?(?<name>\w+)" """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterName();
}
