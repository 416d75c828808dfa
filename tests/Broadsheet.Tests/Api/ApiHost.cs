using System.Net.Http.Headers;
using System.Text;
using Broadsheet.Api;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Api;

/// <summary>The API on a real server, with the specimens as its only feature.</summary>
public class ApiHost : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 4, 1, 18, 30, 0, TimeSpan.Zero));

    public LogBook Log { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Signed in as an admin.</summary>
    public HttpClient Admin { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    protected virtual RateLimits Limits => new() { Api = new RateLimit(100_000, 1_000_000) };

    protected virtual void Map(RouteGroupBuilder api)
    {
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(Limits);
        _database = await TestDatabase.Create();
        builder.Services.AddDatabase(_database.Address, _database.Data);
        builder.Services.AddApi();
        _app = builder.Build();
        _app.Services.GetRequiredService<Readiness>().DatabaseIsReady();
        _app.UseApi();
        var api = _app.MapApi();
        Specimens.Map(api);
        Map(api);
        _app.MapGet("/{section}/{slug}", (string section, string slug) => $"{section}/{slug}");
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        Admin = await SignIn(Role.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    public HttpClient Anonymous() => new() { BaseAddress = Address };

    public async Task<HttpClient> SignIn(Role role) => SignIn(await Token(role));

    public HttpClient SignIn(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<string> Token(Role role)
    {
        var (token, row) = ApiToken.Make($"{role} {Guid.NewGuid():N}", role, Time.GetUtcNow());
        await InDatabase(async db =>
        {
            db.ApiTokens.Add(row);
            await db.SaveChangesAsync();
        });
        return token;
    }

    public async Task InDatabase(Func<BroadsheetDb, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<BroadsheetDb>());
    }

    public async Task<T> FromDatabase<T>(Func<BroadsheetDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<BroadsheetDb>());
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
