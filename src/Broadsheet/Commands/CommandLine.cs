using System.CommandLine;
using System.CommandLine.Help;
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
    };

    /// <summary>Overrides the setting <c>Database</c>.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL instead of SQLite in the data folder: \"Host=…;Database=…;Username=…\".",
        HelpName = "CONNECTION",
        Recursive = true,
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
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
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
            await Console.Error.WriteLineAsync(Sentence(e));
            return 1;
        }
    }

    /// <summary>The settings that a command works with.</summary>
    /// <exception cref="Invalid">A setting is unknown or bad.</exception>
    public static Settings Settings(ParseResult parsed)
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
            Serve.Command(), Demo.Command(), Migrate.Command(), Doctor.Command(), StaffCommand.Command(), TokenCommand.Command(),
        };
        foreach (var command in root.Subcommands)
        {
            Explain(command);
        }

        return root;
    }

    // System.CommandLine prints the description first, so the example goes there.
    private static void Explain(Command command)
    {
        foreach (var option in command.Options.OfType<HelpOption>())
        {
            option.Description = "Shows this help.";
        }
    }

    private static string Sentence(Exception e)
    {
        var message = (e.InnerException is { } inner && e is Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException { InnerException: not null } ? e.InnerException!.Message : e.Message).ReplaceLineEndings(" ").Trim();
        return message.Length == 0 ? $"It failed ({e.GetType().Name})." : message;
    }
}
