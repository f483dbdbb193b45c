using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>The store of one cluster, armadillo, and the mesh that obeys it.</summary>
internal sealed class TestStore
{
    public const string Cluster = "armadillo";

    public static ObjectKey Color { get; } = new("networking.istio.io", "VirtualService", "color", "color");

    public static Writer Kubectl { get; } = new("kubectl-edit");

    public TestStore()
    {
        Mesh = new([new MeshCluster(Cluster, ManifestSet.Empty, [], "")]);
        Store = new(Mesh, [Cluster]);
        Files = new(Store);
    }

    public MeshState Mesh { get; }

    public MeshStore Store { get; }

    public FileObjects Files { get; }

    public ClusterState Now => Store.StateOf(Cluster);

    /// <summary>As the mesh obeys them.</summary>
    public int[] Weights =>
        [.. Mesh.ManifestsOf(Cluster).VirtualServices.Single().Http[0].Route.Select(one => one.Weight)];

    public static string Split(int first, int second) => $$"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: color, namespace: color}
        spec:
          hosts: [color-svc]
          http:
          - route:
            - {destination: {host: one}, weight: {{first}}}
            - {destination: {host: two}, weight: {{second}}}
        """;

    public static ManifestDocument Document(string yaml) => ManifestReaderTests.Read(yaml).Documents.Single();

    /// <summary>As if a file said so from now on, and nothing else.</summary>
    public void UseFile(string yaml) =>
        Files.Apply(new Dictionary<string, ManifestSet> { [Cluster] = ManifestReaderTests.Read(yaml) });

    public StoredObject Put(string yaml, Writer? writer = null, bool isDryRun = false) =>
        Store.Write(Cluster, draft => draft.Put(Document(yaml), writer ?? Kubectl), isDryRun);

    public StoredObject Put(JsonObject json) => Store.Write(Cluster, draft => draft.Put(
        new("", new(1, 1), json, new Dictionary<string, Position>()), Kubectl));
}
