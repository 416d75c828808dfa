using Broadsheet.Community;
using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Copies;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_snapshot_sees_one_moment_and_holds_up_nobody_who_writes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.Create();
        await using var reading = database.Open();
        await reading.InSnapshot(
            async token =>
            {
                Assert.Equal(0, await reading.Tiers.CountAsync(token));
                await using var writing = database.Open();
                writing.Tiers.Add(new Tier { Slug = "friend", Name = "Friend", Rank = 10 });
                await writing.InTransaction(writing.SaveChangesAsync, token);
                Assert.Equal(1, await writing.Tiers.CountAsync(token));
                Assert.Equal(0, await reading.Tiers.CountAsync(token));
            },
            cancellation);
        Assert.Equal(1, await reading.Tiers.CountAsync(cancellation));
    }
}
