// Puts the further pictures of a hit to its alert. Called by CenterLink in the transaction that stores the record. Promises: those of the
// gate's own hit alone, never after its pictures were erased, no more and no larger than a hit may have; the alert's version stays.
using System.Data.Common;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class FrameIntake
{
    /// <summary>The alert they were put to; null where nothing was taken.</summary>
    internal static Alert? Take(DbConnection connection, GateId gate, HitFrames frames)
    {
        if (!Enum.IsDefined(frames.Kind) || AlertSql.FindBy(connection, frames.Entry, frames.Passage) is not var (alert, _))
            return null;
        if (alert.Gate != gate || !alert.HasPictures || alert.ErasedAt is not null)
            return null;
        var (count, bytes) = FrameSql.Held(connection, alert.Id, frames.Kind);
        var taken = 0;
        foreach (var frame in frames.Frames)
        {
            bytes += frame.Jpeg.Length;
            if (count + taken >= HitFrames.MostOf(frames.Kind) || bytes > HitFrames.MostBytes)
                break;
            if (frame.Jpeg.Length > 0)
                taken += FrameSql.Put(connection, alert.Id, frames.Kind, frame);
        }
        return taken > 0 ? alert : null;
    }
}
