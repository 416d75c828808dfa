using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Outlets.Themes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Readers;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>
/// The real program in this process, listening on a port of its own, on a database of its own. The clock stands still until a test moves it, and recurring work runs when a test says so.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>The public address, as links, feeds and cookies have it.</summary>
    public static readonly Uri Url = new("http://courier.example");

    /// <summary>When tests begin: a Tuesday morning.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly List<HttpClient> _clients = [];

    private TestSite(WebApplication app, TestDatabase database, bool ownsDatabase, FakeTimeProvider clock, TestLog log)
    {
        (_app, _database, _ownsDatabase, Clock, Log) = (app, database, ownsDatabase, clock, log);
        Address = new Uri(app.Urls.Single());
        Make = new Make(this);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What it logged.</summary>
    public TestLog Log { get; }

    /// <summary>Makes stories and what they need, over the API.</summary>
    public Make Make { get; }

    public IServiceProvider Services => _app.Services;

    public string Data => _database.Data;

    /// <summary>Starts a site.</summary>
    /// <param name="on">A database of the test's own: for a second node, or a restart. Whoever made it disposes it.</param>
    /// <param name="clock">A clock that several nodes share.</param>
    /// <param name="with">Other settings than the usual ones.</param>
    /// <param name="alter">Puts something in place of a real service.</param>
    public static async Task<TestSite> Start(TestDatabase? on = null, FakeTimeProvider? clock = null, Func<Settings, Settings>? with = null, Action<IServiceCollection>? alter = null)
    {
        var database = on ?? await TestDatabase.Create();
        var settings = new Settings
        {
            Data = database.Data,
            Database = database.Address,
            Listen = new Uri("http://127.0.0.1:0"),
            Url = Url,
            Media = Path.Combine(database.Data, "media"),
        };
        clock ??= new FakeTimeProvider(Morning);
        var log = new TestLog();
        var themes = await TestContext.Current.GetFixture<BuiltInThemes>();
        var app = Site.Build(with?.Invoke(settings) ?? settings, services =>
        {
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(log);
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(clock);
            services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(BackgroundWork)));
            if (!Directory.Exists(Path.Combine(database.Data, "themes")))
            {
                services.RemoveAll<ThemeCatalog>();
                services.AddSingleton(themes!.Catalog);
            }

            alter?.Invoke(services);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(app, database, on is null, clock, log);
    }

    /// <summary>The API as somebody with a token of this role.</summary>
    public async Task<ApiClient> Api(Role role = Role.Editor)
    {
        await using var db = Open();
        var token = await new Tokens(db, Clock).Create(string.Create(CultureInfo.InvariantCulture, $"{role} {Guid.NewGuid():N}"), role, Actor.Program, TestContext.Current.CancellationToken);
        var http = Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ApiClient(http);
    }

    /// <summary>Somebody's browser: a visitor's, or one with a class cookie of the site's own. It follows no redirect.</summary>
    public HttpClient Reader(Audience audience = default)
    {
        var http = Client();
        if (audience != Audience.Visitor)
        {
            http.DefaultRequestHeaders.Add("Cookie", CookieOf(audience));
        }

        return http;
    }

    /// <summary>The header <c>Cookie</c> of a class of reader, signed with the site's key.</summary>
    public string CookieOf(Audience audience) => $"{ClassCookie.Name}={Uri.EscapeDataString(Services.GetRequiredService<ClassCookie>().Issue(audience))}";

    /// <summary>A page as a class of reader gets it.</summary>
    public async Task<IHtmlDocument> Html(string path, Audience audience = default, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Reader(audience).GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{path} answered {(int)answer.StatusCode}, not {(int)status}.\n{text}\n{Log}");
        return await new HtmlParser().ParseDocumentAsync(text, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a piece of recurring work now, as BackgroundWork would.</summary>
    /// <param name="name">As in <c>Recurring.Add</c>: <c>publish-scheduled</c>.</param>
    public async Task Tick(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        await Services.GetRequiredService<Recurring>().Named(name)(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    public BroadsheetDb Open() => _database.Open();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await _app.DisposeAsync();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }
    }

    private HttpClient Client()
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        _clients.Add(http);
        return http;
    }
}
