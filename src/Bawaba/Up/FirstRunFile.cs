// Passwords and second factors of the demo city's accounts, written once into a file only its owner may read; nothing is printed.
using System.Text.Json;
using System.Text.Json.Serialization;
using Bawaba.Center.Operators;

namespace Bawaba.Up;

internal static class FirstRunFile
{
    internal const string Name = "first-run.json";

    internal static FirstRun Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), FirstRunJson.Default.FirstRun) ?? throw new JsonException("it is empty");

    internal static void Write(string path, IReadOnlyList<DemoAccount> accounts)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, new FirstRun { Accounts = accounts }, FirstRunJson.Default.FirstRun);
        stream.Flush(flushToDisk: true);
    }
}

internal sealed record FirstRun
{
    public required IReadOnlyList<DemoAccount> Accounts { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FirstRun))]
internal sealed partial class FirstRunJson : JsonSerializerContext;
