namespace Broadsheet.Tests.Support;

/// <summary>How a run of the program ended, and all that it wrote.</summary>
public sealed record Ended(int Code, string Output, string Error);
