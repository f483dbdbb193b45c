using ColorDemo.Launcher.Pods;
using ColorDemo.Launcher.Rollouts;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using k8s;

namespace ColorDemo.Launcher.Tests.Pods;

/// <summary>The store of one cluster, with a Deployment and its Service, and no processes.</summary>
internal sealed class TestCluster : IDisposable
{
    public const string Name = "armadillo";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public TestCluster(string yaml = Manifests)
    {
        var mesh = new MeshState([new MeshCluster(Name, ManifestSet.Empty, [], "")]);
        Store = new(mesh, [Name], check: whole => PodSpecReader.Read(whole));
        Apply(yaml);
    }

    public MeshStore Store { get; }

    public ClusterState Now => Store.StateOf(Name);

    public DeploymentSpec Deployment => PodSpecReader.Read(Now.Manifests, Name).Single();

    public static ObjectKey DeploymentKey { get; } = new("apps", "Deployment", "color", "color-svc-v1");

    /// <summary>As kubectl would.</summary>
    public void Apply(string yaml) => Store.Write(Name, draft =>
    {
        foreach (var document in Read(yaml).Documents)
        {
            draft.Put(document, new("kubectl"));
        }
    });

    /// <summary>The objects of a kind, as the official client reads them.</summary>
    public IReadOnlyList<T> List<T>(string kind, string group = "") =>
        [.. Now.List(group, kind).Select(one => KubernetesJson.Deserialize<T>(one.Json.ToJsonString()))];

    public void Dispose() => _folder.Delete(recursive: true);

    private ManifestSet Read(string yaml)
    {
        var file = Path.Combine(_folder.FullName, "manifests.yaml");
        File.WriteAllText(file, yaml);
        return ManifestReader.Read(file);
    }

    public const string Manifests = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: color-svc, namespace: color}
        data: {DISABLE_RED: "true"}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: color-svc, namespace: color}
        spec:
          selector: {app: color-svc}
          ports:
          - {name: http, port: 80, targetPort: http}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: color-svc-v1, namespace: color}
        spec:
          replicas: 2
          selector: {matchLabels: {app: color-svc}}
          template:
            metadata: {labels: {app: color-svc, version: v1}}
            spec:
              containers:
              - name: color-svc
                image: color-svc
                ports: [{name: http, containerPort: 8800}]
                envFrom: [{configMapRef: {name: color-svc}}]
                env:
                - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: NODE_NAME, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
        """;
}
