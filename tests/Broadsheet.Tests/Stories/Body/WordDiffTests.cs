using System.Diagnostics;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("The dam has six gates.", "The dam has five gates.", "The dam has [-six][+five] gates.")]
    [InlineData("It broke.", "It broke, he said.", "It broke[+, he said].")]
    [InlineData("In the end it was then the way it ended, all of us say", "In the end we went on the path they chose, all of us say", "In the end [-it was then the way it ended][+we went on the path they chose], all of us say")]
    [InlineData("Same.", "Same.", "Same.")]
    [InlineData("", "New.", "[+New.]")]
    [InlineData("1,000 people", "1,100 people", "[-1,000][+1,100] people")]
    [InlineData("don’t go", "do go", "[-don’t][+do] go")]
    [InlineData("水坝有六个闸门。", "水坝有五个闸门。", "水坝有[-六][+五]个闸门。")]
    [InlineData("السد له ستة أبواب", "السد له خمسة أبواب", "السد له [-ستة][+خمسة] أبواب")]
    [InlineData("a 👩‍👩‍👧 b", "a 👩‍👩‍👦 b", "a [-👩‍👩‍👧][+👩‍👩‍👦] b")]
    public void A_change_is_shown_by_words(string before, string after, string shown) => Assert.Equal(shown, Shown(WordDiff.Between(before, after)));

    [Fact]
    public void Paragraphs_that_came_went_or_changed_are_told_apart()
    {
        var diff = WordDiff.Between(
            "The first paragraph stays.\n\nThe second paragraph says six gates.\n\nThis one goes away entirely.",
            "Quite new words stand here now.\n\nThe first paragraph stays.\n\nThe second paragraph says five gates.");

        Assert.Equal([ChangeKind.Added, ChangeKind.Same, ChangeKind.Changed, ChangeKind.Removed], diff.Blocks.Select(b => b.Kind));
        Assert.True(diff.HasChanges);
    }

    [Fact]
    public void Blocks_are_paired_by_id_before_likeness()
    {
        var diff = WordDiff.Between([Text("a", "all of this is rewritten"), Text("b", "kept words")], [Text("a", "nothing here was kept"), Text("b", "kept words")]);

        Assert.Equal([ChangeKind.Changed, ChangeKind.Same], diff.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void Blocks_with_new_ids_are_paired_by_likeness()
    {
        var diff = WordDiff.Between(
            [Text("a", "The minister spoke on Thursday in the Assembly"), Text("b", "Nobody was killed in the valley that night")],
            [Text("c", "The minister spoke on Friday in the Assembly"), Text("d", "Nobody was hurt in the valley that night")]);

        Assert.Equal("The minister spoke on [-Thursday][+Friday] in the Assembly|Nobody was [-killed][+hurt] in the valley that night", Shown(diff));
    }

    [Fact]
    public void A_block_that_moved_is_removed_and_added()
    {
        var diff = WordDiff.Between([Text("a", "one"), Text("b", "two"), Text("c", "three")], [Text("b", "two"), Text("c", "three"), Text("a", "one")]);

        Assert.Equal([ChangeKind.Removed, ChangeKind.Same, ChangeKind.Same, ChangeKind.Added], diff.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void A_picture_or_a_link_that_changed_is_a_change_without_words()
    {
        var linked = new Paragraph("b", [new TextRun("two", new Marks(Link: new LinkMark("/x", null)))]);
        var diff = WordDiff.Between(
            [new Figure("a", Guid.NewGuid(), "A dam", null, FigureSize.Wide), Text("b", "two")],
            [new Figure("a", Guid.NewGuid(), "A dam", null, FigureSize.Wide), linked]);

        Assert.Equal([(ChangeKind.Changed, false), (ChangeKind.Changed, false)], diff.Blocks.Select(b => (b.Kind, b.ChangesWords)));
        Assert.Same(linked, diff.Blocks[1].After);
    }

    [Fact]
    public void What_is_far_from_a_change_is_skipped()
    {
        var before = string.Join(' ', Enumerable.Range(1, 40)) + "\n\nuntouched";
        var diff = WordDiff.Between(before, before.Replace("20", "twenty", StringComparison.Ordinal)).Collapsed(context: 3);

        Assert.Equal("{1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }17 18 19 [-20][+twenty] 21 22 23{ 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40}", Shown(diff));
    }

    [Fact]
    public void Both_texts_can_be_had_back() => Gen.Select(Generators.Text.Array[0, 12], Gen.Int[0, 12], Generators.Text).Sample(
        (pieces, at, other) =>
        {
            var before = string.Join(' ', pieces);
            var after = string.Join(' ', pieces.Take(at).Append(other).Concat(pieces.Skip(at + 1)));

            var diff = WordDiff.Between(before, after);

            Assert.Equal((before, after), (diff.Before, diff.After));
            Assert.Equal(!string.Equals(before, after, StringComparison.Ordinal), diff.HasChanges);
        },
        iter: 2000);

    [Fact]
    public void Both_versions_of_a_document_can_be_had_back() => Gen.Select(Generators.Documents, Generators.Documents, Gen.Bool.Array[10, 10]).Sample(
        (one, other, takes) =>
        {
            var mixed = one.Blocks.Where((_, i) => takes[i % 10]).Concat(other.Blocks).Concat(one.Blocks.Where((_, i) => !takes[i % 10])).ToArray();

            var diff = WordDiff.Between(one.Blocks, mixed);

            Assert.Equal(string.Join("\n\n", one.Blocks.Select(PlainText.Of)), diff.Before);
            Assert.Equal(string.Join("\n\n", mixed.Select(PlainText.Of)), diff.After);
            Assert.Equal(diff.Collapsed(2).Blocks.Select(b => string.Concat(b.Runs.Select(r => r.Text))), diff.Blocks.Where(b => b.Kind is not ChangeKind.Same).Select(b => string.Concat(b.Runs.Select(r => r.Text))), StringComparer.Ordinal);
        },
        iter: 500);

    [Theory]
    [InlineData(100, "a", "b")]
    [InlineData(100_000, "a", "b")]
    [InlineData(100_000, "same", "same")]
    [InlineData(40, "x", "x")]
    public void Texts_with_nothing_in_common_are_compared_in_bounded_time(int wordsInParagraph, string one, string other)
    {
        string Long(string word) => string.Join("\n\n", Enumerable.Range(0, 100_000).Chunk(wordsInParagraph).Select(c => string.Join(' ', c.Select(i => $"{word}{(i * 7919L) % (word.Length == 1 ? 100_003 : 17)}"))));
        var (before, after) = (Long(one), Long(other) + " end");
        var watch = Stopwatch.StartNew();

        var diff = WordDiff.Between(before, after);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.True(diff.HasChanges);
    }

    private static Paragraph Text(string id, string text) => new(id, [new TextRun(text, Marks.None)]);

    private static string Shown(WordDiff diff) => string.Join('|', diff.Blocks.Select(b => string.Concat(b.Runs.Select(r => r.Kind switch
    {
        RunKind.Same => r.Text,
        RunKind.Removed => $"[-{r.Text}]",
        RunKind.Added => $"[+{r.Text}]",
        RunKind.Skipped => $"{{{r.Text}}}",
        _ => throw new InvalidOperationException($"Unknown run {r.Kind}."),
    }))));
}
