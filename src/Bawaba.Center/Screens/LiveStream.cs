// What one screen is sent: changes its reader may know of (by role, and by whose gate it is), a beat each second, a word when changes were lost, and an
// end when the session ends. Used by LiveEndpoints. Promises: every event within its bounds, no plate in any.
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Screens;

internal sealed class LiveStream(LiveFeed feed, GateRegistry registry, UnitBook units, SessionGuard guard, TimeProvider time)
{
    internal const string Change = "change";
    internal const string Beat = "beat";

    /// <summary>Changes were lost, or the stream has just begun: read everything anew.</summary>
    internal const string Reload = "reload";

    /// <summary>The session is over; no more will come.</summary>
    internal const string SignedOut = "signed-out";
    internal static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);

    internal async IAsyncEnumerable<SseItem<LiveEvent>> ReadAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var subscription = feed.Subscribe();
        try
        {
            var own = await OwnAsync(actor, cancellation);
            yield return Item(Reload);
            var beatAt = time.GetUtcNow() + BeatEvery;
            while (!cancellation.IsCancellationRequested)
            {
                var more = await MoreAsync(subscription, beatAt - time.GetUtcNow(), cancellation);
                while (subscription.Reader.TryRead(out var change))
                {
                    if (MayKnow(actor, change, own))
                        yield return Item(change);
                }
                if (!more && !subscription.Lost)
                    yield break;
                if (subscription.Lost)
                {
                    subscription.Dispose();
                    subscription = feed.Subscribe();
                    yield return Item(Reload);
                }
                if (time.GetUtcNow() < beatAt)
                    continue;
                if (!await guard.StandsAsync(actor, cancellation))
                {
                    yield return Item(SignedOut);
                    yield break;
                }
                // Of another crew since a moment ago: what they were told of before is another unit.
                if (await OwnAsync(actor, cancellation) is var now && now != own)
                {
                    own = now;
                    yield return Item(Reload);
                }
                yield return Item(Beat);
                beatAt = time.GetUtcNow() + BeatEvery;
            }
        }
        finally
        {
            subscription.Dispose();
        }
    }

    /// <summary>Waits for a change or for the time; false when there will be no more.</summary>
    private async Task<bool> MoreAsync(LiveSubscription subscription, TimeSpan wait, CancellationToken cancellation)
    {
        if (wait <= TimeSpan.Zero)
            return true;
        using var beat = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, cancellation);
        try
        {
            return await subscription.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    // A crew hears of its own unit alone.
    private bool MayKnow(Actor actor, LiveChange change, UnitId? own) =>
        (MayKnow(actor, change.Kind) && IsWithin(actor.Scope, change)) || (change.Kind is LiveKind.Unit && change.Subject == own?.Value);

    private async ValueTask<UnitId?> OwnAsync(Actor actor, CancellationToken cancellation) =>
        actor.Can(Permission.CrewUnit) ? await units.OfCrewAsync(actor.Scope, actor.Account, cancellation) : null;

    private static bool MayKnow(Actor actor, LiveKind kind) => kind switch
    {
        LiveKind.Alert => actor.Can(Permission.SeeAlerts),
        LiveKind.Counts => actor.Can(Permission.SeeCounts),
        LiveKind.Incident => actor.Can(Permission.SeeIncidents) || actor.Can(Permission.SeeFigures),
        LiveKind.Unit => actor.Can(Permission.SeeUnits),
        LiveKind.Call => actor.Can(Permission.SeeCalls),
        _ => actor.Can(Permission.SeeGates),
    };

    // Lists are told of as a whole; whoever reads one gets their own part of it.
    private bool IsWithin(Scope scope, LiveChange change) => scope.IsWhole || change.Kind switch
    {
        LiveKind.List => true,
        LiveKind.Incident or LiveKind.Call or LiveKind.Unit => change.Audience.Length == 0 || change.Audience.Split(' ').Contains(scope.Directorate?.Value, StringComparer.Ordinal),
        _ => GateId.TryParse(change.Kind is LiveKind.Alert ? change.Gate : change.Subject, out var gate) && registry.Find(scope, gate) is not null,
    };

    private SseItem<LiveEvent> Item(string type) => new(new() { Seq = feed.Seq, At = time.GetUtcNow() }, type);

    private SseItem<LiveEvent> Item(LiveChange change) => new(
        new()
        {
            Seq = change.Seq,
            At = time.GetUtcNow(),
            Kind = change.Kind,
            Subject = change.Subject,
            Version = change.Version,
            State = change.State.Length == 0 ? null : change.State,
        },
        Change);
}
