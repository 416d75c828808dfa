using Broadsheet.Api;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Time;
using Broadsheet.Platform.Web;
using Broadsheet.Staff;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Stories;

/// <summary>Topics: made by naming them in a story, described here. Their addresses stay.</summary>
public static class TopicEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/topics", List).Allow(StoryRules.MayRead);
        api.MapPost("/topics", Create).Allow(StoryRules.MayWrite);
        api.MapGet("/topics/{id:guid}", Get).Allow(StoryRules.MayRead);
        api.MapPatch("/topics/{id:guid}", Change).Allow(StoryRules.MayArrange);
        api.MapDelete("/topics/{id:guid}", Delete).Allow(StoryRules.MayArrange);
    }

    /// <summary>Lists topics, newest first.</summary>
    internal static async Task<ListOf<TopicResource>> List(BroadsheetDb db, Paging paging, CancellationToken cancellation)
    {
        var topics = db.Topics.AsNoTracking();
        if (paging.After is { } after)
        {
            topics = topics.Where(t => t.Id.CompareTo(after) < 0);
        }

        return paging.Cut(await topics.OrderByDescending(t => t.Id).Take(paging.Limit + 1).ToListAsync(cancellation), t => t.Id, Show);
    }

    /// <summary>Makes a topic.</summary>
    internal static async Task<CreatedAnswer<TopicResource>> Create(Body<TopicInput> body, BroadsheetDb db, Names names, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        var input = body.Value;
        var faults = new Faults();
        var name = faults.Line("name", input.Name.Value, StoryLimits.Name, required: true);
        var description = faults.OptionalText("description", input.Description.Value, 1000);
        if (name.Length > 0 && await db.Topics.AnyAsync(t => t.NameKey == Plain.Key(name), cancellation))
        {
            faults.Add("name", $"There is a topic “{name}” already.");
        }

        faults.ThrowIfAny();
        var topic = await db.InTransaction(
            async token =>
            {
                var id = (await names.Topics([name], token))[0];
                var made = await db.Topics.SingleAsync(t => t.Id == id, token);
                made.Description = description;
                db.Record(actor, "topic.created", id.ToString(), time.Now(), after: new { name });
                await db.SaveChangesAsync(token);
                return made;
            },
            cancellation);
        return Answers.Created($"/api/v1/topics/{topic.Id}", Show(topic), topic.Version);
    }

    /// <summary>Shows a topic.</summary>
    internal static async Task<OkAnswer<TopicResource>?> Get(Guid id, BroadsheetDb db, CancellationToken cancellation) =>
        await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellation) is { } topic ? Answers.Ok(Show(topic), topic.Version) : null;

    /// <summary>Renames or describes a topic; its address stays.</summary>
    internal static async Task<OkAnswer<TopicResource>?> Change(Guid id, HttpRequest request, Body<TopicInput> body, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Topics.SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } topic)
        {
            return null;
        }

        request.RequireMatch(topic);
        var input = body.Value;
        var before = new { topic.Name, topic.Description };
        var faults = new Faults();
        if (input.Name.IsGiven)
        {
            topic.Name = faults.Line("name", input.Name.Value, StoryLimits.Name, required: true);
            topic.NameKey = Plain.Key(topic.Name);
            if (await db.Topics.AnyAsync(t => t.NameKey == topic.NameKey && t.Id != id, cancellation))
            {
                faults.Add("name", $"There is a topic “{topic.Name}” already.");
            }
        }

        topic.Description = input.Description.IsGiven ? faults.OptionalText("description", input.Description.Value, 1000) : topic.Description;
        faults.ThrowIfAny();
        await db.InTransaction(
            async token =>
            {
                if (topic.Name != before.Name)
                {
                    db.Outbox.Add(OutboxMessage.Of(new TopicRenamed(id), time.Now()));
                }

                db.Record(actor, "topic.changed", id.ToString(), time.Now(), before, new { topic.Name, topic.Description });
                await db.SaveChangesAsync(token);
                db.Refresh(StoryTags.Topic(id));
            },
            cancellation);
        return Answers.Ok(Show(topic), topic.Version);
    }

    /// <summary>Deletes a topic that no story is about.</summary>
    internal static async Task<NoContent?> Delete(Guid id, BroadsheetDb db, TimeProvider time, Actor actor, CancellationToken cancellation)
    {
        if (await db.Topics.SingleOrDefaultAsync(t => t.Id == id, cancellation) is not { } topic)
        {
            return null;
        }

        if (await db.StoryTopics.AnyAsync(t => t.TopicId == id, cancellation) || await db.Stories.AnyAsync(s => db.Set<Revision>().Any(r => r.Id == s.DraftId && r.TopicIds.Contains(id)), cancellation))
        {
            throw new Refused("Stories are about this topic.");
        }

        db.Topics.Remove(topic);
        db.Record(actor, "topic.deleted", id.ToString(), time.Now(), new { topic.Name });
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static TopicResource Show(Topic topic) => new(topic.Id, topic.Name, topic.Slug, topic.Description);
}

public sealed record TopicInput
{
    /// <summary>The name that readers see; no two topics share one.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>A few sentences of plain text at the top of the topic’s page.</summary>
    public Optional<string> Description { get; init; }
}

public sealed record TopicResource(Guid Id, string Name, string Slug, string? Description);
