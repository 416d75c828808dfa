using Broadsheet.Bench;

return args switch
{
    ["render"] => await RenderBench.Run(),
    ["scale", var program, var postgres] => await ScaleBench.Run(program, postgres),
    ["publish", var program, var postgres] => await PublishBench.Run(program, postgres),
    ["start", var program] => await StartBench.Run(program),
    ["fill", var stories, .. var server] => await Fill(int.Parse(stories, System.Globalization.CultureInfo.InvariantCulture), server.FirstOrDefault()),
    ["pages", var program] => await PagesBench.Run(program),
    ["bare", var port, var file] => await BareServer.Run(port, file, null),
    ["bare", var port, var file, var encoding] => await BareServer.Run(port, file, encoding),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ./bench NAME, where NAME is pages, render or start.");
    return 2;
}

static async Task<int> Fill(int stories, string? server)
{
    await using var archive = await Archive.Get(stories, server);
    return 0;
}
