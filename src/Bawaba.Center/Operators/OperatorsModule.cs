using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Operators;

/// <summary>People, what they may do, and their sessions: nobody is anybody without a valid one.</summary>
internal static class OperatorsModule
{
    internal static void AddOperators(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton<PasswordHash>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SessionGuard>();
        services.AddSingleton(p => new FormDesk(p.GetRequiredService<SessionGuard>()));
        services.AddSingleton(p => new SecretSeal(dataFolder, Store(p), Log(p)));
        services.AddSingleton(p => new SignInDesk(
            Store(p), Log(p), p.GetRequiredService<PasswordHash>(), p.GetRequiredService<SignInThrottle>(), p.GetRequiredService<SecretSeal>(), Time(p)));
        services.AddSingleton(p => new InvitationDesk(
            Store(p), Log(p), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<PasswordHash>(), Time(p)));
        services.AddSingleton(p => new AccountDesk(Store(p), Log(p), p.GetRequiredService<SessionGuard>(), Time(p)));
        services.AddSingleton(p => new RecoveryDesk(
            Store(p), Log(p), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<InvitationDesk>(), Time(p)));
        services.AddSingleton(p => new DirectorateDesk(Store(p), Log(p), p.GetRequiredService<SessionGuard>(), Time(p)));
        services.AddSingleton(p => new DemoAccounts(Store(p), Log(p), p.GetRequiredService<PasswordHash>(), p.GetRequiredService<SecretSeal>(), Time(p)));
        // The core alone: the full registration brings data protection, which writes a key into the home folder that nothing here uses.
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = SessionAuthentication.SchemeName;
            options.AddScheme<SessionAuthentication>(SessionAuthentication.SchemeName, displayName: null);
        });
        services.AddTransient<SessionAuthentication>();
        services.AddWebEncoders();
        services.AddSingleton<Microsoft.AspNetCore.Authorization.IAuthorizationMiddlewareResultHandler, PolicyRefusals>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy
                    .AddAuthenticationSchemes(SessionAuthentication.SchemeName)
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => Actor.From(context.User)?.Can(permission) ?? false));
            }
        });
    }

    internal static void MapOperators(this IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        DirectorateEndpoints.Map(api);
    }

    private static CenterStore Store(IServiceProvider services) => services.GetRequiredService<CenterStore>();

    private static AuditLog Log(IServiceProvider services) => services.GetRequiredService<AuditLog>();

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
