// Puts the pages of incidents together, and says what a desk answered. Called by the endpoints of this folder.
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Http;

namespace Bawaba.Console.Incidents;

internal sealed class IncidentPages(ScreenFactory screens, IncidentDesk desk, CommandDesk command, DispatchDesk dispatch, GateRegistry registry)
{
    internal Screen Begin(HttpContext context) => screens.Begin(context);

    internal IncidentDesk Desk => desk;

    internal CommandDesk Command => command;

    internal DispatchDesk Dispatch => dispatch;

    /// <summary>The incident's page; with a fault, as the answer to a step that was refused.</summary>
    internal async Task<IResult> ShowAsync(HttpContext context, IncidentNumber number, string? fault = null, IReadOnlyList<ChecklistStep>? open = null)
    {
        var screen = screens.Begin(context) with { Path = $"/incidents/{number}" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var reading = await desk.FindAsync(actor, number, context.RequestAborted);
        if (reading is not Reading<IncidentFile>.Granted { Value: var file })
            return reading.ToPage(screen, _ => Results.Empty);
        var view = new IncidentView
        {
            File = file,
            Gate = file.Incident.Place.Gate is { } gate ? registry.Find(actor.Scope, gate) : null,
            Recommended = file.Access.Assists && file.Incident.State is IncidentState.Open ? await dispatch.RecommendAsync(actor, file.Incident, context.RequestAborted) : [],
            Eligible = file.Access.IsOwn && file.Incident.State is IncidentState.Open ? await command.EligibleAsync(actor, context.RequestAborted) : [],
            Fault = fault,
            OpenSteps = open ?? [],
        };
        return Page.Show<IncidentPage, IncidentView>(screen, view, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>After a step: back to the incident, or its page with what was refused.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, IncidentNumber number, IncidentResult result) => result switch
    {
        IncidentResult.Done => Results.LocalRedirect($"/incidents/{number}"),
        IncidentResult.NotAllowed => Page.Notice(screens.Begin(context), NoticeKind.NotAllowed),
        IncidentResult.NotFound => Page.Notice(screens.Begin(context), NoticeKind.NotFound),
        IncidentResult.AuditUnavailable => Page.Notice(screens.Begin(context), NoticeKind.AuditUnavailable),
        IncidentResult.StepsOpen(var steps) => await ShowAsync(context, number, "steps-open", steps),
        IncidentResult.Unfit(var fields) => await ShowAsync(context, number, fields[0]),
        _ => await ShowAsync(context, number, FaultOf(result)),
    };

    /// <summary>The word of a refusal.</summary>
    internal static string FaultOf(IncidentResult result) => result switch
    {
        IncidentResult.AlreadyClosed => "closed",
        IncidentResult.NotConfirmed => "not-confirmed",
        IncidentResult.EntryEnded => "entry-ended",
        IncidentResult.NotInCommand => "not-in-command",
        IncidentResult.NoOutcome => "no-outcome",
        IncidentResult.StepsOpen => "steps-open",
        IncidentResult.Unfit(var fields) => fields[0],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal IReadOnlyList<Gate> Gates(Actor actor) => [.. registry.Within(actor.Scope)];
}
