using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Launcher.Tests.Pods;

/// <summary>What a Deployment's template makes of a process here, and what it must not make of it.</summary>
public class PodTemplateTests
{
    private const string Declared = "ports: [{name: http, containerPort: 8800}]";
    private const string Variable = "- {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}";

    [Theory]
    [InlineData(Declared, "http", "8801", "8802")]
    [InlineData("ports: []", "8800", "8801", "8802")]
    [InlineData("ports: [{containerPort: 8800}]", "8800", "8801", "8802")]
    [InlineData("ports: [{name: web, containerPort: 8800}, {name: a, containerPort: 8802}]", "web", "8801", "a")]
    [InlineData("ports: [{name: http, containerPort: 9000}]", "http", "8801", "8802")]
    [InlineData("ports: [{name: http, containerPort: 8801}]", "8800", "http", "8802")]
    public void A_pod_has_ports_of_its_own_wherever_it_listens_declared_or_not(
        string ports, string http, string grpc, string admin)
    {
        using var cluster = new TestCluster(Changed(Declared, ports));
        var pod = cluster.Deployment.PodOf(1);
        var placed = new PodPlacement(0, new Dictionary<string, string>()).Ports(pod);

        var start = PodStart.Of(pod, placed, new(0, new Dictionary<string, string>()));

        Assert.Equal(3, placed.Values.Distinct().Count());
        Assert.Equal($"{placed[http]}", start.Environment["PORT"]);
        Assert.Equal($"{placed[grpc]}", start.Environment["GRPC_PORT"]);
        Assert.Equal($"{placed[admin]}", start.Environment["ADMIN_PORT"]);
    }

    [Theory]
    [InlineData("BIND_ADDRESS")]
    [InlineData("ADMIN_BIND")]
    public void Whatever_a_manifest_says_a_pod_listens_on_this_machine_only(string name)
    {
        using var cluster = new TestCluster(Changed(Variable, $"- {{name: {name}, value: 0.0.0.0}}"));
        var (pod, placement) = (cluster.Deployment.PodOf(1), new PodPlacement(0, new Dictionary<string, string>()));

        var start = PodStart.Of(pod, placement.Ports(pod), placement);

        Assert.Equal("127.0.0.1", start.Environment[name]);
    }

    [Theory]
    [InlineData("LD_PRELOAD")]
    [InlineData("DYLD_INSERT_LIBRARIES")]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    [InlineData("CORECLR_PROFILER_PATH")]
    [InlineData("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES")]
    [InlineData("kestrel__endpoints__x__url")]
    public void A_variable_that_could_load_code_or_open_other_ports_is_refused(string name) =>
        Refused(Changed(Variable, $"- {{name: {name}, value: x}}"), $"'{name}' is not taken here");

    [Theory]
    [InlineData("ports: [{containerPort: -1}]", "ports[0].containerPort: must be a whole number from 1 to 65535")]
    [InlineData("ports: [{containerPort: 65536}]", "ports[0].containerPort: must be")]
    [InlineData("ports: [{name: a=b, containerPort: 1}]", "ports[0].name: must be at most 15")]
    [InlineData("ports: [{name: \"80\", containerPort: 1}]", "ports[0].name: must be at most 15")]
    [InlineData("ports: [{name: a-b-c-d-e-f-g-h-i, containerPort: 1}]", "ports[0].name: must be at most 15")]
    [InlineData("ports: [{containerPort: 1}, {containerPort: 1}]", "ports: two ports have the same name")]
    [InlineData(
        $"{Declared}\n        readinessProbe: {{httpGet: {{port: http, scheme: HTTPS}}}}",
        "readinessProbe.httpGet: scheme HTTPS, host and httpHeaders are not probed here")]
    public void Ports_and_probes_that_cannot_be_had_are_refused(string changed, string problem) =>
        Refused(Changed(Declared, changed), $"spec.template.spec.containers[0].{problem}");

    private static void Refused(string manifests, string problem) =>
        Assert.Contains(problem, Assert.Throws<ManifestException>(() => new TestCluster(manifests)).Message);

    private static string Changed(string old, string changed)
    {
        Assert.Contains(old, TestCluster.Manifests);
        return TestCluster.Manifests.Replace(old, changed, StringComparison.Ordinal);
    }
}
