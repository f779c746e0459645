// What a browser says it was asked (collectedClientData, Web Authentication Level 3, 5.8.1): JSON that the authenticator's
// signature covers. Read by PasskeyRegistration and PasskeyAssertion.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Proof.Passkeys;

internal sealed record ClientData
{
    internal const int MaxBytes = 4_096;
    internal const string Create = "webauthn.create";
    internal const string Get = "webauthn.get";

    public string Type { get; init; } = "";

    public string Challenge { get; init; } = "";

    public string Origin { get; init; } = "";

    public bool CrossOrigin { get; init; }

    /// <exception cref="PasskeyException">It is no such JSON, or answers another question.</exception>
    internal static void Check(ReadOnlySpan<byte> json, string type, ReadOnlySpan<byte> challenge, RelyingParty party)
    {
        if (json.Length > MaxBytes)
            throw new PasskeyException("client data is too long");
        var data = Parse(json);
        if (!string.Equals(data.Type, type, StringComparison.Ordinal))
            throw new PasskeyException("client data is of another kind of ceremony");
        if (!string.Equals(data.Challenge, System.Buffers.Text.Base64Url.EncodeToString(challenge), StringComparison.Ordinal))
            throw new PasskeyException("client data answers another challenge");
        if (data.CrossOrigin || (party.Origins.Count > 0 && !party.Origins.Contains(data.Origin, StringComparer.Ordinal)))
            throw new PasskeyException("client data comes from another origin");
    }

    private static ClientData Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ClientDataJson.Default.ClientData) ?? throw new PasskeyException("client data is empty");
        }
        catch (JsonException e)
        {
            throw new PasskeyException("client data is no JSON", e);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClientData))]
internal sealed partial class ClientDataJson : JsonSerializerContext;
