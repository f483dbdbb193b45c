namespace ColorDemo.Mesh.Istio;

/// <summary>A gateway that Istio deploys itself. Gateway API <c>Gateway</c>, gateway.networking.k8s.io/v1.</summary>
/// <param name="GatewayClassName"><c>istio</c> for Istio's own; other controllers' classes are not Istio's.</param>
/// <param name="Services">
/// <c>spec.addresses</c> of type Hostname: Services of gateways that someone else deployed. Empty: Istio deploys one.
/// </param>
public sealed record KubernetesGateway(
    Metadata Metadata,
    string GatewayClassName,
    IReadOnlyList<KubernetesListener> Listeners,
    IReadOnlyList<string> Services)
{
    internal static KubernetesGateway Read(Metadata metadata, Fields spec)
    {
        var listeners = spec.Objects("listeners");
        spec.AtMost("listeners", listeners.Count, 64);
        if (listeners.Count == 0)
        {
            spec.Error("listeners", "a Gateway must have at least one listener, with name, port and protocol");
        }

        var read = new KubernetesGateway(
            metadata,
            spec.RequiredText("gatewayClassName"),
            [.. listeners.Select(KubernetesListener.Read)],
            [.. spec.Objects("addresses").Select(ReadAddress).OfType<string>()]);
        CheckUnique(read.Listeners, spec);
        spec.Known("infrastructure"); // labels and annotations of what Istio deploys
        spec.NotSimulated("allowedListeners", "tls");
        spec.End();
        return read;
    }

    private static string? ReadAddress(Fields address)
    {
        var value = address.Text("value");
        var isHostname = address.Text("type") == "Hostname";
        address.End();
        return isHostname ? value : null;
    }

    private static void CheckUnique(IReadOnlyList<KubernetesListener> listeners, Fields spec)
    {
        for (var index = 1; index < listeners.Count; index++)
        {
            var listener = listeners[index];
            var earlier = listeners.Take(index);
            if (listener.Name.Length > 0 && earlier.Any(other => other.Name == listener.Name))
            {
                spec.Error($"listeners[{index}].name", $"'{listener.Name}' is taken; names of listeners are unique");
            }

            if (earlier.Any(other => (other.Port, other.Protocol, other.Hostname)
                == (listener.Port, listener.Protocol, listener.Hostname)))
            {
                spec.Error($"listeners[{index}]",
                    "another listener has the same port, protocol and hostname; change one of the three");
            }
        }
    }
}
