using System.Net;
using System.Net.Sockets;
using ColorDemo.Launcher.Pods;

namespace ColorDemo.Launcher.Tests.Pods;

public class ReadinessProbeTests
{
    [Fact]
    public void A_probe_waits_as_long_as_its_Deployment_says()
    {
        using var cluster = new TestCluster(TestCluster.Manifests.Replace("image: color-svc", """
            image: color-svc
                    readinessProbe: {httpGet: {port: http}, timeoutSeconds: 3, initialDelaySeconds: 2}
            """, StringComparison.Ordinal));

        var probe = cluster.Deployment.Template.Readiness!;

        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2)), (probe.Timeout, probe.InitialDelay));
    }

    [Fact]
    public async Task An_answer_that_takes_longer_than_the_timeout_is_none()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var probe = new HttpProbe("/", "http", TimeSpan.FromSeconds(1), FailureThreshold: 1)
        {
            Timeout = TimeSpan.FromMilliseconds(20),
        };
        var told = new TaskCompletionSource<bool>();

        var running = ReadinessProbe.RunAsync(
            probe, new Dictionary<string, int> { ["http"] = port }, ready => told.TrySetResult(ready), _ => { },
            stop.Token);

        Assert.False(await told.Task.WaitAsync(stop.Token));
        await stop.CancelAsync();
        await running;
    }
}
