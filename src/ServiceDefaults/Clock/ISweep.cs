using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Clock;

/// <summary>
/// Finds what a day has made due. It is idempotent by unique keys, so that two replicas sweeping at once do no harm, and it only
/// warns or proposes (P-5).
/// </summary>
public interface ISweep
{
    /// <summary>Its name in <c>POST sweeps/{name}</c>, kebab case.</summary>
    string Name { get; }

    /// <summary>Does what is due on <paramref name="today"/> and has not been done.</summary>
    /// <returns>How many things were done.</returns>
    Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>Registers sweeps.</summary>
public static class SweepRegistration
{
    /// <summary>Adds a sweep; each run gets a scope, and so a DbContext, of its own.</summary>
    public static IServiceCollection AddSweep<TSweep>(this IServiceCollection services)
        where TSweep : class, ISweep =>
        services.AddScoped<ISweep, TSweep>();
}
