// Searching a camera network, and asking one of the devices found for its streams.
using Bawaba.Gate;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Onvif;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole.Commissioning;

internal static class DiscoveryEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/set-up/find", (HttpContext c, GateScreens s, GateHost h) => CommissioningEndpoints.ShowAsync(c, s, async (screen, session) =>
        {
            var form = await PostedForm.ReadAsync(c).ConfigureAwait(false);
            var found = await TryAsync(new() { Network = form["network"] }, async view => view with { Devices = await h.Technicians.FindAsync(session, view.Network, c.RequestAborted).ConfigureAwait(false) }).ConfigureAwait(false);
            return CommissioningEndpoints.Cameras(screen, h, found.Fault.Length == 0 && found.Devices.Count == 0 ? found with { Fault = "nobody" } : found);
        })).RequireRateLimiting(PageLimits.SetUp);
        endpoints.MapPost("/set-up/streams", (HttpContext c, GateScreens s, GateHost h) => CommissioningEndpoints.ShowAsync(c, s, async (screen, session) =>
        {
            var form = await PostedForm.ReadAsync(c).ConfigureAwait(false);
            var (device, user, password) = (form["device"], form["user"].Trim(), form["password"]);
            var view = new DiscoveryView { Network = form["network"], Devices = h.Technicians.FoundBy(session), Asked = device };
            view = await TryAsync(view, async v => v with
            {
                Streams = await h.Technicians.StreamsAsync(session, device, user.Length > 0 ? new CameraCredentials(user, password) : null, c.RequestAborted).ConfigureAwait(false),
            }).ConfigureAwait(false);
            return CommissioningEndpoints.Cameras(screen, h, view);
        })).RequireRateLimiting(PageLimits.SetUp);
    }

    private static async Task<DiscoveryView> TryAsync(DiscoveryView view, Func<DiscoveryView, Task<DiscoveryView>> step)
    {
        try
        {
            return await step(view).ConfigureAwait(false);
        }
        catch (OnvifFaultException e)
        {
            return view with { Fault = e.ReasonCode };
        }
    }
}
