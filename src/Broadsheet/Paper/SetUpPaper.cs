using Broadsheet.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Paper;

/// <summary>What a new site starts with: a paper without a name of its own yet.</summary>
public sealed class SetUpPaper(IServiceScopeFactory scopes) : IFirstStart
{
    public async Task Run(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO paper (id, name, language, time_zone, theme, is_demo, frame_number, version) VALUES ({PaperSettings.OnlyId}, {"Untitled paper"}, {"en"}, {"Etc/UTC"}, {"default"}, {false}, 1, 1) ON CONFLICT DO NOTHING",
            cancellation);
    }
}
