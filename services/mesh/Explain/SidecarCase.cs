using System.Globalization;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>A request of a pod in the mesh, which its sidecar takes.</summary>
internal sealed class SidecarCase(
    MeshQuestion question, Asker from, MeshCluster cluster, Func<MeshClient, int, SidecarListener> listenerOf)
{
    public Explanation Explain()
    {
        var request = Requests.Of(question);
        var dialled = request.Port.Length > 1
            && int.TryParse(request.Port[1..], CultureInfo.InvariantCulture, out var given) ? given : 80;
        var port = from.Port ?? dialled;
        var client = MeshClient.In(
            cluster, from.Namespace ?? "default", from.Labels ?? new Dictionary<string, string>());
        var listener = listenerOf(client, port);
        var where = $"Sidecar of a pod in {client.Namespace}, {cluster.Name}: port {port}.";
        if (listener.Opaque.TryGetValue(request.Host.ToString().ToLowerInvariant(), out var upstream))
        {
            string[] reasons = [where, "That port of the service is not HTTP: bytes are carried."];
            return new ForwardCase(question, request, reasons).ToUpstream(upstream);
        }

        return listener.Table is { } table
            ? new RouteCase(question, request, table, where).Explain()
            : RouteCase.Unknown(
                question, listener.Unknown, [where, "No service of the mesh speaks HTTP on that port."]);
    }
}
