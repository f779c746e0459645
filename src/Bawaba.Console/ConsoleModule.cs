// The screens as one piece; the only public way in. Called by the program that serves the operations room.
using Bawaba.Console.Accounts;
using Bawaba.Console.Alerts;
using Bawaba.Pages.Assets;
using Bawaba.Console.Calls;
using Bawaba.Console.Cases;
using Bawaba.Console.Directorates;
using Bawaba.Console.Frame;
using Bawaba.Console.Gates;
using Bawaba.Console.Incidents;
using Bawaba.Pages.Language;
using Bawaba.Console.Law;
using Bawaba.Console.Lists;
using Bawaba.Console.Postings;
using Bawaba.Console.Room;
using Bawaba.Pages.Security;
using Bawaba.Console.SignIn;
using Bawaba.Console.Situation;
using Bawaba.Console.Units;
using Bawaba.Console.Wall;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bawaba.Console;

/// <summary>Arabic-first screens over the center's desks: server-rendered pages with small modules of their own.</summary>
public static class ConsoleModule
{
    /// <summary>Registers what pages need. The center must be registered too (<c>AddCenter</c>).</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, Action<ConsoleOptions> configure)
    {
        services.Configure(configure);
        // Arabic letters stay letters in the page; the markup's own characters are still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<ScreenFactory>();
        services.AddSingleton<RoomMarks>();
        services.AddSingleton<RoomReader>();
        services.AddSingleton<GateReader>();
        services.AddSingleton<IncidentPages>();
        services.AddSingleton<UnitReader>();
        services.AddSingleton<CallPages>();
        services.AddSingleton<SituationClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<SituationClock>());
        return services;
    }

    /// <summary>Security headers, the person's language and the error page. Before <c>UseCenter</c>, after <c>UseRouting</c>.</summary>
    public static IApplicationBuilder UseConsole(this IApplicationBuilder app) => app.Use(next => async context =>
    {
        SecurityHeaders.Write(context);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageCookie.Read(context).Culture;
        if (IsOfConsole(context))
            await PageFailure.GuardAsync(context, next);
        else
            await next(context);
    });

    /// <summary>Maps every page, the assets, and a friendly "not found" for whatever nothing else answers.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        endpoints.MapLanguage();
        endpoints.MapSignIn();
        endpoints.MapWelcome();
        endpoints.MapRoom();
        endpoints.MapAlerts();
        endpoints.MapTimes();
        endpoints.MapVoice();
        endpoints.MapGates();
        endpoints.MapUnitPages();
        endpoints.MapUnitRegister();
        endpoints.MapCrew();
        endpoints.MapCases();
        endpoints.MapIncidents();
        endpoints.MapCalls();
        endpoints.MapSituation();
        endpoints.MapFalseHits();
        endpoints.MapWall();
        endpoints.MapGateComputers();
        endpoints.MapLists();
        endpoints.MapEntries();
        endpoints.MapPersons();
        endpoints.MapNotices();
        endpoints.MapOrders();
        endpoints.MapApprovers();
        endpoints.MapAccounts();
        endpoints.MapDirectorates();
        endpoints.MapPostings();
        endpoints.MapFallback("{**path}", (HttpContext context, ScreenFactory screens) =>
            Page.Notice(screens.Begin(context), NoticeKind.NotFound)).AllowAnonymous();
        return endpoints;
    }

    // What the center answers keeps the center's way of failing.
    private static bool IsOfConsole(HttpContext context) => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
