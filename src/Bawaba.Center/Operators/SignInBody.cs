namespace Bawaba.Center.Operators;

/// <summary>What signing in over HTTP takes.</summary>
/// <param name="UserName">As it was given.</param>
/// <param name="Password">As it was chosen.</param>
/// <param name="Code">Six digits of the second factor, where the account has one.</param>
internal sealed record SignInBody(string UserName, string Password, string? Code = null);
