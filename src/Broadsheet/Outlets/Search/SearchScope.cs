namespace Broadsheet.Outlets.Search;

/// <summary>Where to look: what a filter leaves, and what this class of reader may read.</summary>
/// <param name="Sections">One of these (<see cref="SearchTags.Section"/>); all where empty.</param>
/// <param name="Authors">One of these (<see cref="SearchTags.Author"/>); all where empty.</param>
/// <param name="Admitted">The access words of what this class may read past the gate (<see cref="SearchTags.Access"/>).</param>
/// <param name="From">The first <see cref="SearchEntry.Number"/>.</param>
/// <param name="To">The last.</param>
public sealed record SearchScope(IReadOnlyList<string> Sections, IReadOnlyList<string> Authors, IReadOnlyList<string> Admitted, long From, long To)
{
    /// <summary>Sets of which a story must have one tag each.</summary>
    public IEnumerable<IReadOnlyList<string>> Required(bool isWhole) =>
        new[] { Sections, Authors, isWhole ? Admitted : [] }.Where(tags => tags.Count > 0);

    /// <summary>Tags that a story must not have: what may be read whole is looked for as a whole, and nowhere else.</summary>
    public IReadOnlyList<string> Refused(bool isWhole) => isWhole ? [] : Admitted;
}
