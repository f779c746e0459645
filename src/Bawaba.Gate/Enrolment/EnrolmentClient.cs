// How this computer enrols: with a code that a person typed, at the center the code names. Called once, by `bawaba gate`.
// Promises: the secret is sent only to a center whose authority the code names, and the key never leaves this computer.
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Gate.Enrolment;

/// <summary>Enrols this computer as a gate.</summary>
public static class EnrolmentClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="EnrolmentRefusedException">The center said no, is not the one the code names, or cannot be reached.</exception>
    public static async Task<(GateIdentity Identity, GateCertificate Answer)> EnrolAsync(Uri center, EnrolmentCode code, string folder, CancellationToken cancellation)
    {
        using var authority = await AuthorityAsync(center, code, cancellation).ConfigureAwait(false);
        using var client = CenterConnection.Open(center, (_, presented, _, _) => CenterTrust.Believes(authority, presented), identity: null, Patience);
        var (key, request) = GateIdentity.Ask();
        using (key)
        {
            try
            {
                using var response = await client.PostAsJsonAsync(
                    GateRoutes.Prefix + GateRoutes.Enrol,
                    new() { Secret = code.RevealSecret(), CertificateRequest = Convert.ToBase64String(request) },
                    ContractsJson.Default.EnrolmentRequest,
                    cancellation).ConfigureAwait(false);
                if (!response.IsSuccessStatusCode)
                    throw new EnrolmentRefusedException(Why(response.StatusCode));
                var answer = await response.Content.ReadFromJsonAsync(ContractsJson.Default.GateCertificate, cancellation).ConfigureAwait(false)
                    ?? throw new EnrolmentRefusedException("the center answered nothing");
                return !code.Names(Convert.FromBase64String(answer.Authority))
                    ? throw new EnrolmentRefusedException("the center named another authority than the code")
                    : (GateIdentity.Keep(folder, key, answer), answer);
            }
            catch (HttpRequestException e) when (e.InnerException is System.Security.Authentication.AuthenticationException)
            {
                throw new EnrolmentRefusedException($"{center} is not the center this code names; nothing was sent to it");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                throw new EnrolmentRefusedException($"{center} cannot be reached: {e.Message}");
            }
        }
    }

    // The authority's certificate is public and is asked for of whoever answers; the code says whether it is the right one.
    private static async Task<X509Certificate2> AuthorityAsync(Uri center, EnrolmentCode code, CancellationToken cancellation)
    {
#pragma warning disable CA5359 // Only a public certificate is asked for here, and it is compared with the code before anything is said.
        using var client = CenterConnection.Open(center, (_, _, _, _) => true, identity: null, Patience);
#pragma warning restore CA5359
        byte[] certificate;
        try
        {
            using var response = await client.GetAsync(GateRoutes.Prefix + GateRoutes.Authority, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new EnrolmentRefusedException(Why(response.StatusCode));
            certificate = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new EnrolmentRefusedException($"{center} cannot be reached: {e.Message}");
        }
        return code.Names(certificate)
            ? X509CertificateLoader.LoadCertificate(certificate)
            : throw new EnrolmentRefusedException($"{center} is not the center this code names; nothing was sent to it");
    }

    private static string Why(System.Net.HttpStatusCode status) => status switch
    {
        System.Net.HttpStatusCode.Forbidden => "the center does not know this code: it was used, replaced, or is older than a day",
        System.Net.HttpStatusCode.TooManyRequests => "too many tries from this address; wait a minute",
        System.Net.HttpStatusCode.NotFound => "the center speaks another version of the gates' protocol",
        _ => $"the center answered {(int)status}",
    };
}
