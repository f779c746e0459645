// Where gates' computers knock: the body of ICenterLink over mutually authenticated HTTPS. Mapped on its own port, never
// on the screens'. Promises: but for enrolment nobody is heard without a certificate of ours that stands now; a gate
// speaks for itself alone; a computer that is not released delivers and reports and gets no list, and of people its technicians alone.
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Wire;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;
using Bawaba.Contracts.Officers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Intake;

internal static class GateDoor
{
    // 500 records of which some carry two pictures; the gate sends fewer where that would not fit.
    internal const int MaxBodyBytes = 16 << 20;
    private const string MemberKey = "bawaba.gate";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.MapGroup(GateRoutes.Prefix)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .AddEndpointFilter(NoStore.InvokeAsync);
        door.MapGet(GateRoutes.Authority, (GateAuthority authority) => TypedResults.Bytes(authority.Certificate.RawData, "application/pkix-cert")).RequireRateLimiting(ApiLimits.SignIn);
        door.MapPost(GateRoutes.Enrol, EnrolAsync).RequireRateLimiting(ApiLimits.SignIn);
        var members = door.MapGroup("").AddEndpointFilter(RequireMemberAsync);
        members.MapPost(GateRoutes.Renew, RenewAsync);
        members.MapPost(GateRoutes.Records, DeliverAsync);
        members.MapGet(GateRoutes.Orders, OrdersAsync);
        members.MapPost(GateRoutes.Report, ReportAsync);
        members.MapGet(GateRoutes.Wire, WireAsync);
    }

    private static async ValueTask<object?> RequireMemberAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var desk = (EnrolmentDesk)context.RequestServices.GetService(typeof(EnrolmentDesk))!;
        if (await context.Connection.GetClientCertificateAsync(context.RequestAborted) is not { } certificate)
            return TypedResults.Unauthorized();
        if (await desk.MemberAsync(certificate, context.RequestAborted) is not { } member)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        context.Items[MemberKey] = member;
        return await next(call);
    }

    private static GateMembership Member(HttpContext context) => (GateMembership)context.Items[MemberKey]!;

    private static async Task<IResult> EnrolAsync(EnrolmentRequest request, EnrolmentDesk desk, HttpContext context, CancellationToken cancellation) =>
        Answer(await desk.EnrolAsync(request, ClientAddress.Of(context), cancellation));

    private static async Task<IResult> RenewAsync([FromBody] string request, EnrolmentDesk desk, HttpContext context, CancellationToken cancellation) =>
        Answer(await desk.RenewAsync(Member(context), request, ClientAddress.Of(context), cancellation));

    private static async Task<IResult> DeliverAsync(IntakeBatch batch, ICenterLink link, HttpContext context, CancellationToken cancellation)
    {
        if (batch.Gate != Member(context).Gate)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            return TypedResults.Ok(await link.DeliverAsync(batch, cancellation));
        }
        catch (ArgumentException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (DbException)
        {
            // Too many wait, or the store is away: the gate keeps it and comes again.
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // A list of ten thousand entries does not go over a thin road every second: a gate that has it is told so.
    private static async Task<IResult> OrdersAsync(ICenterLink link, OrdersHistory history, HttpContext context, CancellationToken cancellation)
    {
        var member = Member(context);
        var orders = await link.GetOrdersAsync(member.Gate, cancellation);
        // A gate of before duties would take a technician for an officer, and show them hits; one of before supervisors could not read the word.
        var duties = context.Request.Headers[GateRoutes.KnowsDuties].ToString();
        if (duties != GateRoutes.AllDuties)
            orders = orders with { Officers = [.. orders.Officers.Where(o => o.Duty is GateDuty.Officer || (o.Duty is GateDuty.Technician && duties.Length > 0))] };
        // Before the list may go there the gate is set up: by its technicians, who get nothing but their way in.
        if (!member.IsReleased)
            orders = new() { Version = 1, IssuedAt = orders.IssuedAt, Activations = [], Entries = [], Officers = [.. orders.Officers.Where(o => o.Duty is GateDuty.Technician)] };
        var tag = OrdersTag.Of(orders);
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch != tag)
        {
            // Only of what a released gate gets: before that there is nothing to make a difference to.
            var delta = member.IsReleased ? history.DeltaFrom(context.Request.Headers.IfNoneMatch, member.Gate, orders) : null;
            if (delta is null || !context.Request.Headers.ContainsKey(GateRoutes.Delta))
                return TypedResults.Ok(orders);
            context.Response.Headers[GateRoutes.Delta] = "1";
            return TypedResults.Ok(delta);
        }
        context.Response.Headers[GateRoutes.ConfirmedAt] = Micros.Of(orders.IssuedAt).ToString(CultureInfo.InvariantCulture);
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static async Task<IResult> ReportAsync(GateReport report, ICenterLink link, HttpContext context, CancellationToken cancellation)
    {
        if (report.Gate != Member(context).Gate)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            await link.ReportAsync(report, cancellation);
            return TypedResults.NoContent();
        }
        catch (ArgumentException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (DbException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> WireAsync(GateWires wires, EnrolmentDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return TypedResults.StatusCode(StatusCodes.Status426UpgradeRequired);
        var certificate = context.Connection.ClientCertificate!;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await wires.ServeAsync(Member(context).Gate, socket, async c => await desk.MemberAsync(certificate, c) is not null, cancellation);
        return TypedResults.Empty;
    }

    private static IResult Answer(EnrolResult result) => result switch
    {
        EnrolResult.Granted granted => TypedResults.Ok(granted.Certificate),
        EnrolResult.CodeInvalid => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        EnrolResult.RequestInvalid => TypedResults.BadRequest(),
        EnrolResult.StoreUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
