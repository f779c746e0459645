// The compiled projects of src, each with its types and what they use. Loaded once for all tests of this folder.
using System.Reflection;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.AspNetCore.Components;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Bawaba.Tests.Architecture;

internal static class Assemblies
{
    /// <summary>Project files of src by the project's name.</summary>
    internal static IReadOnlyDictionary<string, SourceFile> Projects { get; } =
        Repository.Files.Where(f => f.IsUnder("src") && f.Ending == ".csproj").ToDictionary(f => Path.GetFileNameWithoutExtension(f.Name), StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, Assembly> All { get; } =
        Projects.ToDictionary(p => p.Key, p => Assembly.Load(NameOf(p.Key, p.Value)), StringComparer.Ordinal);

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Graph =
        new(() => new ArchLoader().LoadAssemblies([.. All.Values]).Build());

    private static readonly Lazy<ILookup<string, (IType User, IType Used)>> Uses = new(() => (
        from user in Graph.Value.Types
        where IsWithin(user, "Bawaba")
        from used in user.Dependencies.Select(d => d.Target).Distinct()
        where IsWithin(used, "Bawaba") && used.Assembly.FullName == user.Assembly.FullName
        select (user, used)).ToLookup(u => u.user.Assembly.FullName.Split(',')[0], StringComparer.Ordinal));

    /// <summary>Every use of a type of a project by another type of it, without the compiler's own types.</summary>
    internal static IEnumerable<(IType User, IType Used)> UsesWithin(string project) => Uses.Value[All[project].GetName().Name!];

    /// <summary>The folder below a project's namespace that a type stands in; empty for the project's root.</summary>
    internal static string ModuleOf(IType type, string space) =>
        type.Namespace.FullName == space ? "" : type.Namespace.FullName[(space.Length + 1)..].Split('.')[0];

    /// <summary>
    /// Our types, without what compilers write (state machines, generated JSON and patterns) and without Razor
    /// components, whose classes the Razor compiler declares.
    /// </summary>
    internal static IEnumerable<Type> WrittenTypes() =>
        All.Values
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Bawaba", StringComparison.Ordinal) == true)
            .Where(t => !t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            .Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal) && t.DeclaringType?.FullName?.Contains('<', StringComparison.Ordinal) != true)
            .Where(t => !typeof(IComponent).IsAssignableFrom(t) && t.Name != "_Imports");

    // A type parameter is a type without a namespace.
    private static bool IsWithin(IType type, string space) =>
        type.Namespace is { FullName: var name } && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    private static string NameOf(string project, SourceFile file) =>
        XDocument.Load(file.FullPath).Descendants("AssemblyName").SingleOrDefault()?.Value ?? project;
}
