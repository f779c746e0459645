namespace Bawaba.Proof.Passkeys;

/// <summary>What a browser or an authenticator sent is not what it must be. The message says which part, never a secret.</summary>
public sealed class PasskeyException : Exception
{
    public PasskeyException()
    {
    }

    public PasskeyException(string message)
        : base(message)
    {
    }

    public PasskeyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
