using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Api;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Broadsheet.Tests.Support;

/// <summary>The library of images and <c>/media</c> on a port of their own, with a database, a media folder and a clock that stands still.</summary>
public sealed class ImageSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private ImageSite(WebApplication app, TemporaryDatabase database, FakeTimeProvider time)
    {
        _app = app;
        Database = database;
        Time = time;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public TemporaryDatabase Database { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public IMediaStore Store => Services.GetRequiredService<IMediaStore>();

    public static async Task<ImageSite> Start(Action<IServiceCollection>? with = null, TemporaryDatabase? database = null)
    {
        database ??= new TemporaryDatabase();
        var time = new FakeTimeProvider(Noon);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddDatabase(database.Address, database.Folder);
        builder.Services.AddMedia(Path.Combine(database.Folder, "media"));
        builder.Services.AddImages(new Uri("https://paper.example"));
        builder.Services.AddSingleton<OutboxHandlers>().AddSingleton<Recurring>().AddSingleton<Outbox>().AddSingleton<JobRunner>();
        with?.Invoke(builder.Services);
        var app = builder.Build();
        ImageServices.Register(app.Services.GetRequiredService<Recurring>(), app.Services.GetRequiredService<OutboxHandlers>());
        app.Use(Answer);
        ImageEndpoints.Map(app);
        MediaEndpoints.Map(app);
        await app.StartAsync();
        return new ImageSite(app, database, time);
    }

    /// <summary>Posts a file with fields.</summary>
    public async Task<HttpResponseMessage> Post(byte[] file, string name = "harbour.jpg", params (string Field, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        return await Client.PostAsync("/api/v1/images", form);
    }

    /// <summary>Adds an image that must be taken.</summary>
    public async Task<ImageResource> Add(byte[] file, string name = "harbour.jpg", params (string Field, string Value)[] fields) => await Read(await Post(file, name, fields));

    public static async Task<ImageResource> Read(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ImageResource>() ?? throw new InvalidOperationException("The answer is null.");
    }

    public async Task<HttpResponseMessage> Patch(Guid id, object change, string? match)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/images/{id}") { Content = JsonContent.Create(change) };
        if (match is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(match));
        }

        return await Client.SendAsync(request);
    }

    /// <summary>An image as it is in the database now.</summary>
    public async Task<Image?> Find(Guid id)
    {
        await using var db = Database.Open();
        return await db.Images.AsNoTracking().SingleOrDefaultAsync(image => image.Id == id);
    }

    /// <summary>Runs what is due: jobs, then messages.</summary>
    public async Task Work()
    {
        await Services.GetRequiredService<JobRunner>().Run(CancellationToken.None);
        await Services.GetRequiredService<Outbox>().Dispatch(CancellationToken.None);
    }

    /// <summary>What happens every minute.</summary>
    public async Task Tick()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExpireImages>().Run(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Database.Dispose();
    }

    private static async Task Answer(HttpContext http, RequestDelegate next)
    {
        http.Features.Set(new Actor("ada", Role.Editor));
        try
        {
            await next(http);
        }
        catch (Invalid invalid)
        {
            await Problem(http, 422, invalid.Faults.ToDictionary(fault => fault.Place, fault => fault.Sentence, StringComparer.Ordinal));
        }
        catch (Refused refused)
        {
            await Problem(http, 409, refused.Message);
        }
        catch (PreconditionRequired)
        {
            await Problem(http, 428, "");
        }
        catch (PreconditionFailed)
        {
            await Problem(http, 412, "");
        }
    }

    private static Task Problem(HttpContext http, int status, object detail)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(JsonSerializer.Serialize(detail));
    }
}
