namespace Bawaba.Center.Operators;

/// <summary>What signing in over HTTP takes.</summary>
internal sealed record SignInBody(string UserName, string Password);
