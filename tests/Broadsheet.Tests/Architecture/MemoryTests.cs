using System.Text.Json;
using Xunit;

namespace Broadsheet.Tests.Architecture;

public sealed class MemoryTests
{
    [Fact]
    public void The_program_collects_garbage_as_one_among_others_on_its_machine()
    {
        using var built = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "broadsheet.runtimeconfig.json")));
        Assert.False(built.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty("System.GC.Server").GetBoolean());
    }
}
