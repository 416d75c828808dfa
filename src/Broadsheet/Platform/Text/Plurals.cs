namespace Broadsheet.Platform.Text;

/// <summary>Which plural a whole number takes in a language (Unicode CLDR 46, cardinal rules).</summary>
public static class Plurals
{
    /// <summary><c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Form(string language, int count) => language.Split('-')[0] switch
    {
        "ar" => Arabic(count),
        "fr" or "pt" => count is 0 or 1 ? "one" : "other",
        "he" => count is 1 ? "one" : count is 2 ? "two" : "other",
        "pl" => Polish(count),
        "ru" or "uk" or "be" => Slavic(count),
        "cs" or "sk" => count is 1 ? "one" : count is >= 2 and <= 4 ? "few" : "other",
        "ja" or "zh" or "ko" or "th" or "vi" or "id" => "other",
        _ => count is 1 ? "one" : "other",
    };

    private static string Arabic(int count) => (count, count % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => "other",
    };

    private static string Polish(int count) =>
        count is 1 ? "one" : IsFew(count) ? "few" : "many";

    private static string Slavic(int count) =>
        count % 10 is 1 && count % 100 is not 11 ? "one" : IsFew(count) ? "few" : "many";

    private static bool IsFew(int count) => count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14);
}
