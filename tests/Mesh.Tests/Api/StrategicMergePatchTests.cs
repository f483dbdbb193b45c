using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Mesh.Tests.Api;

public class StrategicMergePatchTests
{
    private const string Deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"a","labels":{"app":"a"},
        "finalizers":["x/a","x/b"],
        "ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"o","uid":"1"}]},"spec":{"replicas":2,
        "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}},"selector":{"matchLabels":{"app":"a"}},
        "template":{"metadata":{"labels":{"app":"a"}},"spec":{"containers":[
        {"name":"a","image":"a:1","args":["x","y"],"env":[{"name":"E","value":"1"},{"name":"F","value":"2"}],
        "ports":[{"containerPort":80,"name":"http"}],"volumeMounts":[{"name":"v","mountPath":"/v"}]},
        {"name":"b","image":"b:1"},{"name":"c","image":"c:1"}],"tolerations":[{"key":"k","operator":"Exists"}],
        "volumes":[{"name":"v","emptyDir":{}}],"hostAliases":[{"ip":"10.0.0.1","hostnames":["h"]}]}}}}
        """;

    private const string Service = """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"s","finalizers":["x/a"]},
        "spec":{"selector":{"app":"a"},"ports":[{"port":80,"name":"http"},{"port":81,"name":"other"}]}}
        """;

    private const string Pod = "spec.template.spec";
    private const string Containers = $"{Pod}.containers.#.name";

    /// <summary>Object, patch, where to look, and what is there then.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        {
            Deployment, InPod("""{"containers":[{"name":"b","image":"b:2"}]}"""),
            $"{Pod}.containers.1.image", "\"b:2\""
        },
        {
            Deployment, InPod("""{"containers":[{"name":"d","image":"d"},{"name":"b","image":"b:2"}]}"""), Containers,
            Names("d", "a", "b", "c")
        },
        {
            Deployment, InPod("""{"containers":[{"name":"c","image":"c"},{"name":"a","image":"a"}]}"""), Containers,
            Names("b", "c", "a")
        },
        {
            Deployment, InPod("""{"$setElementOrder/containers":[{"name":"c"},{"name":"a"}]}"""), Containers,
            Names("b", "c", "a")
        },
        {
            Deployment, InPod("""
                {"$setElementOrder/containers":[{"name":"a"},{"name":"d"},{"name":"b"},{"name":"c"}],
                "containers":[{"name":"d","image":"d"}]}
                """), Containers, Names("a", "d", "b", "c")
        },
        { Deployment, InPod("""{"containers":[{"name":"b","$patch":"delete"}]}"""), Containers, Names("a", "c") },
        {
            Deployment, InPod("""{"containers":[{"name":"z","image":"z"},{"$patch":"replace"}]}"""), Containers,
            Names("z")
        },
        { Deployment, InPod("""{"containers":null,"volumes":null}"""), Pod, """
            {"tolerations":[{"key":"k","operator":"Exists"}],"hostAliases":[{"ip":"10.0.0.1","hostnames":["h"]}]}
            """ },
        {
            Deployment, InPod("""
                {"containers":[{"name":"a","args":["z"],"env":[{"name":"F","value":"3"},{"name":"E","$patch":"delete"}],
                "ports":[{"containerPort":80,"name":"web"},{"containerPort":81}],
                "volumeMounts":[{"mountPath":"/w","name":"v"}]}]}
                """), $"{Pod}.containers.0", """
                {"name":"a","image":"a:1","args":["z"],"env":[{"name":"F","value":"3"}],
                "ports":[{"containerPort":80,"name":"web"},{"containerPort":81}],
                "volumeMounts":[{"mountPath":"/w","name":"v"},{"name":"v","mountPath":"/v"}]}
                """
        },
        { Deployment, InPod("""{"tolerations":[{"key":"l"}]}"""), $"{Pod}.tolerations", """[{"key":"l"}]""" },
        {
            Deployment, InPod("""{"hostAliases":[{"ip":"10.0.0.2"}]}"""), $"{Pod}.hostAliases",
            """[{"ip":"10.0.0.2"},{"ip":"10.0.0.1","hostnames":["h"]}]"""
        },
        {
            Deployment, InPod("""
                {"volumes":[{"name":"v","$retainKeys":["name","hostPath"],"hostPath":{"path":"/"}}]}
                """), $"{Pod}.volumes", """[{"name":"v","hostPath":{"path":"/"}}]"""
        },
        {
            Deployment, """{"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}""", "spec.strategy",
            """{"type":"Recreate"}"""
        },
        {
            Deployment, """{"spec":{"strategy":{"$patch":"replace","type":"Recreate"}}}""", "spec.strategy",
            """{"type":"Recreate"}"""
        },
        { Deployment, """{"spec":{"strategy":{"$patch":"delete"}}}""", "spec.strategy", "{}" },
        { Deployment, """{"metadata":{"labels":{"b":"c","app":null}}}""", "metadata.labels", """{"b":"c"}""" },
        { Deployment, """{"metadata":{"annotations":{"b":"c","d":null}}}""", "metadata.annotations", """{"b":"c"}""" },
        {
            Deployment, """{"metadata":{"finalizers":["x/b","x/c"]}}""", "metadata.finalizers",
            """["x/a","x/b","x/c"]"""
        },
        {
            Deployment, """
                {"metadata":{"finalizers":["x/c"],"$deleteFromPrimitiveList/finalizers":["x/a"],
                "$setElementOrder/finalizers":["x/b","x/c"]}}
                """, "metadata.finalizers", """["x/b","x/c"]"""
        },
        {
            Deployment, """{"metadata":{"ownerReferences":[{"uid":"1","name":"p"},{"uid":"2","name":"q"}]}}""",
            "metadata.ownerReferences.#.name", """["p","q"]"""
        },
        { Service, """{"spec":{"ports":[{"port":81,"name":"new"}]}}""", "spec.ports.#.name", """["http","new"]""" },
        { Service, """{"spec":{"ports":[{"port":82}],"selector":{"$patch":"replace","b":"c"}}}""", "spec", """
            {"selector":{"b":"c"},"ports":[{"port":82},{"port":80,"name":"http"},{"port":81,"name":"other"}]}
            """ },
        { Service, """{"spec":{"externalIPs":["10.0.0.1"],"ports":[]}}""", "spec.ports.#.port", "[80,81]" },
        {
            """{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},"spec":{}}""",
            """{"spec":{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}],"selector":{"a":null}}}""",
            "spec", """{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}],"selector":{}}"""
        },
        {
            Service, """{"status":{"conditions":[{"type":"A","status":"True"}]}}""", "status",
            """{"conditions":[{"type":"A","status":"True"}]}"""
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Lists_are_merged_by_their_keys_and_directives_are_obeyed(
        string before, string patch, string path, string after)
    {
        var json = Patches.Parse(before);

        var patched = Patches.Apply(json, patch, KubernetesPatch.StrategicMerge);

        Patches.AssertSame(after, Patches.At(patched, path));
        Patches.AssertSame(before, json);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Kubectl_patches_in_the_same_way(string before, string patch, string path, string after)
    {
        var patched = await Patches.ByKubectlAsync(before, patch, "strategic");

        Patches.AssertSame(after, Patches.At(patched, path));
        Patches.AssertSame(patched.ToJsonString(), Patches.Apply(
            Patches.Parse(before), patch, KubernetesPatch.StrategicMerge));
    }

    [Theory]
    [InlineData("[]", 400, "must be a JSON object")]
    [InlineData("null", 400, "must be a JSON object")]
    [InlineData("""{"$patch":"x"}""", 400, "$patch must be")]
    [InlineData("""{"spec":{"ports":[{"name":"a"}]}}""", 422, "spec.ports: every item of the patch must have port")]
    [InlineData("""{"spec":{"ports":["a"]}}""", 422, "must have port")]
    [InlineData("""{"spec":{"$setElementOrder/ports":{}}}""", 400, "must be a list")]
    [InlineData("""{"spec":{"$setElementOrder/ports":[{"port":80}],"ports":[{"port":81}]}}""", 400, "in its order")]
    [InlineData("""{"spec":{"$retainKeys":["type"],"clusterIP":"None"}}""", 400, "$retainKeys must name 'clusterIP'")]
    [InlineData("""{"metadata":{"finalizers":[{}]}}""", 422, "must be a text or a number")]
    public void What_cannot_be_merged_is_refused_with_its_place(string patch, int code, string message)
    {
        var refusal = Patches.Refuse(Patches.Parse(Service), patch, KubernetesPatch.StrategicMerge);

        Assert.Equal(code, refusal.Code);
        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public void A_kind_of_a_custom_resource_definition_takes_none()
    {
        var refusal = Patches.Refuse(new() { ["apiVersion"] = "networking.istio.io/v1", ["kind"] = "VirtualService" },
            "{}", KubernetesPatch.StrategicMerge);

        Assert.Equal((415, "UnsupportedMediaType"), (refusal.Code, refusal.Reason));
        Assert.Contains(KubernetesPatch.Merge, refusal.Message);
    }

    [Theory]
    [InlineData(typeof(V1PodSpec), "containers", "name", "merge")]
    [InlineData(typeof(V1PodSpec), "volumes", "name", "merge,retainKeys")]
    [InlineData(typeof(V1PodSpec), "tolerations", null, null)]
    [InlineData(typeof(V1ObjectMeta), "finalizers", null, "merge")]
    [InlineData(typeof(V1DeploymentSpec), "strategy", null, "retainKeys")]
    public void Merge_keys_are_told_as_in_OpenAPI(Type model, string field, string? key, string? strategy) =>
        Assert.Equal((key, strategy), (MergeKeys.Of(model, field), MergeKeys.StrategyOf(model, field)));

    [Fact]
    public void Every_merge_key_is_a_field_of_the_official_client()
    {
        foreach (var ((model, field), (_, key)) in MergeKeys.All)
        {
            var type = KubernetesModel.FieldsOf(model)[field].PropertyType;
            Assert.True(key is null
                || KubernetesModel.FieldsOf(type.GetGenericArguments()[0]).ContainsKey(key), $"{model}.{field}");
        }
    }

    private static string InPod(string spec) => $$$"""{"spec":{"template":{"spec":{{{spec}}} } } }""";

    private static string Names(params string[] names) =>
        new JsonArray([.. names.Select(name => (JsonNode)name)]).ToJsonString();
}
