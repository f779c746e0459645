namespace Bawaba.Center.Operators;

/// <summary>Signing in and out, and whose session a cookie is.</summary>
public sealed class SignInDesk
{
    /// <summary>Checks name and password; takes the same time whether the name exists or not.</summary>
    public Task<SignInResult> SignInAsync(string userName, string password, string address, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Ends the actor's own session.</summary>
    public Task SignOutAsync(Actor actor, CancellationToken cancellation) => throw new NotImplementedException();
}
