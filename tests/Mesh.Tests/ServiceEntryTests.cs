using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class ServiceEntryTests
{
    [Fact]
    public void A_service_entry_is_external_and_passed_through_unless_it_says_otherwise()
    {
        var entry = Assert.Single(Read("ServiceEntry", "hosts: [Color.Example]").ServiceEntries);

        Assert.Equal(("color.example", "MESH_EXTERNAL", "NONE"),
            (Assert.Single(entry.Hosts), entry.Location, entry.Resolution));
        Assert.Null(entry.WorkloadSelector);
        Assert.Empty(entry.Endpoints);
    }

    [Fact]
    public void Ports_and_endpoints_are_read()
    {
        var entry = Assert.Single(Read("ServiceEntry", """
            hosts: [color.example]
            location: MESH_INTERNAL
            resolution: STATIC
            addresses: [10.0.0.1]
            exportTo: ["."]
            ports:
            - {number: 80, name: http, protocol: HTTP, targetPort: 8080}
            - {number: 443, name: https, protocol: HTTPS}
            endpoints:
            - address: 10.0.0.2
              ports: {http: 9090}
              labels: {version: v1}
              network: network2
              locality: eu/a
              weight: 3
            """).ServiceEntries);
        var endpoint = Assert.Single(entry.Endpoints);

        Assert.Equal(("MESH_INTERNAL", "STATIC", "10.0.0.1", "."),
            (entry.Location, entry.Resolution, entry.Addresses[0], entry.ExportTo[0]));
        Assert.Equal([new(80, "http", "HTTP", 8080), new(443, "https", "HTTPS", null)], entry.Ports);
        Assert.Equal((null, "10.0.0.2", 9090, "v1", "network2", "eu/a", 3), (
            endpoint.Metadata, endpoint.Address, endpoint.Ports["http"], endpoint.Labels["version"],
            endpoint.Network, endpoint.Locality, endpoint.Weight));
    }

    [Fact]
    public void A_selector_without_labels_is_still_a_selector()
    {
        var entry = Assert.Single(
            Read("ServiceEntry", "{hosts: [a.example], resolution: STATIC, workloadSelector: {}}").ServiceEntries);

        Assert.Empty(entry.WorkloadSelector!);
    }

    [Fact]
    public void A_workload_entry_knows_its_name()
    {
        var entry = Assert.Single(Read("WorkloadEntry", "{address: 10.0.0.1, labels: {app: color}}").WorkloadEntries);

        Assert.Equal(("team-a/color", "10.0.0.1", "color"), ($"{entry.Metadata}", entry.Address, entry.Labels["app"]));
        Assert.Null(entry.Weight);
    }

    private static ManifestSet Read(string kind, string spec) => ManifestReaderTests.Read($$"""
        apiVersion: networking.istio.io/v1
        kind: {{kind}}
        metadata: {name: color, namespace: team-a}
        spec:
          {{spec.ReplaceLineEndings("\n  ")}}
        """);
}
