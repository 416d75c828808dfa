using System.Text;
using Broadsheet.Stories.Body;
using Broadsheet.Tests.Support;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Stories.Body;

public sealed class DocumentReaderProperties
{
    private static readonly DocumentReader Reader = new(Random.Shared);

    [Fact]
    public void What_is_written_is_read_back_the_same() => Generators.Documents.Sample(
        document =>
        {
            var reading = Reader.Read(DocumentWriter.ToUtf8(document));
            Assert.Empty(reading.Faults);
            Assert.Equal(Described.In(document), Described.In(reading.Document));
        },
        iter: 1000);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(
        bytes => Assert.Equal(Reader.Read(bytes).IsSound, Reader.Read(bytes).Faults.Count is 0),
        iter: 20_000);

    [Fact]
    public void A_document_with_some_bytes_changed_is_read_or_refused() =>
        Gen.Select(Generators.Documents, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 4], (document, changes) => (document, changes)).Sample(
            (document, changes) =>
            {
                var bytes = DocumentWriter.ToUtf8(document);
                foreach (var (at, with) in changes)
                {
                    bytes[(int)(at * (bytes.Length - 1))] = with;
                }

                AssertReadOrRefused(Reader.Read(bytes));
            },
            iter: 2000);

    [Fact]
    public void A_document_with_pieces_moved_is_read_or_refused() =>
        Gen.Select(Generators.Documents, Gen.OneOf("\\ud800", "null", "{}", "[]", "\"attrs\":{\"\\udfff\":1},", "1e999", "-1", "\"type\":\"doc\",", "true"), Gen.Double[0, 1], (document, piece, at) => (document, piece, at)).Sample(
            (document, piece, at) =>
            {
                var json = DocumentWriter.ToJson(document);
                var between = (int)(at * json.Length);
                AssertReadOrRefused(Reader.Read(json.Insert(between, piece)));
                var start = json.IndexOfAny([':', ','], between);
                if (start >= 0 && json.IndexOfAny([',', '}', ']'], start + 1) is > 0 and var end)
                {
                    AssertReadOrRefused(Reader.Read(json[..(start + 1)] + piece + json[end..]));
                }
            },
            iter: 2000);

    /// <summary>What was read must also be written and read again: nothing sound is unfit to keep.</summary>
    private static void AssertReadOrRefused(DocumentReading reading)
    {
        if (reading.IsSound)
        {
            var again = Reader.Read(DocumentWriter.ToUtf8(reading.Document));
            Assert.Equal(Described.In(reading.Document), Described.In(again.Document));
        }
        else
        {
            Assert.NotEmpty(reading.Faults);
            Assert.All(reading.Faults, f => Assert.StartsWith("body", f.Place, StringComparison.Ordinal));
            Assert.True(reading.Faults.Count <= BodyLimits.Faults);
            Assert.True(Encoding.UTF8.GetByteCount(string.Concat(reading.Faults.Select(f => f.Sentence))) < 20_000);
        }
    }
}
