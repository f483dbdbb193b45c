using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Contestants;

namespace ColorDemo.Mesh.Bench.Contestants;

/// <summary>haproxy with one thread that forwards by weight.</summary>
internal static class ForwardingHaproxy
{
    public static Contestant? Configure(WorkFolder work, Backends backends)
    {
        if (Tools.Find("haproxy") is not { } haproxy)
        {
            Progress.Say("without haproxy: it is not on PATH (Debian package haproxy)");
            return null;
        }

        var port = FreePorts.Next();
        var configuration = work.Write("haproxy/haproxy.cfg", $"""
            global
              nbthread 1
              maxconn 5000
            defaults
              mode http
              timeout client 1h
              timeout http-keep-alive 1h
              timeout connect 10s
              timeout server 1h
              option forwardfor
              http-reuse always
            frontend gateway
              bind 127.0.0.1:{port}
              unique-id-format %[uuid()]
              unique-id-header x-request-id
              http-request set-header x-forwarded-proto http
              use_backend color if {"{"} path_beg /random {"}"}
            backend color
              balance roundrobin
              server first {backends.First} weight {Backends.FirstWeight}
              server second {backends.Second} weight {Backends.SecondWeight}

            """);
        return new(Contestant.Haproxy, haproxy, ["-db", "-f", configuration], port, Contestant.NoEnvironment);
    }
}
