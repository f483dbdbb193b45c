using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ColorDemo.ColorService.Http;

/// <summary>
/// Takes the literal text of a route at its word. Routing by itself ignores letter case and a last slash, but
/// <c>/Random</c> has always been the name of a color (an unknown one), and <c>/random/</c> is not <c>/random</c>.
/// </summary>
internal sealed class ExactLiterals : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var path = httpContext.Request.Path.Value.AsSpan();
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint is RouteEndpoint { RoutePattern: var route })
            {
                candidates.SetValidity(i, Matches(route, path));
            }
        }

        return Task.CompletedTask;
    }

    private static bool Matches(RoutePattern route, ReadOnlySpan<char> path)
    {
        var literal = route.RawText.AsSpan();
        var parameter = literal.IndexOf('{');
        return parameter < 0 ? path.SequenceEqual(literal) : path.StartsWith(literal[..parameter]);
    }
}
