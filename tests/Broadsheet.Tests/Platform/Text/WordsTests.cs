using Broadsheet.Platform.Text;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class WordsTests
{
    private static readonly Words English = new("en", new Dictionary<string, string>(StringComparer.Ordinal) { ["before"] = "Before", ["after"] = "After" });

    private static readonly Words German = new("de", new Dictionary<string, string>(StringComparer.Ordinal) { ["before"] = "Vorher" }, English);

    [Theory]
    [InlineData("before", "Vorher")]
    [InlineData("after", "After")]
    [InlineData("readOn", "readOn")]
    public void A_missing_label_is_shown_in_English_and_failing_that_as_its_key(string key, string expected) => Assert.Equal(expected, German[key]);
}
