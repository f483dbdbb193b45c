using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Carries requests to endpoints, as often as their route says. Envoy's router filter.</summary>
/// <remarks>YARP's direct forwarder does the copying of each try.</remarks>
internal sealed class Router(
    IHttpForwarder forwarder, Balancer balancer, UpstreamConnections connections, Mirrors mirrors)
{
    /// <summary>A route has no timeout unless it says so; YARP would give up after 100 silent seconds.</summary>
    private static readonly ForwarderRequestConfig NoTimeout = new()
    {
        ActivityTimeout = TimeSpan.FromDays(1),
        Version = System.Net.HttpVersion.Version11,
    };

    private static readonly ForwardAction Once =
        new(new([]), null, null, null, RetryPolicy.Disabled, [], StatusCodes.Status503ServiceUnavailable);

    /// <summary>One try, and nothing changed but what the proxy's role asks for.</summary>
    public Task CarryAsync(Exchange exchange, Upstream upstream) => ForwardAsync(exchange, upstream, Once);

    public async Task ForwardAsync(Exchange exchange, Upstream upstream, ForwardAction action)
    {
        using var clock = RouteClock.Of(action.Timeout, action.Retries.PerTryTimeout);
        var body = Watch(exchange, action, clock);
        List<UpstreamEndpoint>? tried = null;
        for (var number = 1; ; number++)
        {
            if (!TryLease(exchange, upstream, tried, out var lease, out var endpoint, out var refusal))
            {
                await exchange.ReplyAsync(refusal);
                return;
            }

            var end = TryEnd.Over;
            using (lease)
            {
                exchange.Endpoint = endpoint;
                var one = new UpstreamTry(
                    exchange, endpoint, action, upstream.Policy.ConnectionPool?.ConnectTimeout, number)
                {
                    Body = body,
                    Clock = clock,
                };
                end = await SendAsync(exchange.Context, one, clock);
                if (!exchange.Context.RequestAborted.IsCancellationRequested || one.Status is not null)
                {
                    lease?.Report(one.Status);
                }
            }

            if (end == TryEnd.Over
                || !await MayRepeatAsync(exchange, action.Retries, end, number, body, clock))
            {
                return;
            }

            (tried ??= []).Add(endpoint);
            body?.Rewind();
            exchange.Context.Response.Clear();
        }
    }

    private async ValueTask<TryEnd> SendAsync(HttpContext context, UpstreamTry one, RouteClock? clock)
    {
        var error = await forwarder.SendAsync(
            context, "http://upstream", connections.Client, NoTimeout, one, clock?.NextTry() ?? default);
        if (error == ForwarderError.None && one.IsPassedOn)
        {
            return TryEnd.Over;
        }

        if (one.IsPassedOn)
        {
            if (error is ForwarderError.ResponseBodyDestination or ForwarderError.ResponseBodyCanceled)
            {
                context.Abort(); // the client must not take a part for the whole
            }

            return TryEnd.Over;
        }

        return context.RequestAborted.IsCancellationRequested ? TryEnd.Over
            : one.HasNoPod ? TryEnd.ConnectFailure
            : error == ForwarderError.None ? TryEnd.BadAnswer
            : error == ForwarderError.RequestBodyClient ? TryEnd.Over // the forwarder has set the status
            : clock is { IsOver: true } ? clock.IsRouteOver ? TryEnd.RouteTimeout : TryEnd.TryTimeout
            : TryEnds.Of(context);
    }

    /// <summary>Waits for the next try, or answers.</summary>
    private static async ValueTask<bool> MayRepeatAsync(
        Exchange exchange, RetryPolicy policy, TryEnd end, int number, ReplayableBody? body, RouteClock? clock)
    {
        var isWanted = end == TryEnd.BadAnswer || policy.Want(end);
        if (isWanted && number <= policy.Attempts && body is null or { IsWhole: true })
        {
            var wait = policy.BackoffBefore(number);
            var isTooLong = clock?.Left <= wait;
            await Pause.ForAsync(isTooLong ? clock!.Left!.Value : wait, exchange.Context.RequestAborted);
            if (exchange.Context.RequestAborted.IsCancellationRequested || !isTooLong)
            {
                return !exchange.Context.RequestAborted.IsCancellationRequested;
            }

            end = TryEnd.RouteTimeout;
        }

        exchange.IsRetryLimitReached = isWanted && number > policy.Attempts;
        exchange.Context.Response.Clear();
        await exchange.ReplyAsync(end.Reply());
        return false;
    }

    /// <summary>What happens at the end of the request: the clock starts and copies are sent.</summary>
    private ReplayableBody? Watch(Exchange exchange, ForwardAction action, RouteClock? clock)
    {
        var drawn = Mirrors.Draw(action.Mirrors);
        var context = exchange.Context;
        if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true })
        {
            return null; // such a request has no end
        }

        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            clock?.Start();
            mirrors.Send(exchange, drawn, default);
            return null;
        }

        if (clock is null && drawn.Count == 0 && action.Retries.Attempts == 0)
        {
            return null;
        }

        var body = new ReplayableBody(context.Request.Body, context.Request.ContentLength, whole =>
        {
            clock?.Start();
            if (whole.IsWhole)
            {
                mirrors.Send(exchange, drawn, whole.Kept);
            }
        });
        context.Request.Body = body;
        return body;
    }

    private bool TryLease(
        Exchange exchange,
        Upstream upstream,
        List<UpstreamEndpoint>? tried,
        out EndpointLease? lease,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out UpstreamEndpoint? endpoint,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out LocalReply? refusal)
    {
        (lease, refusal) = (null, null);
        if (upstream.KeepsAddress)
        {
            endpoint = exchange.Dialled is { } dialled ? new(dialled, null, [], 0, 1) : null;
            refusal = endpoint is null ? LocalReply.NoHealthyUpstream : null; // a gateway knows no such address
            return endpoint is not null;
        }

        (lease, refusal) = balancer.Lease(upstream, exchange.Context, tried is null ? [] : tried);
        endpoint = lease?.Endpoint;
        return endpoint is not null;
    }
}
