using Broadsheet.Outlets.Pages;
using Broadsheet.Outlets.Themes.Views;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;

namespace Broadsheet.Newsroom;

/// <summary>Where the printed links lead. The newsroom's screens come with a later release; until then these pages say so, and what does the same today.</summary>
public static class NewsroomEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Page(app, "/newsroom", Entrance);
        Page(app, "/newsroom/set-up/{secret}", SetUp);
        Page(app, "/newsroom/sign-in/{secret}", Entrance);
    }

    private static Task<RenderedPage> Entrance(HttpContext http) => Draw(http, "The newsroom", new HtmlWriter()
        .Open(HtmlTag.P).Text("The newsroom’s screens come with a later release. A sign-in link is not used up by opening it now.").Close()
        .Open(HtmlTag.P).Text("Until then stories, pictures and the front page are edited over the ").Open(HtmlTag.A).Attribute(HtmlAttribute.Href, "/api").Text("API").Close()
        .Text(". “broadsheet token create NAME --role editor”, on the server’s terminal, makes the token for it.").Close());

    private static async Task<RenderedPage> SetUp(HttpContext http)
    {
        var making = http.RequestServices.GetRequiredService<PageMaking>();
        if (!http.RequestServices.GetRequiredService<SetUpLink>().Opens((string)http.GetRouteValue("secret")!) || !await SetUpLink.IsWaiting(making.Db, http.RequestAborted))
        {
            return await http.RequestServices.GetRequiredService<NotFoundPages>().Make(Request(http), http.RequestAborted);
        }

        return await Draw(http, "Set up this site", new HtmlWriter()
            .Open(HtmlTag.P).Text("The screen that asks for all this comes with a later release. Until then it is done on the server’s terminal and over the ")
            .Open(HtmlTag.A).Attribute(HtmlAttribute.Href, "/api").Text("API").Close().Text(".").Close()
            .Open(HtmlTag.Ol)
            .Open(HtmlTag.Li).Text("A token: “broadsheet token create set-up --role admin” prints it, once.").Close()
            .Open(HtmlTag.Li).Text("Name and language: PATCH /api/v1/paper.").Close()
            .Open(HtmlTag.Li).Text("The first section: POST /api/v1/sections.").Close()
            .Open(HtmlTag.Li).Text("The first admin: “broadsheet staff add EMAIL --role admin”. With that, this page is gone.").Close()
            .Close());
    }

    private static async Task<RenderedPage> Draw(HttpContext http, string heading, HtmlWriter body)
    {
        using (body)
        {
            var making = http.RequestServices.GetRequiredService<PageMaking>();
            var paper = await making.Begin(Request(http), http.RequestAborted);
            var page = making.Begin(paper.Request, paper.Frame, Tongue.Of("en"));
            var frame = page.Frame(heading, noIndex: true) with { Canonical = null, LiteAddress = null, FullAddress = null };
            return making.Draw(page, StatusCodes.Status200OK, new StaticPage { Frame = frame, Heading = heading, Body = body.ToMarkup() });
        }
    }

    private static PageRequest Request(HttpContext http) => new("/newsroom", 1, http.RequestServices.GetRequiredService<ClassCookie>().Read(http.Request), IsLite: false);

    private static void Page(IEndpointRouteBuilder app, string pattern, Func<HttpContext, Task<RenderedPage>> maker) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], http => Answer(http, maker)).AllowAnonymous().ExcludeFromDescription();

    private static async Task Answer(HttpContext http, Func<HttpContext, Task<RenderedPage>> maker)
    {
        if (!http.RequestServices.GetRequiredService<Readiness>().DatabaseWasReady)
        {
            await ErrorEdge.Answer(http, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        var page = await maker(http);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = page.Bytes.Length;
        await http.Response.Body.WriteAsync(page.Bytes, http.RequestAborted);
    }
}
