namespace ColorDemo.Mesh.Tests.Api;

public class PodTableTests
{
    private const string One = """ "containers":[{"name":"c"}] """;
    private const string Running = """{"name":"c","ready":true,"restartCount":0,"state":{"running":{}}}""";

    [Fact]
    public void A_pod_shows_where_it_runs_when_asked_for_more()
    {
        var table = Rows.Table(Rows.Object("v1", "Pod", $$"""
            "spec":{{{One}},"nodeName":"n","readinessGates":[{"conditionType":"g"},{"conditionType":"h"}]},
            "status":{"phase":"Running","podIP":"10.0.0.1","conditions":[{"type":"g","status":"True"}],
            "containerStatuses":[{{Running}}]}
            """));

        Assert.Equal("Name | Ready | Status | Restarts | Age | +IP | +Node | +Nominated Node | +Readiness Gates",
            Rows.Heads(table));
        Assert.Equal("a | 1/1 | Running | 0 | 5m | 10.0.0.1 | n | <none> | 1/2", Rows.Cells(table));
    }

    [Theory]
    [InlineData("\"phase\":\"Pending\"", "0/1 | Pending | 0")]
    [InlineData("\"phase\":\"Failed\",\"reason\":\"Evicted\"", "0/1 | Evicted | 0")]
    [InlineData("\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\",\"reason\":\"SchedulingGated\"}]",
        "0/1 | SchedulingGated | 0")]
    [InlineData("""
        "phase":"Running","containerStatuses":[{"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},
        "lastState":{"terminated":{"finishedAt":"2026-01-01T00:04:55Z"}}}]
        """, "0/1 | CrashLoopBackOff | 2 (5s ago)")]
    [InlineData("""
        "phase":"Pending","containerStatuses":[{"state":{"waiting":{"reason":"ContainerCreating"}}}]
        """, "0/1 | ContainerCreating | 0")]
    [InlineData("""
        "phase":"Failed","containerStatuses":[{"restartCount":1,"state":{"terminated":{"reason":"Error","exitCode":1}}}]
        """, "0/1 | Error | 1")]
    [InlineData("""
        "phase":"Failed","containerStatuses":[{"state":{"terminated":{"exitCode":3}}}]
        """, "0/1 | ExitCode:3 | 0")]
    [InlineData("""
        "phase":"Failed","containerStatuses":[{"state":{"terminated":{"signal":9,"exitCode":137}}}]
        """, "0/1 | Signal:9 | 0")]
    [InlineData("""
        "phase":"Running","containerStatuses":[{"state":{"terminated":{"reason":"Completed"}}},
        {"ready":true,"state":{"running":{}}}]
        """, "1/1 | NotReady | 0")]
    [InlineData("""
        "phase":"Running","conditions":[{"type":"Ready","status":"True"}],
        "containerStatuses":[{"state":{"terminated":{"reason":"Completed"}}},{"ready":true,"state":{"running":{}}}]
        """, "1/1 | Running | 0")]
    [InlineData("""
        "phase":"Running","containerStatuses":[{"ready":false,"state":{"running":{}}}]
        """, "0/1 | Running | 0")]
    public void The_status_is_the_most_telling_of_phase_and_containers(string status, string shown) =>
        Assert.StartsWith($"a | {shown} | ", Rows.Cells(Rows.Table(Rows.Object("v1", "Pod",
            $$"""  "spec":{{{One}}},"status":{{{status}}} """))));

    [Theory]
    [InlineData("""{"name":"i","state":{"running":{}}}""", "0/1 | Init:0/2 | 0")]
    [InlineData("""{"name":"i","state":{"waiting":{"reason":"PodInitializing"}}}""", "0/1 | Init:0/2 | 0")]
    [InlineData("""{"name":"i","restartCount":1,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}""",
        "0/1 | Init:CrashLoopBackOff | 1")]
    [InlineData("""{"name":"i","state":{"terminated":{"exitCode":1,"reason":"Error"}}}""", "0/1 | Init:Error | 0")]
    [InlineData("""{"name":"i","state":{"terminated":{"exitCode":0}}},{"name":"j","state":{"running":{}}}""",
        "0/1 | Init:1/2 | 0")]
    public void Init_containers_come_first(string states, string shown) =>
        Assert.StartsWith($"a | {shown} | ", Rows.Cells(Rows.Table(Rows.Object("v1", "Pod", $$"""
            "spec":{{{One}},"initContainers":[{"name":"i"},{"name":"j"}]},
            "status":{"phase":"Pending","initContainerStatuses":[{{states}}],
            "containerStatuses":[{"state":{"waiting":{"reason":"PodInitializing"} } }]}
            """))));

    [Fact]
    public void A_sidecar_counts_as_a_container() =>
        Assert.StartsWith("a | 2/2 | Running | 0 | ", Rows.Cells(Rows.Table(Rows.Object("v1", "Pod", $$"""
            "spec":{{{One}},"initContainers":[{"name":"i","restartPolicy":"Always"}]},
            "status":{"phase":"Running","containerStatuses":[{{Running}}],
            "initContainerStatuses":[{"name":"i","started":true,"ready":true,"state":{"running":{} } }]}
            """))));

    [Theory]
    [InlineData("Running", "Terminating")]
    [InlineData("Succeeded", "Succeeded")]
    public void A_pod_that_is_being_deleted_says_so_unless_it_has_ended(string phase, string shown)
    {
        var pod = Rows.Object("v1", "Pod", $$"""  "spec":{{{One}}},"status":{"phase":"{{phase}}"} """);
        pod["metadata"]!["deletionTimestamp"] = Rows.Created;

        Assert.StartsWith($"a | 0/1 | {shown} | 0", Rows.Cells(Rows.Table(pod)));
    }
}
