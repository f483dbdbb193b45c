namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>color-svc as it is published, with everything on and with less.</summary>
internal static class ColorServices
{
    /// <returns>The path of the native file.</returns>
    public static async Task<string> PublishAsync(WorkFolder work, CancellationToken stop)
    {
        Progress.Say("publishing services/color-svc");
        var folder = work.PathOf("color-svc");
        // Build servers would outlive this program.
        string[] arguments =
            ["publish", "services/color-svc", "-c", "Release", "-o", folder, "--disable-build-servers", "--nologo"];
        await Tools.RunAsync("dotnet", arguments, stop, Repository.Root);
        return Path.Combine(folder, "color-svc");
    }

    public static Contestant EverythingOn(string file, Uri traces, string name = Contestant.EverythingOn) =>
        Create(name, file, new()
        {
            ["OTEL_TRACES_SAMPLER"] = "parentbased_traceidratio",
            ["OTEL_TRACES_SAMPLER_ARG"] = "0.01",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = traces.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

    public static Contestant Off(string file) =>
        Create(Contestant.Off, file, new() { ["DISABLE_METRICS"] = "true" });

    private static Contestant Create(string name, string file, Dictionary<string, string> telemetry)
    {
        var port = FreePorts.Next();
        var environment = new Dictionary<string, string>(ImageEnvironment.Read())
        {
            ["PORT"] = $"{port}",
            ["GRPC_PORT"] = $"{FreePorts.Next()}",
            ["ADMIN_PORT"] = $"{FreePorts.Next()}",
            ["BIND_ADDRESS"] = "127.0.0.1",
            ["VERSION"] = "v1",
            ["CLUSTER_NAME"] = "armadillo",
            ["POD_NAME"] = "color-svc-v1-0",
            ["DISABLE_LOGGING"] = "true",
            ["DRAIN_SECONDS"] = "0", // nobody waits for it when it is stopped
        };
        foreach (var (variable, value) in telemetry)
        {
            environment[variable] = value;
        }

        return new(name, file, [], port, environment, new FileInfo(file).Length);
    }
}
