// The two files a gate is set up by: gate.json and, for its owner alone, cameras.secret.json. Used by TechnicianDesk, one caller at
// a time. Promises: each is replaced whole or not at all and is on disk when the call returns; passwords first, so that no camera
// stands in the one without its password in the other.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Commissioning;

internal sealed partial class SetUpFiles(string? gatePath, string? secretsPath, IReadOnlyDictionary<string, CameraCredentials> credentials, ILogger logger)
{
    private volatile IReadOnlyDictionary<string, CameraCredentials> _credentials = credentials;

    internal IReadOnlyDictionary<string, CameraCredentials> Credentials => _credentials;

    internal CameraCredentials? CredentialsOf(CameraId camera) => _credentials.GetValueOrDefault(camera.Value);

    /// <param name="settings">The whole gate.</param>
    /// <param name="camera">The camera that changed.</param>
    /// <param name="given">Its new user and password; null: none are given.</param>
    /// <param name="keepsLogin">Without new ones it keeps what it has: false for a camera that is gone, or that is another machine now.</param>
    internal bool TryWrite(GateSettings settings, CameraId camera, CameraCredentials? given, bool keepsLogin)
    {
        if (gatePath is null || secretsPath is null)
            return false;
        var wished = new Dictionary<string, CameraCredentials>(_credentials, StringComparer.Ordinal);
        if (given is not null)
            wished[camera.Value] = given;
        try
        {
            if (given is not null)
                CameraSecretsFile.Write(secretsPath, wished);
            GateFile.Replace(gatePath, settings);
            if (given is null && !keepsLogin && wished.Remove(camera.Value))
                CameraSecretsFile.Write(secretsPath, wished);
            _credentials = wished;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, e.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The gate's set-up could not be written ({Reason}); it stays as it was")]
    private static partial void LogNotWritten(ILogger logger, string reason);
}
