using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bawaba.Center.Operators;

/// <summary>Turns the session cookie into a principal; the only scheme of the center.</summary>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "BawabaSession";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => throw new NotImplementedException();
}
