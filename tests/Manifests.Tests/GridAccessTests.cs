using System.Text.Json.Nodes;

namespace ColorDemo.Manifests.Tests;

/// <summary>What the page may do to a cluster.</summary>
public class GridAccessTests
{
    private const string Page = "base/color-grid", WritesWeights = "components/grid-writes-weights";

    [Fact]
    public void The_page_may_read_routes_and_pods_in_every_namespace_and_nothing_else() => Assert.Equal(
        [
            "networking.istio.io: virtualservices, destinationrules, gateways: get, list, watch",
            ": services, pods: get, list, watch",
            "discovery.k8s.io: endpointslices: get, list, watch",
        ],
        RulesOf(Page, "ClusterRole"));

    [Fact]
    public void With_the_component_it_may_also_patch_the_one_VirtualService_that_has_the_weights()
    {
        Assert.Equal(["networking.istio.io: virtualservices named color: get, patch"], RulesOf(WritesWeights, "Role"));
        Assert.Equal(
            ("color", "color"),
            Manifests.Read("mesh/virtual-service.yaml").VirtualServices
                .Select(one => (one.Metadata.Namespace, one.Metadata.Name)).Single());
    }

    [Theory]
    [InlineData(Page, "ClusterRoleBinding", "ClusterRole")]
    [InlineData(WritesWeights, "RoleBinding", "Role")]
    public void Every_role_is_given_to_the_account_that_the_page_runs_as(string part, string binding, string role)
    {
        var given = Single(part, binding);
        var subject = Assert.Single(given["subjects"]!.AsArray())!;
        var account = Single(Page, "Deployment")["spec"]!["template"]!["spec"]!["serviceAccountName"];

        Assert.Equal(role, $"{given["roleRef"]!["kind"]}");
        Assert.Equal($"{Single(part, role)["metadata"]!["name"]}", $"{given["roleRef"]!["name"]}");
        Assert.Equal(("ServiceAccount", "color", $"{account}"),
            ($"{subject["kind"]}", $"{subject["namespace"]}", $"{subject["name"]}"));
    }

    private static IEnumerable<string> RulesOf(string part, string kind) => Single(part, kind)["rules"]!.AsArray()
        .Select(rule => $"{List(rule!["apiGroups"])}: {List(rule["resources"])}{Named(rule)}: {List(rule["verbs"])}");

    private static string Named(JsonNode rule) =>
        rule["resourceNames"] is { } names ? $" named {List(names)}" : "";

    private static string List(JsonNode? texts) => string.Join(", ", texts!.AsArray());

    private static JsonObject Single(string part, string kind) =>
        Manifests.Read(part).Documents.Single(one => one.Kind == kind).Json;
}
