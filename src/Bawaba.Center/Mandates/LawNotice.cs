using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

/// <summary>Something about an order that people have to know; told once.</summary>
public sealed record LawNotice
{
    /// <summary>An order was renewed: by another instrument, with the results of the one before.</summary>
    public const string Renewed = "renewed";

    /// <summary>Days before an order's end on which it is said.</summary>
    public static readonly IReadOnlyList<int> WarningDays = [14, 7, 1];

    public required string Id { get; init; }

    public required MandateId Order { get; init; }

    /// <summary><see cref="Renewed"/>, or <see cref="EndsIn"/> of one of <see cref="WarningDays"/>.</summary>
    public required string What { get; init; }

    public required string InstrumentNumber { get; init; }

    /// <summary>Coded words.</summary>
    public required string Detail { get; init; }

    public required DateTimeOffset NoticedAt { get; init; }

    /// <summary>When an auditor marked it as seen; null: nobody has.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public static string EndsIn(int days) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ends-in-{days}");

    /// <summary>The warning that is due for the order now; null where none is, or it is too short for any.</summary>
    internal static int? WarningOf(ActivationOrder order, DateTimeOffset now)
    {
        if (order.State is not OrderState.Approved || now < order.FromAt || now >= order.UntilAt)
            return null;
        // The last step that has been reached; an order no longer than a step has no such warning.
        var reached = WarningDays.Where(d => order.UntilAt - now <= TimeSpan.FromDays(d) && order.UntilAt - order.FromAt > TimeSpan.FromDays(d)).ToArray();
        return reached.Length == 0 ? null : reached.Min();
    }
}
