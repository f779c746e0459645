// How a desk of the law takes a step: one transaction, then the word of it to screens, then this process's own copy of the law.
// Promises: when the step returns, what it changed is in force here; where the store or the log refuses, nothing is.
using System.Data.Common;
using Bawaba.Center.Live;

namespace Bawaba.Center.Approvals;

internal sealed class LawSteps(LiveAnnouncer announcer, LawWatch watch)
{
    internal Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation) => announcer.ReadAsync(work, cancellation);

    /// <param name="work">The step, within its transaction.</param>
    /// <param name="isNews">Whether its outcome is something that screens show.</param>
    /// <param name="subject">Which list changed then.</param>
    /// <param name="unavailable">The outcome where store or log refuse.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<T> TakeAsync<T>(Func<DbConnection, T> work, Func<T, bool> isNews, string subject, T unavailable, CancellationToken cancellation)
    {
        try
        {
            var result = await announcer.WriteAsync(
                connection =>
                {
                    var done = work(connection);
                    return (done, (IReadOnlyCollection<LiveHint>)(isNews(done) ? [new(LiveKind.List, subject)] : []));
                },
                cancellation);
            await watch.LookAsync(cancellation);
            return result;
        }
        catch (DbException)
        {
            return unavailable;
        }
    }

    /// <summary>A step of an approval.</summary>
    internal Task<ApprovalResult> ApproveAsync(Func<DbConnection, ApprovalResult> work, string subject, CancellationToken cancellation) =>
        TakeAsync(work, r => r is ApprovalResult.Approved, subject, new ApprovalResult.AuditUnavailable(), cancellation);
}
