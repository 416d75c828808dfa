using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Themes.Views;

/// <summary>The search form, and what was found.</summary>
public sealed record SearchPage : PageView
{
    public required SearchFormView Form { get; init; }

    /// <summary>How many stories: <c>24 stories</c>. Null before anything was looked for.</summary>
    public string? CountText { get; init; }

    /// <summary>What was looked for can't be, or was not found: a sentence as a heading.</summary>
    public string? Nothing { get; init; }

    /// <summary>What to do then.</summary>
    public string? Advice { get; init; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    public Pager? Pager { get; init; }

    /// <summary>What to read where nothing was found: the latest.</summary>
    public IReadOnlyList<Teaser> Latest { get; init; } = [];
}

/// <summary>A form that asks with GET. Every field holds what was typed.</summary>
public sealed record SearchFormView
{
    /// <summary>Where it is sent.</summary>
    public required string Address { get; init; }

    public required string Query { get; init; }

    /// <summary>The sections to choose from, nested ones after their own.</summary>
    public IReadOnlyList<SearchChoice> Sections { get; init; } = [];

    public required SearchField Author { get; init; }

    /// <summary>The first day.</summary>
    public required SearchField From { get; init; }

    /// <summary>The last day.</summary>
    public required SearchField To { get; init; }

    /// <summary>What is wrong with the section, and what to do.</summary>
    public string? SectionFault { get; init; }

    /// <summary>A filter is set: it is shown unfolded.</summary>
    public bool IsFiltered { get; init; }
}

/// <summary>A section to choose. <see cref="Value"/> is its slug.</summary>
public sealed record SearchChoice(string Value, string Name, bool IsChosen);

/// <summary>What was typed into a field, and what is wrong with it.</summary>
public sealed record SearchField(string Value, string? Fault);

/// <summary>A story that was found.</summary>
public sealed record SearchHit
{
    public required Teaser Teaser { get; init; }

    /// <summary>The headline, what was looked for marked in it.</summary>
    public required Markup Headline { get; init; }

    /// <summary>The lines where it stands, or the standfirst.</summary>
    public Markup? Text { get; init; }
}
