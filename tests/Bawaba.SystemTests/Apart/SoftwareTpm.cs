// A TPM in software (swtpm), and what systemd does with it: seals a credential so that this one alone opens it.
using System.Net;
using System.Net.Sockets;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Apart;

internal sealed class SoftwareTpm : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BoundProcess _process;
    private readonly int _port;

    private SoftwareTpm(BoundProcess process, int port) => (_process, _port) = (process, port);

    /// <summary>The TPM whose state lies in the folder; a new one where there is none.</summary>
    internal static async Task<SoftwareTpm> StartAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        // The library takes the port behind the data port for control.
        var port = PairOfPorts();
        var process = await BoundProcess.StartAsync(
            "TERM", null, "swtpm", "socket", "--tpm2", "--tpmstate", $"dir={folder}", "--ctrl", $"type=tcp,port={port + 1}", "--server", $"type=tcp,port={port}",
            "--flags", "not-need-init,startup-clear");
        var started = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(port + 1))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, process.Said());
            await Task.Delay(50);
        }
        return new(process, port);
    }

    internal Task EncryptAsync(string secret, string credential) => CredsAsync("encrypt", secret, credential, "--with-key=tpm2", "--tpm2-pcrs=7");

    /// <summary>Throws where it was sealed for another.</summary>
    internal Task DecryptAsync(string credential, string secret) => CredsAsync("decrypt", credential, secret);

    public async ValueTask DisposeAsync() => await _process.DisposeAsync();

    private Task CredsAsync(string verb, string from, string to, params IEnumerable<string> more) => BoundProcess.RunAsync(
        null, "systemd-creds", [$"--tpm2-device=swtpm:host=127.0.0.1,port={_port}", "--name=bawaba-list-key", .. more, verb, from, to]);

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int PairOfPorts()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            using var second = new TcpListener(IPAddress.Loopback, port + 1);
            try
            {
                second.Start();
                return port;
            }
            catch (SocketException)
            {
                continue;
            }
        }
    }
}
