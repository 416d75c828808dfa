using Broadsheet.Platform.Text;
using Xunit;

namespace Broadsheet.Tests.Platform.Text;

public sealed class PluralsTests
{
    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("de", 2, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr-CA", 2, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("he", 2, "two")]
    [InlineData("he", 20, "other")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 12, "many")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 11, "many")]
    [InlineData("cs", 3, "few")]
    [InlineData("ja", 1, "other")]
    public void A_number_takes_the_plural_of_its_language(string language, int count, string form) => Assert.Equal(form, Plurals.Form(language, count));
}
