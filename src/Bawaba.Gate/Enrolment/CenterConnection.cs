// How a gate's computer speaks HTTPS to the center: made here for enrolment and for the road, with limits on everything.
// Promises: no proxy and no redirect takes a call elsewhere; a call that hangs ends by itself.
using System.Net.Security;

namespace Bawaba.Gate.Enrolment;

internal static class CenterConnection
{
    private const int MaxAnswerBytes = 16 << 20;
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan IdleLife = TimeSpan.FromMinutes(2);

    /// <param name="center">https://host:port.</param>
    /// <param name="isCenter">Whether who answers is believed.</param>
    /// <param name="identity">Stays the caller's; null before there is one.</param>
    /// <param name="callPatience">After this a call is over.</param>
    internal static HttpClient Open(Uri center, RemoteCertificateValidationCallback isCenter, GateIdentity? identity, TimeSpan callPatience)
    {
        var tls = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = isCenter };
        if (identity is not null)
        {
            tls.ClientCertificates = [identity.Certificate];
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => identity.Certificate;
        }
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectPatience,
            KeepAlivePingDelay = Ping,
            KeepAlivePingTimeout = Ping,
            PooledConnectionIdleTimeout = IdleLife,
            SslOptions = tls,
        };
        return new(handler, disposeHandler: true) { BaseAddress = center, Timeout = callPatience, MaxResponseContentBufferSize = MaxAnswerBytes };
    }
}
