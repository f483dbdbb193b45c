using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>A JSON merge patch: fields replace fields, null removes one, lists are replaced whole.</summary>
/// <remarks>Source: RFC 7386.</remarks>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject current, JsonObject patch)
    {
        var patched = (JsonObject)current.DeepClone();
        MergeInto(patched, patch);
        return patched;
    }

    private static void MergeInto(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is not JsonObject fields)
            {
                target[name] = value.DeepClone();
            }
            else
            {
                if (target[name] is not JsonObject inner)
                {
                    target[name] = inner = [];
                }

                MergeInto(inner, fields);
            }
        }
    }
}
