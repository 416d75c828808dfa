using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Staff;

namespace Broadsheet.Tests.Support;

/// <summary>Makes what a test starts from, over the API. Every field has a good default; a test names only those that it is about.</summary>
public sealed class Make(TestSite site)
{
    private ApiClient? _api;

    /// <summary>A section, by default “Aldor” at <c>/aldor</c>; the same again when it is there.</summary>
    public async Task<Answer> Section(string slug = "aldor", object? fields = null)
    {
        var api = await Api();
        var made = await api.Post("/sections", With(new { name = char.ToUpperInvariant(slug[0]) + slug[1..], slug }, fields));
        return made.Status is HttpStatusCode.Created ? made : made.Is(HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>A draft in <c>/aldor</c> that could be published as it is.</summary>
    /// <param name="fields">What differs: <c>new { headline = "…", access = "members" }</c>.</param>
    public async Task<Answer> Story(object? fields = null)
    {
        var story = With(
            new
            {
                headline = "Survey finds three of five gates in working order",
                standfirst = "Engineers measured the Zell dam for two days.",
                section = "aldor",
                authors = new[] { People.Mira },
                topics = new[] { "Zell dam" },
                dateline = "Osmere",
                body = Body("The Survey Office measured the dam on Monday.", "Two gates did not move."),
            },
            fields);
        if (story.Any(f => f.Key is "bodyMarkdown" or "bodyHtml"))
        {
            story.Remove("body");
        }

        await Section(story["section"]!.GetValue<string>());
        return (await (await Api()).Post("/stories", story)).Is(HttpStatusCode.Created);
    }

    /// <summary>A story that readers can read.</summary>
    /// <inheritdoc cref="Story"/>
    public async Task<Answer> Published(object? fields = null)
    {
        var story = await Story(fields);
        var api = await Api();
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        return (await api.Get($"/stories/{story.Id}")).Is(HttpStatusCode.OK);
    }

    /// <summary>A document of plain paragraphs.</summary>
    public static JsonObject Body(params string[] paragraphs) => new()
    {
        ["type"] = "doc",
        ["content"] = new JsonArray([.. paragraphs.Select(p => new JsonObject
        {
            ["type"] = "paragraph",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = p }),
        })]),
    };

    /// <summary>A document whose free part ends between the two.</summary>
    public static JsonObject GatedBody(string free, string behind)
    {
        var body = Body(free, behind);
        body["content"]!.AsArray().Insert(1, new JsonObject { ["type"] = "gate" });
        return body;
    }

    private async Task<ApiClient> Api() => _api ??= await site.Api(Role.Admin);

    private static JsonObject With(object defaults, object? fields)
    {
        var made = JsonSerializer.SerializeToNode(defaults, JsonSerializerOptions.Web)!.AsObject();
        if (fields is not null)
        {
            foreach (var (name, value) in JsonSerializer.SerializeToNode(fields, JsonSerializerOptions.Web)!.AsObject())
            {
                made[name] = value?.DeepClone();
            }
        }

        return made;
    }
}
