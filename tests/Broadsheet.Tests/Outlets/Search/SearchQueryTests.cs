using Broadsheet.Outlets.Search;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Outlets.Search;

public sealed class SearchQueryTests
{
    [Fact]
    public void Any_string_is_a_query_of_sixteen_words_at_most() =>
        Gen.String.Sample(text =>
        {
            var query = SearchQuery.Read(text);
            return query.All.Concat(query.None).Sum(t => t.Spellings[0].Split(' ').Length) <= 16;
        });

    [Fact]
    public void Quotes_keep_words_together_and_a_minus_leaves_one_out()
    {
        var query = SearchQuery.Read("dam “three gates” -ferry -\"old bridge\" well-known");
        Assert.Equal(["dam", "three gates", "well known"], query.All.Select(t => t.Spellings[0]));
        Assert.Equal(["ferry", "old bridge"], query.None.Select(t => t.Spellings[0]));
    }

    [Fact]
    public void Who_only_says_what_it_is_not_looks_for_that() => Assert.Equal("dam", Assert.Single(SearchQuery.Read("-dam").All).Spellings[0]);
}
