using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Broadsheet.Copies.Backups;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Web;

namespace Broadsheet.Commands;

/// <summary>The program's commands. Exit codes: 0 done, 1 failed with one sentence on standard error, 2 wrong usage.</summary>
public static class CommandLine
{
    /// <summary>Where the data is.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "The data folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Recursive = true,
        Validators = { given => Need(given, "--data needs a folder.") },
    };

    /// <summary>Overrides the setting <c>Database</c>.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL instead of SQLite in the data folder: \"Host=…;Database=…;Username=…\".",
        HelpName = "CONNECTION",
        Recursive = true,
        Validators = { given => Need(given, "--database needs a connection such as Host=…;Database=…;Username=….") },
    };

    /// <summary>Overrides where the server listens.</summary>
    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = "Where the server listens; http://localhost:5080 unless told otherwise.",
        HelpName = "URL",
        Recursive = true,
    };

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var sentence in Usage(parsed))
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            await Console.Error.WriteLineAsync("“broadsheet --help” lists the commands; “broadsheet COMMAND --help” explains one.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Invalid e)
        {
            foreach (var fault in e.Faults)
            {
                await Console.Error.WriteLineAsync(fault.Sentence);
            }

            return 1;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(Failure.Sentence(e));
            return 1;
        }
    }

    /// <summary>The settings that a command works with.</summary>
    /// <exception cref="Invalid">A setting is unknown or bad.</exception>
    /// <exception cref="Refused">The data folder holds half a restore.</exception>
    public static Settings Settings(ParseResult parsed)
    {
        var settings = SettingsBeforeRestore(parsed);
        Unfinished.Refuse(settings.Data);
        return settings;
    }

    /// <summary>The settings for what may work on half a restore.</summary>
    /// <exception cref="Invalid">A setting is unknown or bad.</exception>
    public static Settings SettingsBeforeRestore(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (parsed.GetValue(Database) is { } database)
        {
            given["Database"] = database;
        }

        if (parsed.GetValue(Urls) is { } urls)
        {
            given["Urls"] = urls;
        }

        return Platform.Configuration.Settings.Read(parsed.GetValue(Data)!, given);
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Broadsheet: publishing for newsrooms that their readers pay for.")
        {
            Data, Database, Urls,
            Serve.Command(), Demo.Command(), Migrate.Command(), Doctor.Command(), BackupCommand.Command(), RestoreCommand.Command(), ExportCommand.Command(), ThemeCommand.Command(), StaffCommand.Command(), TokenCommand.Command(),
        };
        // One help for all: the commands inherit it.
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Description = "Shows this help.";
        }

        return root;
    }

    // Nothing but an unknown command also means that none was given, which says less.
    private static IEnumerable<string> Usage(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? parsed.UnmatchedTokens.Select(unknown => $"There is no command or option “{unknown}” here.")
        : parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal);

    private static void Need(OptionResult given, string sentence)
    {
        if (given.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
        {
            given.AddError(sentence);
        }
    }
}
