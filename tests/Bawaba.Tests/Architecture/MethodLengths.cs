// How long every method is, from the debug information the compiler writes beside each assembly: exact lines, no parsing.
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bawaba.Tests.Architecture;

internal static class MethodLengths
{
    /// <summary>
    /// Every method written in a .cs file: its name, its file and its lines from first to last statement. Without
    /// constructors: the compiler counts the fields' first values, wherever they stand, among their statements.
    /// </summary>
    internal static IEnumerable<(string Method, string File, int Lines)> Of(System.Reflection.Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var code = image.GetMetadataReader();
        var lines = symbols.GetMetadataReader();
        var found = new List<(string, string, int)>();
        foreach (var handle in lines.MethodDebugInformation)
        {
            var method = lines.GetMethodDebugInformation(handle);
            var points = method.GetSequencePoints().Where(p => !p.IsHidden).ToList();
            if (points.Count == 0)
                continue;
            var file = lines.GetString(lines.GetDocument(points[0].Document).Name);
            var name = NameOf(code, handle.ToDefinitionHandle());
            if (file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !name.EndsWith("ctor", StringComparison.Ordinal))
                found.Add((name, Path.GetFileName(file), points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1));
        }
        return found;
    }

    private static string NameOf(MetadataReader code, MethodDefinitionHandle handle)
    {
        var method = code.GetMethodDefinition(handle);
        return $"{code.GetString(code.GetTypeDefinition(method.GetDeclaringType()).Name)}.{code.GetString(method.Name)}";
    }
}
