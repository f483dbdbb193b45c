using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Istio;
using Spectre.Console;

namespace ColorDemo.Launcher;

/// <summary>The table of what runs where, and what to do next with it.</summary>
/// <param name="Split">The VirtualService whose weights decide who answers <c>/random</c>.</param>
internal sealed record DemoOverview(
    IReadOnlyDictionary<string, ClusterPorts> Clusters,
    IReadOnlyDictionary<string, IReadOnlyList<PodProcess>> Pods,
    Metadata? Split,
    string Kubeconfig)
{
    private string? GridAddress => Pods.Values.SelectMany(pods => pods)
        .FirstOrDefault(pod => pod.Spec.Image == PodImage.Grid)?.AddressOf(PodImage.HttpVariable);

    public void WriteTo(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("cluster", "what", "version", "address", "faults");
        foreach (var (cluster, ports) in Clusters)
        {
            foreach (var pod in Pods[cluster])
            {
                Row(table, cluster, pod.Spec.Name, pod.Spec.Labels.GetValueOrDefault("version", ""),
                    $"http://{pod.AddressOf(PodImage.HttpVariable)}", FaultsOf(pod) ?? "");
            }

            Row(table, cluster, "ingress gateway", "", $"http://localhost:{ports.Ingress}", "");
            Row(table, cluster, "east-west gateway", "", $"http://localhost:{ports.EastWest}", "");
            Row(table, cluster, "Kubernetes API", "", $"https://localhost:{ports.Api}", "");
            Row(table, cluster, "in-mesh client", "", $"http://localhost:{ports.InMesh}", "");
        }

        console.Write(table);
        var (ingress, inMesh) = (Clusters.Values.First().Ingress, Clusters.Values.First().InMesh);
        if (GridAddress is { } grid)
        {
            console.MarkupLine($"Watch   [bold]http://localhost:{Markup.Escape(grid.Split(':')[^1])}[/]");
        }

        console.MarkupLine(
            $"Ask     curl localhost:{ingress}/random        also /armadillo /bison /chaos, and ?fmt=json");
        console.MarkupLine(
            $"        curl -x localhost:{inMesh} http://color-svc.color:8800/random        as a pod asks");
        if (Split is not null)
        {
            console.MarkupLine($"Change  the weights in {Markup.Escape(Split.Origin.File)}, save, and watch; or:");
            console.MarkupLine($"        export KUBECONFIG={Markup.Escape(Kubeconfig)}");
            console.MarkupLine($"        kubectl edit virtualservice {Markup.Escape(Split.Name)}"
                + $"        --context {Clusters.Keys.Last()} for the other cluster");
        }

        if (Pods.Values.SelectMany(pods => pods).Select(FaultsOf).FirstOrDefault(port => port is not null) is { } port)
        {
            console.MarkupLine(
                $"Break   curl -X PUT localhost:{port}/faults -d '{{\"errorRate\":0.5}}'   mend with -X DELETE");
        }

        console.MarkupLine("Stop    Ctrl-C");
    }

    /// <summary>The port where the pod's faults can be changed; null when it has none.</summary>
    private static string? FaultsOf(PodProcess pod) =>
        pod.AddressOf(PodImage.AdminVariable)?.Split(':')[^1];

    private static void Row(Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(cell => Markup.Escape(SafeText.Of(cell)))]);
}
