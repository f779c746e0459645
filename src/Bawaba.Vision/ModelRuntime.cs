// Keeps the library that runs the networks from reporting to its maker: since 1.29 its builds for Linux ask for a server of Microsoft's, and
// keep an identifier on the disk, unless told not to before anything else. Called by PlateReader before it touches the library.
using System.Runtime.InteropServices;

namespace Bawaba.Vision;

internal static partial class ModelRuntime
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Only before the library's first use, and for good.</summary>
    internal static void KeepSilent()
    {
        // The library asks the C runtime, which does not see what .NET changes in the environment.
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "1");
        else if (SetVariable(Variable, "1", overwrite: 1) != 0)
            throw new InvalidOperationException("the library that runs the networks could not be told to keep silent");
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
