using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Launcher.Diff;

namespace ColorDemo.Launcher.Tests;

public class ShippedManifestTests
{
    private static readonly string Root = Path.GetFullPath(typeof(ShippedManifestTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Manifests").Value!);

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file)).Order()];

    [Theory, MemberData(nameof(Files))]
    public void Any_value_of_a_shipped_manifest_can_be_changed_in_its_one_line(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        var objects = Edited.Objects(text);
        for (var place = 0; place < objects.Count; place++)
        {
            foreach (var path in Leaves(objects[place], []))
            {
                var wanted = (JsonObject)objects[place].DeepClone();
                Change(wanted, path);

                var after = Edited.With(text, wanted, place);

                var lines = LineDiff.Of(text.Split('\n'), after.Split('\n')).Where(line => line.Sign != ' ').ToList();
                Assert.True(lines.Select(line => line.Sign).SequenceEqual("-+"), string.Join('\n', lines));
            }
        }
    }

    /// <summary>Numbers, and texts of one line, but for what makes the object that object.</summary>
    private static IEnumerable<object[]> Leaves(JsonNode? node, object[] path) => (node, path) switch
    {
        (JsonObject json, _) => json.SelectMany(field => Leaves(field.Value, [.. path, field.Key])),
        (JsonArray array, _) => array.SelectMany((item, place) => Leaves(item, [.. path, place])),
        (null, _) or (_, ["apiVersion" or "kind"] or ["metadata", "name" or "namespace"]) => [],
        _ when node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text =>
            text.Contains('\n') ? [] : [path],
        _ => [path],
    };

    private static void Change(JsonObject json, object[] path)
    {
        JsonNode node = json;
        foreach (var step in path[..^1])
        {
            node = step is int place ? node[place]! : node[(string)step]!;
        }

        var changed = (JsonNode? old) => old!.GetValueKind() == JsonValueKind.String
            ? (JsonNode)$"{old.GetValue<string>()}x"
            : 4711;
        if (path[^1] is int last)
        {
            node[last] = changed(node[last]);
        }
        else
        {
            node[(string)path[^1]] = changed(node[(string)path[^1]]);
        }
    }
}
