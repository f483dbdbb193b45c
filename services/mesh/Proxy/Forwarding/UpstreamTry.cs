using System.Diagnostics;
using System.Globalization;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace ColorDemo.Mesh.Proxy;

/// <summary>One try at one endpoint: what is sent to it, and what of its answer goes to the client.</summary>
/// <param name="number">1 for the first.</param>
internal sealed class UpstreamTry(
    Exchange exchange, UpstreamEndpoint endpoint, Upstream upstream, ForwardAction action, int number)
    : HttpTransformer
{
    /// <summary>What was matched is what is sent: nothing is unescaped or escaped on the way.</summary>
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly long _started = Stopwatch.GetTimestamp();

    public int Number => number;

    public Balancer? Balancer { get; init; }

    /// <summary>The connection is for this request alone.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>Absent when there is none, or nobody needs it again.</summary>
    public ReplayableBody? Body { get; init; }

    public RouteClock? Clock { get; init; }

    /// <summary>The upstream's; absent while it has not answered.</summary>
    public int? Status { get; private set; }

    /// <summary>Whether the client gets this answer.</summary>
    public bool IsPassedOn { get; private set; }

    /// <summary>The other cluster's gateway could not reach the pod: no connection came about.</summary>
    public bool HasNoPod { get; private set; }

    /// <summary>Whether another try could follow; a body that grows too large rules it out under way.</summary>
    public bool MayRepeat => number <= action.Retries.Attempts
        && Body is null or { IsWhole: true }
        && (Balancer is null || Balancer.CanRetry(upstream));

    public override async ValueTask TransformRequestAsync(
        HttpContext context, HttpRequestMessage request, string prefix, CancellationToken cancellation)
    {
        await base.TransformRequestAsync(context, request, prefix, cancellation);
        request.RequestUri = new($"http://{endpoint.Address}{exchange.Target}", AsItIs);
        UpstreamConnections.SetTimeout(request, upstream.Policy.ConnectionPool?.ConnectTimeout);
        request.Headers.Remove(MeshHeaders.Sni);
        if (endpoint.Sni is { } sni)
        {
            request.Headers.TryAddWithoutValidation(MeshHeaders.Sni, sni);
        }

        if (ClosesConnection)
        {
            request.Headers.ConnectionClose = true;
        }

        if (exchange.Role.Server is not null)
        {
            request.Headers.Remove(MeshHeaders.AttemptCount);
            request.Headers.TryAddWithoutValidation(
                MeshHeaders.AttemptCount, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext context, HttpResponseMessage? answer, CancellationToken cancellation)
    {
        if (answer is null)
        {
            return false;
        }

        HasNoPod = endpoint.Sni is not null && answer.Headers.NonValidated.TryGetValues(MeshHeaders.Flag, out var flag)
            && flag.ToString() == LocalReply.ConnectFailure.Flag;
        if (HasNoPod)
        {
            return false;
        }

        Status = (int)answer.StatusCode;
        var isUnwanted = action.Retries.Want(answer);
        if (isUnwanted && MayRepeat)
        {
            return false;
        }

        IsPassedOn = true;
        exchange.IsRetryLimitReached = isUnwanted && number > action.Retries.Attempts;
        Clock?.AnswerBegins();
        context.Response.Headers.Server = default; // of an earlier try
        await base.TransformResponseAsync(context, answer, cancellation);
        AddProxyHeaders(context.Response.Headers);
        return true;
    }

    private void AddProxyHeaders(IHeaderDictionary headers)
    {
        if (endpoint.Sni is null)
        {
            headers.Remove(MeshHeaders.Flag); // it speaks of a proxy's own answers
        }

        if (exchange.Role.Server is null)
        {
            return;
        }

        var elapsed = (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        headers[MeshHeaders.ServiceTime] = elapsed.ToString(CultureInfo.InvariantCulture);
        exchange.ChangeResponseHeaders();
        exchange.Finish();
    }
}
