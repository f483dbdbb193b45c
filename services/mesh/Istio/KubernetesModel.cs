using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;

namespace ColorDemo.Mesh.Istio;

/// <summary>What the official client's model of a kind of Kubernetes' own consists of.</summary>
internal static class KubernetesModel
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Models = new();

    /// <summary>By their names in manifests. Empty for what is no model, or one of a plain value.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> FieldsOf(Type model) => Models.GetOrAdd(model, type =>
        type.Namespace != typeof(V1Pod).Namespace
            ? new Dictionary<string, PropertyInfo>()
            : type.GetProperties()
                .Select(property => (property, name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name))
                .Where(field => field.name is not null)
                .ToDictionary(field => field.name!, field => field.property));

    /// <summary>What a list has inside; null for everything else.</summary>
    public static Type? ItemOf(Type type) => ArgumentOf(type, typeof(IList<>));

    /// <summary>What a mapping with free keys has as values; null for everything else.</summary>
    public static Type? ValueOf(Type type) => ArgumentOf(type, typeof(IDictionary<,>));

    /// <summary>These models and all that are inside of them, however deep.</summary>
    public static HashSet<Type> With(IEnumerable<Type> models)
    {
        HashSet<Type> found = [];
        var left = new Stack<Type>(models);
        while (left.TryPop(out var type))
        {
            type = ItemOf(type) ?? ValueOf(type) ?? type;
            if (found.Add(type))
            {
                foreach (var property in FieldsOf(type).Values)
                {
                    left.Push(property.PropertyType);
                }
            }
        }

        return found;
    }

    private static Type? ArgumentOf(Type type, Type generic) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[^1] : null;
}
