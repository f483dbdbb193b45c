using System.Diagnostics;
using ColorDemo.Tests;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>The real kubectl, which sends what it creates by itself as protobuf.</summary>
public class KubectlCreateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("create namespace one", "{.status.phase}", "Active")]
    [InlineData("create configmap one --from-literal=a=b", "{.data.a}", "b")]
    [InlineData("create serviceaccount one", "{.metadata.name}", "one")]
    [InlineData("create service clusterip one --tcp=80:http",
        "{.spec.ports[0].port} {.spec.ports[0].targetPort}", "80 http")]
    [InlineData("create service nodeport one --tcp=80:8080",
        "{.spec.type} {.spec.ports[0].targetPort}", "NodePort 8080")]
    [InlineData("create deployment one --image=color-svc --replicas=0 --port=8800",
        "{.spec.replicas} {.spec.template.spec.containers[0].image} "
            + "{.spec.template.spec.containers[0].ports[0].containerPort}",
        "0 color-svc 8800")]
    [InlineData("create role one --verb=get --resource=pods",
        "{.rules[0].apiGroups} {.rules[0].resources}", """[""] ["pods"]""")]
    [InlineData("create rolebinding one --role=one --user=somebody",
        "{.roleRef.name} {.subjects[0].name}", "one somebody")]
    [InlineData("create clusterrole one --verb=get --resource=pods", "{.rules[0].verbs}", """["get"]""")]
    [InlineData("create clusterrolebinding one --clusterrole=one --group=all", "{.subjects[0].kind}", "Group")]
    public async Task Kubectl_creates(string command, string field, string value)
    {
        await using var api = await TestApi.StartAsync();
        using var folder = new TemporaryFolder();
        var kubeconfig = folder.Write("kubeconfig", api.Kubeconfig);

        var (created, errors) = await RunAsync(kubeconfig, command.Split(' '));
        Assert.DoesNotContain("rror", errors); // a Service's port is warned about: its name tells no protocol
        Assert.Contains("created", created);
        Assert.Equal(
            (value, ""),
            await RunAsync(kubeconfig, "get", command.Split(' ')[1], "one", "-o", $"jsonpath={field}"));
    }

    [Fact]
    public async Task Kubectl_watches_and_sees_a_change()
    {
        await using var api = await TestApi.StartAsync();
        using var folder = new TemporaryFolder();
        var kubeconfig = folder.Write("kubeconfig", api.Kubeconfig);
        using var watch = Start(kubeconfig, "get", "virtualservice", "-w", "--no-headers",
            "-o", "custom-columns=WEIGHT:.spec.http[0].route[0].weight");
        var first = await watch.StandardOutput.ReadLineAsync(Stop);

        api.Stored.Put(TestStore.Split(33, 67));
        var second = await watch.StandardOutput.ReadLineAsync(Stop);
        watch.Kill(entireProcessTree: true);

        Assert.Equal(("80", "33"), (first, second));
    }

    private static async Task<(string Output, string Errors)> RunAsync(
        string kubeconfig, params IReadOnlyList<string> command)
    {
        using var kubectl = Start(kubeconfig, command);
        var errors = kubectl.StandardError.ReadToEndAsync(Stop);
        var output = await kubectl.StandardOutput.ReadToEndAsync(Stop);
        await kubectl.WaitForExitAsync(Stop);
        return (output, await errors);
    }

    private static Process Start(string kubeconfig, params IReadOnlyList<string> command) => Process.Start(
        new ProcessStartInfo(Tools.Kubectl, command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KUBECONFIG"] = kubeconfig, ["KUBECACHEDIR"] = Path.GetDirectoryName(kubeconfig) },
        })!;
}
