using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class GatewayManifestTests
{
    [Fact]
    public void A_server_is_read_with_its_port_and_its_hosts_as_written()
    {
        var server = Server("""
            port: {number: 80, name: web, protocol: http}
            name: plain
            bind: 10.0.0.1
            hosts: [team-a/Color.example, "*"]
            """);

        Assert.Equal(("plain", 80, "web", "http", "10.0.0.1", true),
            (server.Name, server.Port, server.PortName, server.Protocol, server.Bind, server.IsHttp));
        Assert.Equal(["team-a/Color.example", "*"], server.Hosts);
        Assert.Null(server.Tls);
    }

    [Theory]
    [InlineData("HTTP", "{httpsRedirect: true}", true, null)]
    [InlineData("HTTP", "{httpsRedirect: true, mode: PASSTHROUGH}", true, null)]
    [InlineData("HTTPS", "{mode: SIMPLE, credentialName: color}", false, "SIMPLE")]
    [InlineData("TLS", "{}", false, "PASSTHROUGH")]
    public void The_mode_of_tls_is_only_there_where_tls_is(string protocol, string tls, bool redirects, string? mode) =>
        Assert.Equal(
            new(redirects, mode),
            Server($"{{port: {{number: 80, name: web, protocol: {protocol}}}, hosts: [\"*\"], tls: {tls}}}").Tls);

    private static GatewayServer Server(string server) => Assert.Single(Assert.Single(ManifestReaderTests.Read($$"""
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: color}
        spec:
          servers:
          - {{server.ReplaceLineEndings("\n    ")}}
        """).Gateways).Servers);
}
