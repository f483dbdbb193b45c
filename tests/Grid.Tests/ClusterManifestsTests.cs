using System.Diagnostics;
using ColorDemo.GridHost;
using ColorDemo.Tests;
using k8s;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

public sealed class ClusterManifestsTests : IAsyncLifetime
{
    private KubernetesServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await KubernetesServer.StartAsync(80, 20);

    [Fact]
    public async Task A_change_is_seen_sooner_than_by_asking_four_times_a_second()
    {
        await using var cluster = new FollowedCluster(_server);
        await cluster.DeclaresAsync(80, 20);
        List<TimeSpan> times = [];

        for (var weight = 1; weight <= 20; weight++)
        {
            _server.SetWeight(weight);
            var began = Stopwatch.GetTimestamp();
            SpinWait.SpinUntil(() => cluster.Weights[0] == weight, TimeSpan.FromSeconds(30));
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seen after {string.Join(", ", times.Select(one => $"{one.TotalMilliseconds:0.0}"))} ms");
        Assert.True(times[times.Count / 2] < TimeSpan.FromMilliseconds(200), $"median {times[times.Count / 2]}");
    }

    [Fact]
    public async Task Of_a_thousand_quick_changes_the_last_one_stays_and_many_are_told_together()
    {
        await using var cluster = new FollowedCluster(_server);
        await cluster.DeclaresAsync(80, 20);
        var before = cluster.TimesTold;

        for (var weight = 1; weight <= 1_000; weight++)
        {
            _server.SetWeight(weight);
        }

        await cluster.DeclaresAsync(1_000, 20);
        Assert.InRange(cluster.TimesTold - before, 1, 900);
        Assert.Single(_server.ListsOf("virtualservices"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public async Task A_server_that_begins_anew_counts_its_versions_anew(int changesBefore)
    {
        await using var cluster = new FollowedCluster(_server);
        for (var weight = 1; weight <= changesBefore; weight++)
        {
            _server.SetWeight(weight);
        }

        await cluster.DeclaresAsync(changesBefore > 0 ? changesBefore : 80, 20);
        var port = _server.Port;
        await _server.DisposeAsync();
        _server = await KubernetesServer.StartAsync(7, 3, port);

        await cluster.DeclaresAsync(7, 3);
        _server.SetWeight(9);
        await cluster.DeclaresAsync(9, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_is_expired_leads_to_a_new_list(bool toldAsEvent)
    {
        const string status =
            """{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Expired","code":410}""";
        var told = 0;
        _server.Instead = async context =>
        {
            if (!KubernetesServer.Asks(context, "virtualservices", isWatch: true)
                || Interlocked.Increment(ref told) > 2)
            {
                return false;
            }

            context.Response.StatusCode = toldAsEvent ? 200 : 410;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                toldAsEvent ? $$"""{"type":"ERROR","object":{{status}}}""" + "\n" : status);
            await context.Response.Body.FlushAsync();
            return true;
        };
        await using var cluster = new FollowedCluster(_server);

        await Eventually.HoldsAsync(() => _server.WatchesOf("virtualservices") == 3);
        Assert.Equal(3, _server.ListsOf("virtualservices").Count);
        _server.SetWeight(9);
        await cluster.DeclaresAsync(9, 20);
    }

    [Fact]
    public async Task A_watch_that_ends_in_time_goes_on_where_it_was()
    {
        await using var cluster = new FollowedCluster(_server);
        await cluster.DeclaresAsync(80, 20);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var api = new Kubernetes(cluster.Configuration);
        var kind = new WatchedKind("", "ConfigMap", "configmaps");
        var reflector = new Reflector(api, kind, TimeProvider.System, () => { }, TimeSpan.FromSeconds(1));

        var running = reflector.RunAsync(stop.Token);
        await Eventually.HoldsAsync(() => _server.WatchesOf("configmaps") >= 2);
        _server.Apply("""{ apiVersion: v1, kind: ConfigMap, metadata: { name: late, namespace: color } }""");
        await Eventually.HoldsAsync(() => reflector.Now.Objects!.ContainsKey("color/late"));

        Assert.Single(_server.ListsOf("configmaps"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_kind_that_is_not_given_is_told_and_spoils_no_other()
    {
        _server.Instead = KubernetesServer.Refusing(("destinationrules", 403), ("gateways", 404), ("events", 403));
        await using var cluster = new FollowedCluster(_server);

        await cluster.DeclaresAsync(80, 20);
        Assert.Equal(["destinationrules (403 Forbidden)", "gateways (404 NotFound)"], cluster.Manifests.Missing);
        Assert.Null(cluster.Manifests.Lost);
        Assert.Null(cluster.Manifests.Refused);

        _server.Instead = _ => Task.FromResult(false);
        await Eventually.HoldsAsync(() => cluster.Manifests.Missing.Count == 0);
    }

    [Fact]
    public async Task A_server_that_cannot_answer_is_asked_ever_more_seldom()
    {
        _server.Instead = KubernetesServer.Refusing(("virtualservices", 500));
        await using var cluster = new FollowedCluster(_server);

        await Eventually.HoldsAsync(() => _server.ListsOf("virtualservices").Count >= 6);
        var asked = _server.ListsOf("virtualservices");
        Assert.True(asked[5] - asked[0] > TimeSpan.FromMilliseconds(700), $"six within {asked[5] - asked[0]}");
        Assert.False(cluster.Manifests.IsRead);
        Assert.NotNull(cluster.Manifests.Lost);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_noticed_though_no_connection_breaks()
    {
        await using var relay = new Relay(_server.Port);
        await using var cluster = new FollowedCluster(_server, relay.Port);
        await cluster.DeclaresAsync(80, 20);

        relay.IsSilent = true;
        await Eventually.HoldsAsync(() => cluster.Manifests.Lost is not null);

        relay.IsSilent = false;
        _server.SetWeight(9);
        await cluster.DeclaresAsync(9, 20);
    }

    [Fact]
    public async Task A_refusal_of_files_comes_and_goes()
    {
        await using var cluster = new FollowedCluster(_server);
        await cluster.DeclaresAsync(80, 20);

        _server.Refuse("virtual-service.yaml:15: weight: is no number");
        await Eventually.HoldsAsync(
            () => cluster.Manifests.Refused == "virtual-service.yaml:15: weight: is no number");

        _server.Accept();
        await Eventually.HoldsAsync(() => cluster.Manifests.Refused is null);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
