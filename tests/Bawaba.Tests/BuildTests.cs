namespace Bawaba.Tests;

public sealed class BuildTests
{
    [Fact]
    public void The_contracts_assembly_has_no_reference_to_the_rest_of_the_system() =>
        Assert.DoesNotContain(
            System.Reflection.Assembly.Load("Bawaba.Contracts").GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Bawaba", StringComparison.Ordinal));
}
