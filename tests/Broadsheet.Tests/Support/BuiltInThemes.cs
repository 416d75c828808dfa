using Broadsheet.Outlets.Themes;
using Broadsheet.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(BuiltInThemes))]

namespace Broadsheet.Tests.Support;

/// <summary>The themes that come with the program, loaded once for all sites of the suite.</summary>
public sealed class BuiltInThemes
{
    public ThemeCatalog Catalog { get; } = new(ThemeCatalog.BuiltInFolder, own: null);
}
