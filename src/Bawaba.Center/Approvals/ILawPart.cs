namespace Bawaba.Center.Approvals;

/// <summary>A part of the law that this process keeps in memory and reads again when any process of the store changed it.</summary>
internal interface ILawPart
{
    /// <summary>Its name in the store's marks.</summary>
    string Part { get; }

    Task LoadAsync(CancellationToken cancellation);
}
