using System.Net;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class MediaEndpointsTests : IAsyncLifetime
{
    private readonly CountingStore _store = new();
    private ImageSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await ImageSite.Start(services => services.AddSingleton<IMediaStore>(_store));

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_rendition_is_answered_to_be_kept_for_ever()
    {
        var image = await Image();
        using var response = await Get(image, "full-640.webp");
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Equal($"\"{image.Key}-full-640.webp\"", response.Headers.ETag?.Tag);
        Assert.Equal(("image/webp", "nosniff"), (response.Content.Headers.ContentType?.ToString(), response.Headers.GetValues("X-Content-Type-Options").Single()));
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);

        using var head = await _site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address(image, "full-640.webp")), Cancellation);
        Assert.Equal((200, bytes.LongLength), ((int)head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));

        foreach (var tag in new[] { response.Headers.ETag!.Tag, $"W/{response.Headers.ETag.Tag}", $"\"other\", {response.Headers.ETag.Tag}", "*" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Address(image, "full-640.webp"));
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var unchanged = await _site.Client.SendAsync(request, Cancellation);
            Assert.Equal((304, ""), ((int)unchanged.StatusCode, await unchanged.Content.ReadAsStringAsync(Cancellation)));
        }
    }

    [Theory]
    [InlineData("full-641.jpg")]
    [InlineData("full-800.jpg")]
    [InlineData("full-0640.jpg")]
    [InlineData("full-+640.jpg")]
    [InlineData("full-640.png")]
    [InlineData("full-640.JPG")]
    [InlineData("full-640.jpg%0A")]
    [InlineData("square-320.jpg")]
    [InlineData("16x9-2400.jpg")]
    [InlineData("full-99999999999.jpg")]
    [InlineData("full-640.jpg/")]
    [InlineData("")]
    [InlineData("../full-640.jpg")]
    public async Task What_is_no_rendition_is_not_found_and_not_made(string name)
    {
        var image = await Image();
        using var response = await Get(image, name);
        Assert.Equal((404, "no-store"), ((int)response.StatusCode, response.Headers.CacheControl?.ToString()));
        Assert.Empty(await _site.Store.Names("renditions", Cancellation));
    }

    [Fact]
    public async Task An_image_is_not_found_under_another_key_or_id()
    {
        var image = await Image();
        foreach (var address in new[]
        {
            $"/media/{image.Id:N}/{Broadsheet.Images.Image.NewKey()}/full-640.jpg", $"/media/{Guid.NewGuid():N}/{image.Key}/full-640.jpg", $"/media/{image.Id}/{image.Key}/full-640.jpg",
            $"/media/{image.Id:N}/{image.Key.ToUpperInvariant()}/full-640.jpg", $"/media/{image.Id:N}/full-640.jpg", "/media/", "/media",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync(address, Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task However_many_ask_at_once_a_rendition_is_made_once()
    {
        var image = await Image();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _site.Client.GetByteArrayAsync(Address(image, "full-640.avif"), Cancellation)));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(1, _store.PutsOf("full-640.avif"));
    }

    [Fact]
    public async Task Who_goes_away_ends_nothing_for_the_others()
    {
        var image = await Image();
        using var hold = _store.Hold();
        using var leaving = new CancellationTokenSource();
        var gone = _site.Client.GetAsync(Address(image, "full-640.jpg"), leaving.Token);
        await _store.Held;
        var staying = _site.Client.GetAsync(Address(image, "full-640.jpg"), Cancellation);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        hold.Dispose();
        using var response = await staying;
        Assert.Equal((200, 1), ((int)response.StatusCode, _store.PutsOf("full-640.jpg")));
    }

    [Fact]
    public async Task A_storm_of_different_renditions_is_answered_or_told_to_come_back()
    {
        var images = new List<Image>();
        for (var i = 0; i < 9; i++)
        {
            images.Add(await Image());
        }

        using var hold = _store.Hold();
        var addresses = images.SelectMany(image => Rendition.All(image.Picture)).Select(rendition => rendition.Address).Take(90).ToList();
        var asked = addresses.Select(address => _site.Client.GetAsync(address, Cancellation)).ToList();
        await _store.Held;
        var first = await Task.WhenAny(asked);
        Assert.Equal((503, "2"), ((int)(await first).StatusCode, (await first).Headers.RetryAfter?.ToString()));
        hold.Dispose();
        var answers = await Task.WhenAll(asked);
        Assert.Equal([200, 503], answers.Select(answer => (int)answer.StatusCode).Distinct().Order());
        Assert.InRange(answers.Count(answer => answer.IsSuccessStatusCode), 50, 70);
        using var again = await _site.Client.GetAsync(addresses[^1], Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_rendition_that_is_there_needs_no_database()
    {
        var image = await Image();
        using var made = await Get(image, "full-640.jpg");
        await using (var db = _site.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE images", Cancellation);
        }

        using var served = await Get(image, "full-640.jpg");
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(Cancellation), await served.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Without_the_database_the_nearest_of_the_same_picture_stands_in_for_a_while()
    {
        var image = await Image();
        using var small = await Get(image, "full-320.jpg");
        using var large = await Get(image, "full-640.webp");
        _site.Services.GetRequiredService<DatabasePulse>().Lost("a test");

        using var standIn = await Get(image, "full-960.avif");
        Assert.Equal((200, "image/webp", "public, max-age=30", null), ((int)standIn.StatusCode, standIn.Content.Headers.ContentType?.ToString(), standIn.Headers.CacheControl?.ToString(), standIn.Headers.ETag));
        Assert.Equal(await large.Content.ReadAsByteArrayAsync(Cancellation), await standIn.Content.ReadAsByteArrayAsync(Cancellation));
        using var jpeg = await Get(image, "16x9-640.jpg");
        Assert.Equal(await small.Content.ReadAsByteArrayAsync(Cancellation), await jpeg.Content.ReadAsByteArrayAsync(Cancellation));
        using var own = await Get(image, "full-640.webp");
        Assert.Equal("public, max-age=31536000, immutable", own.Headers.CacheControl?.ToString());

        var other = await Image();
        using var nothing = await Get(other, "full-640.jpg");
        Assert.Equal((503, "2", "no-store"), ((int)nothing.StatusCode, nothing.Headers.RetryAfter?.ToString(), nothing.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("full-640.avif", "full-640.avif full-640.webp full-960.avif full-320.avif 16x9-640.jpg", "full-640.avif full-640.webp full-960.avif full-320.avif")]
    [InlineData("16x9-640.webp", "full-640.webp full-320.jpg 16x9-320.jpg 16x9-320.webp 16x9-1280.jpg 16x9-640.avif", "16x9-1280.jpg 16x9-320.webp 16x9-320.jpg full-640.webp full-320.jpg")]
    [InlineData("full-320.jpg", "full-640.webp full-640.avif", "")]
    public void What_stands_in_is_of_the_shape_wide_enough_and_shown_by_whoever_asked(string wanted, string there, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Rendition.Nearest(wanted, there.Split(' '))));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_told_with_a_time_to_come_back()
    {
        var image = await Image();
        _store.IsDown = true;
        using var response = await Get(image, "full-640.jpg");
        Assert.Equal((503, "2", "no-store"), ((int)response.StatusCode, response.Headers.RetryAfter?.ToString(), response.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task An_image_disappears_at_the_second_its_licence_ends()
    {
        var image = await Image(("expiresAt", "2026-06-01T13:00:00Z"));
        await _site.Tick();
        using var before = await Get(image, "full-640.jpg");
        Assert.Equal((200, "public, max-age=3600, immutable"), ((int)before.StatusCode, before.Headers.CacheControl?.ToString()));
        _site.Time.Advance(TimeSpan.FromMinutes(60));
        using var after = await Get(image, "full-640.jpg");
        Assert.Equal(404, (int)after.StatusCode);
        Assert.Single(await _site.Store.Names("renditions", Cancellation));

        await _site.Tick();
        await _site.Tick();
        Assert.Empty(await _site.Store.Names("renditions", Cancellation));
        Assert.Single(await _site.Store.Names("originals", Cancellation));
        await using var db = _site.Open();
        Assert.Equal(1, await db.Outbox.CountAsync(message => message.Kind == nameof(ImageExpired), Cancellation));
        Assert.Equal(404, (int)(await Get(image, "full-320.jpg")).StatusCode);
    }

    [Fact]
    public async Task An_image_whose_licence_is_ended_now_is_gone_before_the_answer_and_comes_back_when_renewed()
    {
        var image = await Image();
        Assert.Equal(200, (int)(await Get(image, "full-640.jpg")).StatusCode);
        var ended = await _site.Read(await _site.Patch(image.Id, new { expiresAt = "2026-06-01T11:59:59Z" }, "\"1\""));
        Assert.True(ended.Expired);
        Assert.Equal(404, (int)(await Get(image, "full-640.jpg")).StatusCode);
        Assert.Empty(await _site.Store.Names("renditions", Cancellation));
        await _site.Work();
        Assert.Empty(await _site.Store.Names("renditions", Cancellation));

        var renewed = await _site.Read(await _site.Patch(image.Id, new { expiresAt = (string?)null }, "\"2\""));
        Assert.False(renewed.Expired);
        await _site.Work();
        Assert.Equal(200, (int)(await Get(image, "full-640.jpg")).StatusCode);
        Assert.Equal(Rendition.Beforehand(image.Picture).Select(rendition => rendition.Name).Order(StringComparer.Ordinal), (await _site.Store.Names("renditions", Cancellation)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private async Task<Image> Image(params (string Field, string Value)[] fields)
    {
        var added = await _site.Add(PictureFiles.Jpeg(), "harbour.jpg", fields);
        return await _site.Find(added.Id) ?? throw new InvalidOperationException("The image is not in the database.");
    }

    private Task<HttpResponseMessage> Get(Image image, string name) => _site.Client.GetAsync(Address(image, name), Cancellation);

    private static string Address(Image image, string name) => $"/media/{image.Id:N}/{image.Key}/{name}";
}
