// What a type may be: one public type a file, nothing left open for inheritance, few interfaces.
using System.Reflection;
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class TypeTests
{
    private const int MaxInterfaces = 14;

    [Fact]
    public void A_file_holds_one_public_type_at_most() =>
        Assert.Empty(Repository.CSharp
            .Where(f => f.IsUnder("src"))
            .Select(f => (f.Path, Types: f.Lines.Count(l => PublicType().IsMatch(l))))
            .Where(f => f.Types > 1)
            .Select(f => $"{f.Path}: {f.Types}"));

    [Fact]
    public void A_class_is_sealed_or_static_or_abstract() =>
        Assert.Empty(Assemblies.WrittenTypes().Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => t.FullName));

    [Fact]
    public void A_public_abstract_class_is_a_closed_set_of_results()
    {
        var open =
            from type in Assemblies.WrittenTypes()
            where type is { IsClass: true, IsAbstract: true, IsSealed: false, IsVisible: true }
            from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            let isCopy = constructor.GetParameters() is [{ } only] && only.ParameterType == type
            where !isCopy && (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly)
            select type.FullName;
        Assert.Empty(open);
    }

    [Fact]
    public void There_are_fewer_than_15_interfaces()
    {
        var interfaces = Assemblies.WrittenTypes().Where(t => t.IsInterface).Select(t => t.FullName!).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{interfaces.Count} interfaces: {string.Join(", ", interfaces)}");
        Assert.True(interfaces.Count <= MaxInterfaces, string.Join(", ", interfaces));
    }

    [Fact]
    public void An_identity_or_quantity_that_is_a_struct_never_changes() =>
        Assert.Empty(Assemblies.WrittenTypes()
            .Where(t => t is { IsValueType: true, IsEnum: false, IsVisible: true })
            .Where(t => !t.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)))
            .Select(t => t.FullName));

    [GeneratedRegex(@"^public (static |sealed |abstract |readonly |partial |unsafe )*(class|record|struct|interface|enum|delegate) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
