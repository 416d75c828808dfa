using System.Net;
using Broadsheet.Images;
using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Images;

public sealed class LicenceEndsTests
{
    private static readonly DatabaseAddress Nowhere = DatabaseAddress.Parse("Host=127.0.0.1;Port=9;Database=away;Username=nobody;Timeout=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_licence_ends_also_on_a_node_that_starts_without_the_database()
    {
        await using var database = await TestDatabase.Create();
        string address;
        await using (var before = await TestSite.Start(database))
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["alt"] = "Boats", ["credit"] = "Ada Lind", ["expiresAt"] = "2026-11-24T09:00:00Z" };
            (await (await before.Api()).Upload("/images", PictureFiles.Png(), "boats.png", fields)).Is(HttpStatusCode.Created);
            await before.Tick("expire-images");
            await using var db = before.Open();
            address = Rendition.All((await db.Images.AsNoTracking().SingleAsync(Cancellation)).Picture).First().Address;
            using var made = await before.Reader().GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        }

        var clock = new FakeTimeProvider(TestSite.Morning);
        await using var site = await TestSite.Start(database, clock, settings => settings with { Database = Nowhere });
        using var known = await site.Reader().GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), known.Headers.CacheControl?.MaxAge);
        clock.Advance(TimeSpan.FromHours(1));
        using var ended = await site.Reader().GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }
}
