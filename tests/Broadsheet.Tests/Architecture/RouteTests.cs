using Broadsheet.Api;
using Broadsheet.Platform.Configuration;
using Broadsheet.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Broadsheet.Tests.Architecture;

public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_says_who_may_use_it()
    {
        var silent = (await Routes()).Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null && r.Metadata.GetMetadata<AllowedRoles>() is null);
        Assert.Empty(silent.Select(r => r.DisplayName));
    }

    [Fact]
    public async Task No_route_says_both_that_everybody_may_and_who_may()
    {
        var torn = (await Routes()).Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null && r.Metadata.GetMetadata<AllowedRoles>() is not null);
        Assert.Empty(torn.Select(r => r.DisplayName));
    }

    [Fact]
    public async Task Every_route_of_the_API_names_roles_and_no_other_does()
    {
        var routes = await Routes();
        Assert.All(routes, r => Assert.Equal(r.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal), r.Metadata.GetMetadata<AllowedRoles>() is not null));
        Assert.Contains(routes, r => r.Metadata.GetMetadata<AllowedRoles>() is not null);
    }

    [Fact]
    public async Task A_route_that_changes_something_is_the_APIs()
    {
        var changing = (await Routes()).Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true && r.Metadata.GetMetadata<AllowedRoles>() is null);
        Assert.Empty(changing.Select(r => r.DisplayName));
    }

    private static async Task<List<RouteEndpoint>> Routes()
    {
        using var data = new TestFolder();
        await using var app = Site.Build(Settings.Read(data.Path, new Dictionary<string, string?>(StringComparer.Ordinal)));
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()];
    }
}
