using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.StaticPages;

/// <summary>What a new site starts with: about, terms (version 1) and privacy, ready to edit.</summary>
public sealed class SetUpPages(IServiceScopeFactory scopes, TimeProvider time) : IFirstStart
{
    private static readonly (string Slug, string Title, string Text)[] Pages =
    [
        ("about", "About us", "Here it says who publishes this paper, who pays for it, and how to reach its editors.\n\nThe editors have not written this page yet."),
        ("terms", "Terms", "Here it says under which terms this paper is read, and what subscribers and members agree to.\n\nThe editors have not written this page yet."),
        ("privacy", "Privacy", "This site sets no cookie for visitors, loads nothing from other sites and does not follow its readers.\n\nThe editors have not written this page yet."),
    ];

    public async Task Run(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        foreach (var (slug, title, text) in Pages)
        {
            await db.InTransaction(token => Add(db, slug, title, text, token), cancellation);
        }
    }

    private async Task Add(BroadsheetDb db, string slug, string title, string text, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO pages (id, slug, current, version) VALUES ({Guid.CreateVersion7()}, {slug}, 1, 1) ON CONFLICT DO NOTHING", cancellation);
        var page = await db.Pages.AsNoTracking().SingleAsync(p => p.Slug == slug, cancellation);
        if (!await db.PageVersions.AnyAsync(v => v.PageId == page.Id, cancellation))
        {
            var paragraphs = text.Split("\n\n").Select((words, i) => new Paragraph($"start-{i}", [new TextRun(words, Marks.None)]));
            db.PageVersions.Add(new PageVersion { PageId = page.Id, Number = 1, Title = title, Body = DocumentWriter.ToJson(new Document([.. paragraphs])), At = time.Now(), By = "broadsheet" });
            await db.SaveChangesAsync(cancellation);
        }
    }
}
