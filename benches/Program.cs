using Broadsheet.Bench;

return args switch
{
    ["render"] => await RenderBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ./bench NAME, where NAME is render.");
    return 2;
}
