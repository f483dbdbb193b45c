using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class UnopenedPortsTests
{
    [Fact]
    public void What_a_Gateway_opens_and_the_demo_does_not_is_told()
    {
        var manifests = ManifestReaderTests.Read("""
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: both}
            spec:
              selector: {istio: ingressgateway}
              servers:
              - {port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}
              - {port: {number: 81, name: http-2, protocol: HTTP}, hosts: ["*"]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: egress}
            spec:
              selector: {istio: egressgateway}
              servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: east-west}
            spec:
              selector: {istio: eastwestgateway}
              servers:
              - port: {number: 15443, name: tls, protocol: TLS}
                tls: {mode: AUTO_PASSTHROUGH}
                hosts: ["*.local"]
            """);

        var told = UnopenedPorts.In(new Dictionary<string, ManifestSet> { ["armadillo"] = manifests }).ToList();

        Assert.Equal([("both", "spec.servers[1]", 8), ("egress", "spec.servers[0]", 15)],
            told.Select(one => (one.Name, one.Field, one.Line)));
        Assert.All(told, one => Assert.False(one.IsError));
    }
}
