// The picture an authenticator program takes a second factor from. Drawn here, on the server: nothing about it leaves.
using QRCoder;

namespace Bawaba.Console.SignIn;

internal static class SecretPicture
{
    private const int PixelsPerModule = 5;

    /// <summary>Markup of an SVG, dark on light with its quiet zone.</summary>
    internal static string Of(string uri)
    {
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }
}
