using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Takes a request through a virtual host's route, in Envoy's order: route, faults, CORS, router.</summary>
internal sealed class RouteStages(Router router)
{
    public async Task AnswerAsync(Exchange exchange, VirtualHost host)
    {
        var request = exchange.Request;
        if (host.RequiresTls)
        {
            await RedirectAsync(exchange, StatusCodes.Status301MovedPermanently,
                $"https://{request.Authority}{request.Path}{request.Query}");
            return;
        }

        if (host.Match(request) is not { Action: { } action } route)
        {
            await exchange.ReplyAsync(LocalReply.NoRoute);
            return;
        }

        exchange.Route = route;
        exchange.Destination = (action as ForwardAction)?.Split.Draw(Random.Shared);
        if (route.Fault is { } fault && !await FaultStage.PassAsync(exchange, fault))
        {
            return;
        }

        if (route.CorsPolicy is { } policy && !CorsStage.Pass(exchange, policy))
        {
            return;
        }

        await (action switch
        {
            RedirectAction redirect => RedirectAsync(exchange, redirect.Status, redirect.LocationOf(request)),
            RespondAction respond => RespondAsync(exchange, respond),
            _ => ForwardAsync(exchange, (ForwardAction)action),
        });
    }

    private static Task RedirectAsync(Exchange exchange, int status, string location)
    {
        exchange.Context.Response.Headers.Location = location;
        return exchange.ReplyAsync(new(status, ""));
    }

    private static async Task RespondAsync(Exchange exchange, RespondAction respond)
    {
        await exchange.ReplyAsync(new(respond.Status, ""));
        await LocalReply.SendAsync(exchange.Context, respond.Body);
    }

    private Task ForwardAsync(Exchange exchange, ForwardAction action)
    {
        var destination = exchange.Destination!;
        if (destination.Upstream is not { } upstream)
        {
            return exchange.ReplyAsync(LocalReply.NoCluster(action.UnknownUpstreamStatus));
        }

        exchange.ChangeRequestHeaders();
        var headers = exchange.Context.Request.Headers;
        if ((action.Authority ?? destination.Authority) is { } authority)
        {
            headers.Host = authority;
        }

        if (action.Path is { } rewrite)
        {
            headers[MeshHeaders.OriginalPath] = exchange.Target;
            exchange.Target = rewrite.Apply(exchange.Request.Path) + exchange.Request.Query;
        }

        return router.ForwardAsync(exchange, upstream, action);
    }
}
