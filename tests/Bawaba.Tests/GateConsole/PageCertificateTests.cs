using System.Security.Cryptography.X509Certificates;
using Bawaba.GateConsole;
using Bawaba.GateConsole.Security;
using Bawaba.Tests.Gate;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.GateConsole;

public sealed class PageCertificateTests
{
    [Theory]
    [InlineData("192.168.7.10", "192.168.7.11")]
    [InlineData("gate.internal", "bank.example")]
    public void The_gates_own_authority_speaks_for_its_host_and_for_no_other(string host, string other)
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(Morning);
        using var certificate = PageCertificate.Open(folder.Path, host, time);
        using var authority = X509CertificateLoader.LoadCertificateFromFile(folder.File(PageCertificate.AuthorityFile));
        Assert.True(Chains(authority, certificate, out var why), why);
        Assert.True(certificate.MatchesHostname(host));
        // Whoever takes the authority's key from a stolen gate cannot pose as another host.
        using var key = X509Certificate2.CreateFromPemFile(folder.File(PageCertificate.AuthorityFile), folder.File("authority.key.pem"));
        using var forged = Forge(key, other);
        Assert.False(Chains(authority, forged, out _));
        using var forgedName = Forge(key, host.Contains("gate", StringComparison.Ordinal) ? "10.0.0.1" : "bank.example");
        Assert.False(Chains(authority, forgedName, out _));
    }

    [Fact]
    public void A_restart_keeps_the_authority_and_another_host_makes_a_new_one()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(Morning);
        using (PageCertificate.Open(folder.Path, "192.168.7.10", time))
        {
        }
        var before = File.ReadAllText(folder.File(PageCertificate.AuthorityFile));
        time.Advance(TimeSpan.FromDays(380));
        using var again = PageCertificate.Open(folder.Path, "192.168.7.10", time);
        Assert.Equal(before, File.ReadAllText(folder.File(PageCertificate.AuthorityFile)));
        Assert.True(again.NotAfter.ToUniversalTime() > time.GetUtcNow().UtcDateTime.AddDays(300));
        using var moved = PageCertificate.Open(folder.Path, "192.168.7.12", time);
        Assert.NotEqual(before, File.ReadAllText(folder.File(PageCertificate.AuthorityFile)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("authority.key.pem")));
    }

    [Theory]
    [InlineData("http://localhost:8485")]
    [InlineData("https://0.0.0.0:8485")]
    [InlineData("https://[::]:8485")]
    [InlineData("https://u:p@gate:8485")]
    [InlineData("https://gate:8485/page")]
    [InlineData("gate")]
    public void An_address_that_is_not_the_pages_is_refused(string address) => Assert.NotNull(GateConsoleServer.FaultOf(address));

    private static readonly DateTimeOffset Morning = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    private static bool Chains(X509Certificate2 authority, X509Certificate2 certificate, out string why)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Morning.UtcDateTime;
        var good = chain.Build(certificate);
        why = string.Join(", ", chain.ChainStatus.Select(s => s.StatusInformation));
        return good;
    }

    private static X509Certificate2 Forge(X509Certificate2 authority, string host)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        if (System.Net.IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        var request = new CertificateRequest("CN=forged", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(authority, Morning.AddHours(-1), Morning.AddDays(1), [1, 2, 3]);
    }
}
