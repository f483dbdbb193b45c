namespace ColorDemo.Launcher;

/// <param name="Manifests">Absent: look for the folder.</param>
/// <param name="Scenario">A folder under scenarios/; absent: the manifests as they are.</param>
/// <param name="Save">Whether changes that come over the API are written into the files.</param>
internal sealed record UpSettings(string? Manifests, string? Scenario, bool Save, bool PodLogs, FirstPorts Ports);

/// <summary>The first cluster's ports as asked for; 0 is any free one.</summary>
internal sealed record FirstPorts(int Grid, int Ingress, int EastWest, int Api, int InMesh);

/// <summary>The user has to change something before the demo can start.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
