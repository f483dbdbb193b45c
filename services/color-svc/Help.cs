namespace ColorDemo.ColorService;

/// <summary>What is said to whoever starts the service with arguments: it has none.</summary>
internal static class Help
{
    /// <returns>The exit code.</returns>
    public static int Answer(string[] arguments)
    {
        if (arguments is not ["--help" or "-h"])
        {
            Console.Error.WriteLine("color-svc takes no arguments, only environment variables; --help lists them.");
            return 1;
        }

        var defaults = Settings.Read(_ => null).Effective
            .Where(one => !one.StartsWith("POD_NAME=", StringComparison.Ordinal));
        Console.WriteLine(
            $"""
            color-svc answers with a color, and says which version, cluster and pod answered.

              curl localhost:8800/random            over HTTP; /openapi/v1.json tells all paths
              localhost:8801                        over gRPC: color.v1.ColorService, health, reflection
              curl localhost:8802/faults            what is broken on purpose; PUT changes it

            It is set up by environment variables. These are the defaults:

              {string.Join("\n  ", defaults)}
              POD_NAME=(the host's name)
              OTEL_EXPORTER_OTLP_ENDPOINT=          traces go there; the other OTEL_* variables of traces hold too
            """);
        return 0;
    }
}
