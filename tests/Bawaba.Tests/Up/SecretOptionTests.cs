using Bawaba.Up;

namespace Bawaba.Tests.Up;

public sealed class SecretOptionTests : IDisposable
{
    private const string Word = "hunter-word";
    private const string WithoutPassword = "Host=localhost;Database=bawaba;Username=center";
    private const string WithPassword = WithoutPassword + ";Password=" + Word;
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("bawaba-secret-").FullName, "db");

    [Fact]
    public void Without_any_of_the_three_the_store_is_SQLite() => Assert.Null(SecretOption.Store().Read(null, null, " "));

    [Fact]
    public void An_argument_is_taken_without_a_password_and_refused_with_one_and_the_refusal_does_not_repeat_it()
    {
        Assert.False(SecretOption.Store().Read(WithoutPassword, null, null)!.HasPassword);
        var refused = Assert.Throws<UpRefusedException>(() => SecretOption.Store().Read(WithPassword, null, null));
        Assert.Contains("--db-file", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, refused.Message, StringComparison.Ordinal);
        var nats = Assert.Throws<UpRefusedException>(() => SecretOption.Nats().Read("nats://center:" + Word + "@127.0.0.1:4222", null, null));
        Assert.Contains("--nats-file", nats.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, nats.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_comes_from_the_environment_or_a_private_file_and_the_address_shows_none()
    {
        Write(WithPassword + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var address in new[] { SecretOption.Store().Read(null, _path, null)!, SecretOption.Store().Read(null, null, WithPassword)! })
        {
            Assert.True(address.HasPassword);
            Assert.Equal("PostgreSQL database 'bawaba' at localhost:5432", address.ToString());
        }
    }

    [Fact]
    public void A_file_that_others_may_read_is_refused_and_so_is_one_that_is_not_there()
    {
        Write(WithPassword, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Refusal(null, _path), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refusal(null, _path + "-none"), StringComparison.Ordinal);
        Assert.Contains("both", Refusal(WithoutPassword, _path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.example;Database=bawaba;Password=" + Word)]
    [InlineData("Host=db.example;Database=bawaba;SSL Mode=Require;Password=" + Word)]
    [InlineData("Host=localhost,db.example;Database=bawaba;Password=" + Word)]
    [InlineData("Database=bawaba;Password=" + Word)]
    [InlineData("Nothing=" + Word)]
    [InlineData(Word)]
    public void What_cannot_be_used_or_would_cross_the_network_in_clear_is_refused_without_repeating_it(string text)
    {
        Write(text, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.DoesNotContain(Word, Refusal(null, _path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.example;Database=bawaba;SSL Mode=VerifyFull")]
    [InlineData("Host=/run/postgresql;Database=bawaba")]
    [InlineData("Host=[::1];Database=bawaba")]
    [InlineData("Host=127.0.0.1:5433,localhost;Database=bawaba")]
    public void TLS_that_checks_who_answers_or_this_machine_is_taken(string text) => Assert.NotNull(SecretOption.Store().Read(text, null, null));

    [Theory]
    [InlineData("nats://nats.example:4222")]
    [InlineData("http://127.0.0.1:4222")]
    [InlineData("127.0.0.1:4222")]
    public void A_NATS_server_elsewhere_without_TLS_or_another_kind_of_address_is_refused(string text) =>
        Assert.Throws<UpRefusedException>(() => SecretOption.Nats().Read(text, null, null));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static string Refusal(string? argument, string? path) => Assert.Throws<UpRefusedException>(() => SecretOption.Store().Read(argument, path, null)).Message;

    private void Write(string text, UnixFileMode mode)
    {
        File.WriteAllText(_path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_path, mode);
    }
}
