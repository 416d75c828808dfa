using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Broadsheet.Tests.Readers;

public sealed class ClassCookieTests : IDisposable
{
    private readonly TestFolder _data = new();
    private readonly FakeTimeProvider _clock = new(TestSite.Morning);

    [Fact]
    public void A_cookie_tells_the_class_it_was_issued_for()
    {
        var cookie = Cookie();
        foreach (var audience in new[] { Audience.Reader, Audience.Member("friend", 10), Audience.Member("förderer-2", 20) })
        {
            Assert.Equal(audience, Read(cookie, cookie.Issue(audience)));
        }
    }

    [Fact]
    public void A_cookie_is_believed_for_fifteen_minutes()
    {
        var cookie = Cookie();
        var issued = cookie.Issue(Audience.Reader);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Audience.Reader, Read(cookie, issued));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Audience.Visitor, Read(cookie, issued));
    }

    [Fact]
    public void A_cookie_that_was_issued_while_the_clock_was_ahead_is_a_visitors_once_it_is_set_back()
    {
        var cookie = Cookie();
        _clock.Advance(TimeSpan.FromDays(1));
        var issued = cookie.Issue(Audience.Member("friend", 10));
        Assert.Equal(Audience.Member("friend", 10), Read(cookie, issued));
        _clock.AdjustTime(TestSite.Morning);
        Assert.Equal(Audience.Visitor, Read(cookie, issued));
        Assert.Equal(Audience.Visitor, Read(Cookie(), issued));
        Assert.Equal(Audience.Reader, Read(cookie, cookie.Issue(Audience.Reader)));
    }

    [Fact]
    public void A_cookie_with_any_character_changed_is_a_visitors()
    {
        var cookie = Cookie();
        var issued = cookie.Issue(Audience.Member("friend", 10));
        Gen.Select(Gen.Int[0, issued.Length - 2], Gen.Char[' ', '~']).Where((at, letter) => issued[at] != letter).Sample((at, letter) =>
            Read(cookie, issued.Remove(at, 1).Insert(at, letter.ToString())) == Audience.Visitor);
    }

    [Fact]
    public void Whatever_stands_in_a_cookie_is_read_without_a_fault()
    {
        var cookie = Cookie();
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["reader.member-0123456789"], 0, 400]).Sample(value => Read(cookie, value) == Audience.Visitor);
    }

    [Fact]
    public void A_cookie_of_another_paper_is_a_visitors()
    {
        using var elsewhere = new TestFolder();
        var theirs = new ClassCookie(ClassKey.InFolder(elsewhere.Path), _clock).Issue(Audience.Member("patron", 99));
        Assert.Equal(Audience.Visitor, Read(Cookie(), theirs));
    }

    [Fact]
    public async Task Two_nodes_that_make_the_key_at_once_have_the_same()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClassKey.InFolder(_data.Path))));
        Assert.All(keys, key => Assert.Equal(keys[0].Bytes, key.Bytes));
        Assert.Equal([_data.File("class.key")], Directory.GetFiles(_data.Path));
    }

    public void Dispose() => _data.Dispose();

    private ClassCookie Cookie() => new(ClassKey.InFolder(_data.Path), _clock);

    private static Audience Read(ClassCookie cookie, string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{ClassCookie.Name}={Uri.EscapeDataString(value)}";
        return cookie.Read(http.Request);
    }
}
