using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center;

/// <summary>The operations room as one piece.</summary>
public static class CenterModule
{
    /// <summary>
    /// Registers every module, session authentication and one policy a permission. <c>TimeProvider</c> is taken
    /// from the services (the system's where none is registered); <c>IGatePictures</c> too, where pictures exist.
    /// </summary>
    public static IServiceCollection AddCenter(this IServiceCollection services, CenterOptions options) => throw new NotImplementedException();

    /// <summary>Migrates the store and reads the source files. Await it before the host starts; refuses a store of a newer program.</summary>
    public static Task PrepareCenterAsync(this IServiceProvider services, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Origin check, authentication, authorization, rate limits: in this order, after UseRouting.</summary>
    public static IApplicationBuilder UseCenter(this IApplicationBuilder app) => throw new NotImplementedException();

    /// <summary>Maps /api/….</summary>
    public static IEndpointRouteBuilder MapCenter(this IEndpointRouteBuilder endpoints) => throw new NotImplementedException();
}
