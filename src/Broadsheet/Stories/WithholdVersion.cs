using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Keeps a published version from readers for a court or a person's right, and shows it again when that ends.</summary>
public sealed class WithholdVersion(BroadsheetDb db, TimeProvider time)
{
    /// <exception cref="Refused">The version is already withheld.</exception>
    public Task<Withholding> Withhold(Story story, Publication version, WithholdingGround ground, string reason, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            if (await db.Withholdings.AnyAsync(w => w.PublicationId == version.Id && w.LiftedAt == null, token))
            {
                throw new Refused("This version is already withheld.");
            }

            var now = time.Now();
            var withholding = new Withholding { PublicationId = version.Id, Ground = ground, Reason = reason, At = now, By = actor.Name };
            db.Withholdings.Add(withholding);
            story.IsWithheld |= version.Number == story.LiveNumber;
            await Tell(story, version, "story.versionWithheld", new { version = version.Number, ground, reason }, actor, token);
            return withholding;
        },
        cancellation);

    /// <exception cref="Refused">The version is not withheld.</exception>
    public Task Lift(Story story, Publication version, Actor actor, CancellationToken cancellation) => db.InTransaction(
        async token =>
        {
            var now = time.Now();
            if (await db.Withholdings.Where(w => w.PublicationId == version.Id && w.LiftedAt == null).ExecuteUpdateAsync(set => set.SetProperty(w => w.LiftedAt, now), token) == 0)
            {
                throw new Refused("This version is not withheld.");
            }

            story.IsWithheld &= version.Number != story.LiveNumber;
            await Tell(story, version, "story.versionShown", new { version = version.Number }, actor, token);
        },
        cancellation);

    private async Task Tell(Story story, Publication version, string act, object after, Actor actor, CancellationToken cancellation)
    {
        db.Outbox.Add(OutboxMessage.Of(new VersionWithheld(story.Id, version.Number), time.Now()));
        db.Record(actor, act, story.Id.ToString(), time.Now(), after: after);
        await db.SaveChangesAsync(cancellation);
        await db.RevokeEverywhere(story, cancellation);
    }
}
