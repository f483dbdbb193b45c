using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using CsCheck;

namespace ColorDemo.Mesh.Tests.Api;

public class AnyPatchTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        "a", "b", "", "-", "0", "1", "~", "/", "spec", "metadata", "template", "containers", "env", "ports", "name",
        "containerPort", "finalizers", "strategy", "volumes", "$patch", "$retainKeys", "$setElementOrder/containers",
        "$deleteFromPrimitiveList/finalizers", "$setElementOrder/ports", "$deleteFromPrimitiveList/");

    private static readonly Gen<string> Scalars = Gen.OneOf(
        "null", "true", "1", "1.0", "-0", "1e400", "80", "\"\"", "\"a\"", "\"b\"", "\"delete\"", "\"replace\"",
        "\"merge\"");

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, inner) => depth > 6
        ? Scalars
        : Gen.Frequency(
            (2, Scalars),
            (4, Gen.Select(Names, inner).Array[0, 4].Select(fields => $"{{{string.Join(",", fields
                .DistinctBy(field => field.Item1).Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}")),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(",", items)}]"))));

    private static readonly Gen<string> Pointers =
        Names.Array[0, 5].Select(names => string.Concat(names.Select(name => $"/{name}")));

    private static readonly Gen<string> Operations = Gen.Select(
        Gen.OneOf("add", "remove", "replace", "move", "copy", "test"), Pointers, Pointers, Values)
        .Select((name, path, from, value) =>
            $$"""{"op":"{{name}}","path":"{{path}}","from":"{{from}}","value":{{value}}}""")
        .Array[1, 6].Select(operations => $"[{string.Join(",", operations)}]");

    private static readonly Gen<string> Objects = Values.Where(text => text[0] == '{');

    [Fact]
    public void A_JSON_patch_never_throws_and_leaves_the_old_object_alone() =>
        Gen.Select(Objects, Operations).Sample((json, patch) => Check(json, patch, KubernetesPatch.Json));

    [Fact]
    public void A_merge_patch_never_throws_and_leaves_the_old_object_alone() =>
        Gen.Select(Objects, Values).Sample((json, patch) => Check(json, patch, KubernetesPatch.Merge));

    [Fact]
    public void A_strategic_merge_patch_never_throws_and_leaves_the_old_object_alone() =>
        Gen.Select(Objects, Values).Sample((json, patch) => Check(
            InBoth(json),
            InBoth(patch), KubernetesPatch.StrategicMerge));

    [Fact]
    public void A_merge_patch_applied_twice_changes_nothing_the_second_time() =>
        Gen.Select(Objects, Objects).Sample((before, patch) =>
        {
            var once = Patches.Apply(Patches.Parse(before), patch, KubernetesPatch.Merge);
            var twice = Patches.Apply(once, patch, KubernetesPatch.Merge);
            return JsonNode.DeepEquals(once, twice);
        });

    private static string InBoth(string json) =>
        $$$"""{"metadata":{{{json}}},"spec":{"template":{"spec":{{{json}}} } } }""";

    private static void Check(string json, string patch, string contentType)
    {
        var (before, body) = (Patches.Parse(json), JsonNode.Parse(patch));
        var resource = ApiResources.OfKind("apps/v1", "Deployment")!;

        var result = KubernetesPatch.Apply(resource, before, body, contentType);

        Assert.True(result.IsApplied ? result.Object is not null : result.Refusal.Message.Length > 0);
        result.Object?.Clear();
        Assert.Equal(JsonNode.Parse(json)!.ToJsonString(), before.ToJsonString());
        Assert.Equal(JsonNode.Parse(patch)?.ToJsonString(), body?.ToJsonString());
    }
}
