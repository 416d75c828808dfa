using System.Security.Cryptography;
using System.Text;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Readers;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Newsroom;

/// <summary>
/// The way into a site that nobody works at yet. Its secret follows from the key in the data folder, so that every start and every node prints the same link, and it ends with the first account.
/// </summary>
public sealed class SetUpLink(ClassKey key, Settings settings)
{
    private readonly string _secret = Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, "newsroom set-up"u8));

    public Uri Address => new(settings.Url, $"/newsroom/set-up/{_secret}");

    public bool Opens(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(_secret));

    /// <summary>Whether the site still waits to be set up.</summary>
    public static async Task<bool> IsWaiting(BroadsheetDb db, CancellationToken cancellation) => !await db.Staff.AnyAsync(cancellation);
}
