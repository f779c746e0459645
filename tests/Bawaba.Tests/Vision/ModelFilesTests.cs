using Bawaba.Vision;

namespace Bawaba.Tests.Vision;

public sealed class ModelFilesTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "models");
    private readonly string _folder = Directory.CreateTempSubdirectory("bawaba-models-").FullName;

    [Fact]
    public void Missing_settings_are_named() => Assert.Contains("detector.json", Fault(), StringComparison.Ordinal);

    [Theory]
    [InlineData("detector.json", "")]
    [InlineData("detector.json", "{")]
    [InlineData("detector.json", "{\"stride\":8}")]
    [InlineData("reader.json", "[]")]
    [InlineData("reader.json", "null")]
    public void Settings_that_say_nothing_are_named(string name, string content)
    {
        CopyShipped();
        File.WriteAllText(Path.Combine(_folder, name), content);
        Assert.Contains(name, Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detector.onnx")]
    [InlineData("reader.onnx")]
    public void Weights_that_are_missing_or_damaged_are_named(string name)
    {
        CopyShipped();
        File.WriteAllText(Path.Combine(_folder, name), "not a network");
        Assert.Contains(name, Fault(), StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, name));
        Assert.Contains(name, Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_another_version_is_told_by_the_output_it_lacks()
    {
        CopyShipped();
        File.Copy(Path.Combine(_folder, "detector.onnx"), Path.Combine(_folder, "reader.onnx"), overwrite: true);
        Assert.Contains("has no output", Fault(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void CopyShipped()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    private string Fault() => Assert.Throws<InvalidDataException>(() => new PlateReader(new() { ModelsFolder = _folder }).Dispose()).Message;
}
