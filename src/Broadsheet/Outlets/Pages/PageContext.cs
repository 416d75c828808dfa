using System.Globalization;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Paper;
using Broadsheet.Platform.Text;
using Broadsheet.Readers;
using Broadsheet.Stories;

namespace Broadsheet.Outlets.Pages;

/// <summary>What the making of one page carries along: the request, the paper, the language, the moment, and the tags gathered on the way.</summary>
public sealed class PageContext
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal) { PaperTags.Frame };

    public PageContext(PageRequest request, PaperFrame frame, Tongue tongue, Words words, Uri site, DateTimeOffset now)
    {
        (Request, Frame, Tongue, Words, Site, Now) = (request, frame, tongue, words, site, now);
        Moments = new Moments(frame.Zone, tongue, words, now);
        ValidUntil = Moments.EndOfDay;
    }

    public PageRequest Request { get; }

    public PaperFrame Frame { get; }

    public Tongue Tongue { get; }

    public Words Words { get; }

    /// <summary>The public address of the site.</summary>
    public Uri Site { get; }

    public DateTimeOffset Now { get; }

    public Moments Moments { get; }

    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>When the page shows something that time alone has made old: the day in the masthead, or what <see cref="ValidFor"/> says.</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    public void Tag(string tag) => _tags.Add(tag);

    public void Tag(IEnumerable<string> tags) => _tags.UnionWith(tags);

    /// <summary>The page shows something beside its subject that may be a little old, and no older than this.</summary>
    public void ValidFor(TimeSpan time)
    {
        if (Now + time < ValidUntil)
        {
            ValidUntil = Now + time;
        }
    }

    /// <summary>A path of ours as an address that works elsewhere.</summary>
    public string Absolute(string path) => Site.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>Words with names in them.</summary>
    public string Say(string key, params string[] values)
    {
        var text = Words[key];
        for (var i = 0; i < values.Length; i++)
        {
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"), values[i], StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Names in a row: “Ann, Ben and Cleo”.</summary>
    public string Join(IReadOnlyList<string> names) => names.Count < 2
        ? names.Count == 0 ? "" : names[0]
        : string.Join(Words["listSeparator"], names.Take(names.Count - 1)) + Words["listAnd"] + names[^1];

    /// <summary>Names in a row, as <see cref="Join"/>, each carrying what stands before it.</summary>
    public IReadOnlyList<BylineView> Row(IReadOnlyList<BylineView> names) =>
        [.. names.Select((name, i) => name with { Before = i == 0 ? "" : i == names.Count - 1 ? Words["listAnd"] : Words["listSeparator"] })];

    /// <summary>“Members” on what isn't everybody's.</summary>
    public string? AccessLabel(Access access) => access.Level switch
    {
        AccessLevel.Public => null,
        AccessLevel.Readers => Words["forReaders"],
        AccessLevel.Members or AccessLevel.Tier => Words["forMembers"],
        _ => throw new InvalidOperationException($"Unknown access level {access.Level}."),
    };

    /// <summary>As in <c>data-audience</c>.</summary>
    public string AudienceName => Request.Audience.Kind switch
    {
        AudienceKind.Visitor => "visitor",
        AudienceKind.Reader => "reader",
        AudienceKind.Member => "member",
        _ => throw new InvalidOperationException($"Unknown audience {Request.Audience.Kind}."),
    };
}
