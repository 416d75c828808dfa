using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class ImageEndpointsTests : IAsyncLifetime
{
    private ImageSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await ImageSite.Start(services => services.AddSingleton<IUsesImages>(new Uses()));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_picture_is_added_with_what_is_said_of_it()
    {
        using var response = await _site.Post(
            PictureFiles.Jpeg(),
            "harbour.jpg",
            ("alt", "Boats"),
            ("caption", "The harbour\r\nat dawn"),
            ("credit", " Ada  Lind "),
            ("source", "Nordfoto"),
            ("licence", "Once only"),
            ("takenAt", "2026-05-03"),
            ("expiresAt", "2026-12-31T23:59:00+01:00"),
            ("focalX", "0.25"));
        var image = await _site.Read(response);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/v1/images/{image.Id}", response.Headers.Location?.OriginalString);
        Assert.Equal("\"1\"", response.Headers.ETag?.Tag);
        Assert.Equal(("Boats", "The harbour\nat dawn", "Ada Lind", "Nordfoto", "Once only"), (image.Alt, image.Caption, image.Credit, image.Source, image.Licence));
        Assert.Equal((new DateOnly(2026, 5, 3), new DateTimeOffset(2026, 12, 31, 22, 59, 0, TimeSpan.Zero)), (image.TakenAt, image.ExpiresAt));
        Assert.Equal((640, 480, "image/jpeg", false, 0.25, 0.5), (image.Width, image.Height, image.MediaType, image.Animated, image.FocalX, image.FocalY));
        Assert.StartsWith("token:Editor", image.CreatedBy, StringComparison.Ordinal);
        Assert.Equal(0, image.Renditions.Done);
        Assert.StartsWith("http://courier.example/media/", image.Url, StringComparison.Ordinal);
        Assert.EndsWith("/full-640.jpg", image.Url, StringComparison.Ordinal);
        using var large = await _site.Client.GetAsync(new Uri(image.Url).AbsolutePath, Cancellation);
        Assert.Equal("image/jpeg", large.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_original_is_kept_byte_by_byte_and_can_not_be_had()
    {
        var file = PictureFiles.Jpeg();
        var added = await _site.Add(file);
        var image = await _site.Find(added.Id) ?? throw new InvalidOperationException();
        using (var copy = await _site.Store.Fetch(image.Original, Cancellation) ?? throw new InvalidOperationException())
        {
            Assert.Equal(file, await File.ReadAllBytesAsync(copy.Path, Cancellation));
        }

        foreach (var address in new[] { $"/media/{image.Original}", $"/media/../{image.Original}", $"/media/%2e%2e/{image.Original}", $"/{image.Original}" })
        {
            using var response = await _site.Client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task What_the_request_says_counts_before_what_the_file_says()
    {
        var file = PictureFiles.Jpeg(with: picture => picture.Set(
            NetVips.GValue.BlobType,
            "xmp-data",
            PictureFiles.Xmp("<photoshop:Credit>From the file</photoshop:Credit><photoshop:Source>From the file</photoshop:Source>")));
        var image = await _site.Add(file, "harbour.jpg", ("credit", "From the request"), ("source", "  "));
        Assert.Equal(("From the request", "From the file"), (image.Credit, image.Source));
    }

    [Theory]
    [InlineData("takenAt", "yesterday", "takenAt must be a date such as 2026-05-31.")]
    [InlineData("expiresAt", "31/12/2026", "expiresAt must be a time with its offset such as 2026-12-31T23:00:00Z, or a date such as 2026-12-31.")]
    [InlineData("expiresAt", "2026-12-31T23:00:00", "expiresAt must be a time with its offset such as 2026-12-31T23:00:00Z, or a date such as 2026-12-31.")]
    [InlineData("colour", "red", "There is no field “colour”.")]
    [InlineData("focalX", "1.5", "focalX must be a number from 0 to 1.")]
    [InlineData("focalY", "NaN", "focalY must be a number from 0 to 1.")]
    [InlineData("credit", "\u0001", "credit holds a character that is no text (a control character or half of one).")]
    public async Task A_field_that_cant_be_taken_is_named(string field, string value, string sentence)
    {
        using var response = await _site.Post(PictureFiles.Png(), "a.png", (field, value));
        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal(sentence, await Fault(response, field));
    }

    [Fact]
    public async Task A_file_that_cant_be_taken_leaves_nothing()
    {
        using var response = await _site.Post("<svg/>"u8.ToArray(), "drawing.svg");
        Assert.Equal(422, (int)response.StatusCode);
        Assert.StartsWith("This is an SVG drawing", await Fault(response, "file"), StringComparison.Ordinal);
        await using var db = _site.Open();
        Assert.Equal((0, 0, 0), (await db.Images.CountAsync(Cancellation), await db.Jobs.CountAsync(Cancellation), await db.Audit.CountAsync(entry => entry.SubjectKind == "image", Cancellation)));
        Assert.Empty(await _site.Store.Names("originals", Cancellation));
    }

    [Fact]
    public async Task A_request_without_a_file_or_too_large_or_broken_is_refused_with_a_sentence()
    {
        using var none = await _site.Client.PostAsync("/api/v1/images", new MultipartFormDataContent { { new StringContent("x"), "alt" } }, Cancellation);
        Assert.Equal((422, "There is no file. Send the picture in the field “file” of multipart/form-data."), ((int)none.StatusCode, await Fault(none, "file")));
        using var large = await _site.Post(new byte[ImageLimits.Bytes + 1], "large.jpg");
        Assert.Equal((422, "This file has more than 40 MB, which is the most."), ((int)large.StatusCode, await Fault(large, "file")));
        using var broken = new ByteArrayContent("--x\r\nnothing"u8.ToArray());
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var answer = await _site.Client.PostAsync("/api/v1/images", broken, Cancellation);
        Assert.Equal((422, "The request is not well-formed multipart/form-data."), ((int)answer.StatusCode, await Fault(answer, "file")));
        using var json = await _site.Client.PostAsJsonAsync("/api/v1/images", new { alt = "x" }, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
    }

    [Fact]
    public async Task The_library_is_listed_newest_first_and_searched()
    {
        var file = PictureFiles.Png(32, 32);
        var first = await _site.Add(file, "a.png", ("caption", "Fähre im NEBEL"), ("credit", "Ada"));
        var second = await _site.Add(file, "a.png", ("alt", "A bridge, 100% closed"), ("expiresAt", "2026-06-01T11:00:00Z"));
        var third = await _site.Add(file, "a.png", ("caption", "Die FÄHRE"), ("credit", "Jon"));
        await Lists("?limit=2", next: second.Id.ToString(), third, second);
        await Lists($"?limit=2&after={second.Id:N}", next: null, first);
        await Lists("?q=f%C3%A4hre", next: null, third, first);
        await Lists("?q=100%25", next: null, second);
        await Lists("?q=_", next: null);
        await Lists("?credit=false", next: null, second);
        await Lists("?expired=true", next: null, second);
        await Lists("?expired=false", next: null, third, first);
        using var wrong = await _site.Client.GetAsync("/api/v1/images?expired=perhaps", Cancellation);
        Assert.Equal(422, (int)wrong.StatusCode);
    }

    [Fact]
    public async Task A_change_needs_the_version_it_was_made_on()
    {
        var image = await _site.Add(PictureFiles.Png(), "a.png");
        Assert.Equal(428, (int)(await _site.Patch(image.Id, new { alt = "x" }, match: null)).StatusCode);
        Assert.Equal(412, (int)(await _site.Patch(image.Id, new { alt = "x" }, match: "\"7\"")).StatusCode);
        using var changed = await _site.Patch(image.Id, new { alt = "Boats", takenAt = "2026-05-03T10:00:00Z" }, match: "\"1\"");
        var now = await _site.Read(changed);
        Assert.Equal(("Boats", new DateOnly(2026, 5, 3)), (now.Alt, now.TakenAt));
        Assert.Equal("\"2\"", changed.Headers.ETag?.Tag);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Patch(Guid.NewGuid(), new { }, "\"1\"")).StatusCode);
        Assert.Equal(422, (int)(await _site.Patch(image.Id, new { expiresAt = "soon", focalX = 2 }, match: "\"2\"")).StatusCode);
    }

    [Fact]
    public async Task A_change_of_crop_or_credit_gives_new_addresses_and_one_of_the_caption_does_not()
    {
        var image = await _site.Add(PictureFiles.Png(), "a.png", ("caption", "x"), ("credit", "Ada"));
        var caption = await _site.Read(await _site.Patch(image.Id, new { caption = "Boats" }, "\"1\""));
        Assert.Equal(image.Url, caption.Url);
        var focus = await _site.Read(await _site.Patch(image.Id, new { focalX = 0.9 }, "\"2\""));
        Assert.NotEqual(image.Url, focus.Url, StringComparer.Ordinal);
        var credit = await _site.Read(await _site.Patch(image.Id, new { credit = (string?)null }, "\"3\""));
        Assert.NotEqual(focus.Url, credit.Url, StringComparer.Ordinal);
        Assert.Null(credit.Credit);
        await using var db = _site.Open();
        Assert.Equal(3, await db.Jobs.CountAsync(job => job.Kind == MakeRenditions.JobKind, Cancellation));
        Assert.Equal(["image.added", "image.changed", "image.changed", "image.changed"], await db.Audit.Where(entry => entry.SubjectKind == "image").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync(Cancellation), StringComparer.Ordinal);
        Assert.Equal(3, await db.Outbox.CountAsync(message => message.Kind == nameof(ImageChanged), Cancellation));
    }

    [Fact]
    public async Task An_image_in_use_is_not_deleted_and_says_where_it_is_used()
    {
        var image = await _site.Add(PictureFiles.Png(), "a.png", ("alt", "in use"));
        Uses.Image = image.Id;
        using var refused = await _site.Client.DeleteAsync($"/api/v1/images/{image.Id}", Cancellation);
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Equal("This image is used by the story “One”, the story “Two”, the front page and 1 more. Take it out there first.", (await Json(refused)).GetProperty("detail").GetString());
        Assert.NotNull(await _site.Find(image.Id));
    }

    [Fact]
    public async Task A_deleted_image_is_gone_from_library_store_and_readers_at_once()
    {
        var image = await _site.Add(PictureFiles.Png(), "a.png", ("caption", "Boats"));
        var address = new Uri(image.Url).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _site.Client.DeleteAsync($"/api/v1/images/{image.Id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync($"/api/v1/images/{image.Id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.DeleteAsync($"/api/v1/images/{image.Id}", Cancellation)).StatusCode);
        await _site.Work();
        Assert.Empty(await _site.Store.Names("originals", Cancellation));
        Assert.Empty(await _site.Store.Names("renditions", Cancellation));
        await using var db = _site.Open();
        var entry = await db.Audit.SingleAsync(entry => entry.Act == "image.deleted", Cancellation);
        Assert.Contains("Boats", entry.Before, StringComparison.Ordinal);
        Assert.All(await db.Outbox.ToListAsync(Cancellation), message => Assert.NotNull(message.DoneAt));
    }

    [Fact]
    public async Task What_publishing_and_pages_need_is_one_query_away()
    {
        var full = await _site.Add(PictureFiles.Png(), "a.png", ("alt", "Boats"), ("credit", "Ada"), ("caption", "At dawn"), ("takenAt", "2026-05-03"));
        var bare = await _site.Add(PictureFiles.Png(), "a.png");
        var expired = await _site.Add(PictureFiles.Png(), "a.png", ("credit", "Jon"), ("expiresAt", "2026-06-01T12:00:00Z"));
        var missing = Guid.NewGuid();
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        Guid[] ids = [full.Id, bare.Id, expired.Id, missing];
        Assert.Equal(
            new Dictionary<Guid, ImageCheck>
            {
                [full.Id] = new("“At dawn”", IsExpired: false, HasCredit: true, HasAlt: true),
                [bare.Id] = new(bare.Id.ToString(), IsExpired: false, HasCredit: false, HasAlt: false),
                [expired.Id] = new(expired.Id.ToString(), IsExpired: true, HasCredit: true, HasAlt: false),
            },
            await db.ImageChecksOf(ids, ImageSite.Noon, Cancellation));
        var pictures = await db.Pictures(ids, ImageSite.Noon, Cancellation);
        Assert.Equal([full.Id, bare.Id], pictures.Keys.Order());
        Assert.Equal(("Boats", "At dawn", "Ada", new DateOnly(2026, 5, 3), 640, 480), (pictures[full.Id].Alt, pictures[full.Id].Caption, pictures[full.Id].Credit, pictures[full.Id].TakenAt, pictures[full.Id].Width, pictures[full.Id].Height));
        Assert.Equal(new Uri(full.Url).AbsolutePath, pictures[full.Id].Address(Shape.Full, 640, PictureFormat.Jpeg));
    }

    [Fact]
    public void Only_those_who_publish_may_delete()
    {
        Assert.Equal([Role.Editor, Role.Admin], ImageRules.Delete);
        Assert.All(new[] { ImageRules.See, ImageRules.Add, ImageRules.Change }, roles => Assert.Equal(Enum.GetValues<Role>(), roles));
    }

    private static async Task<string?> Fault(HttpResponseMessage response, string field) => (await Json(response)).GetProperty("errors").GetProperty(field)[0].GetString();

    private static async Task<JsonElement> Json(HttpResponseMessage response) => JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancellation));

    private async Task Lists(string query, string? next, params ImageResource[] images)
    {
        var list = await _site.Client.GetFromJsonAsync<JsonElement>($"/api/v1/images{query}", Cancellation);
        Assert.Equal(images.Select(image => image.Id), list.GetProperty("items").EnumerateArray().Select(item => Guid.Parse(item.GetProperty("id").GetString()!)));
        Assert.Equal(next, list.GetProperty("next").GetString());
    }

    private sealed class Uses : IUsesImages
    {
        public static Guid Image { get; set; }

        public Task<IReadOnlyList<string>> WhereUsed(Guid image, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<string>>(image == Image ? ["the story “One”", "the story “Two”", "the front page", "the author Ada Lind"] : []);
    }
}
