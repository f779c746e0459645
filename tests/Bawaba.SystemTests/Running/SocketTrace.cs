// What a process and all its children ask of the network, at the kernel: strace writes down each connect and each send with an address. Used
// by OutboundTests. Promises: an attempt is seen whether it succeeds or not, a name asked of a name server too.
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bawaba.SystemTests.Running;

internal static partial class SocketTrace
{
    private const string Calls = "connect,sendto,sendmsg,sendmmsg";

    /// <summary>The program and words to put before a command; only these calls stop it, and nothing of what is sent is written.</summary>
    internal static string[] Before(string log) => ["strace", "-f", "--seccomp-bpf", "-qq", "-e", $"trace={Calls}", "-e", "signal=none", "-e", "abbrev=none", "-s", "0", "-o", log];

    internal static IReadOnlyList<SocketTarget> Read(string log)
    {
        // strace still has it open.
        using var file = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = new List<string>();
        while (file.ReadLine() is { } line)
            lines.Add(line);
        return Parse(lines);
    }

    /// <summary>Every address of the network in the lines; other families (files, the kernel's own) are not the network.</summary>
    internal static IReadOnlyList<SocketTarget> Parse(IEnumerable<string> lines) =>
    [
        .. from line in lines
           let call = Call().Match(line)
           where call.Success
           from Match address in Address().Matches(line)
           select new SocketTarget(
               call.Groups["call"].Value,
               IPAddress.Parse(address.Groups["address"].Value),
               int.Parse(address.Groups["port"].Value, CultureInfo.InvariantCulture)),
    ];

    // "1234 connect(" with -f and -o. A line that another process broke into begins so too; its other half says only what came of it.
    [GeneratedRegex(@"^\d+ +(?<call>connect|sendto|sendmsg|sendmmsg)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex("""sa_family=AF_INET6?, sin6?_port=htons\((?<port>\d+)\), [^}]*?inet_(addr\(|pton\(AF_INET6, )"(?<address>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
