// Every file under wwwroot, held in memory from the assembly itself, under one version made from their content.
// Used by AssetEndpoints and by pages for their links; promises that a link of this build never meets another build's file.
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Bawaba.Pages.Assets;

internal sealed class AssetBook
{
    private const string Prefix = "wwwroot/";
    private readonly FrozenDictionary<string, Asset> _assets;

    private AssetBook(FrozenDictionary<string, Asset> assets, string version)
    {
        _assets = assets;
        Version = version;
    }

    internal static AssetBook Embedded { get; } = Read();

    /// <summary>12 hexadecimal digits; changes with any byte of any asset.</summary>
    internal string Version { get; }

    internal IEnumerable<string> Paths => _assets.Keys;

    internal Asset? Find(string path) => _assets.GetValueOrDefault(path);

    internal string Text(string path) => Encoding.UTF8.GetString(_assets[path].Content);

    internal string Url(string path) => _assets.ContainsKey(path)
        ? $"/assets/{Version}/{path}"
        : throw new ArgumentException($"no asset {path}", nameof(path));

    private static AssetBook Read()
    {
        var assembly = typeof(AssetBook).Assembly;
        var assets = new SortedDictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var path = name[Prefix.Length..].Replace('\\', '/');
            assets[path] = new(memory.ToArray(), ContentTypeOf(path));
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, asset) in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(asset.Content);
        }
        return new(assets.ToFrozenDictionary(StringComparer.Ordinal), Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }

    private static string ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        var other => throw new InvalidOperationException($"no content type is known for {other}"),
    };
}
