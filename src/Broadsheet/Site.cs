using System.Text.Encodings.Web;
using System.Text.Json;
using Broadsheet.Api;
using Broadsheet.Front;
using Broadsheet.Images;
using Broadsheet.Newsroom;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Outlets.Pages;
using Broadsheet.Outlets.Search;
using Broadsheet.Outlets.Themes.Assets;
using Broadsheet.Paper;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Microsoft.AspNetCore.HttpOverrides;

namespace Broadsheet;

/// <summary>Puts the program together: services, middleware, and one <c>Map</c> a feature.</summary>
public static class Site
{
    /// <param name="alter">For tests: what is put in place of the real services.</param>
    public static WebApplication Build(Settings settings, Action<IServiceCollection>? alter = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        Log(builder.Logging);
        builder.WebHost.UseUrls(settings.Listen.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 45 << 20;
        });
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        Add(builder.Services, settings);
        alter?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.GetRequiredService<ThemeChoice>().LoadForced();
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Lifetime.ApplicationStopping.Register(readiness.Drain);
        PageCacheServices.Count(app.Services);
        Use(app, settings);
        Map(app, settings);
        return app;
    }

    /// <summary>Starts it. Where that fails, what had begun is ended in order, so that nothing is logged besides of work that was cut off.</summary>
    public static async Task Start(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static void Add(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<Readiness>();
        services.AddDatabase(settings.Database, settings.Data, settings.PurgeUrl is not null);
        services.AddHostedService<LoadTheme>();
        services.AddHostedService<DatabaseStart>();
        // Before the cache: pages that are made again are made on the new step.
        services.AddSingleton<FollowLoad>().AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<FollowLoad>());
        services.AddPageCache(settings.PurgeUrl is not null);
        services.AddMetering();
        services.AddSingleton(_ => ClassKey.InFolder(settings.Data)).AddSingleton<ClassCookie>();
        services.AddSingleton<IFirstStart, SetUpPaper>().AddSingleton<IFirstStart, SetUpPages>().AddSingleton<IFirstStart>(provider => provider.GetRequiredService<FollowLoad>());
        services.AddMedia(settings.Media);
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10) });
        services.AddImages(settings.Url);
        services.AddStories();
        services.AddReaderPages(settings);
        services.AddSearch();
        services.AddSingleton<SetUpLink>();
        services.AddApi();
        services.AddBackgroundWork((recurring, handlers) =>
        {
            PageCacheServices.Register(recurring, handlers);
            ImageServices.Register(recurring, handlers);
            StoryServices.Register(recurring, handlers);
            ReaderPageServices.Register(recurring, handlers);
            SearchServices.Register(recurring, handlers);
            ApiRoutes.Register(recurring);
        });
    }

    private static void Use(WebApplication app, Settings settings)
    {
        if (settings.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
            // The framework trusts the whole of loopback unless told otherwise.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }

            app.UseForwardedHeaders(forwarded);
        }

        app.UseSecurityHeaders(settings.IsSecure);
        app.UseFeedLinks(settings);
        app.UsePageCache(app.Services.GetRequiredService<ReaderPages>().KeyOf);
        app.UseRouting();
        app.UseCrossSiteCheck(settings.Url);
        app.UseApi();
        app.UseErrorPages();
    }

    private static void Map(WebApplication app, Settings settings)
    {
        app.MapHealth();
        app.MapMetrics(settings);
        AssetEndpoints.Map(app).AllowAnonymous();
        MediaEndpoints.Map(app);
        SearchEndpoints.Map(app);
        app.MapReaders();
        NewsroomEndpoints.Map(app);

        var api = app.MapApi();
        PaperEndpoints.Map(api);
        LoadEndpoints.Map(api);
        PageEndpoints.Map(api);
        SectionEndpoints.Map(api);
        TopicEndpoints.Map(api);
        AuthorEndpoints.Map(api);
        ImageEndpoints.Map(api);
        StoryEndpoints.Map(api);
        PublicationEndpoints.Map(api);
        FrontEndpoints.Map(api);
    }

    // People read a terminal; machines read lines of JSON. Both on standard error, so that what a command prints stays its own.
    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // A start that fails ends as one sentence on the terminal, without the stack that the host would log before it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (Console.IsErrorRedirected)
        {
            logging.AddJsonConsole(json =>
            {
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                json.UseUtcTimestamp = true;
                json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            logging.AddSimpleConsole(simple =>
            {
                simple.SingleLine = true;
                simple.TimestampFormat = "HH:mm:ss ";
            });
        }

        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
