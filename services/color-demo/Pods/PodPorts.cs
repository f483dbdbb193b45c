using System.Globalization;
using ColorDemo.Mesh.Istio;
using k8s.Models;

namespace ColorDemo.Launcher.Pods;

/// <summary>
/// The ports of one container: those that it declares and, since that only informs, those where it listens all the
/// same.
/// </summary>
/// <param name="Numbers">Inside the container, by name.</param>
/// <param name="Listeners">The name of the port that each variable of <see cref="PodImage.Listeners"/> sets.</param>
internal sealed record PodPorts(IReadOnlyDictionary<string, int> Numbers, IReadOnlyDictionary<string, string> Listeners)
{
    public static PodPorts Of(
        string image, IEnumerable<V1ContainerPort> declared, IReadOnlyDictionary<string, string> environment)
    {
        var numbers = declared.ToDictionary(NameOf, port => port.ContainerPort);
        Dictionary<string, string> listeners = [];
        List<(string Variable, string Name, int Number)> others = [];
        foreach (var (variable, name, standard) in PodImage.Listeners(image))
        {
            var number = int.TryParse(
                environment.GetValueOrDefault(variable), CultureInfo.InvariantCulture, out var given)
                ? given
                : standard;
            if (numbers.FirstOrDefault(port => port.Value == number).Key is { } port)
            {
                listeners[variable] = port;
            }
            else
            {
                others.Add((variable, name, number));
            }
        }

        foreach (var (variable, name, number) in others)
        {
            // By its usual name, whatever its number; else under its number alone, since a name has to be declared.
            var isNamed = numbers.ContainsKey(name) && !listeners.ContainsValue(name);
            listeners[variable] = isNamed ? name : $"{number}";
            numbers.TryAdd(listeners[variable], number);
        }

        return new(numbers, listeners);
    }

    public static string NameOf(V1ContainerPort port) =>
        string.IsNullOrEmpty(port.Name) ? $"{port.ContainerPort}" : port.Name;

    /// <param name="refuse">Gets the field below the container and what is wrong with it.</param>
    /// <remarks>Source: Kubernetes' validation of containers.</remarks>
    public static void Check(IList<V1ContainerPort> ports, Action<string, string> refuse)
    {
        if (ports.Select(NameOf).Distinct().Count() < ports.Count)
        {
            refuse("ports", "two ports have the same name, or the same number and no name");
        }

        for (var index = 0; index < ports.Count; index++)
        {
            if (ports[index].ContainerPort is < 1 or > 65535)
            {
                refuse($"ports[{index}].containerPort", "must be a whole number from 1 to 65535");
            }

            if (ports[index].Name is { Length: > 0 } name && !PortNames.IsForContainer(name))
            {
                refuse($"ports[{index}].name",
                    "must be at most 15 lower-case letters, digits and single hyphens, with a letter among them");
            }
        }
    }
}
