namespace Bawaba.Contracts.Enrolment;

/// <summary>What a gate's computer sends to become a gate.</summary>
public sealed record EnrolmentRequest
{
    /// <summary>The code's secret, hexadecimal.</summary>
    public required string Secret { get; init; }

    /// <summary>PKCS#10 request for the key the gate made, base64. Its names are not taken: the code says which gate it is.</summary>
    public required string CertificateRequest { get; init; }
}
