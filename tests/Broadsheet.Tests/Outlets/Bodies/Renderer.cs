using Broadsheet.Outlets.Bodies;
using Broadsheet.Stories;

namespace Broadsheet.Tests.Outlets.Bodies;

/// <summary>The five renderers, to be held to the same promises.</summary>
public enum Renderer
{
    Site,
    Lite,
    Feed,
    Mail,
    Text,
}

internal static class RendererExtensions
{
    private static readonly MailStyles Styles = new(Enum.GetValues<MailRole>().ToDictionary(role => role, role => $"--role:{role}"));

    public static string Render(this Renderer renderer, ReadableBody body, BodySurroundings around) => renderer switch
    {
        Renderer.Site => SiteBody.Render(body, around).ToString(),
        Renderer.Lite => LiteBody.Render(body, around).ToString(),
        Renderer.Feed => FeedBody.Render(body, around).ToString(),
        Renderer.Mail => MailBody.Render(body, around, Styles).ToString(),
        Renderer.Text => TextBody.Render(body, around),
        _ => throw new ArgumentOutOfRangeException(nameof(renderer)),
    };
}
