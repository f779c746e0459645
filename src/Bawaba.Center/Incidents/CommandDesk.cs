// Who leads an incident. Called by its page. Promises: the lead is never nobody's: it goes over when the other takes it; a supervisor may take
// it at any time; each step is a line of the log.
using Bawaba.Center.Operators;

namespace Bawaba.Center.Incidents;

/// <summary>Hand-over of command.</summary>
public sealed class CommandDesk
{
    private readonly IncidentWork _work;

    internal CommandDesk(IncidentWork work) => _work = work;

    /// <summary>People who may take the lead of the actor's incidents, by name.</summary>
    public async Task<IReadOnlyList<Account>> EligibleAsync(Actor actor, CancellationToken cancellation) =>
        await _work.Guard.MayAsync(actor, Permission.WorkIncidents, cancellation)
            ? (await _work.Announcer.ReadAsync(OperatorSql.Accounts, cancellation)).FindAll(a => IsEligible(a, actor.Scope) && a.Id != actor.Account)
            : [];

    /// <summary>Offers the lead; by who has it, or with <see cref="Permission.LeadIncidents"/>. The newest offer stands.</summary>
    public Task<IncidentResult> OfferAsync(Actor actor, IncidentNumber number, AccountId to, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (step.Incident.Command != actor.Account && !actor.Can(Permission.LeadIncidents))
                return new IncidentResult.NotInCommand();
            if (OperatorSql.Account(step.Connection, to) is not { } account || !IsEligible(account, step.Scope) || account.Id == step.Incident.Command)
                return new IncidentResult.Unfit(["to"]);
            step.Log(IncidentLogKind.CommandOffered, $"account/{account.Id}", account.DisplayName);
            step.Incident = step.Incident with { OfferedTo = account.Id, OfferedName = account.DisplayName };
            return step.Done();
        },
        cancellation);

    /// <summary>Takes the lead: by whom it is offered to, or with <see cref="Permission.LeadIncidents"/>.</summary>
    public Task<IncidentResult> TakeAsync(Actor actor, IncidentNumber number, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (step.Incident.Command == actor.Account)
                return step.Done();
            if (step.Incident.OfferedTo != actor.Account && !actor.Can(Permission.LeadIncidents))
                return new IncidentResult.NotInCommand();
            step.Log(IncidentLogKind.CommandTaken, $"account/{actor.Account}");
            step.Incident = step.Incident with { Command = actor.Account, CommandName = actor.DisplayName, OfferedTo = null, OfferedName = null };
            return step.Done();
        },
        cancellation);

    private static bool IsEligible(Account account, Scope scope) =>
        account.ClosedAt is null && RoleTable.Allows(account.Role, Permission.WorkIncidents) && (scope.IsWhole || account.Scope == scope || account.Scope.IsWhole);
}
