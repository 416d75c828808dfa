using System.Text.Json;

namespace Broadsheet.Demo;

/// <summary>The demo newspaper as it is packed into the program: stories, pictures' captions, people, corrections.</summary>
public static class DemoFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static DemoSite Site { get; } = Read<DemoSite>("site.json");

    public static IReadOnlyList<DemoAuthor> Authors => Read<List<DemoAuthor>>("authors.json");

    public static IReadOnlyList<DemoCorrection> Corrections => Read<List<DemoCorrection>>("corrections.json");

    public static IReadOnlyList<DemoWithdrawal> Withdrawals => Read<List<DemoWithdrawal>>("withdrawals.json");

    /// <summary>By picture key.</summary>
    public static IReadOnlyDictionary<string, DemoPicture> Pictures =>
        Read<Dictionary<string, DemoPicture>>("pictures-land.json").Concat(Read<Dictionary<string, DemoPicture>>("pictures-line.json")).ToDictionary(StringComparer.Ordinal);

    /// <summary>Every story file by its key: <c>zell-dam-accounts</c>, and <c>zell-dam-accounts.v1</c> for an earlier version.</summary>
    public static IReadOnlyDictionary<string, FrontMatter> Stories => typeof(DemoFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("demo/stories/", StringComparison.Ordinal))
        .ToDictionary(name => Path.GetFileNameWithoutExtension(name), name => FrontMatter.Read(Text(name)), StringComparer.Ordinal);

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(Text("demo/" + name), Json)!;

    private static string Text(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

public sealed record DemoSite(string Name, string Tagline, string Language, string TimeZone, IReadOnlyList<DemoSection> Sections, IReadOnlyDictionary<string, string> Pages);

public sealed record DemoSection(string Slug, string Name, string? Parent, string? Language, string? Description);

public sealed record DemoAuthor(string Name, string Biography, string? Picture);

public sealed record DemoPicture(string Alt, string Caption, string Credit, int? TakenAt);

public sealed record DemoCorrection(string Story, string Kind, string At, string Text, string? Wrong, string? Right);

public sealed record DemoWithdrawal(string Story, string At, string Reason);
