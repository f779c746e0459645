// A recheck by voice: what an officer does when the room cannot be reached and a vehicle stands there. Called by the recheck page with
// the session it found. Promises: only after a look that said "same", and only its own officer asks; the answer is the room's or it
// is none; a few tries a question; written down before it counts.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Vault;
using Bawaba.Proof.Sealing;

namespace Bawaba.Gate;

internal sealed class RecheckDesk(HitBoard board, ListVault vault, ActWriter acts)
{
    internal const int MaxTries = 5;
    private const int MaxRemembered = 1000;
    private readonly ConcurrentDictionary<string, int> _tries = new(StringComparer.Ordinal);

    /// <summary>The hit with its question; null where there is nothing to recheck for this officer.</summary>
    internal BoardHit? Ask(OfficerSession session, PassageId passage, EntryId entry)
    {
        if (board.Find(passage, entry) is not { Standing: HitStanding.Undecided, Look: { Verdict: LookVerdict.Same } look } hit || look.Account != session.Officer.Account)
            return null;
        return hit.Question is not null || board.Ask(passage, entry, VoiceCode.Ask(entry)) ? board.Find(passage, entry) : null;
    }

    /// <summary>Takes the answer the officer was given.</summary>
    internal async Task<RecheckAnswer> AnswerAsync(OfficerSession session, PassageId passage, EntryId entry, string typed)
    {
        if (Ask(session, passage, entry) is not { Question: { } question } hit)
            return RecheckAnswer.NothingToRecheck;
        if (hit.IsRechecked)
            return RecheckAnswer.Rechecked;
        if (_tries.Count >= MaxRemembered)
            _tries.Clear();
        if (_tries.AddOrUpdate($"{passage} {question}", 1, (_, tries) => tries + 1) > MaxTries)
            return RecheckAnswer.TooMany;
        var right = vault.VoiceAnswer(entry, session.Officer.Account, question);
        var given = VoiceCode.Read(typed, VoiceCode.AnswerDigits);
        var isRight = right is not null && given is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(given));
        var act = OfficerDoor.Of(session, isRight ? OfficerActKind.Rechecked : OfficerActKind.RecheckRefused) with { Entry = entry, Passage = passage, Code = isRight ? given : null };
        if (!await acts.TryWriteAsync(act).ConfigureAwait(false))
            return RecheckAnswer.NotWritten;
        return isRight && board.Recheck(passage, entry) ? RecheckAnswer.Rechecked : RecheckAnswer.Wrong;
    }
}
