using System.Net.Mail;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Staff;

/// <summary>Makes accounts of the newsroom and one-time links into them.</summary>
public sealed class StaffAccounts(BroadsheetDb db, TimeProvider time)
{
    /// <summary>Where a one-time link leads.</summary>
    public static Uri LinkFor(Uri site, string secret) => new(site, $"/newsroom/sign-in/{secret}");

    /// <summary>Makes an account.</summary>
    /// <returns>The secret of its one-time link.</returns>
    /// <exception cref="Invalid">That is no address.</exception>
    /// <exception cref="Refused">There is such an account.</exception>
    public Task<string> Add(string email, Role role, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var address = Checked(email);
            if (await Find(address, token) is not null)
            {
                throw new Refused($"{address} has an account already. “broadsheet staff reset {address}” makes a new sign-in link.");
            }

            var now = time.Now();
            var member = new StaffMember
            {
                Id = Guid.CreateVersion7(),
                Name = address,
                Role = role,
                CreatedAt = now,
                Email = address,
                NormalizedEmail = address.ToUpperInvariant(),
                UserName = address,
                NormalizedUserName = address.ToUpperInvariant(),
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            db.Staff.Add(member);
            var (secret, link) = StaffLink.Make(member.Id, now);
            db.StaffLinks.Add(link);
            db.Record(actor, "staff.added", member.Id.ToString(), now, after: new { email = address, role });
            await db.SaveChangesAsync(token);
            return secret;
        },
        cancellation);

    /// <summary>Makes a new link; earlier ones no longer work.</summary>
    /// <exception cref="Refused">There is no such account, or it is closed.</exception>
    public Task<string> Reset(string email, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var address = Checked(email);
            var member = await Find(address, token) ?? throw new Refused($"There is no account for {address}.");
            if (member.ClosedAt is not null)
            {
                throw new Refused($"The account of {address} is closed.");
            }

            var now = time.Now();
            await db.StaffLinks.Where(l => l.StaffId == member.Id && l.UsedAt == null && l.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, now), token);
            var (secret, link) = StaffLink.Make(member.Id, now);
            db.StaffLinks.Add(link);
            db.Record(actor, "staff.reset", member.Id.ToString(), now);
            await db.SaveChangesAsync(token);
            return secret;
        },
        cancellation);

    private Task<StaffMember?> Find(string address, CancellationToken cancellation)
    {
        var key = address.ToUpperInvariant();
        return db.Staff.AsNoTracking().SingleOrDefaultAsync(m => m.NormalizedEmail == key, cancellation);
    }

    private static string Checked(string email) =>
        email.Length <= 254 && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email ? email : throw new Invalid("email", $"“{email}” is no mail address.");
}
