using System.IO.Compression;
using System.Net;
using System.Text;
using Broadsheet.Outlets.Themes.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class ThemeAssetsTests : IAsyncLifetime
{
    private readonly WebApplication _app = App();
    private readonly HttpClient _client = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br;q=0.8", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_stylesheet_is_sent_in_the_best_encoding_that_the_reader_takes(string accepted, string? encoding)
    {
        var response = await Get(Address("paper.css"), accepted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["public, max-age=31536000, immutable"], response.Headers.GetValues("Cache-Control"), StringComparer.Ordinal);
        Assert.Equal(BuiltInTheme.Default.Theme.Assets.Find("paper.css")!.Bytes.ToArray(), await Decoded(response, encoding));
    }

    [Fact]
    public async Task A_font_is_sent_as_it_is()
    {
        var response = await Get(Address("fonts/newsreader-text.woff2"), "br, gzip");
        Assert.Equal("font/woff2", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_from_before_an_upgrade_still_gets_its_stylesheet_for_a_while()
    {
        var response = await Get("/assets/default/000000000000/paper.css", "identity");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), response.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/assets/default/000000000000/css/base.css")]
    [InlineData("/assets/default/000000000000/nothing.css")]
    [InlineData("/assets/nothing/000000000000/paper.css")]
    [InlineData("/assets/..%2fdefault/000000000000/paper.css")]
    public async Task What_is_no_asset_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Get(address, "identity")).StatusCode);

    [Fact]
    public async Task An_asset_that_the_reader_has_is_not_sent_again()
    {
        var first = await Get(Address("paper.css"), "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("paper.css"));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Another_content_has_another_address()
    {
        using var folder = new ThemeFolder();
        var before = folder.Catalog.Get("ours").Assets.AddressOf("embed.js");
        folder.Write("assets/embed.js", "// nothing");
        folder.Catalog.Reload("ours");
        Assert.NotEqual(before, folder.Catalog.Get("ours").Assets.AddressOf("embed.js"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_stylesheet_names_its_fonts_by_their_final_addresses()
    {
        var css = Encoding.UTF8.GetString(BuiltInTheme.Default.Theme.Assets.Find("paper.css")!.Bytes.Span);
        Assert.Contains($"url({Address("fonts/newsreader-text.woff2")})", css, StringComparison.Ordinal);
        Assert.DoesNotContain("../fonts", css, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stylesheet_is_sent_without_comments_and_needless_space_and_means_the_same()
    {
        using var folder = new ThemeFolder();
        folder.Write("theme.json", """{"name": "Ours", "extends": "default", "stylesheets": {"paper.css": ["one.css", "two.css"], "lite.css": ["two.css"]}}""")
            .Write("assets/one.css", "/* a */\n.a :is(b, c) > d {\n  content: \" /* ; , */ \";\n  width: calc(1rem + 2px);\n}\n")
            .Write("assets/two.css", "@media (min-width: 1px) and (max-width: 2px) { a::before { background: url(data:image/svg+xml;utf8,%3Csvg/%3E); } }");
        var css = Encoding.UTF8.GetString(folder.Catalog.Get("ours").Assets.Find("paper.css")!.Bytes.Span);
        Assert.Equal(".a :is(b,c) > d{content:\" /* ; , */ \";width:calc(1rem + 2px);}\n@media (min-width:1px) and (max-width:2px){a::before{background:url(data:image/svg+xml;utf8,%3Csvg/%3E);}}\n", css);
    }

    private static string Address(string file) => BuiltInTheme.Default.Theme.Assets.AddressOf(file)!;

    private static WebApplication App()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(BuiltInTheme.Catalog);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        AssetEndpoints.Map(app);
        return app;
    }

    private static async Task<byte[]> Decoded(HttpResponseMessage response, string? encoding)
    {
        var sent = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var stream = encoding switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, TestContext.Current.CancellationToken);
        return whole.ToArray();
    }

    private async Task<HttpResponseMessage> Get(string address, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
