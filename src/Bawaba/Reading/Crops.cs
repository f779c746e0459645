using System.Globalization;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Reading;

/// <summary>Writes plates' pictures into a folder: a laboratory's work, refused at gates.</summary>
internal static class Crops
{
    /// <summary>Null, or why a picture could not be written.</summary>
    internal static string? Write(string folder, string source, Frame frame, IEnumerable<Quad> plates)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var index = 0;
            foreach (var box in plates.Select(p => p.Box))
            {
                var part = new PixelBox(box.X0 - (0.2f * box.Width), box.Y0 - (0.3f * box.Height), box.X1 + (0.2f * box.Width), box.Y1 + (0.3f * box.Height));
                var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(source)}-{index++}.jpg");
                File.WriteAllBytes(Path.Combine(folder, name), Pixels.ToJpeg(frame, part, maxWidthPx: 640, quality: 90));
            }
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"crops could not be written: {e.Message}";
        }
    }
}
