using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Broadsheet.Tests.Checks;
using Broadsheet.Tests.Newspaper;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Outlets;

public sealed class SitemapSchemaTests(Courier courier)
{
    private static readonly XName Location = XName.Get("loc", "http://www.sitemaps.org/schemas/sitemap/0.9");

    [Fact]
    public async Task The_index_and_every_file_that_it_names_and_the_news_are_as_their_schemas_say()
    {
        var site = await courier.Site();
        var index = await Valid(site, "/sitemap.xml", "Outlets/sitemap-index.xsd");
        var files = index.Descendants(Location).Select(l => new Uri(l.Value).PathAndQuery).ToList();
        Assert.Equal(["/sitemap-pages.xml", "/sitemap-2026-11.xml"], files);
        foreach (var file in files)
        {
            Assert.True((await Valid(site, file, "node_modules/sitemap/schema/sitemap.xsd")).Descendants(Location).Count() > 10);
        }

        Assert.True((await Valid(site, "/sitemap-news.xml", "node_modules/sitemap/schema/sitemap.xsd", "Outlets/sitemap-news.xsd")).Descendants(Location).Count() > 30);
    }

    private static async Task<XDocument> Valid(TestSite site, string path, params string[] schemas)
    {
        using var reader = site.Reader();
        var document = XDocument.Parse(await reader.GetStringAsync(path, TestContext.Current.CancellationToken));
        var set = new XmlSchemaSet();
        foreach (var schema in schemas)
        {
            using var xml = XmlReader.Create(Path.Combine(OtherProgram.Folder, schema));
            set.Add(null, xml);
        }

        var faults = new List<string>();
        document.Validate(set, (_, fault) => faults.Add($"{path}: {fault.Message}"));
        Assert.Empty(faults);
        return document;
    }
}
