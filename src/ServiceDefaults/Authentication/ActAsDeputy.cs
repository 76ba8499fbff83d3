using System.Security.Claims;
using Contracts.Refusals;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Authentication;

/// <summary>A post that its holder gave to a deputy for a bounded time.</summary>
/// <param name="Id">The delegation.</param>
/// <param name="Jurisdiction">The bureau.</param>
/// <param name="District">The district of the post; null for the city's.</param>
/// <param name="Role">The role that is given.</param>
/// <param name="PrincipalSubject">Whose post it is.</param>
/// <param name="PrincipalName">That person's name.</param>
/// <param name="DeputySubject">Who acts in it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="RevokedAt">When it was taken back; null where it runs to its last day.</param>
public sealed record DelegatedPost(
    Guid Id,
    string Jurisdiction,
    string? District,
    string Role,
    string PrincipalSubject,
    string PrincipalName,
    string DeputySubject,
    DateOnly From,
    DateOnly Until,
    DateTime? RevokedAt)
{
    /// <summary>Whether the deputy may act in it.</summary>
    public bool RunsOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;
}

/// <summary>Where a service reads delegations: those that it gives itself, or what it was told of them.</summary>
public interface IDelegatedPosts
{
    /// <summary>Whose acts in this service are held against those of others.</summary>
    IReadOnlyList<string> SeparatedRoles { get; }

    /// <summary>
    /// The delegations to and of a person that have not ended before <paramref name="today"/>, and the one that a request names, ended or not.
    /// </summary>
    Task<IReadOnlyList<DelegatedPost>> OfAsync(string subject, Guid named, DateOnly today, CancellationToken cancellationToken);
}

/// <summary>Lets deputies act in a service.</summary>
public static class DeputyRegistration
{
    /// <summary>Adds the reading of <c>X-Acts-For</c>; <typeparamref name="TPosts"/> tells of the delegations.</summary>
    public static IServiceCollection AddDeputies<TPosts>(this IServiceCollection services)
        where TPosts : class, IDelegatedPosts => services
        .AddHttpContextAccessor().AddScoped<IDelegatedPosts, TPosts>().AddScoped<IClaimsTransformation, ActAsDeputy>();
}

/// <summary>
/// Lets a deputy act in the post that a running delegation gives it: a request says so by <c>X-Acts-For</c>, the delegation's ID, and then
/// has that post alone. Whoever changes something is told apart from others together with those whose deputy it is and who are its.
/// </summary>
public sealed class ActAsDeputy(IDelegatedPosts posts, BusinessClock clock, IHttpContextAccessor http) : IClaimsTransformation
{
    /// <summary>The header that names the delegation.</summary>
    public const string Header = "X-Acts-For";
    private const string Done = "deputy-looked-up";

    /// <inheritdoc />
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        var request = http.HttpContext?.Request;
        var subject = principal.FindFirstValue(Claims.Subject);
        if (request is null || subject is null || principal.HasClaim(claim => claim.Type == Done))
        {
            return principal;
        }

        var header = request.Headers[Header].ToString();
        if (header.Length == 0 && (HttpMethods.IsGet(request.Method) || !posts.SeparatedRoles.Any(principal.IsInRole)))
        {
            return principal;
        }

        var named = Guid.TryParse(header, out var id) ? id : Guid.Empty;
        var (cancellationToken, today) = (http.HttpContext!.RequestAborted, clock.Today);
        var linked = await posts.OfAsync(subject, named, today, cancellationToken);
        return Transform(principal, subject, header, linked, today);
    }

    /// <summary>The caller with what its delegations make of it.</summary>
    /// <exception cref="RefusalException">The delegation that it names does not run, is not its own, or is to an account that holds no post of this bureau.</exception>
    public static ClaimsPrincipal Transform(ClaimsPrincipal principal, string subject, string header, IReadOnlyList<DelegatedPost> linked, DateOnly today)
    {
        var identity = new ClaimsIdentity(principal.Identity!.AuthenticationType, Claims.Name, Claims.Role);
        if (header.Length > 0)
        {
            var delegation = linked.FirstOrDefault(d => d.DeputySubject == subject && d.Id.ToString() == header);
            if (delegation?.RunsOn(today) != true)
            {
                throw new RefusalException(NotRunning(delegation, header, today));
            }

            // A delegation names an account that only its holder's token tells of: an applicant's, or another bureau's, is no deputy.
            if (principal.HasClaim(claim => claim.Type == Claims.Organisation) || principal.FindFirstValue(Claims.Jurisdiction) != delegation.Jurisdiction)
            {
                throw new RefusalException(NotOfThisBureau(delegation));
            }

            // In the other's post the deputy has that post alone: its own posts would be a second hat on one request.
            identity.AddClaims(principal.Claims.Where(claim => claim.Type is not (Claims.Role or Claims.District or Claims.Jurisdiction or Claims.Park)));
            identity.AddClaim(new Claim(Claims.Role, delegation.Role));
            identity.AddClaim(new Claim(Claims.Jurisdiction, delegation.Jurisdiction));
            identity.AddClaims(delegation.District is { } district ? [new Claim(Claims.District, district)] : []);
            identity.AddClaim(new Claim(Claims.ActsFor, delegation.PrincipalSubject));
            identity.AddClaim(new Claim(Claims.ActsForName, delegation.PrincipalName));
        }
        else
        {
            identity.AddClaims(principal.Claims);
        }

        identity.AddClaims(linked.Where(d => d.RunsOn(today)).Select(d => new Claim(Claims.CountsAs, d.DeputySubject == subject ? d.PrincipalSubject : d.DeputySubject)));
        identity.AddClaim(new Claim(Done, "true"));
        return new ClaimsPrincipal(identity);
    }

    private static Refusal NotOfThisBureau(DelegatedPost delegation) =>
        new Refusal(
                RefusalKind.Forbidden,
                "deputy-unfit",
                Header,
                "代理人须为本地区科技部门人员：绑定申报单位或属于其他地区的账号不能代理审核岗位。请委托人撤销该委托，另行委托。",
                "A deputy is of the same bureau: an account of an organisation that applies, or of another jurisdiction, does not act in a reviewer's post. Have the delegation revoked and given to somebody else.")
            .With("delegationId", delegation.Id)
            .With("jurisdiction", delegation.Jurisdiction);

    private static Refusal NotRunning(DelegatedPost? delegation, string header, DateOnly today) =>
        new Refusal(
                RefusalKind.Forbidden,
                "delegation-not-running",
                Header,
                delegation is null ? "没有委托您代理的记录。" : $"该委托为 {delegation.From:yyyy-MM-dd} 至 {delegation.Until:yyyy-MM-dd}，今天 {today:yyyy-MM-dd} 不能代理。",
                delegation is null ? "There is no delegation that makes you a deputy." : $"The delegation runs from {delegation.From:yyyy-MM-dd} to {delegation.Until:yyyy-MM-dd}; it gives you nothing today, {today:yyyy-MM-dd}.")
            .With("delegationId", header)
            .With("from", delegation?.From)
            .With("until", delegation?.Until)
            .With("revokedAt", delegation?.RevokedAt);
}
