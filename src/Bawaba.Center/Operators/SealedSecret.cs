namespace Bawaba.Center.Operators;

/// <summary>A second factor as the store may have it: only <see cref="SecretSeal"/> makes one.</summary>
internal readonly record struct SealedSecret(string Text);
