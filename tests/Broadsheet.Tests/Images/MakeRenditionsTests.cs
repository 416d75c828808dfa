using Broadsheet.Images;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Media;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Xunit;
using Image = Broadsheet.Images.Image;

namespace Broadsheet.Tests.Images;

public sealed class MakeRenditionsTests : IAsyncLifetime
{
    private readonly CountingStore _store = new();
    private ImageSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await Start();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task Every_rendition_is_made_in_its_size_and_the_resource_says_how_far_it_is()
    {
        var image = await Add();
        var expected = Rendition.Beforehand(image.Picture).ToList();
        Assert.Equal(new RenditionCount(0, expected.Count), await Count(image));
        await _site.Work();
        Assert.Equal(new RenditionCount(expected.Count, expected.Count), await Count(image));
        Assert.Equal(Names(expected), Names(await Stored()));
        foreach (var rendition in expected)
        {
            using var picture = Open(rendition);
            Assert.Equal((rendition.Width, image.Picture.HeightAt(rendition.Shape, rendition.Width)), (picture.Width, picture.Height));
        }

        await using var db = _site.Open();
        var job = await db.Jobs.SingleAsync(j => j.Kind == MakeRenditions.JobKind, Cancellation);
        Assert.Equal((JobState.Done, expected.Count, expected.Count), (job.State, job.Done, job.Total));
    }

    [Fact]
    public async Task Of_every_image_one_print_is_made_before_the_rest_of_any()
    {
        Image[] images = [await Add(), await Add(), await Add()];
        _store.PutsLeft = images.Length;
        _ = _site.Services.GetRequiredService<JobRunner>().Run(Cancellation);
        await _store.CutOff;
        Assert.Equal(Names(images.Select(image => Rendition.First(image.Picture))), Names(await Stored()));
    }

    [Fact]
    public async Task A_first_print_that_was_cut_off_holds_up_nothing_and_is_made_later()
    {
        var image = await Add();
        _store.PutsLeft = 0;
        _ = _site.Services.GetRequiredService<JobRunner>().Run(Cancellation);
        await _store.CutOff;
        _store.PutsLeft = null;
        await _site.Work();
        _site.Time.Advance(TimeSpan.FromMinutes(6));
        await _site.Work();
        Assert.Equal(Names(Rendition.Beforehand(image.Picture)), Names(await Stored()));
        await using var db = _site.Open();
        Assert.Equal(2, await db.Jobs.CountAsync(j => j.State == JobState.Done, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Work_that_was_cut_off_goes_on_where_it_was(int puts)
    {
        var image = await Add();
        _store.PutsLeft = puts;
        _ = _site.Services.GetRequiredService<JobRunner>().Run(Cancellation);
        await _store.CutOff;
        var before = await Stored();
        Assert.Equal(puts, before.Count);
        var written = before.ToDictionary(name => name, Written, StringComparer.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, ".aside", "half"), "half a rendition", Cancellation);

        _store.PutsLeft = null;
        await _site.Work();
        Assert.Equal(puts, (await Stored()).Count);
        _site.Time.Advance(TimeSpan.FromMinutes(6));
        await _site.Work();
        Assert.Equal(Names(Rendition.Beforehand(image.Picture)), Names(await Stored()));
        Assert.All(before, name => Assert.Equal(written[name], Written(name)));
    }

    [Fact]
    public async Task What_readers_asked_for_meanwhile_is_not_made_again()
    {
        var image = await Add();
        await _site.Client.GetByteArrayAsync($"/media/{image.Id:N}/{image.Key}/full-320.jpg", Cancellation);
        await _site.Work();
        Assert.Equal(1, _store.PutsOf("full-320.jpg"));
        Assert.Equal(Names(Rendition.Beforehand(image.Picture)), Names(await Stored()));
    }

    [Fact]
    public async Task After_a_change_the_renditions_of_before_stay_for_those_who_have_their_addresses()
    {
        var image = await Add();
        await _site.Work();
        await _site.Patch(image.Id, new { focalX = 0.1 }, "\"1\"");
        await _site.Work();
        var changed = await _site.Find(image.Id) ?? throw new InvalidOperationException();
        Assert.Equal(Names([.. Rendition.Beforehand(image.Picture), .. Rendition.Beforehand(changed.Picture)]), Names(await Stored()));
    }

    [Fact]
    public async Task Work_on_an_image_that_has_changed_meanwhile_is_left_to_the_next()
    {
        var image = await Add();
        await _site.Patch(image.Id, new { focalX = 0.1 }, "\"1\"");
        var changed = await _site.Find(image.Id) ?? throw new InvalidOperationException();
        await _site.Work();
        Assert.Equal(Names(Rendition.Beforehand(changed.Picture)), Names(await Stored()));
        Assert.Equal(1, _store.PutsOf("full-320.jpg"));
    }

    [Fact]
    public async Task Of_an_image_deleted_while_it_is_worked_on_nothing_is_left()
    {
        var image = await Add();
        using var hold = _store.Hold();
        var work = _site.Work();
        await _store.Held;
        using var deleted = await _site.Client.DeleteAsync($"/api/v1/images/{image.Id}", Cancellation);
        hold.Dispose();
        await work;
        await _site.Work();
        _site.Time.Advance(TimeSpan.FromMinutes(10));
        await _site.Work();
        Assert.Empty(await Stored());
        Assert.Empty(await _store.Names("originals", Cancellation));
        await using var db = _site.Open();
        Assert.All(await db.Jobs.ToListAsync(Cancellation), job => Assert.Equal(JobState.Done, job.State));
    }

    private Task<ImageSite> Start() => ImageSite.Start(services => services.AddSingleton<IMediaStore>(_store));

    private async Task<Image> Add()
    {
        var added = await _site.Add(PictureFiles.Jpeg(340, 260));
        return await _site.Find(added.Id) ?? throw new InvalidOperationException("The image is not in the database.");
    }

    private async Task<RenditionCount> Count(Image image) => (await _site.Read(await _site.Client.GetAsync($"/api/v1/images/{image.Id}", Cancellation))).Renditions;

    private Task<IReadOnlySet<string>> Stored() => _store.Names("renditions", Cancellation);

    private DateTime Written(string name) => File.GetLastWriteTimeUtc(Path.Combine(_store.Folder, name));

    private NetVips.Image Open(Rendition rendition) => NetVips.Image.NewFromFile(Path.Combine(_store.Folder, rendition.Name), access: Enums.Access.Sequential);

    private static List<string> Names(IEnumerable<Rendition> renditions) => Names(renditions.Select(rendition => rendition.Name));

    private static List<string> Names(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
