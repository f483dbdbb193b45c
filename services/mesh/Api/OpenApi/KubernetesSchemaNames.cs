using System.Reflection;
using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>What Kubernetes calls the schema of one of the official client's models.</summary>
internal static partial class KubernetesSchemaNames
{
    /// <summary>Models that every group uses.</summary>
    private static readonly HashSet<Type> Meta =
    [
        typeof(V1Condition), typeof(V1LabelSelector), typeof(V1LabelSelectorRequirement), typeof(V1ManagedFieldsEntry),
        typeof(V1ObjectMeta), typeof(V1OwnerReference),
    ];

    /// <summary>What kinds of the core group have inside; a Deployment has a pod's template inside, too.</summary>
    private static readonly Lazy<HashSet<Type>> Core = new(() => KubernetesModel.With(ApiResources.All
        .Where(resource => resource.Group.Length == 0)
        .Select(resource => resource.Model!)
        .Append(typeof(V1PodTemplateSpec))));

    /// <param name="model">Of the client's library.</param>
    /// <param name="group">In whose document it is named.</param>
    public static string Of(Type model, ApiGroup group)
    {
        var name = Prefix.Replace(model.Name, "");
        return model == typeof(ResourceQuantity) ? "io.k8s.apimachinery.pkg.api.resource.Quantity"
            : model == typeof(IntOrString) ? "io.k8s.apimachinery.pkg.util.intstr.IntOrString"
            : Meta.Contains(model) ? $"io.k8s.apimachinery.pkg.apis.meta.v1.{name}"
            : $"io.k8s.api.{GroupOf(model, group)}.v1.{name}";
    }

    private static string GroupOf(Type model, ApiGroup group)
    {
        var owner = model.GetCustomAttribute<KubernetesEntityAttribute>()?.Group
            ?? (Core.Value.Contains(model) ? "" : group.Name);
        return owner.Length > 0 ? owner.Split('.')[0] : "core";
    }

    /// <summary>The client tells groups and versions apart by it: <c>V1</c>, <c>Corev1</c>.</summary>
    [GeneratedRegex(@"\A([A-Z][a-z]+)?[vV][0-9]+")]
    private static partial Regex Prefix { get; }
}
