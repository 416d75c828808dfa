using Broadsheet.Commands;

return await CommandLine.Run(args);
