using System.Reflection;
using Broadsheet.Outlets.Themes;
using Broadsheet.Outlets.Themes.Views;
using Xunit;

namespace Broadsheet.Tests.Outlets.Themes;

public sealed class ThemeDocumentTests
{
    public static TheoryData<Type> ViewModels =>
        [.. typeof(PageView).Assembly.GetTypes().Where(t => t.Namespace == typeof(PageView).Namespace && t is { IsPublic: true, IsAbstract: false })];

    [Theory]
    [MemberData(nameof(ViewModels))]
    public void Every_property_of_every_view_model_is_documented_with_its_meaning(Type view)
    {
        var section = Document().Split($"\n## {view.Name}\n") is [_, var rest] ? rest.Split("\n## ")[0] : "";
        Assert.All(
            view.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            p => Assert.Matches($@"\| `{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}` \| [^|]+ \| \S", section));
    }

    [Fact]
    public void Every_template_is_documented() =>
        Assert.All(PageKinds.ByTemplate, k => Assert.Contains($"| `{k.Key}` | {k.Value.Name} |", Document(), StringComparison.Ordinal));

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Broadsheet.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "themes.md"));
    }
}
