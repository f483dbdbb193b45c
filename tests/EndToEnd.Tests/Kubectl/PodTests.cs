using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests.Kubectl;

/// <summary>Pods are processes, and kubectl handles them as in a real cluster.</summary>
public class PodTests(KubectlDemo shared) : IClassFixture<KubectlDemo>
{
    private const string Deployment = "deployment/color-svc-v1";

    [Fact]
    public async Task A_deleted_pod_is_replaced_and_no_request_fails()
    {
        await SettleAsync(2);
        var before = await PodsAsync();
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));
        using var done = new CancellationTokenSource();
        var load = colors.LoadAsync(done.Token);

        await shared.Armadillo.RunAsync("delete", "pod", before[0]);
        await SettleAsync(2);

        await done.CancelAsync();
        Assert.True(await load > 0);
        var after = await PodsAsync();
        Assert.DoesNotContain(before[0], after);
        Assert.Contains(before[1], after);
    }

    [Fact]
    public async Task A_Deployment_is_scaled()
    {
        await shared.Armadillo.RunAsync("scale", Deployment, "--replicas=3");
        await SettleAsync(3);
        Assert.Equal(3, (await PodsAsync()).Count);

        await shared.Armadillo.RunAsync("scale", Deployment, "--replicas=2");
        await SettleAsync(2);
        await Eventually.HoldsAsync(async () => (await PodsAsync()).Count == 2, "the third pod is gone");
    }

    [Fact]
    public async Task A_restart_replaces_every_pod_and_no_request_fails()
    {
        await SettleAsync(2);
        var before = await PodsAsync();
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));
        using var done = new CancellationTokenSource();
        var load = colors.LoadAsync(done.Token);

        await shared.Armadillo.RunAsync("rollout", "restart", Deployment);
        var told = await shared.Armadillo.RunAsync("rollout", "status", Deployment, "--timeout=60s");
        await Eventually.HoldsAsync(async () => (await PodsAsync()).Count == 2, "the old pods are gone");

        await done.CancelAsync();
        Assert.True(await load > 0);
        Assert.Contains("successfully rolled out", told);
        Assert.Empty(before.Intersect(await PodsAsync()));
    }

    [Fact]
    public async Task A_variable_of_the_pods_is_set()
    {
        using var colors = new Colors(shared.Demo.Ingress("bison"));

        await shared.Bison.RunAsync("set", "env", Deployment, "DISABLE_RED=true", "DISABLE_YELLOW=false");
        await shared.Bison.RunAsync("rollout", "status", Deployment, "--timeout=60s");
        await shared.Bison.RunAsync("wait", "--for=condition=Available", Deployment, "--timeout=60s");

        Assert.Equal("yellow", (await colors.AskAsync("/bison")).Family);
    }

    [Fact]
    public async Task A_strategic_patch_changes_one_variable_and_keeps_the_others()
    {
        await shared.Bison.RunAsync("patch", Deployment, "-p", """
            {"spec": {"template": {"spec": {"containers": [
            {"name": "color-svc", "env": [{"name": "DISABLE_LOGGING", "value": "true"}]}]}}}}
            """);

        Assert.Equal("DISABLE_LOGGING VERSION POD_NAME POD_NAMESPACE", string.Join(' ', (await shared.Bison.RunAsync(
            "get", Deployment, "-o", "jsonpath={.spec.template.spec.containers[0].env[*].name}"))
            .Split(' ').Intersect(["DISABLE_LOGGING", "VERSION", "POD_NAME", "POD_NAMESPACE"])));
        await shared.Bison.RunAsync("rollout", "status", Deployment, "--timeout=60s");
    }

    [Fact]
    public async Task A_pod_s_log_is_shown_and_followed()
    {
        await SettleAsync(2);
        var pod = (await PodsAsync())[0];

        var shown = await shared.Armadillo.RunAsync("logs", pod);
        var last = await shared.Armadillo.RunAsync("logs", pod, "--tail=1", "--timestamps");
        using var following = shared.Armadillo.Start("logs", "-f", pod);
        var first = await following.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await shared.Armadillo.RunAsync("delete", "pod", pod);
        await following.WaitForExitAsync(TestContext.Current.CancellationToken); // the log ends with its pod

        Assert.NotEmpty(shown);
        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\S+Z .*\n\z", last);
        Assert.Equal(shown.Split('\n')[0], first);
    }

    [Fact]
    public async Task A_new_version_is_started_and_waited_for_and_deleted()
    {
        var v1 = await shared.Armadillo.RunAsync("get", Deployment, "-o", "yaml");
        var v3 = v1.Replace("color-svc-v1", "color-svc-v3", StringComparison.Ordinal)
            .Replace("version: v1\n", "version: v3\n", StringComparison.Ordinal)
            .Split('\n').Where(line => !line.TrimStart().StartsWith("resourceVersion:", StringComparison.Ordinal)
                && !line.TrimStart().StartsWith("uid:", StringComparison.Ordinal));
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        var applied = await shared.Armadillo.TryWithInputAsync(string.Join('\n', v3), "apply", "-f", "-");
        Assert.True(applied.ExitCode == 0, $"{applied}");
        await shared.Armadillo.RunAsync(
            "wait", "--for=condition=Ready", "pod", "-l", "version=v3", "--timeout=60s");
        await Eventually.HoldsAsync(
            async () => (await colors.AskAsync("/armadillo")).Version == "v3", "version v3 answers");

        await shared.Armadillo.RunAsync("delete", "deployment", "color-svc-v3");
        await shared.Armadillo.RunAsync("wait", "--for=delete", "pod", "-l", "version=v3", "--timeout=60s");
        Assert.Equal(2, (await PodsAsync()).Count);
    }

    private async Task SettleAsync(int replicas)
    {
        await shared.Armadillo.RunAsync("rollout", "status", Deployment, "--timeout=60s");
        await Eventually.HoldsAsync(async () => (await PodsAsync()).Count == replicas, $"{replicas} pods are there");
    }

    private async Task<IReadOnlyList<string>> PodsAsync() =>
    [
        .. (await shared.Armadillo.RunAsync("get", "pods", "-l", "version=v1,app=color-svc", "-o",
            "jsonpath={.items[*].metadata.name}")).Split(' ', StringSplitOptions.RemoveEmptyEntries),
    ];
}
