using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

public sealed class OrderTests
{
    private static readonly Gen<DateTimeOffset> Times =
        Gen.Long[DateTimeOffset.UnixEpoch.AddYears(-70).Ticks / 10, DateTimeOffset.UnixEpoch.AddYears(200).Ticks / 10].Select(microseconds => new DateTimeOffset(microseconds * 10, TimeSpan.Zero));

    [Fact]
    public async Task Times_sort_and_compare_as_instants_and_come_back_to_the_microsecond()
    {
        await using var database = await TestDatabase.Create();
        await using var db = database.Open();
        var times = Times.Array[200].Single();
        db.Audit.AddRange(times.Select(Entry));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(times.Order(), await db.Audit.AsNoTracking().OrderBy(e => e.At).Select(e => e.At).ToListAsync(TestContext.Current.CancellationToken));

        var middle = times.Order().ElementAt(100);
        Assert.Equal(times.Count(t => t < middle), await db.Audit.CountAsync(e => e.At < middle, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ids_sort_by_the_time_they_were_made_and_can_be_compared()
    {
        await using var database = await TestDatabase.Create();
        await using var db = database.Open();
        var ids = Enumerable.Range(0, 200).Select(i => Guid.CreateVersion7(TestSite.Morning.AddMilliseconds(i * 37))).ToList();
        db.Audit.AddRange(ids.Shuffle().Select(id => Entry(TestSite.Morning, id)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ids, await db.Audit.AsNoTracking().OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(TestContext.Current.CancellationToken));

        var middle = ids[100];
        Assert.Equal(ids[..100], await db.Audit.AsNoTracking().Where(e => e.Id.CompareTo(middle) < 0).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static AuditEntry Entry(DateTimeOffset at) => Entry(at, Guid.CreateVersion7());

    private static AuditEntry Entry(DateTimeOffset at, Guid id) => new() { Id = id, At = at, Actor = People.Mira, Act = "story.read", SubjectKind = "story", Subject = "one" };
}
