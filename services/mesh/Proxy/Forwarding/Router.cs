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
        var context = exchange.Context;
        using var clock = RouteClock.Of(action.Timeout, action.Retries.PerTryTimeout);
        var body = Watch(exchange, action, clock);
        List<UpstreamEndpoint>? tried = null;
        for (var number = 1; ; number++)
        {
            var time = clock?.NextTry() ?? default;
            var (lease, refusal) = await LeaseAsync(exchange, upstream, tried, time);
            if (refusal is not null)
            {
                await exchange.ReplyAsync(refusal);
                return;
            }

            if (exchange.Endpoint is not { } endpoint)
            {
                return; // the client is gone
            }

            var one = new UpstreamTry(exchange, endpoint, upstream, action, number)
            {
                Balancer = balancer,
                Body = body,
                Clock = clock,
                ClosesConnection = lease is { ClosesConnection: true },
            };
            var end = await SendAsync(context, one, lease, clock, time);
            if (end == TryEnd.Over || !await MayRepeatAsync(exchange, action.Retries, end, one, clock))
            {
                return;
            }

            (tried ??= []).Add(endpoint);
            body?.Rewind();
            context.Response.Clear();
        }
    }

    /// <summary>Uses up the lease.</summary>
    private async ValueTask<TryEnd> SendAsync(
        HttpContext context, UpstreamTry one, EndpointLease? lease, RouteClock? clock, CancellationToken time)
    {
        using var used = lease;
        var error = await forwarder.SendAsync(
            context, "http://upstream", connections.Client, NoTimeout, one, time);
        if (one.Status is not null || !context.RequestAborted.IsCancellationRequested)
        {
            lease?.Report(one.Status); // a client that went away says nothing about the endpoint
        }

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
        Exchange exchange, RetryPolicy policy, TryEnd end, UpstreamTry one, RouteClock? clock)
    {
        var isWanted = end == TryEnd.BadAnswer || policy.Want(end);
        if (isWanted && one.MayRepeat)
        {
            var wait = policy.BackoffBefore(one.Number);
            var isTooLong = clock?.Left <= wait;
            await Pause.ForAsync(isTooLong ? clock!.Left!.Value : wait, exchange.Context.RequestAborted);
            if (exchange.Context.RequestAborted.IsCancellationRequested || !isTooLong)
            {
                return !exchange.Context.RequestAborted.IsCancellationRequested;
            }

            end = TryEnd.RouteTimeout;
        }

        exchange.IsRetryLimitReached = isWanted && one.Number > policy.Attempts;
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

    /// <summary>Sets the exchange's endpoint, unless there is a refusal or nobody waits for it any more.</summary>
    private async ValueTask<(EndpointLease? Lease, LocalReply? Refusal)> LeaseAsync(
        Exchange exchange, Upstream upstream, List<UpstreamEndpoint>? tried, CancellationToken time)
    {
        exchange.Endpoint = null;
        if (upstream.KeepsAddress)
        {
            exchange.Endpoint = exchange.Dialled is { } dialled ? new(dialled, null, [], 0, 1) : null;
            return (null, exchange.Endpoint is null ? LocalReply.NoHealthyUpstream : null); // a gateway knows none
        }

        var clientGone = exchange.Context.RequestAborted;
        using var either = time.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(time, clientGone)
            : null;
        try
        {
            var (lease, refusal) = await balancer.LeaseAsync(
                upstream, exchange.Context, tried is null ? [] : tried, either?.Token ?? clientGone);
            exchange.Endpoint = lease?.Endpoint;
            return (lease, refusal);
        }
        catch (OperationCanceledException)
        {
            return (null, clientGone.IsCancellationRequested ? null : LocalReply.Timeout);
        }
    }
}
