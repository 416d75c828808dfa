using System.Net;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Platform.Configuration;
using OpenTelemetry.Metrics;

namespace Broadsheet.Platform.Web;

/// <summary><c>/metrics</c> in Prometheus' text: for loopback without a forwarded header, or with the token of the setting <c>Metrics:Token</c>.</summary>
public static class Metrics
{
    /// <summary>The meter of what the program itself counts.</summary>
    public const string Name = "Broadsheet";

    // Room for the series of an instrument is taken beforehand, for two thousand of each unless told otherwise; only this one is counted by route, method and status.
    private const string ByRoute = "http.server.request.duration";
    private const int FewSeries = 100;

    public static IServiceCollection AddMetering(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter(Name)
            .AddView(instrument => instrument.Name is ByRoute ? null : new MetricStreamConfiguration { CardinalityLimit = FewSeries })
            .AddPrometheusExporter());
        return services;
    }

    public static void MapMetrics(this IEndpointRouteBuilder app, Settings settings) =>
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().Add(route =>
        {
            var scrape = route.RequestDelegate!;
            route.RequestDelegate = http =>
            {
                if (MayRead(http, settings.MetricsToken))
                {
                    return scrape(http);
                }

                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });

    private static bool MayRead(HttpContext http, string? token)
    {
        if (token is not null && http.Request.Headers.Authorization is [{ } given] && given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[7..]), Encoding.UTF8.GetBytes(token));
        }

        // A header of a trusted proxy has been taken off, and what it said is now the address; the trace of it remains.
        return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("X-Original-For") && !http.Request.Headers.ContainsKey("Forwarded");
    }
}
