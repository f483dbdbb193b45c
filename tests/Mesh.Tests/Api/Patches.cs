using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Tests;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Applies patches to objects written as JSON.</summary>
internal static class Patches
{
    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static PatchResult Result(JsonObject json, string patch, string contentType)
    {
        var kind = ApiResources.OfKind($"{json["apiVersion"] ?? "v1"}", $"{json["kind"] ?? "ConfigMap"}");
        return KubernetesPatch.Apply(kind!, json, JsonNode.Parse(patch), contentType);
    }

    public static JsonObject Apply(JsonObject json, string patch, string contentType)
    {
        var result = Result(json, patch, contentType);
        Assert.True(result.IsApplied, result.Refusal?.Message);
        return result.Object;
    }

    public static PatchRefusal Refuse(JsonObject json, string patch, string contentType)
    {
        var before = json.ToJsonString();
        var result = Result(json, patch, contentType);
        Assert.False(result.IsApplied);
        Assert.Null(result.Object);
        Assert.Equal(before, json.ToJsonString());
        return result.Refusal;
    }

    /// <param name="path">Names and indexes; <c>#</c> takes what follows of every item.</param>
    public static JsonNode? At(JsonNode? node, string path)
    {
        var (head, rest) = path.Split('.', 2) is [var first, var others] ? (first, others) : (path, "");
        var found = head == "#"
            ? new JsonArray([.. node!.AsArray().Select(item => At(item, rest)?.DeepClone())])
            : node is JsonArray list ? list[int.Parse(head, CultureInfo.InvariantCulture)] : node?[head];
        return rest.Length == 0 || head == "#" ? found : At(found, rest);
    }

    public static void AssertSame(string expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, found {actual?.ToJsonString()}");

    /// <summary>By the machine's kubectl, which needs no server for Kubernetes' own kinds.</summary>
    public static async Task<JsonNode> ByKubectlAsync(string json, string patch, string type)
    {
        var start = new ProcessStartInfo(Tools.Kubectl)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "patch", "--local", "-f", "-", "-o", "json", "--type", type, "-p", patch },
        };
        using var kubectl = Process.Start(start)!;
        await kubectl.StandardInput.WriteAsync(json);
        kubectl.StandardInput.Close();
        var errors = kubectl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await kubectl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(kubectl.ExitCode == 0, await errors);
        return JsonNode.Parse(output)!;
    }
}
