using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>One request on its way through a proxy, and what has been decided about it so far.</summary>
internal sealed class Exchange(HttpContext context, MeshRequest request, ProxyRole role)
{
    public HttpContext Context => context;

    /// <summary>As it came in: changes of headers are made in the context's.</summary>
    public MeshRequest Request => request;

    public ProxyRole Role => role;

    /// <summary>Where the client would connect to without a mesh, <c>host:port</c>; absent on gateways.</summary>
    public string? Dialled { get; init; }

    public MeshRoute? Route { get; set; }

    /// <summary>Drawn with the route, as Envoy does: its header changes count for local replies too.</summary>
    public SplitDestination? Destination { get; set; }

    /// <summary>Of the current try, or the last one.</summary>
    public UpstreamEndpoint? Endpoint { get; set; }

    public bool IsDelayed { get; set; }

    public bool IsRetryLimitReached { get; set; }

    /// <summary>What goes upstream as path and query.</summary>
    public string Target { get; set; } = request.Path + request.Query;

    public Task ReplyAsync(LocalReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        Finish();

        // Source: Envoy's FilterManager, which gives the route's changes to local replies as well.
        ChangeResponseHeaders();
        return (reply with { Flag = ResponseFlags.Of(reply.Flag, IsDelayed, IsRetryLimitReached) }).SendAsync(context);
    }

    /// <summary>Headers that every answer of this proxy has.</summary>
    public void Finish()
    {
        if (role.Server is { } server)
        {
            context.Response.Headers.Server = server;
        }

        if (IsDelayed || IsRetryLimitReached)
        {
            context.Response.Headers[MeshHeaders.Flag] = ResponseFlags.Of("", IsDelayed, IsRetryLimitReached);
        }
    }

    /// <summary>The destination's own changes come first, then the route's.</summary>
    public void ChangeResponseHeaders()
    {
        if (Route is not null)
        {
            HeaderMutation.Apply(Destination?.Response, context.Response.Headers, this);
            HeaderMutation.Apply(Route.ResponseHeaders, context.Response.Headers, this);
        }
    }

    public void ChangeRequestHeaders()
    {
        HeaderMutation.Apply(Destination?.Request, context.Request.Headers, this);
        HeaderMutation.Apply(Route?.RequestHeaders, context.Request.Headers, this);
    }
}
