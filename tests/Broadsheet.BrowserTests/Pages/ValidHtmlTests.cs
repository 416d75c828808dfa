using System.Globalization;
using Broadsheet.Tests.Checks;
using Broadsheet.Tests.Newspaper;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Pages;

public sealed class ValidHtmlTests(Courier courier)
{
    [Theory]
    [InlineData(Courier.Default)]
    [InlineData(Courier.Evening)]
    public async Task Every_kind_of_page_is_valid_HTML(string theme)
    {
        var site = await courier.Site(theme);
        var reader = site.Reader();
        using var folder = new TestFolder();
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in Courier.KindsWithLite)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{addresses.Count:00}.html");
            using var answer = await reader.GetAsync(kind.Path, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(folder.File(name), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            addresses.Add(name, kind.Path);
        }

        var (code, output, error) = await OtherProgram.Run("node", ["node_modules/html-validate/bin/html-validate.mjs", "--config", "html-validate.json", "--formatter", "text", folder.Path]);
        Assert.True(code == 0, addresses.Aggregate(output + error, (text, page) => text.Replace(folder.File(page.Key), page.Value, StringComparison.Ordinal)));
    }
}
