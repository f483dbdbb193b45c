namespace ColorDemo.Mesh.Istio;

/// <summary>The kinds of Kubernetes' own two groups that manifests are mostly made of.</summary>
/// <remarks>A kind of another group may be anybody's, and is none of the mesh's business.</remarks>
internal static class KubernetesKinds
{
    private static readonly IReadOnlyDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["v1"] =
        [
            "ConfigMap", "Endpoints", "Event", "LimitRange", "Namespace", "Node", "PersistentVolume",
            "PersistentVolumeClaim", "Pod", "PodTemplate", "ReplicationController", "ResourceQuota", "Secret",
            "Service", "ServiceAccount",
        ],
        ["apps/v1"] = ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    };

    /// <summary>Tells a kind that is misspelt, or looked for in the wrong group.</summary>
    public static void Check(ManifestDocument document, ProblemReport report)
    {
        if (!IsOwn(document.ApiVersion) || Served(document.ApiVersion).Contains(document.Kind))
        {
            return;
        }

        foreach (var (version, kinds) in Kinds)
        {
            if (kinds.Contains(document.Kind))
            {
                report.Error("apiVersion", $"a {document.Kind} is of {version}", ProblemCode.UnknownKind);
                return;
            }
        }

        if (UnknownWord.Nearest(document.Kind, Kinds.Values.SelectMany(kinds => kinds)) is { } meant)
        {
            report.Error("kind", $"Kubernetes has no kind '{document.Kind}' here; did you mean '{meant}'?",
                ProblemCode.UnknownKind);
        }
    }

    private static bool IsOwn(string apiVersion) =>
        !apiVersion.Contains('/') || apiVersion.Split('/')[0] is "apps" or "extensions" or "core"
        || UnknownWord.Nearest(apiVersion, Kinds.Keys) is not null;

    private static string[] Served(string apiVersion) => Kinds.GetValueOrDefault(apiVersion, []);
}
