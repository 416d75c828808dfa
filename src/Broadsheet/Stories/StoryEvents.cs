namespace Broadsheet.Stories;

/// <summary>A version went out, the first or a later one.</summary>
public sealed record StoryPublished(Guid Story, int Number);

/// <summary>A story was taken back.</summary>
public sealed record StoryWithdrawn(Guid Story);

/// <summary>A correction was made public.</summary>
public sealed record StoryCorrected(Guid Story, Guid Correction);

/// <summary>A published version was withheld, or is shown again.</summary>
public sealed record VersionWithheld(Guid Story, int Number);

/// <summary>An author has another name.</summary>
public sealed record AuthorRenamed(Guid Author);

/// <summary>A topic has another name.</summary>
public sealed record TopicRenamed(Guid Topic);
