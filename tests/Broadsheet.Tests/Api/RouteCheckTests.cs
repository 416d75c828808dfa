using Broadsheet.Api;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Broadsheet.Tests.Api;

public sealed class RouteCheckTests
{
    [Fact]
    public async Task A_route_that_does_not_say_who_may_use_it_stops_the_start()
    {
        await using var host = new Host(api => api.MapGet("/open", () => "open"));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.InitializeAsync());

        Assert.Contains("/api/v1/open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_reads_its_body_in_a_way_of_its_own_stops_the_start()
    {
        await using var host = new Host(api => api.MapPost("/loose", (OrderInput input) => input).Allow(Role.Admin));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.InitializeAsync());

        Assert.Contains("Body<T>", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Host(Action<RouteGroupBuilder> map) : ApiHost
    {
        protected override void Map(RouteGroupBuilder api) => map(api);
    }
}
