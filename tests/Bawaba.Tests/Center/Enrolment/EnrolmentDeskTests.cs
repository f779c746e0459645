using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Enrolment;

public sealed class EnrolmentDeskTests
{
    [Fact]
    public async Task A_code_makes_one_computer_the_gate_it_is_bound_to()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var code = await rig.CodeAsync();
        var granted = Assert.IsType<EnrolResult.Granted>(await rig.EnrolAsync(code));
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(granted.Certificate.Certificate));
        Assert.Equal("CN=north", certificate.Subject);
        Assert.True(rig.Authority.Signed(certificate));
        Assert.Equal(A.North, (await rig.Desk.MemberAsync(certificate, rig.Cancellation))?.Gate);
        Assert.IsType<EnrolResult.CodeInvalid>(await rig.EnrolAsync(code));
    }

    [Fact]
    public async Task The_gate_begins_with_what_the_city_file_says_of_it()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var granted = Assert.IsType<EnrolResult.Granted>(await rig.EnrolAsync(await rig.CodeAsync()));
        Assert.Equal(A.Camera, granted.Certificate.Settings!.Cameras.Single().Id);
    }

    [Fact]
    public async Task A_code_dies_after_a_day_and_when_a_newer_one_is_made()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var older = await rig.CodeAsync();
        var newer = await rig.CodeAsync();
        Assert.IsType<EnrolResult.CodeInvalid>(await rig.EnrolAsync(older));
        rig.Center.Time.Advance(EnrolmentDesk.CodeLife);
        Assert.IsType<EnrolResult.CodeInvalid>(await rig.EnrolAsync(newer));
    }

    [Fact]
    public async Task The_store_keeps_no_code()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var code = await rig.CodeAsync();
        var kept = await rig.Center.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT secret_hash FROM enrolment_code", r => r.GetString(0)), rig.Cancellation);
        Assert.Equal([code.SecretHash], kept);
    }

    [Fact]
    public async Task A_request_that_cannot_be_granted_leaves_the_code_usable()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var code = await rig.CodeAsync();
        foreach (var request in (string[])["", "not base64", Convert.ToBase64String([1, 2, 3]), EnrolmentRig.Request(ECCurve.NamedCurves.nistP384), new string('A', 10_000)])
            Assert.IsType<EnrolResult.RequestInvalid>(await rig.EnrolAsync(code, request));
        Assert.IsType<EnrolResult.Granted>(await rig.EnrolAsync(code));
    }

    [Fact]
    public async Task A_request_signed_with_another_key_is_refused()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var request = Convert.FromBase64String(EnrolmentRig.Request());
        request[^5] ^= 1;
        Assert.IsType<EnrolResult.RequestInvalid>(await rig.EnrolAsync(await rig.CodeAsync(), Convert.ToBase64String(request)));
    }

    [Fact]
    public async Task Whoever_made_the_code_does_not_release_the_list()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var technician = await rig.Center.SignedInAsync(Role.Technician);
        using var certificate = await rig.EnrolledAsync(technician);
        Assert.False((await rig.Desk.MemberAsync(certificate, rig.Cancellation))!.IsReleased);
        Assert.IsType<MembershipResult.NotAllowed>(await rig.Desk.ReleaseAsync(technician, A.North, rig.Cancellation));
        var commander = await rig.Center.SignedInAsync(Role.Commander);
        Assert.IsType<MembershipResult.Done>(await rig.Desk.ReleaseAsync(commander, A.North, rig.Cancellation));
        Assert.True((await rig.Desk.MemberAsync(certificate, rig.Cancellation))!.IsReleased);
        Assert.IsType<MembershipResult.NothingToDo>(await rig.Desk.ReleaseAsync(commander, A.North, rig.Cancellation));
    }

    [Fact]
    public async Task A_revoked_computer_is_nobody_from_the_next_call_on()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var certificate = await rig.EnrolledAsync();
        Assert.IsType<MembershipResult.Done>(await rig.Desk.RevokeAsync(await rig.Center.SignedInAsync(Role.Commander), A.North, rig.Cancellation));
        Assert.Null(await rig.Desk.MemberAsync(certificate, rig.Cancellation));
        Assert.IsType<MembershipResult.NotAllowed>(await rig.Desk.RevokeAsync(await rig.Center.SignedInAsync(Role.Operator), A.North, rig.Cancellation));
    }

    [Fact]
    public async Task A_new_computer_takes_the_place_of_the_old_one_and_waits_for_its_own_release()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var old = await rig.EnrolledAsync();
        await rig.Desk.ReleaseAsync(await rig.Center.SignedInAsync(Role.Commander), A.North, rig.Cancellation);
        using var fresh = await rig.EnrolledAsync();
        Assert.Null(await rig.Desk.MemberAsync(old, rig.Cancellation));
        Assert.False((await rig.Desk.MemberAsync(fresh, rig.Cancellation))!.IsReleased);
    }

    [Fact]
    public async Task Renewal_keeps_the_release_and_ends_the_old_certificate_when_the_new_one_is_used()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var old = await rig.EnrolledAsync();
        await rig.Desk.ReleaseAsync(await rig.Center.SignedInAsync(Role.Commander), A.North, rig.Cancellation);
        rig.Center.Time.Advance(TimeSpan.FromDays(300));
        var member = (await rig.Desk.MemberAsync(old, rig.Cancellation))!;
        var renewed = Assert.IsType<EnrolResult.Granted>(await rig.Desk.RenewAsync(member, EnrolmentRig.Request(), "192.0.2.7", rig.Cancellation));
        using var fresh = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(renewed.Certificate.Certificate));
        // The answer may have been lost on the road: until the new one is used the old one stands.
        Assert.NotNull(await rig.Desk.MemberAsync(old, rig.Cancellation));
        Assert.True((await rig.Desk.MemberAsync(fresh, rig.Cancellation))!.IsReleased);
        Assert.Null(await rig.Desk.MemberAsync(old, rig.Cancellation));
    }

    [Fact]
    public async Task A_certificate_that_ran_out_still_delivers()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var certificate = await rig.EnrolledAsync();
        rig.Center.Time.Advance(TimeSpan.FromDays(3 * 365));
        Assert.True(rig.Authority.Signed(certificate));
        Assert.NotNull(await rig.Desk.MemberAsync(certificate, rig.Cancellation));
    }

    [Fact]
    public async Task Somebody_elses_certificate_is_not_ours()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = new CertificateRequest("CN=north", key, HashAlgorithmName.SHA256).CreateSelfSigned(rig.Center.Now, rig.Center.Now.AddDays(1));
        Assert.False(rig.Authority.Signed(stranger));
        Assert.Null(await rig.Desk.MemberAsync(stranger, rig.Cancellation));
    }

    [Fact]
    public async Task Only_those_who_may_make_codes_and_only_for_gates_that_exist()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        Assert.IsType<CodeResult.NotAllowed>(await rig.Desk.IssueCodeAsync(await rig.Center.SignedInAsync(Role.Operator), A.North, rig.Cancellation));
        Assert.IsType<CodeResult.GateUnknown>(await rig.Desk.IssueCodeAsync(await rig.Center.SignedInAsync(Role.Technician), GateId.Parse("nowhere"), rig.Cancellation));
    }

    [Fact]
    public async Task Every_step_is_in_the_audit_log()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        using var certificate = await rig.EnrolledAsync();
        await rig.Desk.ReleaseAsync(await rig.Center.SignedInAsync(Role.Commander), A.North, rig.Cancellation);
        await rig.Desk.RevokeAsync(await rig.Center.SignedInAsync(Role.Technician), A.North, rig.Cancellation);
        Assert.Equal(["GateCodeIssued", "GateEnrolled", "GateReleased", "GateRevoked"], (await rig.Center.ActsAsync()).Where(a => a.StartsWith("Gate", StringComparison.Ordinal)));
    }
}
