using System.Text;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Bench.Micro;

/// <summary>Manifests with so many VirtualServices of one rule each, all for one host.</summary>
internal static class ManyRules
{
    /// <summary>Half of them match an exact path, half a prefix.</summary>
    public static string Manifests(int count)
    {
        var text = new StringBuilder("""
            apiVersion: v1
            kind: Service
            metadata: {name: color-svc, namespace: color}
            spec: {selector: {app: color-svc}, ports: [{name: http, port: 8800, targetPort: http}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: color, namespace: color}
            spec:
              selector: {istio: ingressgateway}
              servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]

            """);
        for (var index = 0; index < count; index++)
        {
            text.Append(null, $$"""
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: color-{{index:0000}}, namespace: color}
                spec:
                  hosts: [color.example.com]
                  gateways: [color]
                  http:
                  - match:
                    - uri:
                        {{(index % 2 == 0 ? "exact" : "prefix")}}: /teams/{{index}}/colors
                    rewrite:
                      uri: /random
                    route:
                    - destination:
                        host: color-svc
                        port: {number: 8800}

                """);
        }

        return text.ToString();
    }

    public static RouteTable Table(ManifestSet manifests) =>
        ClusterRouting.Of([new("armadillo", manifests, [], "127.0.0.1:1")])[0].Ingress()!;
}
