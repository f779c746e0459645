// What of a call goes into the incident that is opened from it. Used by the log and by the form of a new incident.
using System.Security.Cryptography;
using System.Text;
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Console.Incidents;

internal static class CallCarry
{
    private const int MaxSummary = 160;

    /// <summary>The draft with what the call says, where the draft says nothing itself.</summary>
    internal static IncidentDraft Into(IncidentDraft draft, CallEntry call) => draft with
    {
        Call = call.Number,
        Priority = draft.Priority.Length > 0 ? draft.Priority : call.Priority.ToString(),
        Place = draft.Place.Length > 0 ? draft.Place : call.Place,
        Summary = draft.Summary.Length > 0 ? draft.Summary : FirstLine(call.What),
    };

    /// <summary>The id of the form that opens an incident in one step: pressed twice by a person, it is one incident.</summary>
    internal static string RequestOf(CallEntry call, Actor actor) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"incident of call/{call.Number} by {actor.Account}")).AsSpan(0, 16)).ToString("N");

    private static string FirstLine(string what)
    {
        var line = what.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        if (line.Length <= MaxSummary)
            return line;
        // At a word's end where there is one near: half a word is read wrong over a radio.
        var end = line.LastIndexOf(' ', MaxSummary - 2);
        return (end > MaxSummary / 2 ? line[..end] : ShortText.Of(line, MaxSummary - 1)) + "…";
    }
}
