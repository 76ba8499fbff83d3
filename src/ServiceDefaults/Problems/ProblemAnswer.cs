using Contracts.Refusals;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>A refusal as the answer of an endpoint.</summary>
/// <param name="Refusal">What is refused and why.</param>
public sealed record ProblemAnswer(Refusal Refusal) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.WriteProblemAsync(Refusal);
}
