using System.Text.Json.Nodes;
using ColorDemo.Launcher.Events;
using ColorDemo.Launcher.Objects;
using ColorDemo.Launcher.Pods;
using ColorDemo.Mesh.Api;
using k8s.Models;

namespace ColorDemo.Launcher.Tests.Pods;

public sealed class ClusterObjectTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly EventLog _events = new(TestCluster.Name);
    private readonly PodLogs _logs = new();
    private readonly ClusterObjects _objects;

    public ClusterObjectTests() => _objects = new(TestCluster.Name, _cluster.Store, _logs, _events);

    [Fact]
    public void A_pod_brings_its_objects_and_takes_them_along()
    {
        Write(Pod(0), Pod(1));
        Assert.Equal(
            ["color-svc-v1-0", "color-svc-v1-1"],
            _cluster.List<V1Pod>("Pod").Select(one => one.Metadata.Name));
        Assert.Equal(2, _cluster.List<V1EndpointSlice>("EndpointSlice", "discovery.k8s.io").Count);

        Write(Pod(1));
        Assert.Equal("color-svc-v1-1", Assert.Single(_cluster.List<V1Pod>("Pod")).Metadata.Name);
        Assert.Single(_cluster.List<V1EndpointSlice>("EndpointSlice", "discovery.k8s.io"));
    }

    [Fact]
    public void Nothing_is_written_while_nothing_changes()
    {
        Write(Pod(0), Pod(1));
        Write(Pod(0), Pod(1)); // the Deployment's status may follow once
        var version = _cluster.Now.Version;

        Write(Pod(0), Pod(1));

        Assert.Equal(version, _cluster.Now.Version);
    }

    [Fact]
    public void Endpoints_tell_the_ports_that_ready_pods_have_on_this_machine()
    {
        Write(Pod(0), Pod(1) with { State = Pod(1).State with { IsReady = false } });
        var endpoints = Assert.Single(_cluster.List<V1Endpoints>("Endpoints"));

        Assert.Equal((41_000, "http"), (endpoints.Subsets[0].Ports[0].Port, endpoints.Subsets[0].Ports[0].Name));
        Assert.Equal("color-svc-v1-0", endpoints.Subsets[0].Addresses[0].TargetRef.Name);
        Assert.Equal("color-svc-v1-1", endpoints.Subsets[1].NotReadyAddresses[0].TargetRef.Name);
        Assert.Null(endpoints.Subsets[1].Addresses);
        Assert.DoesNotContain(_cluster.Now.Manifests.Documents, one => one.Kind == "Endpoints"); // not for the mesh
    }

    [Fact]
    public void An_ending_pod_is_marked_and_leaves_its_Endpoints_at_once()
    {
        Write(Pod(0));
        Write(Pod(0) with { State = Pod(0).State with { IsEnding = true }, Grace = TimeSpan.FromSeconds(9) });
        var slice = Assert.Single(_cluster.List<V1EndpointSlice>("EndpointSlice", "discovery.k8s.io"));
        var pod = Assert.Single(_cluster.List<V1Pod>("Pod"));

        Assert.Equal(9, pod.Metadata.DeletionGracePeriodSeconds);
        Assert.NotNull(pod.Metadata.DeletionTimestamp);
        Assert.Empty(Assert.Single(_cluster.List<V1Endpoints>("Endpoints")).Subsets ?? []);
        Assert.Equal((false, true), (slice.Endpoints[0].Conditions.Ready, slice.Endpoints[0].Conditions.Terminating));
    }

    [Fact]
    public void A_label_that_somebody_adds_to_a_pod_stays()
    {
        Write(Pod(0));
        var key = new ObjectKey("", "Pod", "color", "color-svc-v1-0");
        _cluster.Store.Write(TestCluster.Name, draft =>
        {
            var json = draft.Find(key)!.Json.DeepClone().AsObject();
            json["metadata"]!["labels"]!["mine"] = "yes";
            draft.PutDerived(json);
        });

        Write(Pod(0) with { State = Pod(0).State with { IsReady = false } });

        var pod = Assert.Single(_cluster.List<V1Pod>("Pod"));
        Assert.Equal("yes", pod.Metadata.Labels["mine"]);
        Assert.False(pod.Status.ContainerStatuses[0].Ready);
    }

    [Fact]
    public void A_Service_without_selector_and_one_that_is_gone_have_no_endpoints()
    {
        Write(Pod(0));
        _cluster.Store.Write(TestCluster.Name, draft =>
        {
            draft.Remove(new("", "Service", "color", "color-svc"), Writer.Cluster);
        });
        _cluster.Apply("{apiVersion: v1, kind: Service, metadata: {name: other}, spec: {ports: [{port: 80}]}}");

        Write(Pod(0));

        Assert.Empty(_cluster.List<V1Endpoints>("Endpoints"));
    }

    [Fact]
    public void Equal_events_are_counted_and_the_oldest_are_forgotten()
    {
        Write(Pod(0));
        _events.Unhealthy(Pod(0).Spec, "503");
        _events.Unhealthy(Pod(0).Spec, "503");
        Write(Pod(0));
        var counted = Assert.Single(_cluster.List<Corev1Event>("Event"));
        Assert.Equal((2, "Warning", "Unhealthy"), (counted.Count, counted.Type, counted.Reason));
        Assert.Equal(Assert.Single(_cluster.List<V1Pod>("Pod")).Metadata.Uid, counted.InvolvedObject.Uid);

        for (var number = 0; number < EventLog.MostKept; number++)
        {
            _events.Unhealthy(Pod(0).Spec, $"{number}");
        }

        Write(Pod(0));
        Assert.Equal(EventLog.MostKept, _cluster.Now.List("", "Event").Count());
        Assert.DoesNotContain(_cluster.List<Corev1Event>("Event"), one => one.Count == 2);
    }

    [Fact]
    public void A_pod_that_somebody_created_and_deleted_is_removed()
    {
        _cluster.Store.Write(TestCluster.Name, draft => draft.BeginDeletion(draft.PutDerived(new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = "stray" },
        }), 30, Writer.Cluster));

        Write();

        Assert.Empty(_cluster.List<V1Pod>("Pod"));
    }

    public void Dispose() => _cluster.Dispose();

    private RunningPod Pod(int number) => new(
        _cluster.Deployment.PodOf(number),
        PodState.New(DateTimeOffset.UnixEpoch) with
        {
            IsReady = true,
            Addresses = new Dictionary<string, string> { ["http"] = $"127.0.0.1:{41_000 + number}" },
            Running = new(4711 + number, DateTimeOffset.UnixEpoch),
        },
        TimeSpan.FromSeconds(30));

    private void Write(params RunningPod[] pods) => _objects.Write(_cluster.Now, pods, [(_cluster.Deployment, [])]);
}
