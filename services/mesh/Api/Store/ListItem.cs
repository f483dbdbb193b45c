using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>An item of a list, to be found again in a later one.</summary>
/// <param name="Name">Its <c>name</c>, where it has one: what Kubernetes takes most lists' items by.</param>
/// <param name="Leaves">Every value in it with the path to it.</param>
internal sealed record ListItem(string? Name, HashSet<string> Leaves)
{
    private const int Equal = 1_000;
    private const int SameName = 700;

    public int Size => Leaves.Count + 1;

    public static ListItem Of(JsonNode? item)
    {
        HashSet<string> leaves = [];
        Collect(item, "", leaves);
        var name = (item as JsonObject)?["name"];
        return new(
            name?.GetValueKind() == JsonValueKind.String ? name.GetValue<string>() : null,
            leaves);
    }

    /// <returns>1 for what has nothing in common, 1000 for equal items.</returns>
    public int Likeness(ListItem other)
    {
        var shared = Leaves.Count(other.Leaves.Contains);
        var most = Math.Max(Leaves.Count, other.Leaves.Count);
        if (shared == most)
        {
            return Equal;
        }

        return Name is not null && Name == other.Name
            ? SameName + (200 * shared / most)
            : 1 + (500 * shared / most);
    }

    private static void Collect(JsonNode? node, string path, HashSet<string> leaves)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } json:
                foreach (var (key, value) in json)
                {
                    Collect(value, $"{path}/{key}", leaves);
                }

                break;
            case JsonArray { Count: > 0 } array:
                for (var place = 0; place < array.Count; place++)
                {
                    Collect(array[place], $"{path}/{place}", leaves);
                }

                break;
            default:
                leaves.Add($"{path}={node?.ToJsonString() ?? "null"}"); // of an empty object or list as well
                break;
        }
    }
}
