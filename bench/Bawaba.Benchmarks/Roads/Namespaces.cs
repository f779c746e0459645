// A trial that changes the network does so in namespaces of its own: it starts itself again under `unshare`. As root directly,
// otherwise as root of a user namespace. Everything in them is gone when the process ends.
using System.Diagnostics;

namespace Bawaba.Benchmarks.Roads;

internal static class Namespaces
{
    internal const string Tunnels = "/dev/net/tun";
    private const string Mark = "BAWABA_TRIAL_NAMESPACE";

    /// <summary>Runs the trial inside, whichever side this process is on.</summary>
    internal static async Task<int> RunInsideAsync(string[] args, Func<Task<int>> trialAsync)
    {
        if (Environment.GetEnvironmentVariable(Mark) is null)
            return await StartInsideAsync(args);
        await IpAsync("link", "set", "lo", "up");
        await ToolAsync("mount", "-t", "tmpfs", "none", "/run");
        // A slim machine may lack the node of a device that its kernel has.
        if (!File.Exists(Tunnels))
            await ToolAsync("sh", "-c", $"mkdir -p {Path.GetDirectoryName(Tunnels)} && mknod {Tunnels} c 10 200");
        return await trialAsync();
    }

    internal static Task IpAsync(params IEnumerable<string> words) => ToolAsync("ip", words);

    private static async Task<int> StartInsideAsync(string[] args)
    {
        string[] flags = Environment.IsPrivilegedProcess ? ["-mn"] : ["-rmn"];
        var start = new ProcessStartInfo("unshare", [.. flags, "--propagation", "private", "dotnet", typeof(Namespaces).Assembly.Location, .. args]) { UseShellExecute = false };
        start.Environment[Mark] = "1";
        using var inside = Process.Start(start)!;
        await inside.WaitForExitAsync();
        return inside.ExitCode;
    }

    private static async Task ToolAsync(string program, params IEnumerable<string> words)
    {
        using var tool = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();
        if (tool.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {said.Trim()}");
    }
}
