namespace Bawaba.Center.Alerts;

/// <summary>To whom an alert that nobody answered has gone on.</summary>
public enum EscalationLevel
{
    Operator = 0,
    Supervisor = 1,
    Commander = 2,
}
