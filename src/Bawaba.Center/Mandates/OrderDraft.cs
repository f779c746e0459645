using System.Globalization;

namespace Bawaba.Center.Mandates;

/// <summary>An activation order as it is written by a person: texts, not yet looked at.</summary>
public sealed record OrderDraft
{
    /// <summary>Left out: the center gives one.</summary>
    public string? Id { get; init; }

    /// <summary>activation, retention or recording; left out: activation.</summary>
    public string? Kind { get; init; }

    public string? Purpose { get; init; }

    public string? InstrumentNumber { get; init; }

    public string? Issuer { get; init; }

    /// <summary>A day, such as 2026-11-25.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>With commas between.</summary>
    public string? Gates { get; init; }

    /// <summary>With commas between.</summary>
    public string? Categories { get; init; }

    /// <summary>An instant, such as 2026-12-20T09:00:00Z.</summary>
    public string? FromAt { get; init; }

    /// <summary>An instant.</summary>
    public string? UntilAt { get; init; }

    /// <summary>A clock, such as 20:00; with <see cref="HoursUntil"/>, or neither.</summary>
    public string? HoursFrom { get; init; }

    public string? HoursUntil { get; init; }

    /// <summary>The order it renews; needs <see cref="Results"/>.</summary>
    public string? Renews { get; init; }

    /// <summary>What came of the order it renews.</summary>
    public string? Results { get; init; }

    /// <summary>A draft as it stands, to be written on.</summary>
    public static OrderDraft Of(ActivationOrder order) => new()
    {
        Id = order.Id.Value,
        Kind = order.Kind,
        Purpose = order.Purpose,
        InstrumentNumber = order.InstrumentNumber,
        Issuer = order.Issuer,
        IssuedOn = order.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Gates = string.Join(',', order.Gates.Select(g => g.Value)),
        Categories = string.Join(',', order.Categories),
        FromAt = order.FromAt.ToString("O", CultureInfo.InvariantCulture),
        UntilAt = order.UntilAt.ToString("O", CultureInfo.InvariantCulture),
        HoursFrom = Clock(order.Hours?.FromMinute),
        HoursUntil = Clock(order.Hours?.UntilMinute),
        Renews = order.Renews?.Value,
        Results = order.Results,
    };

    private static string? Clock(int? minute) =>
        minute is { } m ? new TimeOnly(m / 60, m % 60).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}
