// A center with an authority, and what a gate's computer does to enrol, without the network.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Center;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Operators;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Tests.Center.Enrolment;

internal sealed class EnrolmentRig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bawaba-authority-").FullName;

    private EnrolmentRig()
    {
    }

    internal CenterRig Center { get; private set; } = null!;

    internal EnrolmentDesk Desk => Center.Get<EnrolmentDesk>();

    internal GateAuthority Authority => Center.Get<GateAuthority>();

    internal CancellationToken Cancellation => Center.Cancellation;

    internal static async Task<EnrolmentRig> StartAsync()
    {
        var rig = new EnrolmentRig();
        rig.Center = await CenterRig.StartAsync(register: services => services.AddGateDoor(GateAuthority.Open(rig._folder, services
            .Select(s => s.ImplementationInstance).OfType<TimeProvider>().First())));
        return rig;
    }

    internal async Task<EnrolmentCode> CodeAsync(Actor? issuer = null)
    {
        issuer ??= await Center.SignedInAsync(Role.Technician);
        var issued = Assert.IsType<CodeResult.Issued>(await Desk.IssueCodeAsync(issuer, A.North, Cancellation));
        Assert.True(EnrolmentCode.TryParse(issued.Code, out var code));
        return code;
    }

    internal Task<EnrolResult> EnrolAsync(EnrolmentCode code, string? request = null) =>
        Desk.EnrolAsync(new() { Secret = code.RevealSecret(), CertificateRequest = request ?? Request() }, "192.0.2.7", Cancellation);

    /// <summary>An enrolled computer's certificate.</summary>
    internal async Task<X509Certificate2> EnrolledAsync(Actor? issuer = null)
    {
        var granted = Assert.IsType<EnrolResult.Granted>(await EnrolAsync(await CodeAsync(issuer)));
        Assert.Equal(A.North, granted.Certificate.Gate);
        return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(granted.Certificate.Certificate));
    }

    internal static string Request(ECCurve? curve = null)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(new CertificateRequest("CN=somebody else", key, HashAlgorithmName.SHA256).CreateSigningRequest());
    }

    public async ValueTask DisposeAsync()
    {
        await Center.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
