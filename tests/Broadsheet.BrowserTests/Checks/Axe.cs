using Broadsheet.Tests.Architecture;
using Broadsheet.Tests.Browsing;

namespace Broadsheet.Tests.Checks;

/// <summary>Looks for barriers with axe-core: all that WCAG 2.0, 2.1 and 2.2 ask at the levels A and AA and a program can tell.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const answer = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
            resultTypes: ['violations'],
          });
          return answer.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, ' ')}`));
        }
        """;

    /// <summary>Its source, to be loaded into a window.</summary>
    public static string Source { get; } = Repository.Read("tests/Broadsheet.BrowserTests/node_modules/axe-core/axe.min.js");

    /// <summary>What stands in somebody's way on the page that the window shows: a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(Window window) => await window.Page.EvaluateAsync<string[]>(Run);
}
