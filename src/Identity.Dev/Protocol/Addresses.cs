namespace Identity.Dev.Protocol;

/// <summary>
/// The provider's addresses. <c>KC_HOSTNAME</c> is the public one, read as Keycloak reads it (with <c>hostname-backchannel-dynamic</c>):
/// what a browser visits and the issuer carry it, what servers call carries the address they asked at. Without it every address is
/// the one that was asked.
/// </summary>
internal sealed class Addresses(IConfiguration configuration)
{
    private readonly string? publicBase = configuration["KC_HOSTNAME"]?.TrimEnd('/');

    public string Issuer(HttpRequest request) => $"{publicBase ?? Asked(request)}/realms/{request.RouteValues["realm"]}";

    public string Frontend(HttpRequest request, string endpoint) => $"{Issuer(request)}/protocol/openid-connect/{endpoint}";

    public static string Backchannel(HttpRequest request, string endpoint) =>
        $"{Asked(request)}/realms/{request.RouteValues["realm"]}/protocol/openid-connect/{endpoint}";

    private static string Asked(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
