using System.Reflection;
using System.Text.Json;
using k8s;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Kubernetes' own kinds into the official client's models, refusing fields these do not have.</summary>
internal static class KubernetesKind
{
    private static readonly MethodInfo Reading = typeof(KubernetesKind).GetMethod(nameof(Read))!;

    /// <summary>Refuses what is no object of a model, of which the mesh reads nothing.</summary>
    public static void Check(ManifestDocument document, Type model, ProblemReport report) =>
        Reading.MakeGenericMethod(model).Invoke(null, [document, report]);

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
