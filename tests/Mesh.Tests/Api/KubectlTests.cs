using System.Diagnostics;
using ColorDemo.Tests;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>The real kubectl finds out what the API serves.</summary>
public class KubectlTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api-versions", "networking.istio.io/v1alpha3")]
    [InlineData("api-resources", "virtualservices vs networking.istio.io/v1 true VirtualService")]
    [InlineData("api-resources", "pods po v1 true Pod")]
    [InlineData("api-resources --categories=istio-io -o name", "sidecars.networking.istio.io")]
    [InlineData("version", "Server Version: v1.32.0+color-demo")]
    [InlineData("explain virtualservice.spec.http.route.weight", "FIELD: weight <integer>")]
    [InlineData("explain virtualservice.spec.http.route.weight", "relative to the sum of all weights")]
    [InlineData("explain vs.spec.http.match --api-version=networking.istio.io/v1beta1",
        "headers <map[string]Object> Conditions by header name")]
    [InlineData("explain dr.spec.subsets.trafficPolicy.loadBalancer.simple", "ENUM: UNSPECIFIED LEAST_CONN RANDOM")]
    [InlineData("explain httproute.spec.rules", "backendRefs <[]Object> Services, which share the requests")]
    [InlineData("explain envoyfilter", "neither checks nor simulates")]
    [InlineData("explain deploy.spec.template.spec.containers --recursive", "containerPort <integer>")]
    [InlineData("explain deploy.spec.template.spec.containers", "resources <ResourceRequirements>")]
    [InlineData("explain endpointslice.endpoints.targetRef", "FIELD: targetRef <ObjectReference>")]
    public async Task Kubectl_tells(string command, string told)
    {
        await using var api = await DescribedApi.StartAsync();

        var (output, errors) = await RunAsync(api, command.Split(' '));

        Assert.Contains(told, string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("true", "Strict")]
    [InlineData("warn", "Warn")]
    [InlineData("ignore", "Ignore")]
    public async Task Kubectl_patches_list_items_by_key_and_lets_the_server_validate(string validate, string asked)
    {
        await using var api = await DescribedApi.StartAsync(Deployment("first"));
        using var folder = new TemporaryFolder();
        var file = folder.Write("deployment.json", Deployment("second"));

        var (_, errors) = await RunAsync(api, "apply", $"--validate={validate}", "-f", file);

        Assert.DoesNotContain("error", errors);
        Assert.DoesNotContain("/openapi/v2", api.Asked); // where kubectl looks when version 3 does not suffice
        var written = Assert.Single(api.Written);
        Assert.StartsWith($"PATCH application/strategic-merge-patch+json {asked} ", written);
        Assert.Contains("""{"$setElementOrder/containers":[{"name":"color-svc"},{"name":"side"}]""", written);
    }

    private static string Deployment(string image) => $$"""
        {
          "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "color-svc", "namespace": "color"},
          "spec": {
            "selector": {"matchLabels": {"app": "color-svc"} },
            "template": {
              "metadata": {"labels": {"app": "color-svc"} },
              "spec": {
                "containers": [{"name": "color-svc", "image": "{{image}}"}, {"name": "side", "image": "side"}]
              }
            }
          }
        }
        """;

    private static async Task<(string Output, string Errors)> RunAsync(DescribedApi api, params string[] command)
    {
        using var cache = new TemporaryFolder();
        string[] connection = [$"--server={api.Address}", "--kubeconfig=/dev/null", $"--cache-dir={cache.Path}"];
        using var kubectl = Process.Start(new ProcessStartInfo(Tools.Kubectl, [.. connection, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = kubectl.StandardOutput.ReadToEndAsync(Stop);
        var errors = kubectl.StandardError.ReadToEndAsync(Stop);
        await kubectl.WaitForExitAsync(Stop);
        return (await output, await errors);
    }
}
