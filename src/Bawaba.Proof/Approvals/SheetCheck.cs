// Whether a sheet was signed by a passkey of the ring. Asked by the center before it keeps a sheet, by each gate before it
// believes the center. Pure.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Proof.Approvals;

/// <summary>Challenges and checks of approvals.</summary>
public static class SheetCheck
{
    /// <summary>What the passkey is asked to sign: everything a sheet says but the signature.</summary>
    public static byte[] ChallengeOf(ApprovalSheet sheet)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { "bawaba approval 1", sheet.Id, sheet.Kind, sheet.Approver })
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            AppendNumber(hash, bytes.Length);
            hash.AppendData(bytes);
        }
        AppendNumber(hash, (sheet.ApprovedAt.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        hash.AppendData(Decode(sheet.Leaves, ApprovalSheet.MaxLeaves * Leaf.Bytes));
        return hash.GetHashAndReset();
    }

    /// <summary>The key of the ring that signed.</summary>
    /// <exception cref="PasskeyException">No key of the ring did, or not this.</exception>
    public static ApproverKey Check(ApprovalSheet sheet, KeyRing ring)
    {
        var key = ring.Keys.FirstOrDefault(k => string.Equals(k.Credential, sheet.Credential, StringComparison.Ordinal))
            ?? throw new PasskeyException("the passkey is not of the ring");
        if (!string.Equals(key.Account, sheet.Approver, StringComparison.Ordinal))
            throw new PasskeyException("the passkey is somebody else's");
        AssertionOf(sheet).Check(new() { Id = key.Credential, Point = key.Point }, ChallengeOf(sheet), new() { Id = ring.Host });
        return key;
    }

    /// <summary>The hashes a sheet approves.</summary>
    public static IReadOnlySet<string> LeavesOf(ApprovalSheet sheet)
    {
        var bytes = Decode(sheet.Leaves, ApprovalSheet.MaxLeaves * Leaf.Bytes);
        return bytes.Chunk(Leaf.Bytes).Select(Convert.ToBase64String).ToHashSet(StringComparer.Ordinal);
    }

    internal static PasskeyAssertion AssertionOf(ApprovalSheet sheet) => new()
    {
        Credential = sheet.Credential,
        AuthenticatorData = Decode(sheet.AuthenticatorData, AuthenticatorData.MaxBytes),
        ClientDataJson = Decode(sheet.ClientData, ClientData.MaxBytes),
        Signature = Decode(sheet.Signature, PasskeyAssertion.MaxSignatureBytes),
    };

    private static byte[] Decode(string base64, int maxBytes)
    {
        if (base64.Length > (maxBytes + 2) / 3 * 4)
            throw new PasskeyException("a part of the sheet is too long");
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException e)
        {
            throw new PasskeyException("a part of the sheet is no base64", e);
        }
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
