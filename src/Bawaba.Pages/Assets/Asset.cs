namespace Bawaba.Pages.Assets;

/// <summary>One style sheet, module, font or text book as it is sent.</summary>
internal sealed record Asset(byte[] Content, string ContentType);
