using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Media;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Support;

/// <summary>The site with what tests of images do again and again: an editor uploads, the background works, readers look.</summary>
public sealed class ImageSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestSite _site;

    private ImageSite(TestSite site, ApiClient api) => (_site, Client) = (site, api.Http);

    public FakeTimeProvider Time => _site.Clock;

    /// <summary>An editor's, for the API and for <c>/media</c>.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _site.Services;

    public IMediaStore Store => Services.GetRequiredService<IMediaStore>();

    public static async Task<ImageSite> Start(Action<IServiceCollection>? alter = null)
    {
        var site = await TestSite.Start(clock: new FakeTimeProvider(Noon), alter: alter);
        return new ImageSite(site, await site.Api());
    }

    public BroadsheetDb Open() => _site.Open();

    /// <summary>Posts a file with fields.</summary>
    public async Task<HttpResponseMessage> Post(byte[] file, string name = "harbour.jpg", params (string Field, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        return await Client.PostAsync("/api/v1/images", form, TestContext.Current.CancellationToken);
    }

    /// <summary>Adds an image that must be taken.</summary>
    public async Task<ImageResource> Add(byte[] file, string name = "harbour.jpg", params (string Field, string Value)[] fields) => await Read(await Post(file, name, fields));

    public async Task<ImageResource> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<ImageResource>(text, Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions) ?? throw new InvalidOperationException("The answer is null.");
    }

    public async Task<HttpResponseMessage> Patch(Guid id, object change, string? match)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/images/{id}") { Content = JsonContent.Create(change) };
        if (match is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(match));
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>An image as it is in the database now.</summary>
    public async Task<Image?> Find(Guid id)
    {
        await using var db = Open();
        return await db.Images.AsNoTracking().SingleOrDefaultAsync(image => image.Id == id, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs what is due: jobs, then messages.</summary>
    public async Task Work()
    {
        await _site.Tick("run-jobs");
        await _site.Tick("hand-on-outbox");
    }

    /// <summary>What happens every minute.</summary>
    public Task Tick() => _site.Tick("expire-images");

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
