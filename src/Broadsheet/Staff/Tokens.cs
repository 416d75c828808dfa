using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Staff;

/// <summary>Makes and revokes API tokens.</summary>
public sealed class Tokens(BroadsheetDb db, TimeProvider time)
{
    /// <summary>Makes a token.</summary>
    /// <returns>The token itself, which is kept nowhere.</returns>
    /// <exception cref="Invalid">The name is empty, too long, or no plain line of text.</exception>
    /// <exception cref="Refused">A token of that name works.</exception>
    public Task<string> Create(string name, Role role, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async cancel =>
        {
            var faults = new Faults();
            var kept = faults.Line("name", name, 100, required: true);
            faults.ThrowIfAny();
            if (await db.ApiTokens.AnyAsync(t => t.Name == kept && t.RevokedAt == null, cancel))
            {
                throw new Refused($"There is a token “{kept}” already. Revoke it first, or choose another name.");
            }

            var (token, row) = ApiToken.Make(kept, role, time.Now());
            db.ApiTokens.Add(row);
            db.Record(actor, "token.created", row.Id.ToString(), time.Now(), after: new { name = kept, role });
            await db.SaveChangesAsync(cancel);
            return token;
        },
        cancellation);

    /// <exception cref="Refused">There is no such token, or it was revoked before.</exception>
    public Task Revoke(string name, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async cancel =>
        {
            var row = await db.ApiTokens.SingleOrDefaultAsync(t => t.Name == name && t.RevokedAt == null, cancel) ?? throw new Refused($"No token “{name}” is in use.");
            row.RevokedAt = time.Now();
            db.Record(actor, "token.revoked", row.Id.ToString(), time.Now());
            await db.SaveChangesAsync(cancel);
        },
        cancellation);
}
