using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The few fields that Kubernetes selects objects by.</summary>
/// <remarks>Source: Kubernetes 1.32, "Field Selectors", and its list of supported fields by kind.</remarks>
internal static class SelectableFields
{
    private static readonly string[] OfAll = ["metadata.name", "metadata.namespace"];

    private static readonly Dictionary<string, string[]> ByKind = new()
    {
        ["Event"] =
        [
            "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
            "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
            "reportingComponent", "source", "type",
        ],
        ["Namespace"] = ["status.phase"],
        ["Pod"] =
        [
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "status.phase",
            "status.podIP", "status.nominatedNodeName",
        ],
        ["Service"] = ["spec.clusterIP", "spec.type"],
    };

    /// <returns>Null for a field that such objects are not selected by.</returns>
    public static Func<JsonObject, string?>? Find(ApiResource resource, string name)
    {
        var ofKind = resource.Group.Length == 0 ? ByKind.GetValueOrDefault(resource.Kind, []) : [];
        var isKnown = OfAll.Contains(name) || ofKind.Contains(name);
        return !isKnown ? null
            : name == "source" ? json => json.TextAt("source.component") ?? json.TextAt("reportingComponent")
            : json => json.TextAt(name);
    }
}
