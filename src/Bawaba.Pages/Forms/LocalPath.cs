namespace Bawaba.Pages.Forms;

/// <summary>Where a form may send a person back to: a page of ours and nothing else.</summary>
internal static class LocalPath
{
    internal static string Or(string? path, string otherwise) =>
        path is { Length: > 0 and <= 200 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\'))
            && !path.Any(c => char.IsControl(c) || c == '\\')
            ? path
            : otherwise;
}
