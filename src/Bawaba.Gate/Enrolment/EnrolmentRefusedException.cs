namespace Bawaba.Gate.Enrolment;

/// <summary>This computer could not enrol; the message is for the person at the keyboard.</summary>
public sealed class EnrolmentRefusedException(string message) : Exception(message);
