namespace Bawaba.GateConsole.SignIn;

/// <summary>Why a sign-in at the gate did not work, as far as the page may say.</summary>
internal enum GateSignInFault
{
    None = 0,
    Refused = 1,
    LockedOut = 2,

    /// <summary>The center was not heard for too long.</summary>
    NotInTouch = 3,

    /// <summary>The gate cannot store its record.</summary>
    NotWritten = 4,
}
