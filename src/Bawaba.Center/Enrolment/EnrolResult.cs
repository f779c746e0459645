using Bawaba.Contracts.Enrolment;

namespace Bawaba.Center.Enrolment;

/// <summary>The outcome of a gate's computer asking for a certificate. Closed.</summary>
internal abstract record EnrolResult
{
    private EnrolResult()
    {
    }

    internal sealed record Granted(GateCertificate Certificate) : EnrolResult;

    /// <summary>The code is unknown, used, too old or replaced: one word for all of them.</summary>
    internal sealed record CodeInvalid : EnrolResult;

    /// <summary>The certificate request is damaged, or for another kind of key than ECDSA P-256.</summary>
    internal sealed record RequestInvalid : EnrolResult;

    internal sealed record StoreUnavailable : EnrolResult;
}
