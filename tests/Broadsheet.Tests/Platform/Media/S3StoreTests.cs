using System.Text;
using Broadsheet.Platform.Media;
using Broadsheet.Platform.Web;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Media;

public sealed class S3StoreTests : IAsyncLifetime
{
    private S3Server _server = null!;
    private S3Store _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.Start();
        _store = (S3Store)MediaStores.Open(_server.Address);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_put_is_found_under_the_prefix()
    {
        await Put("originals/a/one.jpg", "picture");
        Assert.Equal("picture", Encoding.UTF8.GetString(Assert.Single(_server.Objects, pair => pair.Key == "our/paper/originals/a/one.jpg").Value));
        await using var file = await _store.Find("originals/a/one.jpg", Cancellation) ?? throw new FileNotFoundException();
        Assert.Equal((7L, "picture"), (file.Length, await new StreamReader(file.Content).ReadToEndAsync(Cancellation)));
        Assert.Equal(["PUT /pictures/our/paper/originals/a/one.jpg", "GET /pictures/our/paper/originals/a/one.jpg"], _server.Requests, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_fetched_copy_is_on_disk_until_disposed()
    {
        await Put("originals/a/one.jpg", "picture");
        var copy = await _store.Fetch("originals/a/one.jpg", Cancellation) ?? throw new FileNotFoundException();
        Assert.Equal("picture", await File.ReadAllTextAsync(copy.Path, Cancellation));
        copy.Dispose();
        Assert.False(File.Exists(copy.Path));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await _store.Find("originals/none.jpg", Cancellation));
        Assert.Null(await _store.Fetch("originals/none.jpg", Cancellation));
    }

    [Fact]
    public async Task Names_are_listed_over_pages_and_removed()
    {
        string[] names = ["r/a/1.jpg", "r/a/2.jpg", "r/a/3.jpg", "r/a/k/4.jpg", "r/a/k/5.jpg"];
        foreach (var name in names.Append("r/ab/6.jpg"))
        {
            await Put(name, name);
        }

        Assert.Equal(names, (await _store.Names("r/a", Cancellation)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        await _store.Remove("r/a", Cancellation);
        Assert.Equal(["our/paper/r/ab/6.jpg"], _server.Objects.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_check_leaves_nothing_behind()
    {
        await _store.Check(Cancellation);
        Assert.Empty(_server.Objects);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_unavailable_rather_than_empty()
    {
        _server.IsDown = true;
        await Assert.ThrowsAsync<MediaUnavailable>(() => _store.Find("originals/none.jpg", Cancellation));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_unavailable_rather_than_empty()
    {
        using var other = (S3Store)MediaStores.Open(_server.Address.Replace("//pictures", "//elsewhere", StringComparison.Ordinal));
        await Assert.ThrowsAsync<MediaUnavailable>(() => other.Find("originals/none.jpg", Cancellation));
        await Assert.ThrowsAsync<MediaUnavailable>(() => other.Check(Cancellation));
    }

    [Theory]
    [InlineData("s3://", "Media must be a folder or s3://bucket/prefix?endpoint=….")]
    [InlineData("s3://key:secret@bucket/", "Media must not hold credentials; they belong in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")]
    [InlineData("s3://bucket?acl=public", "Media may have endpoint and region after the question mark, but has “acl”.")]
    [InlineData("s3://bucket?endpoint=minio:9000", "The endpoint in Media must be an address such as https://s3.example.org, but is “minio:9000”.")]
    public void An_address_that_cant_be_read_is_named_in_a_sentence(string address, string sentence) =>
        Assert.Equal(new Fault("Media", sentence), Assert.Single(Assert.Throws<Invalid>(() => S3Address.Parse(address)).Faults));

    [Fact]
    public void An_address_names_bucket_prefix_endpoint_and_region()
    {
        Assert.Equal(new S3Address("bucket", "", null, null), S3Address.Parse("s3://bucket"));
        Assert.Equal(new S3Address("bucket", "a/b/", new Uri("http://127.0.0.1:9000"), "eu"), S3Address.Parse("s3://bucket/a/b/?endpoint=http://127.0.0.1:9000&region=eu"));
    }

    private Task Put(string name, string text) => _store.Put(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation);
}
