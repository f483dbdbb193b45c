using System.Text.Json;
using k8s;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Kubernetes' own kinds into the official client's models, refusing fields these do not have.</summary>
internal static class KubernetesKind
{
    public static T? Read<T>(ManifestDocument document, ProblemReport report)
        where T : class
    {
        var shape = new KubernetesShape(report);
        shape.Check(document.Json, typeof(T), "");
        if (shape.HasWrongTypes)
        {
            return null;
        }

        try
        {
            return KubernetesJson.Deserialize<T>(document.Json.ToJsonString());
        }
        catch (Exception wrong) // the client library's converters throw what they like
        {
            var field = (wrong as JsonException)?.Path?.TrimStart('$', '.') ?? "";
            report.Error(field, $"this value has the wrong type: {wrong.Message.Split(" Path:")[0]}",
                ProblemCode.WrongType);
            return null;
        }
    }
}
