namespace Bawaba.Gate.Commissioning;

/// <summary>Tells whether two addresses are of one camera: its password belongs to that machine and to no other.</summary>
internal static class CameraHosts
{
    internal static bool AreSame(string? one, string? other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b)
        && a.Scheme == b.Scheme && string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase) && a.Port == b.Port;
}
