using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class MergePatchTests
{
    /// <summary>The examples of RFC 7386, appendix A, that are about objects.</summary>
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData("""{"a":1}""", """{"a":{"b":{"c":[null]}}}""", """{"a":{"b":{"c":[null]}}}""")]
    public void Fields_replace_fields_and_null_removes_one(string before, string patch, string after)
    {
        var json = Patches.Parse(before);

        Patches.AssertSame(after, Patches.Apply(json, patch, "Application/Merge-Patch+JSON; charset=utf-8"));
        Patches.AssertSame(before, json);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public void Only_an_object_is_a_merge_patch(string patch) =>
        Assert.Equal(400, Patches.Refuse(new() { ["a"] = 1 }, patch, KubernetesPatch.Merge).Code);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_patch_nested_over_sixty_four_deep_is_refused(int around, bool isTaken)
    {
        JsonNode patch = new JsonObject();
        for (var depth = 0; depth < around; depth++)
        {
            patch = new JsonObject { ["a"] = patch };
        }

        Assert.Equal(isTaken, KubernetesPatch.Apply(ApiResources.All[0], [], patch, KubernetesPatch.Merge).IsApplied);
    }

    [Theory]
    [InlineData("application/apply-patch+yaml", "kubectl apply without --server-side")]
    [InlineData("application/json", "'application/json' is no media type of a patch")]
    [InlineData(null, "'' is no media type of a patch")]
    public void Other_media_types_are_refused_before_the_body_is_read(string? contentType, string message)
    {
        var refusal = KubernetesPatch.RefusalOf(ApiResources.All[0], contentType);

        Assert.Equal((415, "UnsupportedMediaType"), (refusal?.Code, refusal?.Reason));
        Assert.Contains(message, refusal?.Message);
    }
}
