using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Kubernetes' own merge patch, which knows the items of lists by a key and takes directives.</summary>
/// <remarks>Source: Kubernetes' sig-api-machinery, "Strategic Merge Patch"; checked against kubectl 1.32.</remarks>
internal static class StrategicMergePatch
{
    public const string Directive = "$patch";

    private const string RetainKeys = "$retainKeys";
    private const string DeleteFromList = "$deleteFromPrimitiveList/";
    private const string ElementOrder = "$setElementOrder/";

    public static JsonObject Apply(JsonObject current, JsonObject patch, Type model) =>
        Merge((JsonObject)current.DeepClone(), patch, model, "");

    /// <param name="target">Is changed.</param>
    /// <param name="model">Null where the official client has none; all lists are replaced there.</param>
    internal static JsonObject Merge(JsonObject target, JsonObject patch, Type? model, string path)
    {
        switch (DirectiveOf(patch, path))
        {
            case "delete":
                return [];
            case "replace":
                return (JsonObject)StrategicValue.Fresh(patch, path)!;
        }

        Retain(target, patch, path);
        foreach (var field in patch.Select(one => FieldOf(one.Key)).OfType<string>().Distinct().ToList())
        {
            MergeField(target, patch, model, field, path.Length > 0 ? $"{path}.{field}" : field);
        }

        return target;
    }

    /// <returns>delete, replace, merge, or null when there is none.</returns>
    internal static string? DirectiveOf(JsonObject patch, string path) =>
        !patch.TryGetPropertyValue(Directive, out var node) ? null
        : node is JsonValue value && value.TryGetValue(out string? text)
            && text is "delete" or "replace" or "merge" ? text
        : throw BadRequest(path, $"{Directive} must be delete, replace or merge");

    internal static PatchException BadRequest(string path, string why) =>
        new(PatchRefusal.BadRequest(path.Length > 0 ? $"{GivenValue.Shorten(path)}: {why}" : why));

    private static void MergeField(JsonObject target, JsonObject patch, Type? model, string field, string path)
    {
        patch.TryGetPropertyValue(field, out var value);
        var (deleted, order) = (List(patch, DeleteFromList, field, path), List(patch, ElementOrder, field, path));
        if (value is null && patch.ContainsKey(field))
        {
            target.Remove(field);
        }
        else if (value is JsonObject fields && target[field] is JsonObject inner)
        {
            var merged = Merge(inner, fields, TypeOf(model, field), path);
            if (!ReferenceEquals(inner, merged))
            {
                target[field] = merged;
            }
        }
        else if (value is null or JsonArray && target[field] is JsonArray items)
        {
            var list = new StrategicList(path, IsMerged(model, field), KeyOf(model, field), ItemOf(model, field));
            target[field] = list.Merge(items, value as JsonArray, deleted, order);
        }
        else if (value is not null)
        {
            target[field] = StrategicValue.Fresh(value, path);
        }
    }

    private static void Retain(JsonObject target, JsonObject patch, string path)
    {
        if (!patch.TryGetPropertyValue(RetainKeys, out var node))
        {
            return;
        }

        var kept = (node as JsonArray ?? throw BadRequest(path, $"{RetainKeys} must be a list of field names"))
            .Select(name => name is JsonValue value && value.TryGetValue(out string? text) ? text : "").ToHashSet();
        if (patch.FirstOrDefault(field => field.Value is not null && field.Key[..Math.Min(1, field.Key.Length)] != "$"
            && !kept.Contains(field.Key)).Key is { } missing)
        {
            throw BadRequest(path, $"{RetainKeys} must name '{GivenValue.Shorten(missing)}', which the patch sets");
        }

        foreach (var name in target.Select(field => field.Key).Where(name => !kept.Contains(name)).ToList())
        {
            target.Remove(name);
        }
    }

    /// <returns>Null for a directive about the object itself.</returns>
    internal static string? FieldOf(string name) =>
        name is Directive or RetainKeys ? null
        : name.StartsWith(DeleteFromList, StringComparison.Ordinal) ? name[DeleteFromList.Length..]
        : name.StartsWith(ElementOrder, StringComparison.Ordinal) ? name[ElementOrder.Length..]
        : name;

    private static JsonArray? List(JsonObject patch, string directive, string field, string path) =>
        !patch.TryGetPropertyValue(directive + field, out var node) ? null
        : node as JsonArray ?? throw BadRequest(path, $"{directive}{GivenValue.Shorten(field)} must be a list");

    private static bool IsMerged(Type? model, string field) => model is not null && MergeKeys.IsMerged(model, field);

    private static string? KeyOf(Type? model, string field) => model is null ? null : MergeKeys.Of(model, field);

    private static Type? ItemOf(Type? model, string field) => TypeOf(model, field) is { } type
        ? KubernetesModel.ItemOf(type) : null;

    private static Type? TypeOf(Type? model, string field) => model is null ? null
        : KubernetesModel.ValueOf(model) ?? KubernetesModel.FieldsOf(model).GetValueOrDefault(field)?.PropertyType;
}
