namespace Bawaba.Contracts;

/// <summary>What an entry lets people do. Closed: no other word is an action.</summary>
public static class PermittedAction
{
    public const string Observe = "observe";
    public const string VerifyIdentity = "verify-identity";
    public const string StopAndNotify = "stop-and-notify";
    public const string ArrestUnderVerdict = "arrest-under-verdict";
    public const string WelfareCheck = "welfare-check";

    public static IReadOnlyList<string> All { get; } = [Observe, VerifyIdentity, StopAndNotify, ArrestUnderVerdict, WelfareCheck];
}
