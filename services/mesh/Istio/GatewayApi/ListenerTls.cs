namespace ColorDemo.Mesh.Istio;

/// <summary>Gateway API <c>ListenerTLSConfig</c>.</summary>
/// <param name="Mode">
/// As Istio calls it: SIMPLE for Terminate, PASSTHROUGH for Passthrough, or what the option
/// <c>gateway.istio.io/tls-terminate-mode</c> says.
/// </param>
public sealed record ListenerTls(string Mode)
{
    internal static ListenerTls? Read(Fields? tls)
    {
        if (tls is null)
        {
            return null;
        }

        var mode = tls.Choice("mode", "Terminate", "Passthrough") ?? "Terminate";
        var options = tls.TextMap("options");
        if (mode == "Terminate" && tls.Objects("certificateRefs").Count == 0 && options.Count == 0)
        {
            tls.Error("certificateRefs", "name the Secret of the certificate, for example [{name: color-tls}]");
        }

        tls.WithoutEffect("certificateRefs"); // it must be named, and is not read
        tls.End();
        return new(mode == "Passthrough" ? "PASSTHROUGH"
            : options.GetValueOrDefault("gateway.istio.io/tls-terminate-mode") switch
            {
                "MUTUAL" => "MUTUAL",
                "OPTIONAL_MUTUAL" => "OPTIONAL_MUTUAL",
                "ISTIO_MUTUAL" => "ISTIO_MUTUAL",
                _ => "SIMPLE",
            });
    }
}
