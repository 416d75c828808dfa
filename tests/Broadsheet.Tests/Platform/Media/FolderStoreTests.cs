using Broadsheet.Platform.Media;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Media;

public sealed class FolderStoreTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FolderStore _store;

    public FolderStoreTests() => _store = new FolderStore(_folder.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_found_and_replaced()
    {
        await Put("renditions/a/full-320.jpg", "one");
        await Put("renditions/a/full-320.jpg", "two!");
        await using var file = await _store.Find("renditions/a/full-320.jpg", Cancellation) ?? throw new FileNotFoundException();
        Assert.Equal((4L, "two!"), (file.Length, await new StreamReader(file.Content).ReadToEndAsync(Cancellation)));
        using var copy = await _store.Fetch("renditions/a/full-320.jpg", Cancellation) ?? throw new FileNotFoundException();
        Assert.Equal("two!", await File.ReadAllTextAsync(copy.Path, Cancellation));
    }

    [Fact]
    public async Task Names_are_listed_below_their_folder_and_removed_with_it()
    {
        await Put("renditions/a/full-320.jpg", "1");
        await Put("renditions/a/k/full-480.jpg", "2");
        await Put("renditions/ab/full-320.jpg", "3");
        Assert.Equal(["renditions/a/full-320.jpg", "renditions/a/k/full-480.jpg"], (await _store.Names("renditions/a", Cancellation)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        await _store.Remove("renditions/a", Cancellation);
        await _store.Remove("renditions/never", Cancellation);
        Assert.Empty(await _store.Names("renditions/a", Cancellation));
        Assert.Null(await _store.Find("renditions/a/full-320.jpg", Cancellation));
        Assert.Single(await _store.Names("renditions/ab", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../secret")]
    [InlineData("a/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData(".aside/x")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a\0b")]
    public async Task A_name_never_leads_out_of_the_store(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Find(name, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Put(name, "x"));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        await Put("a/b", "whole");
        await using var breaking = new FileStream(Path.Combine(_folder.Path, "source"), FileMode.Create);
        breaking.SetLength(1 << 20);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Put("a/b", breaking, stop.Token));
        await using var file = await _store.Find("a/b", Cancellation) ?? throw new FileNotFoundException();
        Assert.Equal(5, file.Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, ".aside")));
    }

    [Fact]
    public void What_a_kill_left_half_written_is_cleared_away_a_day_later()
    {
        var aside = Path.Combine(_folder.Path, ".aside");
        File.WriteAllText(Path.Combine(aside, "fresh"), "half");
        File.WriteAllText(Path.Combine(aside, "old"), "half");
        File.SetLastWriteTimeUtc(Path.Combine(aside, "old"), DateTime.UtcNow.AddDays(-2));
        _ = new FolderStore(_folder.Path);
        Assert.Equal(["fresh"], Directory.GetFiles(aside).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Readers_see_whole_files_while_others_write_and_remove()
    {
        var large = new string('x', 200_000);
        var writers = Enumerable.Range(0, 4).Select(i => Task.Run(
            async () =>
            {
                for (var round = 0; round < 25; round++)
                {
                    await Put("busy/file", large);
                    if (i == 0)
                    {
                        await _store.Remove("busy", Cancellation);
                    }
                }
            },
            Cancellation)).ToList();
        var lengths = new HashSet<int>();
        while (writers.Any(writer => !writer.IsCompleted))
        {
            await using var file = await _store.Find("busy/file", Cancellation);
            if (file is not null)
            {
                lengths.Add((await new StreamReader(file.Content).ReadToEndAsync(Cancellation)).Length);
            }
        }

        await Task.WhenAll(writers);
        await Put("busy/file", large);
        Assert.Subset(new HashSet<int> { large.Length }, lengths);
        Assert.Single(await _store.Names("busy", Cancellation));
    }

    [Fact]
    public async Task What_is_put_while_others_remove_its_folder_and_make_it_again_is_never_refused()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(
            async () =>
            {
                for (var round = 0; round < 300; round++)
                {
                    await Put($"contended/{i}", "x");
                    await _store.Remove("contended", Cancellation);
                }
            },
            Cancellation)));
        await Put("contended/last", "x");
        Assert.Equal(["contended/last"], await _store.Names("contended", Cancellation));
    }

    [Fact]
    public async Task The_check_leaves_nothing_behind()
    {
        await _store.Check(Cancellation);
        Assert.Empty(await _store.Names("check", Cancellation));
    }

    public void Dispose() => _folder.Dispose();

    private async Task Put(string name, string text) => await _store.Put(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Cancellation);
}
