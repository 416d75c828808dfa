using System.Globalization;
using Broadsheet.Bench;

return args switch
{
    ["render"] => await RenderBench.Run(),
    ["scale", var program] => await ScaleBench.Run(program, null),
    ["scale", var program, var postgres] => await ScaleBench.Run(program, postgres),
    ["publish", var program, var postgres] => await PublishBench.Run(program, postgres),
    ["start", var program] => await StartBench.Run(program),
    ["pages", var program] => await PagesBench.Run(program),
    ["bare", var port, var file] => await BareServer.Run(port, file, null),
    ["bare", var port, var file, var encoding] => await BareServer.Run(port, file, encoding),
    ["outage", var program, var postgres, var minutes, var seed] => await new OutageBench(program, postgres, TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), int.Parse(seed, CultureInfo.InvariantCulture)).Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ./bench NAME, where NAME is outage, pages, publish, render, scale or start.");
    return 2;
}
