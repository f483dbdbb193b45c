using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class JsonPatchTests
{
    /// <summary>The examples of RFC 6902, appendix A, and some more.</summary>
    public static TheoryData<string, string, string> Patched => new()
    {
        { """{"a":"b"}""", """[{"op":"add","path":"/c","value":"d"}]""", """{"a":"b","c":"d"}""" },
        { """{"a":["b","c"]}""", """[{"op":"add","path":"/a/1","value":"d"}]""", """{"a":["b","d","c"]}""" },
        { """{"a":["b"]}""", """[{"op":"add","path":"/a/1","value":"d"}]""", """{"a":["b","d"]}""" },
        { """{"a":"b","c":"d"}""", """[{"op":"remove","path":"/a"}]""", """{"c":"d"}""" },
        { """{"a":["b","c","d"]}""", """[{"op":"remove","path":"/a/1"}]""", """{"a":["b","d"]}""" },
        { """{"a":"b"}""", """[{"op":"replace","path":"/a","value":"c"}]""", """{"a":"c"}""" },
        { """{"a":["b"]}""", """[{"op":"replace","path":"/a/0","value":"c"}]""", """{"a":["c"]}""" },
        {
            """{"a":{"b":"c","d":"e"},"f":{"g":"h"}}""", """[{"op":"move","from":"/a/d","path":"/f/i"}]""",
            """{"a":{"b":"c"},"f":{"g":"h","i":"e"}}"""
        },
        { """{"a":[1,2,3,4]}""", """[{"op":"move","from":"/a/1","path":"/a/3"}]""", """{"a":[1,3,4,2]}""" },
        { """{"a":1}""", """[{"op":"move","from":"/a","path":"/a"}]""", """{"a":1}""" },
        { """{"a":[1]}""", """[{"op":"copy","from":"/a","path":"/b"}]""", """{"a":[1],"b":[1]}""" },
        { """{"a":1}""", """[{"op":"copy","from":"","path":"/b"}]""", """{"a":1,"b":{"a":1}}""" },
        {
            """{"a":"b","c":["d",2]}""",
            """[{"op":"test","path":"/a","value":"b"},{"op":"test","path":"/c/1","value":2.0}]""",
            """{"a":"b","c":["d",2]}"""
        },
        { """{"a":{"b":1,"c":2}}""", """[{"op":"test","path":"/a","value":{"c":2,"b":1}}]""",
            """{"a":{"b":1,"c":2}}""" },
        { """{"a":"b"}""", """[{"op":"add","path":"/c","value":{"d":{}}}]""", """{"a":"b","c":{"d":{}}}""" },
        { """{"a":"b"}""", """[{"op":"add","path":"/c","value":"d","x":1}]""", """{"a":"b","c":"d"}""" },
        { """{"/":9,"~1":10}""", """[{"op":"test","path":"/~01","value":10}]""", """{"/":9,"~1":10}""" },
        { """{"/":9}""", """[{"op":"replace","path":"/~1","value":8}]""", """{"/":8}""" },
        { """{"a":["b"]}""", """[{"op":"add","path":"/a/-","value":["c"]}]""", """{"a":["b",["c"]]}""" },
        { """{"a":1}""", """[{"op":"add","path":"/b","value":null}]""", """{"a":1,"b":null}""" },
        { """{"a":null}""", """[{"op":"test","path":"/a","value":null}]""", """{"a":null}""" },
        { """{"a":1}""", """[{"op":"replace","path":"","value":{"b":2}}]""", """{"b":2}""" },
        { """{"a":1}""", """[{"op":"add","path":"","value":3},{"op":"add","path":"","value":{}}]""", "{}" },
        { """{"":1}""", """[{"op":"remove","path":"/"}]""", "{}" },
        { """{"a":1}""", "[]", """{"a":1}""" },
    };

    [Theory, MemberData(nameof(Patched))]
    public void Operations_work_one_after_the_other_and_leave_the_old_object_alone(
        string before, string patch, string after)
    {
        var json = Patches.Parse(before);

        Patches.AssertSame(after, Patches.Apply(json, patch, KubernetesPatch.Json));
        Patches.AssertSame(before, json);
    }

    [Theory]
    [InlineData("""[{"op":"add","path":"/x/y","value":1}]""", "operation 0 (add /x/y): there is no /x/y")]
    [InlineData("""[{"op":"add","path":"/b/3","value":1}]""", "'3' is no place in a list of 2")]
    [InlineData("""[{"op":"add","path":"/b/01","value":1}]""", "'01' is no place")]
    [InlineData("""[{"op":"add","path":"/b/-1","value":1}]""", "'-1' is no place")]
    [InlineData("""[{"op":"add","path":"/a/y","value":1}]""", "only an object or a list can be added to")]
    [InlineData("""[{"op":"remove","path":"/x"}]""", "operation 0 (remove /x): there is no /x")]
    [InlineData("""[{"op":"remove","path":"/b/2"}]""", "there is no /b/2")]
    [InlineData("""[{"op":"remove","path":"/b/-"}]""", "there is no /b/-")]
    [InlineData("""[{"op":"remove","path":""}]""", "whole object")]
    [InlineData("""[{"op":"replace","path":"/x","value":1}]""", "there is no /x")]
    [InlineData("""[{"op":"replace","path":"","value":[]}]""", "leaves no JSON object")]
    [InlineData("""[{"op":"test","path":"/a","value":1},{"op":"test","path":"/a","value":2}]""",
        "operation 1 (test /a): is 1, not 2")]
    [InlineData("""[{"op":"test","path":"/a","value":"1"}]""", "is 1, not \"1\"")]
    [InlineData("""[{"op":"test","path":"/x","value":null}]""", "there is no /x")]
    [InlineData("""[{"op":"move","from":"/c","path":"/c/d/e"}]""", "/c cannot be moved into itself")]
    [InlineData("""[{"op":"move","from":"","path":"/c/d/e"}]""", "cannot be moved into itself")]
    [InlineData("""[{"op":"copy","from":"/x","path":"/y"}]""", "there is no /x")]
    public void An_operation_that_cannot_be_done_is_named(string patch, string message)
    {
        var refusal = Patches.Refuse(
            Patches.Parse("""{"a":1,"b":[1,2],"c":{"d":{}}}"""), patch, KubernetesPatch.Json);

        Assert.Equal((422, "Invalid"), (refusal.Code, refusal.Reason));
        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData("{}", "must be a list of operations")]
    [InlineData("null", "must be a list of operations")]
    [InlineData("[1]", "operation 0 must be a JSON object")]
    [InlineData("[{}]", "operation 0: op must be given as text")]
    [InlineData("""[{"op":"test","path":"","value":{}},{"op":"merge","path":""}]""", "operation 1: op must be add,")]
    [InlineData("""[{"op":"remove"}]""", "path must be given as text")]
    [InlineData("""[{"op":"remove","path":7}]""", "path must be given as text")]
    [InlineData("""[{"op":"remove","path":"a"}]""", "path must be a JSON pointer")]
    [InlineData("""[{"op":"remove","path":"/~2"}]""", "path must be a JSON pointer")]
    [InlineData("""[{"op":"remove","path":"/~"}]""", "path must be a JSON pointer")]
    [InlineData("""[{"op":"move","path":"/a"}]""", "from must be given as text")]
    [InlineData("""[{"op":"add","path":"/a"}]""", "add needs a value")]
    [InlineData("""[{"op":"add","op":"remove","path":"/a","value":1}]""", "twice")]
    public void What_is_no_JSON_patch_is_a_bad_request(string patch, string message)
    {
        var refusal = Patches.Refuse(new() { ["a"] = 1 }, patch, KubernetesPatch.Json);

        Assert.Equal((400, "BadRequest"), (refusal.Code, refusal.Reason));
        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public void Copies_that_double_the_object_each_time_are_stopped()
    {
        var operations = string.Join(",", Enumerable.Range(0, 60).Select(number =>
            $$"""{"op":"copy","from":"/a","path":"/a/{{number}}"}"""));

        var refusal = Patches.Refuse(
            new() { ["a"] = new JsonObject { ["b"] = new string('x', 100) } }, $"[{operations}]", KubernetesPatch.Json);

        Assert.Contains("operation ", refusal.Message);
        Assert.True(refusal.Code is 400 or 413, refusal.Message);
    }

    [Fact]
    public void Copies_of_three_mebibytes_are_all_that_a_patch_may_make()
    {
        var json = new JsonObject { ["a"] = new string('x', 600 * 1024) };
        string Copies(int count) => $"[{string.Join(",", Enumerable.Range(0, count).Select(number =>
            $$"""{"op":"copy","from":"/a","path":"/{{number}}"}"""))}]";

        Assert.True(Patches.Result(json, Copies(5), KubernetesPatch.Json).IsApplied);
        var refusal = Patches.Refuse(json, Copies(6), KubernetesPatch.Json);
        Assert.Equal((413, "RequestEntityTooLarge"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public void An_object_cannot_be_made_deeper_than_sixty_four()
    {
        var operations = string.Join(",", Enumerable.Repeat("""{"op":"copy","from":"","path":"/a"}""", 65));

        var refusal = Patches.Refuse(new() { ["a"] = 1 }, $"[{operations}]", KubernetesPatch.Json);

        Assert.Contains("operation 63 (copy /a): nested over 64 deep", refusal.Message);
    }

    [Fact]
    public void Ten_thousand_operations_are_the_most()
    {
        string Tests(int count) =>
            $"[{string.Join(",", Enumerable.Repeat("""{"op":"test","path":"/a","value":1}""", count))}]";

        Assert.True(Patches.Result(new() { ["a"] = 1 }, Tests(10_000), KubernetesPatch.Json).IsApplied);
        Assert.Equal(413, Patches.Refuse(new() { ["a"] = 1 }, Tests(10_001), KubernetesPatch.Json).Code);
    }
}
