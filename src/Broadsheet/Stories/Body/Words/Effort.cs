namespace Broadsheet.Stories.Body.Words;

/// <summary>How many steps one comparison may still take: some tenths of a second in all.</summary>
internal sealed class Effort
{
    private long _left = 30_000_000;

    public bool IsSpent => _left <= 0;

    public void Spend(long steps) => _left -= steps;
}
