using ColorDemo.Launcher.Objects;
using ColorDemo.Launcher.Pods;
using k8s;
using k8s.Models;

namespace ColorDemo.Launcher.Tests.Pods;

public sealed class PodObjectTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly PodState Created = PodState.New(Start);

    private static readonly PodState Running = Created with
    {
        IsReady = true,
        ReadySince = Start.AddSeconds(2),
        Addresses = new Dictionary<string, string> { ["http"] = "127.0.0.1:41234" },
        Running = new(4711, Start.AddSeconds(1)),
    };

    private readonly TestCluster _cluster = new();

    [Fact]
    public void A_pod_that_starts_is_pending()
    {
        var pod = Read(Created);

        Assert.Equal("Pending", pod.Status.Phase);
        Assert.Equal("ContainerCreating", pod.Status.ContainerStatuses[0].State.Waiting.Reason);
        Assert.Equal(["True", "True", "False", "False"], pod.Status.Conditions.Select(one => one.Status));
    }

    [Fact]
    public void A_ready_pod_tells_its_process_and_where_it_answers()
    {
        var pod = Read(Running);
        var container = pod.Status.ContainerStatuses[0];

        Assert.Equal("Running", pod.Status.Phase);
        Assert.True(container.Ready);
        Assert.Equal("process://4711", container.ContainerID);
        Assert.Equal(Start.AddSeconds(1).UtcDateTime, container.State.Running.StartedAt);
        Assert.Equal("http=127.0.0.1:41234", pod.Metadata.Annotations["color-demo.local/addresses"]);
        Assert.All(pod.Status.Conditions, condition => Assert.Equal("True", condition.Status));
        Assert.Equal(Start.AddSeconds(2).UtcDateTime, pod.Status.Conditions[3].LastTransitionTime);
    }

    [Fact]
    public void A_pod_that_crashed_waits_and_tells_how_it_ended()
    {
        var ended = new EndedRun(new(4711, Start), 3, Start.AddSeconds(5), TimeSpan.FromSeconds(4));
        var waiting = Running with { IsReady = false, Running = null, Ended = ended };
        var container = Read(waiting).Status.ContainerStatuses[0];
        var again = Read(Running with { Ended = ended, Restarts = 1 }).Status.ContainerStatuses[0];

        Assert.Equal("CrashLoopBackOff", container.State.Waiting.Reason);
        Assert.Equal((3, "Error"), (container.LastState.Terminated.ExitCode, container.LastState.Terminated.Reason));
        Assert.Equal((1, 3), (again.RestartCount, again.LastState.Terminated.ExitCode));
        Assert.NotNull(again.State.Running);
    }

    [Fact]
    public void A_pod_is_its_Deployment_s_and_of_its_template()
    {
        var pod = Read(Running);
        var owner = Assert.Single(pod.Metadata.OwnerReferences);

        Assert.Equal(("Deployment", "color-svc-v1", true), (owner.Kind, owner.Name, owner.Controller));
        Assert.Equal(_cluster.Now.Find(TestCluster.DeploymentKey)!.Uid, owner.Uid);
        Assert.Equal(("v1", "armadillo", "Always"),
            (pod.Metadata.Labels["version"], pod.Spec.NodeName, pod.Spec.RestartPolicy));
        Assert.Equal("metadata.name", pod.Spec.Containers[0].Env[0].ValueFrom.FieldRef.FieldPath);
    }

    public void Dispose() => _cluster.Dispose();

    private V1Pod Read(PodState state) => KubernetesJson.Deserialize<V1Pod>(PodObject.Of(
        _cluster.Deployment.PodOf(0), state, _cluster.Now.Find(TestCluster.DeploymentKey), TestCluster.Name)
        .ToJsonString());
}
