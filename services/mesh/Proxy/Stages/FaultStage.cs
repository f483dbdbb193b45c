using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Delays, then aborts, each drawn for itself. Envoy's fault filter, which comes before all others.</summary>
internal static class FaultStage
{
    /// <returns>Whether the request goes on.</returns>
    public static async ValueTask<bool> PassAsync(Exchange exchange, Fault fault)
    {
        var clientGone = exchange.Context.RequestAborted;
        if (fault.Delay is { } delay && Chance.Hits(delay.Percent))
        {
            exchange.IsDelayed = true;
            await Pause.ForAsync(delay.Duration, clientGone);
            if (clientGone.IsCancellationRequested)
            {
                return false;
            }
        }

        if (fault.Abort is { } abort && Chance.Hits(abort.Percent))
        {
            await exchange.ReplyAsync(LocalReply.Aborted(abort.Status, abort.GrpcStatus));
            return false;
        }

        return true;
    }
}
