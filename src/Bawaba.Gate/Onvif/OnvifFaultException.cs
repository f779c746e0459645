namespace Bawaba.Gate.Onvif;

/// <summary>Why a search or a device gave nothing. The code is for screens to translate.</summary>
/// <param name="reasonCode">network, no-answer, login or not-onvif.</param>
/// <param name="message">For the log.</param>
internal sealed class OnvifFaultException(string reasonCode, string message) : Exception(message)
{
    internal string ReasonCode { get; } = reasonCode;
}
