// Small files, short methods. The figures are written to the test's output.
namespace Bawaba.Tests.Architecture;

public sealed class SizeTests
{
    private const int MaxFileLines = 400;
    private const int MaxMethodLines = 70;
    private const int MaxMedianFileLines = 80;

    [Fact]
    public void No_file_of_code_is_longer_than_400_lines() =>
        Assert.Empty(Code().Where(f => f.Lines.Count > MaxFileLines).Select(f => $"{f.Path}: {f.Lines.Count}"));

    [Fact]
    public void Half_of_the_files_are_short()
    {
        var lengths = Repository.CSharp.Where(f => f.IsUnder("src")).Select(f => f.Lines.Count).Order().ToList();
        var median = lengths[lengths.Count / 2];
        TestContext.Current.TestOutputHelper?.WriteLine($"src: {lengths.Count} files, median {median} lines, 95 % up to {lengths[lengths.Count * 95 / 100]}, longest {lengths[^1]}");
        Assert.True(median <= MaxMedianFileLines, $"the median file has {median} lines");
    }

    [Fact]
    public void No_method_is_longer_than_70_lines()
    {
        var methods = Assemblies.All.Values.Append(typeof(SizeTests).Assembly).SelectMany(MethodLengths.Of).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{methods.Count} methods, longest {methods.Max(m => m.Lines)} lines");
        Assert.Empty(methods.Where(m => m.Lines > MaxMethodLines).Select(m => $"{m.File}: {m.Method} has {m.Lines}"));
    }

    [Fact]
    public void The_lengths_of_methods_are_really_read() =>
        Assert.Contains(MethodLengths.Of(typeof(SizeTests).Assembly), m => m is { File: "MethodLengths.cs", Lines: > 15 });

    private static IEnumerable<SourceFile> Code() => Repository.Texts.Where(f => f.IsCode);
}
