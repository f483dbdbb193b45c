using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class TableTests
{
    private const string Rbac = "rbac.authorization.k8s.io/v1";
    private const string Gateways = "gateway.networking.k8s.io/v1";
    private const string Istio = "networking.istio.io/v1";

    /// <summary>Kind, fields, heads and cells.</summary>
    public static TheoryData<string, string, string, string, string> Kinds => new()
    {
        {
            "apps/v1", "Deployment", """
                "spec":{"replicas":3,"selector":{"matchLabels":{"b":"c","app":"a"},
                "matchExpressions":[{"key":"k","operator":"In","values":["x","y"]},
                {"key":"l","operator":"DoesNotExist"}]},
                "template":{"spec":{"containers":[{"name":"m","image":"i:1"},{"name":"n","image":"j"}]}}},
                "status":{"readyReplicas":2,"updatedReplicas":3,"availableReplicas":1}
                """,
            "Name | Ready | Up-to-date | Available | Age | +Containers | +Images | +Selector",
            "a | 2/3 | 3 | 1 | 5m | m,n | i:1,j | app=a,b=c,k in (x,y),!l"
        },
        {
            "v1", "Service", """
                "spec":{"clusterIP":"10.0.0.1","selector":{"app":"a"},
                "ports":[{"port":80},{"port":53,"protocol":"UDP","nodePort":30053}]}
                """,
            "Name | Type | Cluster-IP | External-IP | Port(s) | Age | +Selector",
            "a | ClusterIP | 10.0.0.1 | <none> | 80/TCP,53:30053/UDP | 5m | app=a"
        },
        {
            "v1", "Service", "\"spec\":{\"type\":\"LoadBalancer\"}",
            "Name | Type | Cluster-IP | External-IP | Port(s) | Age | +Selector",
            "a | LoadBalancer | <none> | <pending> | <none> | 5m | <none>"
        },
        {
            "v1", "Service", """
                "spec":{"type":"LoadBalancer","externalIPs":["10.0.0.3"]},
                "status":{"loadBalancer":{"ingress":[{"ip":"10.0.0.2"},{"hostname":"h"}]}}
                """,
            "Name | Type | Cluster-IP | External-IP | Port(s) | Age | +Selector",
            "a | LoadBalancer | <none> | 10.0.0.2,h,10.0.0.3 | <none> | 5m | <none>"
        },
        {
            "v1", "Service", """ "spec":{"type":"ExternalName","externalName":"example.com"} """,
            "Name | Type | Cluster-IP | External-IP | Port(s) | Age | +Selector",
            "a | ExternalName | <none> | example.com | <none> | 5m | <none>"
        },
        {
            "v1", "Endpoints", """
                "subsets":[{"addresses":[{"ip":"10.0.0.1"},{"ip":"::1"}],"ports":[{"port":80},{"port":81}]}]
                """,
            "Name | Endpoints | Age", "a | 10.0.0.1:80,[::1]:80,10.0.0.1:81 + 1 more... | 5m"
        },
        { "v1", "Endpoints", "\"subsets\":null", "Name | Endpoints | Age", "a | <none> | 5m" },
        {
            "discovery.k8s.io/v1", "EndpointSlice", """
                "addressType":"IPv4","ports":[{"port":80}],
                "endpoints":[{"addresses":["10.0.0.1"]},{"addresses":["10.0.0.2"]}]
                """,
            "Name | AddressType | Ports | Endpoints | Age", "a | IPv4 | 80 | 10.0.0.1,10.0.0.2 | 5m"
        },
        {
            "discovery.k8s.io/v1", "EndpointSlice", "\"addressType\":\"IPv4\"",
            "Name | AddressType | Ports | Endpoints | Age", "a | IPv4 | <unset> | <unset> | 5m"
        },
        { "v1", "Namespace", "\"status\":{\"phase\":\"Active\"}", "Name | Status | Age", "a | Active | 5m" },
        { "v1", "ConfigMap", """ "data":{"x":"1"},"binaryData":{"y":"MQ=="} """, "Name | Data | Age", "a | 2 | 5m" },
        { "v1", "ServiceAccount", "\"secrets\":[]", "Name | Secrets | Age", "a | 0 | 5m" },
        { Rbac, "Role", "\"rules\":[]", "Name | Created At", "a | 2026-01-01T00:00:00Z" },
        {
            Rbac, "ClusterRoleBinding", """
                "roleRef":{"kind":"ClusterRole","name":"r"},
                "subjects":[{"kind":"User","name":"u"},{"kind":"User","name":"w"},
                {"kind":"ServiceAccount","name":"s","namespace":"n"}]
                """,
            "Name | Role | Age | +Users | +Groups | +ServiceAccounts", "a | ClusterRole/r | 5m | u, w |  | n/s"
        },
        {
            "v1", "Event", """
                "type":"Normal","reason":"Started","message":"it runs\n","involvedObject":{"kind":"Pod","name":"p"},
                "source":{"component":"mesh","host":"h"},"lastTimestamp":"2026-01-01T00:04:50Z",
                "firstTimestamp":"2026-01-01T00:04:00Z","count":2
                """,
            "Last Seen | Type | Reason | Object | +Subobject | +Source | Message | +First Seen | +Count | +Name",
            "10s | Normal | Started | pod/p |  | mesh, h | it runs | 60s | 2 | a"
        },
        {
            Istio, "VirtualService", """ "spec":{"hosts":["a","b<c"],"gateways":["mesh"]} """,
            "Name | Gateways | Hosts | Age", """a | ["mesh"] | ["a","b<c"] | 5m"""
        },
        { Istio, "VirtualService", "\"spec\":{}", "Name | Gateways | Hosts | Age", "a | null | null | 5m" },
        { Istio, "DestinationRule", "\"spec\":{\"host\":\"h\"}", "Name | Host | Age", "a | h | 5m" },
        {
            Istio, "ServiceEntry", """ "spec":{"hosts":["h"],"location":"MESH_EXTERNAL","resolution":"DNS"} """,
            "Name | Hosts | Location | Resolution | Age", """a | ["h"] | MESH_EXTERNAL | DNS | 5m"""
        },
        { Istio, "WorkloadEntry", "\"spec\":{\"address\":\"1.2.3.4\"}", "Name | Age | Address", "a | 5m | 1.2.3.4" },
        { Istio, "Gateway", "\"spec\":{}", "Name | Age", "a | 5m" },
        {
            "security.istio.io/v1", "AuthorizationPolicy", "\"spec\":{\"action\":\"DENY\"}",
            "Name | Action | Age", "a | DENY | 5m"
        },
        {
            "security.istio.io/v1", "PeerAuthentication", "\"spec\":{\"mtls\":{\"mode\":\"STRICT\"}}",
            "Name | Mode | Age", "a | STRICT | 5m"
        },
        { Gateways, "HTTPRoute", "\"spec\":{\"hostnames\":[\"h\"]}", "Name | Hostnames | Age", """a | ["h"] | 5m""" },
        {
            Gateways, "Gateway", """
                "spec":{"gatewayClassName":"istio"},"status":{"addresses":[{"value":"10.0.0.1"},{"value":"10.0.0.2"}],
                "conditions":[{"type":"Accepted","status":"False"},{"type":"Programmed","status":"True"}]}
                """,
            "Name | Class | Address | Programmed | Age", "a | istio | 10.0.0.1 | True | 5m"
        },
        {
            Gateways, "GatewayClass", """ "spec":{"controllerName":"c","description":"d"} """,
            "Name | Controller | Accepted | Age | +Description", "a | c | null | 5m | d"
        },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Kinds_have_the_columns_of_a_real_API_server(
        string apiVersion, string kind, string fields, string heads, string cells)
    {
        var table = Rows.Table(Rows.Object(apiVersion, kind, fields));

        Assert.Equal(heads, Rows.Heads(table));
        Assert.Equal(cells, Rows.Cells(table));
    }

    [Fact]
    public void A_row_carries_as_much_of_its_object_as_was_asked_for()
    {
        var json = Rows.Object("v1", "Namespace", "\"status\":{}");

        Assert.Null(Rows.Table(json)["rows"]![0]!["object"]);
        Patches.AssertSame("""
            {"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1",
            "metadata":{"name":"a","creationTimestamp":"2026-01-01T00:00:00Z"}}
            """, Rows.Table(json, IncludeObject.Metadata)["rows"]![0]!["object"]);
        Patches.AssertSame(json.ToJsonString(), Rows.Table(json, IncludeObject.Object)["rows"]![0]!["object"]);
    }

    [Fact]
    public void A_table_says_what_it_is_and_which_column_names_the_object()
    {
        var table = ObjectTable.Of(ApiResources.OfKind("v1", "Namespace")!, [], Rows.Now);

        Assert.Equal(("Table", "meta.k8s.io/v1"), ($"{table["kind"]}", $"{table["apiVersion"]}"));
        Assert.Equal(("string", "name"), (
            $"{table["columnDefinitions"]![0]!["type"]}", $"{table["columnDefinitions"]![0]!["format"]}"));
        Assert.Empty(table["rows"]!.AsArray());
    }

    public static TheoryData<string, string> AllKinds =>
        [.. ApiResources.All.Select(one => new TheoryDataRow<string, string>(one.ApiVersion, one.Kind))];

    [Theory, MemberData(nameof(AllKinds))]
    public void An_object_of_any_shape_has_a_row(string apiVersion, string kind)
    {
        string[] odd = ["{}", "[]", "7", "null", "[null,1,{}]", "\"x\""];
        foreach (var shape in odd)
        {
            var json = Rows.Object(apiVersion, kind, $$"""
                "spec":{{shape}},"status":{{shape}},"subsets":{{shape}},"ports":{{shape}},"subjects":{{shape}},
                "involvedObject":{{shape}},"data":{{shape}},"roleRef":{{shape}},"endpoints":{{shape}}
                """);
            var inside = Rows.Object(apiVersion, kind, $$"""
                "spec":{"containers":{{shape}},"selector":{{shape}},"ports":{{shape}},"hosts":{{shape}} },
                "status":{"conditions":{{shape}},"containerStatuses":{{shape}},"initContainerStatuses":{{shape}} }
                """);

            Assert.All([json, inside], one => Assert.NotEmpty(Rows.Cells(Rows.Table(one))));
        }
    }
}
