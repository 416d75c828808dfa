using Broadsheet.Platform.Database;
using Xunit;

namespace Broadsheet.Tests.Platform.Database;

public sealed class DatabaseAddressTests
{
    [Fact]
    public void The_name_of_a_file_is_its_path() => Assert.Equal($"SQLite {Path.Combine("/srv", "broadsheet.db")}", DatabaseAddress.InFolder("/srv").Name);

    [Fact]
    public void A_folder_may_have_any_name() => Assert.Equal($"SQLite {Path.Combine("/srv/a;b=c 'd", "broadsheet.db")}", DatabaseAddress.InFolder("/srv/a;b=c 'd").Name);

    [Fact]
    public void Sessions_say_whose_they_are() => Assert.Contains("Application Name=broadsheet", DatabaseAddress.Parse("Host=db;Database=paper").ConnectionString, StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=db;Database=paper;Passwort=geheim")]
    [InlineData("Host=db;Port=many;Database=paper")]
    [InlineData("paper")]
    [InlineData("Host=db")]
    public void What_is_no_connection_string_is_told_in_a_sentence_without_its_secrets(string text)
    {
        var message = Assert.Throws<ArgumentException>(() => DatabaseAddress.Parse(text)).Message;
        Assert.StartsWith("Database ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
    }
}
