using System.Collections.Frozen;
using System.Globalization;

namespace ColorDemo.Mesh.Api;

/// <summary>Field numbers of the objects that <c>kubectl create</c> makes, which it sends as protobuf alone.</summary>
/// <remarks>
/// Source: the <c>generated.proto</c> files of Kubernetes 1.32. What is not listed here is refused unless it is zero,
/// and clients can send JSON. In a line, <c>*</c> is a list and <c>?</c> a field whose zero differs from its absence.
/// </remarks>
internal static class ProtobufSchema
{
    private static readonly FrozenDictionary<string, FrozenDictionary<int, ProtobufField>> Messages =
        new Dictionary<string, string>
        {
            ["ObjectMeta"] = "1 name, 2 generateName, 3 namespace, 5 uid, 6 resourceVersion, 11 labels:map, "
                + "12 annotations:map, 14 finalizers*",
            ["Namespace"] = "1 metadata:ObjectMeta",
            ["ServiceAccount"] = "1 metadata:ObjectMeta, 4 automountServiceAccountToken:bool?",
            ["ConfigMap"] = "1 metadata:ObjectMeta, 2 data:map, 4 immutable:bool?",
            ["Service"] = "1 metadata:ObjectMeta, 2 spec:ServiceSpec",
            ["ServiceSpec"] = "1 ports:ServicePort*, 2 selector:map, 3 clusterIP, 4 type, 5 externalIPs*, "
                + "7 sessionAffinity, 10 externalName, 18 clusterIPs*",
            ["ServicePort"] = "1 name, 2 protocol, 3 port:int, 4 targetPort:IntOrString, 5 nodePort:int, 6 appProtocol",
            ["Deployment"] = "1 metadata:ObjectMeta, 2 spec:DeploymentSpec",
            ["DeploymentSpec"] = "1 replicas:int?, 2 selector:LabelSelector, 3 template:PodTemplateSpec, "
                + "5 minReadySeconds:int, 7 paused:bool",
            ["LabelSelector"] = "1 matchLabels:map",
            ["PodTemplateSpec"] = "1 metadata:ObjectMeta, 2 spec:PodSpec",
            ["PodSpec"] = "2 containers:Container*, 3 restartPolicy, 4 terminationGracePeriodSeconds:int?",
            ["Container"] = "1 name, 2 image, 3 command*, 4 args*, 5 workingDir, 6 ports:ContainerPort*, "
                + "7 env:EnvVar*, 14 imagePullPolicy",
            ["ContainerPort"] = "1 name, 2 hostPort:int, 3 containerPort:int, 4 protocol",
            ["EnvVar"] = "1 name, 2 value",
            ["Role"] = "1 metadata:ObjectMeta, 2 rules:PolicyRule*",
            ["ClusterRole"] = "1 metadata:ObjectMeta, 2 rules:PolicyRule*",
            ["PolicyRule"] = "1 verbs*, 2 apiGroups*, 3 resources*, 4 resourceNames*, 5 nonResourceURLs*",
            ["RoleBinding"] = "1 metadata:ObjectMeta, 2 subjects:Subject*, 3 roleRef:RoleRef",
            ["ClusterRoleBinding"] = "1 metadata:ObjectMeta, 2 subjects:Subject*, 3 roleRef:RoleRef",
            ["Subject"] = "1 kind, 2 apiGroup, 3 name, 4 namespace",
            ["RoleRef"] = "1 apiGroup, 2 kind, 3 name",
            ["TypeMeta"] = "1 apiVersion, 2 kind",
            ["IntOrString"] = "1 type:int, 2 intVal:int, 3 strVal",
            ["Entry"] = "1 key, 2 value",
        }.ToFrozenDictionary(one => one.Key, one => Fields(one.Value));

    public static bool Has(string message) => Messages.ContainsKey(message);

    public static ProtobufField? Find(string message, int number) => Messages[message].GetValueOrDefault(number);

    private static FrozenDictionary<int, ProtobufField> Fields(string lines) => lines.Split(", ")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => int.Parse(words[0], CultureInfo.InvariantCulture), words => Field(words[1]));

    private static ProtobufField Field(string text) => text.TrimEnd('*', '?').Split(':') is var parts
        ? new(parts[0], parts.ElementAtOrDefault(1) ?? "string", text.EndsWith('*'), text.EndsWith('?'))
        : throw new FormatException(text);
}

/// <param name="Type"><c>string</c>, <c>int</c>, <c>bool</c>, <c>map</c> of texts, or a message.</param>
/// <param name="IsZeroKept">Whether zero is not the same as absence.</param>
internal sealed record ProtobufField(string Name, string Type, bool IsList, bool IsZeroKept);
