using Bawaba.Contracts.Officers;
using Bawaba.Contracts.SignIn;
using Bawaba.Gate.Officers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Gate.Officers;

public sealed class OfficerDoorTests
{
    [Fact]
    public async Task A_gate_that_starts_without_the_room_still_lets_its_officers_in()
    {
        await using var rig = await OfficerRig.StartAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(rig.Folder.File("officers.json")));
        var book = new OfficerBook(rig.Folder.File("officers.json"), rig.Time, NullLogger.Instance);
        using var door = new OfficerDoor(book, new(book, rig.Time), new(rig.Outbox, TimeProvider.System), rig.Time);
        var done = Assert.IsType<OfficerSignIn.Done>(await SignInAsync(door, OfficerRig.Password));
        Assert.Equal("a1", door.Find(done.Token)!.Officer.Account);
        Assert.Equal((OfficerActKind.SignedIn, done.Session.Id), (Assert.Single(rig.Acts()).Kind, rig.Acts()[0].Session));
    }

    [Fact]
    public async Task After_seven_days_without_the_room_nobody_is_let_in_and_sessions_have_ended()
    {
        await using var rig = await OfficerRig.StartAsync();
        rig.Time.Advance(OfficerBook.MaxAge);
        var done = Assert.IsType<OfficerSignIn.Done>(await SignInAsync(rig.Door, OfficerRig.Password));
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(rig.Door.Find(done.Token));
        Assert.IsType<OfficerSignIn.NotInTouch>(await SignInAsync(rig.Door, OfficerRig.Password));
        rig.Book.Take([rig.Officer], rig.Time.GetUtcNow());
        Assert.IsType<OfficerSignIn.Done>(await SignInAsync(rig.Door, OfficerRig.Password));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_even_for_the_right_one()
    {
        await using var rig = await OfficerRig.StartAsync();
        for (var i = 0; i < SignInThrottle.FailuresPerName; i++)
            Assert.IsType<OfficerSignIn.Refused>(await SignInAsync(rig.Door, "not the password"));
        Assert.IsType<OfficerSignIn.LockedOut>(await SignInAsync(rig.Door, OfficerRig.Password));
        Assert.Equal(OfficerActKind.SignInLocked, rig.Acts()[^1].Kind);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<OfficerSignIn.Done>(await SignInAsync(rig.Door, OfficerRig.Password));
    }

    [Fact]
    public async Task A_name_that_is_nobodys_is_refused_like_a_wrong_password_and_is_not_written_down()
    {
        await using var rig = await OfficerRig.StartAsync();
        Assert.IsType<OfficerSignIn.Refused>(await rig.Door.SignInAsync("my secret", OfficerRig.Password, "192.0.2.7", TestContext.Current.CancellationToken));
        Assert.Equal("", Assert.Single(rig.Acts()).Account);
    }

    [Fact]
    public async Task A_session_ends_with_the_posting_with_a_new_password_and_with_eight_hours()
    {
        await using var rig = await OfficerRig.StartAsync();
        var first = Assert.IsType<OfficerSignIn.Done>(await SignInAsync(rig.Door, OfficerRig.Password));
        rig.Book.Take([], rig.Time.GetUtcNow());
        Assert.Null(rig.Door.Find(first.Token));
        rig.Book.Take([rig.Officer], rig.Time.GetUtcNow());
        Assert.NotNull(rig.Door.Find(first.Token));
        rig.Book.Take([rig.Officer with { PasswordHash = "another" }], rig.Time.GetUtcNow());
        Assert.Null(rig.Door.Find(first.Token));
        rig.Book.Take([rig.Officer], rig.Time.GetUtcNow());
        rig.Time.Advance(OfficerSessions.Duration);
        Assert.Null(rig.Door.Find(first.Token));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_is_written_down()
    {
        await using var rig = await OfficerRig.StartAsync();
        var done = Assert.IsType<OfficerSignIn.Done>(await SignInAsync(rig.Door, OfficerRig.Password));
        await rig.Door.SignOutAsync(done.Token);
        Assert.Null(rig.Door.Find(done.Token));
        Assert.Equal(OfficerActKind.SignedOut, rig.Acts()[^1].Kind);
    }

    private static Task<OfficerSignIn> SignInAsync(OfficerDoor door, string password) =>
        door.SignInAsync("Salem", password, "192.0.2.7", TestContext.Current.CancellationToken);
}
