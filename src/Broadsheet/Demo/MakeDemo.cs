using System.Globalization;
using System.Text.Json;
using Broadsheet.Front;
using Broadsheet.Images;
using Broadsheet.Paper;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Time;
using Broadsheet.Staff;
using Broadsheet.StaticPages;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Broadsheet.Demo;

/// <summary>
/// Makes the invented newspaper in an empty database, in one transaction: a start that is cut short leaves nothing, and the next one begins again.
/// </summary>
public sealed class MakeDemo(IServiceScopeFactory scopes, TimeProvider time, PrintRun run)
{
    private static readonly Actor Desk = new("The Aldor Courier", Role.Admin);

    /// <summary>Nothing stands in the database yet.</summary>
    public async Task<bool> IsWanted(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BroadsheetDb>();
        return !await db.Stories.AnyAsync(cancellation) && !await db.Sections.AnyAsync(cancellation);
    }

    public async Task Run(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var drawn = await DemoPictures.Draw(run, cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<BroadsheetDb>();
        await db.InTransaction(token => new Edition(services, db, time.Now()).Make(drawn, token), cancellation);
        run.End(time.GetElapsedTime(began));
    }

    /// <summary>One making of the newspaper, with what it has made so far.</summary>
    private sealed class Edition(IServiceProvider services, BroadsheetDb db, DateTimeOffset now)
    {
        private readonly DemoDays _days = new(DateTimeZoneProviders.Tzdb[DemoFiles.Site.TimeZone], now);
        private readonly Dictionary<string, Story> _stories = new(StringComparer.Ordinal);
        private readonly Dictionary<string, FrontMatter> _files = new(DemoFiles.Stories, StringComparer.Ordinal);
        private IReadOnlyDictionary<string, Guid> _pictures = new Dictionary<string, Guid>(StringComparer.Ordinal);

        public async Task Make(IReadOnlyDictionary<string, byte[]> drawn, CancellationToken cancellation)
        {
            await Paper(cancellation);
            await Sections(cancellation);
            _pictures = await DemoPictures.Add(drawn, services.GetRequiredService<AddImage>(), _days, Desk, cancellation);
            await Authors(cancellation);
            foreach (var (key, _) in InOrder())
            {
                await Story(key, cancellation);
            }

            await Corrections(cancellation);
            await Withdrawals(cancellation);
            Front();
            await db.FrameChanged(cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        private async Task Paper(CancellationToken cancellation)
        {
            var site = DemoFiles.Site;
            var paper = await db.Paper.SingleAsync(cancellation);
            (paper.Name, paper.Tagline, paper.Language, paper.TimeZone, paper.IsDemo) = (site.Name, site.Tagline, site.Language, site.TimeZone, true);
            foreach (var (slug, markdown) in site.Pages)
            {
                var page = await db.Pages.SingleAsync(p => p.Slug == slug, cancellation);
                var version = await db.PageVersions.SingleAsync(v => v.PageId == page.Id, cancellation);
                db.PageVersions.Remove(version);
                await db.SaveChangesAsync(cancellation);
                db.PageVersions.Add(new PageVersion { PageId = page.Id, Number = 1, Title = version.Title, Body = DocumentWriter.ToJson(Body(slug, markdown)), At = now, By = Desk.Name });
            }

            await db.SaveChangesAsync(cancellation);
        }

        private async Task Sections(CancellationToken cancellation)
        {
            var save = services.GetRequiredService<SaveSection>();
            foreach (var section in DemoFiles.Site.Sections)
            {
                await save.Create(
                    new SectionInput { Name = new(section.Name), Slug = new(section.Slug), Parent = new(section.Parent), Description = new(section.Description), Language = new(section.Language) }, Desk, cancellation);
            }
        }

        private async Task Authors(CancellationToken cancellation)
        {
            var names = services.GetRequiredService<Names>();
            foreach (var author in DemoFiles.Authors)
            {
                var id = (await names.Authors([author.Name], cancellation))[0];
                var row = await db.Authors.SingleAsync(a => a.Id == id, cancellation);
                (row.Biography, row.PictureId) = (author.Biography, author.Picture is { } picture ? _pictures[picture] : null);
            }

            await db.SaveChangesAsync(cancellation);
        }

        // By their first hour, so that lists by id and lists by hour agree; a translation after what it translates.
        private IEnumerable<(string Key, FrontMatter File)> InOrder() => _files
            .Where(f => !IsEarlier(f.Key))
            .OrderBy(f => f.Value["translationOf"] is not null)
            .ThenBy(f => Hours(f.Key)[0] ?? now)
            .ThenBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (f.Key, f.Value));

        private static bool IsEarlier(string key) => key.Contains(".v", StringComparison.Ordinal);

        private List<FrontMatter> Versions(string key) =>
        [
            .. Enumerable.Range(1, 9).Select(i => _files.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{key}.v{i}"))).OfType<FrontMatter>(),
            _files[key],
        ];

        // A version never goes out before the one it follows.
        private List<DateTimeOffset?> Hours(string key)
        {
            var hours = Versions(key).ConvertAll(v => v["at"] is { } at ? _days.At(at) : (DateTimeOffset?)null);
            for (var i = hours.Count - 2; i >= 0; i--)
            {
                if (hours[i] >= hours[i + 1])
                {
                    hours[i] = hours[i + 1] - TimeSpan.FromMinutes(20);
                }
            }

            return hours;
        }

        private async Task Story(string key, CancellationToken cancellation)
        {
            var save = services.GetRequiredService<SaveStory>();
            var publish = services.GetRequiredService<PublishStory>();
            var versions = Versions(key);
            var hours = Hours(key);
            for (var i = 0; i < versions.Count; i++)
            {
                var input = Input(key, versions[i]);
                if (i == 0)
                {
                    _stories[key] = (await save.Create(input, Desk, cancellation)).Story;
                }
                else
                {
                    await save.Change(_stories[key], input, Desk, cancellation);
                }

                var note = PublicationNote.None with { Note = versions[i]["note"] };
                if (hours[i] is { } at && at <= now)
                {
                    await publish.At(_stories[key], at, note, Desk, secondsLate: null, cancellation);
                }
                else if (hours[i] is { } later)
                {
                    await services.GetRequiredService<ScheduleStory>().At(_stories[key], later, note, Desk, cancellation);
                }
            }
        }

        private StoryInput Input(string key, FrontMatter file)
        {
            var language = CultureInfo.GetCultureInfo(file["language"] ?? DemoFiles.Site.Language);
            string? Written(string? text) => text is null ? null : _days.Write(text, language);
            using var json = JsonDocument.Parse(DocumentWriter.ToJson(Body(key, _days.Write(file.Text, language))));
            return new StoryInput
            {
                Headline = new(Written(file["headline"])),
                Standfirst = new(Written(file["standfirst"])),
                Section = new(file["section"]),
                Authors = new(file.Several("authors")),
                Topics = new(file.Several("topics")),
                Access = new(file["access"] ?? "public"),
                LeadImage = new(file["lead"] is { } lead ? _pictures[lead] : null),
                Dateline = new(file["dateline"]),
                Language = new(file["language"]),
                TranslationOf = new(file["translationOf"] is { } original ? _stories[original].Id : null),
                NoAppeals = new(file["noAppeals"] == "true"),
                SeoTitle = new(Written(file["seoTitle"])),
                SeoDescription = new(Written(file["seoDescription"])),
                Body = new(json.RootElement.Clone()),
                State = file["state"] is { } state ? new(state) : default,
            };
        }

        private Document Body(string key, string markdown)
        {
            var body = new MarkdownImport(new DocumentReader(Random.Shared)).Read(markdown, FindPicture, FindStory);
            return body.IsSound && body.NotKept.Count == 0
                ? body.Document
                : throw new InvalidOperationException($"The demo text {key} can't be kept whole: {string.Join(", ", [.. body.NotKept, .. body.Faults.Select(f => $"{f.Place}: {f.Sentence}")])}.");
        }

        private Guid? FindPicture(string key) => _pictures.TryGetValue(key, out var id) ? id : null;

        // Stories link to one another before all of them are made, so the address is foretold; a test holds that no two are the same.
        private string? FindStory(string key) => _files.TryGetValue(key, out var file)
            ? $"/{file["section"]}/{Uri.EscapeDataString(Slug.From(_days.Write(Versions(key)[0]["headline"]!, CultureInfo.InvariantCulture), file["language"]))}"
            : null;

        private async Task Corrections(CancellationToken cancellation)
        {
            foreach (var file in DemoFiles.Corrections)
            {
                var story = _stories[file.Story];
                var at = _days.At(file.At);
                db.Corrections.Add(new Correction
                {
                    StoryId = story.Id,
                    Kind = Enum.Parse<CorrectionKind>(file.Kind, ignoreCase: true),
                    Text = file.Text,
                    Wrong = file.Wrong,
                    Right = file.Right,
                    At = at,
                    By = Desk.Name,
                });
                story.UpdatedAt = story.UpdatedAt > at ? story.UpdatedAt : at;
            }

            await db.SaveChangesAsync(cancellation);
        }

        private async Task Withdrawals(CancellationToken cancellation)
        {
            foreach (var file in DemoFiles.Withdrawals)
            {
                _stories[file.Story].State = StoryState.Withdrawn;
                db.Withdrawals.Add(new Withdrawal { StoryId = _stories[file.Story].Id, Reason = file.Reason, At = _days.At(file.At), By = Desk.Name });
            }

            await db.SaveChangesAsync(cancellation);
        }

        private void Front() => db.FrontPlaces.AddRange(_files
            .Where(f => f.Value["front"] is not null && !IsEarlier(f.Key))
            .OrderBy(f => int.Parse(f.Value["front"]!, CultureInfo.InvariantCulture))
            .Select((f, i) => new FrontPlace { Position = i, StoryId = _stories[f.Key].Id }));
    }
}
