using System.Net;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Create, replace, patch, scale and status.</summary>
public class WriteTests
{
    private const string Color = $"{TestApi.VirtualServices}/color";
    private const string Merge = "application/merge-patch+json";

    [Fact]
    public async Task A_new_object_is_complete_and_bears_the_name_of_its_writer()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("POST", $"{TestApi.ConfigMaps}?fieldManager=somebody", TestApi.ConfigMap("one"));

        var metadata = sent.Json["metadata"]!;
        Assert.Equal(HttpStatusCode.Created, sent.Code);
        Assert.Equal("color", (string)metadata["namespace"]!);
        Assert.Equal("somebody", (string)metadata["annotations"]![ServerMetadata.OriginAnnotation]!);
        Assert.True(Guid.TryParse((string)metadata["uid"]!, out _));
        Assert.Equal($"{api.Stored.Now.Version}", (string)metadata["resourceVersion"]!);
    }

    [Fact]
    public async Task A_program_that_names_no_field_manager_is_known_by_its_user_agent()
    {
        await using var api = await TestApi.StartAsync();

        await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap("one"),
            headers: ("User-Agent", "kubectl/v1.32 (linux)"));

        Assert.Equal("kubectl", api.Stored.Now.Find(new("", "ConfigMap", "color", "one"))!.Origin);
    }

    [Fact]
    public async Task A_name_is_generated_from_its_stem()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("POST", TestApi.ConfigMaps, """{"metadata": {"generateName": "one-"} }""");

        Assert.Matches("^one-[a-z0-9]{5}$", (string)sent.Json["metadata"]!["name"]!);
    }

    [Theory]
    [InlineData("POST", TestApi.VirtualServices, 409, "AlreadyExists",
        "virtualservices.networking.istio.io \"color\" already exists")]
    [InlineData("POST", "/apis/networking.istio.io/v1/namespaces/nowhere/virtualservices", 400, "BadRequest",
        "metadata.namespace")]
    [InlineData("PUT", $"{TestApi.VirtualServices}/other", 400, "BadRequest", "metadata.name")]
    [InlineData("PUT", $"{Color}?dryRun=yes", 400, "BadRequest", "dryRun")]
    [InlineData("PUT", $"{Color}?fieldValidation=Maybe", 400, "BadRequest", "fieldValidation")]
    public async Task A_write_that_does_not_fit_is_refused(
        string method, string path, int code, string reason, string told)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.Stored.Now;

        var sent = await api.SendAsync(method, path, TestApi.Split(1, 2));

        Assert.Equal((code, reason), ((int)sent.Code, (string)sent.Json["reason"]!));
        Assert.Contains(told, (string)sent.Json["message"]!);
        Assert.Same(before, api.Stored.Now);
    }

    [Fact]
    public async Task A_namespace_that_is_not_there_takes_no_objects()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("POST", "/api/v1/namespaces/nowhere/configmaps", TestApi.ConfigMap("one"));

        Assert.Equal(
            (HttpStatusCode.NotFound, "namespaces \"nowhere\" not found"), (sent.Code, (string)sent.Json["message"]!));
    }

    [Fact]
    public async Task What_the_mesh_refuses_is_told_with_its_field_and_changes_nothing()
    {
        await using var api = await TestApi.StartAsync();
        var body = TestApi.Split(80, 20).Replace("80", "\"eighty\"", StringComparison.Ordinal);

        var sent = await api.SendAsync("PUT", Color, body);

        Assert.Equal(422, (int)sent.Code);
        Assert.Equal(
            "VirtualService.networking.istio.io \"color\" is invalid: "
                + "spec.http[0].route[0].weight: \"eighty\" must be a whole number", (string)sent.Json["message"]!);
        var cause = sent.Json["details"]!["causes"]![0]!;
        Assert.Equal("spec.http[0].route[0].weight", (string)cause["field"]!);
        Assert.Equal("FieldValueTypeInvalid", (string)cause["reason"]!);
        Assert.Equal([80, 20], api.Stored.Weights);
    }

    [Theory]
    [InlineData("Strict", 422, 0)]
    [InlineData("Warn", 200, 1)]
    [InlineData("Ignore", 200, 0)]
    public async Task A_field_that_nobody_knows_is_treated_as_the_client_asks(string validation, int code, int warnings)
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync(
            "PATCH", $"{Color}?fieldValidation={validation}", """{"spec": {"hoosts": ["a"]} }""", Merge);

        Assert.Equal((code, warnings), ((int)sent.Code, sent.Answer.Headers.Warning.Count));
        Assert.Null(api.Stored.Now.Find(TestStore.Color)!.Json["spec"]!["hoosts"]);
    }

    [Fact]
    public async Task What_is_accepted_and_not_simulated_is_a_warning_on_the_write_and_not_on_reads()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("POST", "/apis/security.istio.io/v1/namespaces/color/authorizationpolicies",
            """{"metadata": {"name": "one"}, "spec": {} }""");
        var read = await api.SendAsync("GET", "/apis/security.istio.io/v1/namespaces/color/authorizationpolicies/one");

        Assert.Contains("does not simulate", Assert.Single(sent.Answer.Headers.Warning).Text);
        Assert.Empty(read.Answer.Headers.Warning);
    }

    [Fact]
    public async Task Refused_files_are_told_with_every_read()
    {
        await using var api = await TestApi.StartAsync();
        api.Refused = "virtual-service.yaml:3: weight: is no number";

        var one = await api.SendAsync("GET", Color);
        var list = await api.SendAsync("GET", TestApi.VirtualServices);

        Assert.All([one, list], sent => Assert.Contains(api.Refused, $"{sent.Answer.Headers.Warning}"));
    }

    [Theory]
    [InlineData("resourceVersion", "1")]
    [InlineData("uid", "another")]
    public async Task A_write_of_something_older_is_a_conflict(string field, string value)
    {
        await using var api = await TestApi.StartAsync();
        var json = JsonNode.Parse(TestApi.Split(1, 2))!.AsObject();
        json["metadata"]![field] = value;
        var patch = new JsonObject { ["metadata"] = new JsonObject { [field] = value } };

        var put = await api.SendAsync("PUT", Color, json.ToJsonString());
        var patched = await api.SendAsync("PATCH", Color, patch.ToJsonString(), Merge);
        var deleted = await api.SendAsync("DELETE", Color, $$"""{"preconditions": {"{{field}}": "{{value}}"} }""");

        Assert.All([put, patched, deleted], sent =>
            Assert.Equal((HttpStatusCode.Conflict, "Conflict"), (sent.Code, (string)sent.Json["reason"]!)));
        Assert.Equal([80, 20], api.Stored.Weights);
    }

    [Fact]
    public async Task Writing_what_is_there_already_changes_nothing()
    {
        await using var api = await TestApi.StartAsync();
        var before = api.Stored.Now.Version;

        var sent = await api.SendAsync("PUT", $"{Color}?fieldManager=another", TestApi.Split(80, 20));

        Assert.Equal(HttpStatusCode.OK, sent.Code);
        Assert.Equal(before, api.Stored.Now.Version);
    }

    [Theory]
    [InlineData("POST", TestApi.ConfigMaps, "{\"metadata\": {\"name\": \"one\"}}")]
    [InlineData("PATCH", Color, "{\"spec\": {\"hosts\": [\"other\"]}}")]
    [InlineData("DELETE", Color, null)]
    [InlineData("DELETE", TestApi.VirtualServices, "{\"dryRun\": [\"All\"]}")]
    public async Task A_dry_run_answers_and_changes_nothing(string method, string path, string? body)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.Stored.Now;

        var sent = await api.SendAsync(
            method, $"{path}?dryRun=All", body, method == "PATCH" ? Merge : "application/json");

        Assert.True(sent.Answer.IsSuccessStatusCode);
        Assert.Same(before, api.Stored.Now);
    }

    [Fact]
    public async Task An_object_is_served_in_every_version_of_its_group()
    {
        await using var api = await TestApi.StartAsync();
        foreach (var version in (string[])["v1", "v1beta1", "v1alpha3"])
        {
            var path = Color.Replace("/v1/", $"/{version}/", StringComparison.Ordinal);
            var patched = await api.SendAsync("PATCH", path, """{"metadata": {"labels": {"a": "b"} } }""", Merge);

            Assert.Equal($"networking.istio.io/{version}", (string)patched.Json["apiVersion"]!);
        }

        Assert.Equal("networking.istio.io/v1", (string)api.Stored.Now.Find(TestStore.Color)!.Json["apiVersion"]!);
    }

    [Fact]
    public async Task YAML_is_taken_too()
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("PUT", Color, TestStore.Split(10, 90), "application/yaml");

        Assert.Equal(HttpStatusCode.OK, sent.Code);
        Assert.Equal([10, 90], api.Stored.Weights);
    }
}
