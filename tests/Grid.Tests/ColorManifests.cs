namespace ColorDemo.Grid.Tests;

/// <summary>What a cluster with a split between two subsets declares.</summary>
internal static class ColorManifests
{
    public static string Declaring(int armadillo, int bison) => $$"""
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: { name: color, namespace: color }
        spec:
          selector: { istio: ingressgateway }
          servers:
            - { port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: { name: color-svc, namespace: color }
        spec:
          host: color-svc
          subsets:
            - { name: armadillo, labels: { topology.istio.io/cluster: armadillo } }
            - { name: v2, labels: { version: v2 } }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: color-svc, namespace: color }
        spec:
          selector: { app: color-svc }
          ports: [{ name: http, port: 8800 }]
        ---
        {{Split(armadillo, bison)}}
        """;

    public static string Split(int armadillo, int bison) => $$"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: { name: color, namespace: color }
        spec:
          hosts: ["*"]
          gateways: [color]
          http:
            - name: split
              match: [{ uri: { prefix: /random } }]
              fault: { abort: { percentage: { value: 50 }, httpStatus: 400 } }
              route:
                - { destination: { host: color-svc, subset: armadillo }, weight: {{armadillo}} }
                - { destination: { host: color-svc, subset: v2 }, weight: {{bison}} }
        """;

    /// <summary>For whoever sends a header.</summary>
    public const string Canary = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: { name: canary, namespace: color }
        spec:
          hosts: ["*"]
          gateways: [color]
          http:
            - name: canary
              match: [{ uri: { prefix: /bison }, headers: { x-user: { exact: canary } } }]
              route: [{ destination: { host: color-svc, subset: v2 } }]
        """;
}
