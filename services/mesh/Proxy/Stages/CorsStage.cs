using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Tells browsers who may read the answers. Envoy's CORS filter, between faults and the router.</summary>
internal static class CorsStage
{
    /// <returns>Whether the request goes on: a preflight may be answered here.</returns>
    public static bool Pass(Exchange exchange, CorsPolicy policy)
    {
        if (CorsAnswer.Of(policy, exchange.Request) is not { } answer)
        {
            return true;
        }

        if (answer.IsPreflight)
        {
            exchange.Finish();
            SetHeaders();
            return false;
        }

        // Last of all, over what the upstream or the route has put there.
        exchange.Context.Response.OnStarting(() =>
        {
            SetHeaders();
            return Task.CompletedTask;
        });
        return true;

        void SetHeaders()
        {
            foreach (var (name, value) in answer.Headers)
            {
                exchange.Context.Response.Headers[name] = value;
            }
        }
    }
}
