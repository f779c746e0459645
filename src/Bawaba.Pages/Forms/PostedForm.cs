using Microsoft.AspNetCore.Http;

namespace Bawaba.Pages.Forms;

/// <summary>A small form as it was posted; every field at most 256 characters, a missing one is empty.</summary>
internal sealed class PostedForm(IFormCollection? form)
{
    private const int MaxFieldLength = 256;

    internal string this[string name] => form?[name].ToString() is { Length: <= MaxFieldLength } value ? value : "";

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
