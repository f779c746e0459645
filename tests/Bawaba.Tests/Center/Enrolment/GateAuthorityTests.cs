using Bawaba.Center.Enrolment;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Center.Enrolment;

public sealed class GateAuthorityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bawaba-authority-").FullName;
    private readonly FakeTimeProvider _time = new(CenterRig.Start);

    [Fact]
    public void It_is_made_once_and_found_again()
    {
        using var made = GateAuthority.Open(_folder, _time);
        using var found = GateAuthority.Open(_folder, _time);
        Assert.Equal(made.Certificate.Thumbprint, found.Certificate.Thumbprint);
        Assert.True(found.Certificate.HasPrivateKey);
    }

    [Fact]
    public void Its_key_is_its_owners_alone()
    {
        using var made = GateAuthority.Open(_folder, _time);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "authority.key.pem")));
    }

    [Theory]
    [InlineData("authority.pem")]
    [InlineData("authority.key.pem")]
    public void Half_of_one_is_refused_and_not_made_anew(string lost)
    {
        GateAuthority.Open(_folder, _time).Dispose();
        File.Delete(Path.Combine(_folder, lost));
        Assert.Throws<InvalidDataException>(() => GateAuthority.Open(_folder, _time));
        Assert.False(File.Exists(Path.Combine(_folder, lost)));
    }

    [Fact]
    public void A_damaged_one_is_refused()
    {
        GateAuthority.Open(_folder, _time).Dispose();
        File.WriteAllText(Path.Combine(_folder, "authority.pem"), "rubbish");
        Assert.Throws<InvalidDataException>(() => GateAuthority.Open(_folder, _time));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
