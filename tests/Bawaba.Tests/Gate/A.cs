// Builders of the records that cross the gate, each valid as it comes.
using Bawaba.Contracts;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Passages;

namespace Bawaba.Tests.Gate;

internal static class A
{
    internal static readonly DateTimeOffset Morning = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    internal static Passage Passage(string? plate = "5-12345", DateTimeOffset? at = null) => new()
    {
        Id = new(Guid.CreateVersion7(at ?? Morning)),
        Camera = CameraId.Parse("camera-1"),
        Lane = LaneId.Parse("lane-1"),
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        FirstSeenAt = (at ?? Morning).AddSeconds(-2),
        LastSeenAt = at ?? Morning,
        CommittedAt = at ?? Morning,
        Frames = 9,
        Outcome = plate is null ? PlateOutcome.NoPlate : PlateOutcome.Read,
        Plate = plate is null ? null : new PlateText(plate),
        Country = plate is null ? null : "LY",
        Confidence = plate is null ? 0 : 0.9f,
    };

    internal static PassageSighting Sighting(string? plate = "5-12345", int revision = 0) =>
        new() { Passage = Passage(plate), Revision = revision, Motion = PictureMotion.Approaching };

    internal static ListEntry Entry(string plate = "5-12345", string id = "entry-1", string category = "stolen-vehicle") => new()
    {
        Id = EntryId.Parse(id),
        Plate = new(plate),
        Category = category,
        PermittedAction = "stop-and-notify",
        ExpiresAt = Morning.AddDays(10),
    };

    internal static ActivationSlice Activation(params string[] categories) => new()
    {
        Id = MandateId.Parse("mandate-1"),
        FromAt = Morning.AddHours(-1),
        UntilAt = Morning.AddDays(20),
        Categories = categories.Length > 0 ? categories : ["stolen-vehicle"],
    };

    internal static GateOrders Orders(IReadOnlyList<ListEntry>? entries = null, IReadOnlyList<ActivationSlice>? activations = null) => new()
    {
        Version = 1,
        IssuedAt = Morning,
        Activations = activations ?? [Activation()],
        Entries = entries ?? [Entry()],
    };

    internal static OutboxItem CountItem(DateTimeOffset? at = null) => new()
    {
        RecordedAt = at ?? Morning,
        Count = new()
        {
            Passage = new(Guid.CreateVersion7(at ?? Morning)),
            Camera = CameraId.Parse("camera-1"),
            Lane = LaneId.Parse("lane-1"),
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Outcome = PlateOutcome.Read,
            PassedAt = at ?? Morning,
        },
    };

    internal static OutboxItem HitItem(string plate = "5-12345", int pictureBytes = 2000) => new()
    {
        RecordedAt = Morning,
        Hit = new()
        {
            Passage = new(Guid.CreateVersion7(Morning)),
            Entry = EntryId.Parse("entry-1"),
            Mandate = MandateId.Parse("mandate-1"),
            Camera = CameraId.Parse("camera-1"),
            Lane = LaneId.Parse("lane-1"),
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Plate = new(plate),
            Confidence = 0.9f,
            PassedAt = Morning,
            CapturedAt = Morning,
            MatchedAt = Morning,
        },
        Pictures = new() { CropJpeg = new byte[pictureBytes], OverviewJpeg = new byte[pictureBytes] },
    };
}
