// What every caller of the project relies on: one launcher, one command that runs every test, and its last line.
namespace Bawaba.Tests.Architecture;

public sealed class LauncherTests
{
    [Fact]
    public void The_build_machine_runs_the_launchers_test_verb_and_nothing_clever()
    {
        var lines = Repository.File(".ci/run").Lines.Where(l => l.Length > 0 && (!l.StartsWith('#') || l.StartsWith("#!", StringComparison.Ordinal))).ToList();
        Assert.Equal(4, lines.Count);
        Assert.Equal("exec ./bawaba test", lines[^1]);
    }

    [Theory]
    [InlineData("bawaba")]
    [InlineData(".ci/run")]
    public void A_script_can_be_started_as_it_stands(string path)
    {
        var file = Repository.File(path);
        Assert.StartsWith("#!/usr/bin/env bash", file.Lines[0], StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(file.FullPath).HasFlag(UnixFileMode.UserExecute), $"{path} is not executable");
    }

    [Fact]
    public void The_launcher_knows_the_verbs_and_both_suites_and_limits_their_time()
    {
        var launcher = Repository.File("bawaba").Text;
        Assert.All((string[])["up", "read", "test"], verb => Assert.Contains($"./bawaba {verb}", launcher, StringComparison.Ordinal));
        Assert.All((string[])["Bawaba.Tests=", "Bawaba.SystemTests=", "--timeout"], part => Assert.Contains(part, launcher, StringComparison.Ordinal));
        Assert.Contains("'%s passed, %s failed\\n'", launcher, StringComparison.Ordinal);
    }
}
