// A room with the log's desk at hand.
using Bawaba.Center.Calls;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Calls;

internal static class CallRig
{
    internal static CallDraft Draft(CenterRig rig, string what = "A lorry stands across the road", string caller = "A driver") => new()
    {
        Request = Guid.CreateVersion7(rig.Now).ToString(),
        Channel = nameof(CallChannel.Phone),
        Caller = caller,
        What = what,
        Place = "Kilometre 12",
    };

    internal static async Task<CallEntry> RecordAsync(CenterRig rig, Actor actor, CallDraft draft) =>
        Assert.IsType<CallResult.Done>(await rig.Get<CallDesk>().RecordAsync(actor, draft, rig.Cancellation)).Call;

    internal static async Task<CallPage> SearchAsync(CenterRig rig, Actor actor, CallQuery query) =>
        Assert.IsType<Reading<CallPage>.Granted>(await rig.Get<CallDesk>().SearchAsync(actor, query, rig.Cancellation)).Value;

    internal static Task<Actor> OperatorAsync(CenterRig rig, DirectorateId? directorate = null) => rig.SignedInAsync(Role.Operator, directorate: directorate);
}
