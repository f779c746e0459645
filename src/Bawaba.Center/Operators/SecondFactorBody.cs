namespace Bawaba.Center.Operators;

/// <summary>What a first sign-in over HTTP gives where a second factor is to be set up.</summary>
internal sealed record SecondFactorBody(string Secret, string Uri);
