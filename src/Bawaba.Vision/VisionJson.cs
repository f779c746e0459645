using System.Text.Json.Serialization;
using Bawaba.Vision.Detection;
using Bawaba.Vision.Grammar;
using Bawaba.Vision.Recognition;

namespace Bawaba.Vision;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DetectorSettings))]
[JsonSerializable(typeof(ReaderSettings))]
[JsonSerializable(typeof(PlateShape[]))]
internal sealed partial class VisionJson : JsonSerializerContext;
