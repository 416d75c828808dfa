namespace Broadsheet.Stories.Body.Json;

/// <summary>The names that enumerated attributes have in JSON; the first of each is meant where the attribute is missing.</summary>
internal static class NamesOf
{
    public static IReadOnlyList<(string Name, FigureSize Value)> Sizes { get; } =
        [("column", FigureSize.Column), ("wide", FigureSize.Wide), ("full", FigureSize.Full)];

    public static IReadOnlyList<(string Name, StatementRole Value)> Roles { get; } =
        [("content", StatementRole.Content), ("cue", StatementRole.Cue), ("speaker", StatementRole.Speaker), ("time", StatementRole.Time)];

    public static string Of(FigureSize size) => Sizes.First(s => s.Value == size).Name;

    public static string Of(StatementRole role) => Roles.First(r => r.Value == role).Name;
}
