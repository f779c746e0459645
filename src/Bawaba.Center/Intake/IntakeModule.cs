using Bawaba.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Intake;

/// <summary>The spine: what gates send, stored and made into alerts in one transaction.</summary>
internal static class IntakeModule
{
    internal static void AddIntake(this IServiceCollection services) => services.AddSingleton<OfficerIntake>().AddSingleton<ICenterLink, CenterLink>();
}
