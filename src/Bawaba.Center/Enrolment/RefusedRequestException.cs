namespace Bawaba.Center.Enrolment;

/// <summary>Undoes the transaction in which a code was used for a request that cannot be granted.</summary>
internal sealed class RefusedRequestException : Exception;
