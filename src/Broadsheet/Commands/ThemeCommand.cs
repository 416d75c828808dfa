using System.CommandLine;
using System.Globalization;
using Broadsheet.Outlets.Themes;

namespace Broadsheet.Commands;

/// <summary><c>broadsheet theme</c>: what readers see, as files to change.</summary>
internal static class ThemeCommand
{
    public static Command Command() => new("theme", "Themes: what readers see.\n\nExample: broadsheet theme copy default") { Check(), Copy() };

    private static Command Check()
    {
        var name = Name();
        var command = new Command("check", "Reads a theme: every template compiles and finds its view model. What is wrong is named with file and line.\n\nExample: broadsheet theme check default") { name };
        command.SetAction(async (parsed, _) =>
        {
            var themes = Themes(parsed);
            var theme = parsed.GetValue(name)!;
            var folder = themes.FolderOf(theme) ?? throw themes.Missing(theme);
            var problems = themes.Check(theme);
            foreach (var problem in problems)
            {
                await Console.Out.WriteLineAsync(problem.ToString());
            }

            if (problems.Count > 0)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The theme in {folder} can't be used as it is; problems: {problems.Count}."));
                return 1;
            }

            await Console.Out.WriteLineAsync($"The theme in {folder} is sound.");
            return 0;
        });
        return command;
    }

    private static Command Copy()
    {
        var name = Name();
        var command = new Command("copy", "Copies a built-in theme into the folder “themes” of the data folder, to be changed there. A folder that is there already is never written over.\n\nExample: broadsheet theme copy default") { name };
        command.SetAction(async (parsed, _) =>
        {
            await Console.Out.WriteLineAsync($"The theme is in {Themes(parsed).Copy(parsed.GetValue(name)!)}.");
            return 0;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The theme's name." };

    private static ThemeCatalog Themes(ParseResult parsed) => ThemeCatalog.Of(CommandLine.Settings(parsed).Data);
}
