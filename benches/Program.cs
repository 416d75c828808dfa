using Broadsheet.Bench;

return args switch
{
    ["render"] => await RenderBench.Run(),
    ["start", var program] => await StartBench.Run(program),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ./bench NAME, where NAME is render or start.");
    return 2;
}
