using System.Globalization;
using Broadsheet.Images;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Bodies;

/// <summary>What a body needs from around it to be shown.</summary>
public sealed record BodySurroundings
{
    /// <summary>The pictures that may be shown today. One that is missing, deleted or past its licence, is left out of the body.</summary>
    public IReadOnlyDictionary<Guid, Picture> Pictures { get; init; } = new Dictionary<Guid, Picture>();

    public required Words Words { get; init; }

    /// <summary>The story's language; months have their names in it.</summary>
    public required CultureInfo Language { get; init; }

    /// <summary>How the language writes a day, as a .NET pattern.</summary>
    public string DatePattern { get; init; } = "d MMMM yyyy";

    public required bool IsRightToLeft { get; init; }

    /// <summary>The site's public address, for what is read elsewhere.</summary>
    public required Uri Site { get; init; }

    /// <summary>The story's path on the site: <c>/world/the-dam</c>.</summary>
    public required string StoryPath { get; init; }

    /// <summary>The first picture is seen at once, since the story has none above its body.</summary>
    public bool FirstPictureIsEager { get; init; }

    /// <summary>What stands at the gate of a body that was cut; used on the site and on lite pages.</summary>
    public Markup GateOffer { get; init; }

    /// <summary>Where something else stands between the paragraphs; used on the site alone.</summary>
    public IReadOnlyList<ReservedPlace> ReservedPlaces { get; init; } = [];

    /// <summary>A day as readers of the language write it.</summary>
    public string Write(DateOnly day) => day.ToString(DatePattern, Language);

    /// <summary>A path of the site as an address that works elsewhere.</summary>
    public string Absolute(string path) => Site.GetLeftPart(UriPartial.Authority) + path;
}
