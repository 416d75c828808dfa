namespace Broadsheet.Tests;
public sealed class FirstTests { [Xunit.Fact] public void Runs() => Xunit.Assert.Equal(2, 1 + 1); }
