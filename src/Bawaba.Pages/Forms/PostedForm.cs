using Microsoft.AspNetCore.Http;

namespace Bawaba.Pages.Forms;

/// <summary>A small form as it was posted; every field at most 256 characters, a missing one is empty.</summary>
internal sealed class PostedForm(IFormCollection? form)
{
    private const int MaxFieldLength = 256;

    internal string this[string name] => form?[name].ToString() is { Length: <= MaxFieldLength } value ? value : "";

    /// <summary>A field that may be longer, such as a text of several lines; empty where it is longer than that.</summary>
    internal string Text(string name, int most) => form?[name].ToString() is { } value && value.Length <= most ? value : "";

    /// <summary>The values of a field that may stand there several times, at most this many.</summary>
    internal IReadOnlyList<string> All(string name, int most) => form is null ? [] : [.. form[name].OfType<string>().Where(v => v.Length <= MaxFieldLength).Take(most)];

    /// <summary>What stands behind the prefix in the names of boxes that are ticked, at most this many: as it was posted, not as it was offered.</summary>
    internal IReadOnlyList<string> Ticked(string prefix, int most) => form is null
        ? []
        : [.. form.Keys.Where(k => k.Length <= MaxFieldLength && k.StartsWith(prefix, StringComparison.Ordinal) && form[k] == "1").Select(k => k[prefix.Length..]).Order(StringComparer.Ordinal).Take(most)];

    /// <summary>A file and its name; null where there is none or it is larger.</summary>
    internal async Task<(string Name, byte[] Body)?> FileAsync(string name, int mostBytes, CancellationToken cancellation)
    {
        if (form?.Files.GetFile(name) is not { } file || file.Length > mostBytes)
            return null;
        using var body = new MemoryStream();
        await file.CopyToAsync(body, cancellation);
        return (file.FileName, body.ToArray());
    }

    internal static async Task<PostedForm> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return new(null);
        try
        {
            return new(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (InvalidDataException)
        {
            return new(null);
        }
    }
}
