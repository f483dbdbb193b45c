using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What a browser may do with this page: run and fetch only what comes from this host.</summary>
public static class Security
{
    // 'wasm-unsafe-eval' lets WebAssembly be compiled, and nothing else.
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'; "
        + "form-action 'none'; frame-ancestors 'self'";

    /// <summary>Where the page itself may ask gateways, it may fetch from those too.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, Catalog catalog)
    {
        var policy = catalog.BrowserGateways is { } gateways
            ? $"{Policy}; connect-src 'self' {string.Join(' ', gateways.Values.Distinct())}"
            : Policy;
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
    }
}
