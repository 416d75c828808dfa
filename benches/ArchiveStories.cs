using System.Globalization;
using System.Text.Json;
using Broadsheet.Stories;

namespace Broadsheet.Bench;

/// <summary>The stories of an <see cref="Archive"/> by number, the oldest first. The same number is always the same story.</summary>
internal sealed class ArchiveStories(IReadOnlyList<Guid> images)
{
    public const int Topics = 600;
    public const int Authors = 300;
    private const int Seed = 20261123;
    private const double Flattened = 4;

    /// <summary>Sections, the largest first; each has one nested in it.</summary>
    public static readonly string[] Sections = ["world", "economy", "city", "culture", "science", "sport", "opinion", "travel"];

    /// <summary>The name of an author; 0 signs most.</summary>
    public static string Author(int number) => string.Create(CultureInfo.InvariantCulture, $"{Capital(InventedLanguage.Latin.Word(3000 + number))} {Capital(InventedLanguage.Umlauts.Word(3000 + number))}");

    /// <summary>The name of a topic; most stories are about 0.</summary>
    public static string Topic(int number) => $"The {InventedLanguage.Latin.Word(4000 + number)}";

    /// <summary>The slug of the section that is nested in another.</summary>
    public static string Nested(string section) => section + "-desk";

    public static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"story-{number}");

    /// <summary>Where a story stands.</summary>
    public static string PathOf(int number) => $"/{SectionOf(Random(number))}/{Slug(number)}";

    public StoryInput Story(int number)
    {
        var random = Random(number);
        var section = SectionOf(random);
        var language = random.Next(100) switch { < 70 => InventedLanguage.Latin, < 82 => InventedLanguage.Umlauts, < 91 => InventedLanguage.Arabic, _ => InventedLanguage.Chinese };
        var isGuarded = random.Next(100) < 4;
        return new StoryInput
        {
            Headline = new(Capital(language.Words(random, random.Next(5, 11), rarest: 20))),
            Standfirst = new(language.Prose(random, random.Next(10, 25))),
            Section = new(section),
            Slug = new(Slug(number)),
            Authors = new([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Author(Skewed(random, Authors))).Distinct(StringComparer.Ordinal)]),
            Topics = new([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Topic(Skewed(random, Topics))).Distinct(StringComparer.Ordinal)]),
            Dateline = new("OSMERE"),
            Language = new(language == InventedLanguage.Latin ? null : language.Tag),
            Access = new(isGuarded ? "members" : "public"),
            LeadImage = new(random.Next(10) < 8 ? images[random.Next(images.Count)] : null),
            Body = new(Body(random, language, isGuarded)),
        };
    }

    /// <summary>What becomes of a story after it was published.</summary>
    public static Fate FateOf(int number) => new Random(Seed ^ (number * 31)).Next(1000) switch { < 5 => Fate.Withdrawn, < 20 => Fate.Corrected, < 30 => Fate.Changed, _ => Fate.Stays };

    private static Random Random(int number) => new(Seed + number);

    private static string SectionOf(Random random)
    {
        var top = Sections[Skewed(random, Sections.Length)];
        return random.Next(4) == 0 ? Nested(top) : top;
    }

    private JsonElement Body(Random random, InventedLanguage language, bool isGuarded)
    {
        var blocks = new List<object>();
        var paragraphs = random.Next(4, 9);
        for (var i = 0; i < paragraphs; i++)
        {
            if (isGuarded && i == 2)
            {
                blocks.Add(new { type = "gate", attrs = new { id = "gate" } });
            }

            if (i == 3)
            {
                blocks.Add(new { type = "heading", attrs = new { id = "heading", level = 2 }, content = new object[] { new { type = "text", text = language.Words(random, 4) } } });
            }

            blocks.Add(new
            {
                type = "paragraph",
                attrs = new { id = string.Create(CultureInfo.InvariantCulture, $"p{i}") },
                content = new object[]
                {
                    new { type = "text", text = language.Prose(random, random.Next(20, 45)) + " " },
                    new { type = "text", text = language.Words(random, 3), marks = new object[] { new { type = "link", attrs = new { href = "https://example.org/document" } } } },
                    new { type = "text", text = " " + language.Prose(random, 5) },
                },
            });
            if (i == 1 && random.Next(5) == 0)
            {
                blocks.Add(new { type = "figure", attrs = new { id = "figure", image = images[random.Next(images.Count)], size = "column" } });
            }
        }

        return JsonSerializer.SerializeToElement(new { type = "doc", content = blocks });
    }

    // The first are drawn most: the largest of 600 topics is named by a twentieth of all.
    private static int Skewed(Random random, int count) => Math.Min(count - 1, (int)((Flattened * Math.Pow((count + Flattened) / Flattened, random.NextDouble())) - Flattened));

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>What becomes of a story after it was published.</summary>
internal enum Fate
{
    Stays,
    Corrected,
    Changed,
    Withdrawn,
}
