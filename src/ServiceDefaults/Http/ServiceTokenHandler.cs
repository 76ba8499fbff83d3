using System.Net;
using System.Net.Http.Headers;

namespace ServiceDefaults.Http;

/// <summary>Sends this service's token along.</summary>
internal sealed class ServiceTokenHandler(ClientCredentials credentials) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credentials.TokenAsync(cancellationToken));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            credentials.Forget();
        }

        return answer;
    }
}
