using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;

namespace Broadsheet.Tests.Architecture;

/// <summary>Modules are folders; which may use which is this table, and ARCHITECTURE.md shows the same one.</summary>
public sealed partial class ModuleMapTests
{
    private static readonly SortedDictionary<string, string[]> Map = new(StringComparer.Ordinal)
    {
        ["Platform"] = [],
        ["Staff"] = ["Platform"],
        ["Api"] = ["Platform", "Staff"],
        ["Readers"] = ["Platform"],
        ["Community"] = ["Platform"],
        ["Images"] = ["Api", "Platform", "Staff"],
        ["Paper"] = ["Api", "Platform", "Staff"],
        ["Stories"] = ["Api", "Community", "Images", "Paper", "Platform", "Readers", "Staff"],
        ["StaticPages"] = ["Api", "Platform", "Staff", "Stories"],
        ["Front"] = ["Api", "Platform", "Staff", "Stories"],
        ["Outlets"] = ["Community", "Front", "Images", "Paper", "Platform", "Readers", "StaticPages", "Stories"],
        ["Demo"] = ["Api", "Front", "Images", "Paper", "Platform", "Staff", "StaticPages", "Stories"],
        ["Copies"] = ["Community", "Front", "Images", "Outlets", "Paper", "Platform", "StaticPages", "Stories"],
        ["Newsroom"] = ["Outlets", "Platform", "Readers", "Staff"],
        ["Commands"] = ["Copies", "Demo", "Newsroom", "Outlets", "Paper", "Platform", "Site", "Staff", "Stories"],
        ["Site"] = ["Api", "Front", "Images", "Newsroom", "Outlets", "Paper", "Platform", "Readers", "StaticPages", "Stories"],
    };

    private static readonly Lazy<SortedDictionary<string, SortedDictionary<string, string>>> Real = new(Read);

    [Fact]
    public void A_module_uses_only_those_that_the_map_allows()
    {
        var wrong = Real.Value.SelectMany(user => user.Value.Where(used => !Map.GetValueOrDefault(user.Key, []).Contains(used.Key)).Select(used => $"{user.Key} → {used.Key}: {used.Value}"));
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public void The_map_allows_nothing_that_no_module_needs()
    {
        var idle = Map.SelectMany(user => user.Value.Where(used => !Real.Value.GetValueOrDefault(user.Key, []).ContainsKey(used)).Select(used => $"{user.Key} → {used}"));
        Assert.True(!idle.Any(), string.Join('\n', idle));
    }

    [Fact]
    public void No_modules_use_each_other_in_a_circle()
    {
        var left = Map.ToDictionary(m => m.Key, m => m.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        while (left.FirstOrDefault(m => !m.Value.Overlaps(left.Keys)).Key is { } free)
        {
            left.Remove(free);
        }

        Assert.Empty(left.Keys);
    }

    [Fact]
    public void ARCHITECTURE_shows_the_same_map()
    {
        var shown = Row().Matches(Repository.Read("ARCHITECTURE.md"))
            .ToDictionary(row => row.Groups["user"].Value, row => Module().Matches(row.Groups["used"].Value).Select(m => m.Value).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        Assert.Equal(Map.Keys, shown.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(Map, m => Assert.Equal(m.Value, shown[m.Key]));
    }

    private static SortedDictionary<string, SortedDictionary<string, string>> Read()
    {
        var real = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var type in new ArchLoader().LoadAssembly(typeof(Site).Assembly).Build().Types)
        {
            foreach (var dependency in type.Dependencies)
            {
                if (ModuleOf(type) is { } user && ModuleOf(dependency.Target) is { } used && user != used)
                {
                    real.TryAdd(user, new(StringComparer.Ordinal));
                    real[user].TryAdd(used, $"{type.FullName} uses {dependency.Target.FullName}");
                }
            }
        }

        return real;
    }

    // The compiled models are written by a tool and know every entity, as the migrations do.
    private static string? ModuleOf(IType type) => type.FullName.StartsWith("Broadsheet.Platform.Database.Models.", StringComparison.Ordinal) ? null : OurType().Match(type.FullName) is { Success: true } ours ? ours.Groups["module"].Value : null;

    [GeneratedRegex(@"^Broadsheet\.(?<module>[A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OurType();

    [GeneratedRegex(@"^\| `(?<user>[A-Z][A-Za-z]+)` \|.*\| (?<used>[^|]*) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("[A-Z][A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Module();
}
