using System.Text.Json.Nodes;
using ColorDemo.Launcher.Objects;
using ColorDemo.Launcher.Rollouts;
using k8s;
using k8s.Models;

namespace ColorDemo.Launcher.Tests.Pods;

public sealed class DeploymentStatusTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly TestCluster _cluster = new();

    [Fact]
    public void A_rollout_that_has_ended_is_told_as_kubectl_waits_for_it()
    {
        var status = Read(Of([Pod(0), Pod(1)]));

        Assert.Equal((7L, 2, 2, 2, 2, null), (status.ObservedGeneration, status.Replicas, status.UpdatedReplicas,
            status.ReadyReplicas, status.AvailableReplicas, status.UnavailableReplicas));
        Assert.Equal(("True", "MinimumReplicasAvailable"), Condition(status, "Available"));
        Assert.Equal(("True", "NewReplicaSetAvailable"), Condition(status, "Progressing"));
    }

    [Fact]
    public void Old_pods_count_until_they_are_told_to_end()
    {
        var status = Read(Of(
            [Pod(0, hash: "old"), Pod(1, hash: "old") with { IsEnding = true }, Pod(2, isReady: false)]));

        Assert.Equal((2, 1, 1, 1), (status.Replicas, status.UpdatedReplicas, status.ReadyReplicas,
            status.UnavailableReplicas));
        Assert.Equal(("False", "MinimumReplicasUnavailable"), Condition(status, "Available"));
        Assert.Equal(("True", "ReplicaSetUpdated"), Condition(status, "Progressing"));
    }

    [Fact]
    public void A_rollout_that_gets_no_further_is_stuck_after_its_deadline_and_stays_so()
    {
        RolloutPod[] pods = [Pod(0, hash: "old"), Pod(1, hash: "old"), Pod(2, isReady: false)];
        var begun = Of(pods);
        var waiting = Of(pods, begun, Start.AddSeconds(599));
        var stuck = Of(pods, waiting, Start.AddSeconds(600));
        var later = Of(pods, stuck, Start.AddSeconds(601));

        Assert.Equal(begun.ToJsonString(), waiting.ToJsonString());
        Assert.Equal(("False", "ProgressDeadlineExceeded"), Condition(Read(stuck), "Progressing"));
        Assert.Equal(stuck.ToJsonString(), later.ToJsonString());
        Assert.Equal(("True", "NewReplicaSetAvailable"),
            Condition(Read(Of([Pod(2), Pod(3)], later, Start.AddSeconds(700))), "Progressing"));
    }

    [Fact]
    public void A_pod_that_dies_after_the_rollout_does_not_undo_it()
    {
        var done = Of([Pod(0), Pod(1)]);
        var status = Read(Of([Pod(0), Pod(1, isReady: false)], done, Start.AddHours(1)));

        Assert.Equal(("False", "MinimumReplicasUnavailable"), Condition(status, "Available"));
        Assert.Equal(("True", "NewReplicaSetAvailable"), Condition(status, "Progressing"));
        Assert.Equal(Start.AddHours(1).UtcDateTime, status.Conditions[0].LastTransitionTime);
        Assert.Equal(Start.UtcDateTime, status.Conditions[1].LastTransitionTime);
    }

    [Fact]
    public void A_paused_rollout_has_no_deadline()
    {
        _cluster.Apply(TestCluster.Manifests.Replace(
            "replicas: 2", "paused: true\n  replicas: 2", StringComparison.Ordinal));
        RolloutPod[] pods = [Pod(0, hash: "old"), Pod(1, hash: "old")];
        var paused = Of(pods);

        Assert.Equal(("Unknown", "DeploymentPaused"), Condition(Read(paused), "Progressing"));
        Assert.Equal(paused.ToJsonString(), Of(pods, paused, Start.AddHours(1)).ToJsonString());
    }

    public void Dispose() => _cluster.Dispose();

    private JsonObject Of(IReadOnlyList<RolloutPod> pods, JsonObject? before = null, DateTimeOffset? now = null) =>
        DeploymentStatus.Of(_cluster.Deployment, 7, pods, before, now ?? Start);

    private RolloutPod Pod(int number, bool isReady = true, string? hash = null) => new(
        number, hash ?? _cluster.Deployment.Template.TemplateHash, isReady, isReady, IsEnding: false);

    private static V1DeploymentStatus Read(JsonObject status) =>
        KubernetesJson.Deserialize<V1DeploymentStatus>(status.ToJsonString());

    private static (string Status, string Reason) Condition(V1DeploymentStatus status, string type)
    {
        var condition = status.Conditions.Single(one => one.Type == type);
        return (condition.Status, condition.Reason);
    }
}
