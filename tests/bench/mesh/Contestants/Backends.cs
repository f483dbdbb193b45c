using System.Diagnostics;
using ColorDemo.ColorService.Bench;

namespace ColorDemo.Mesh.Bench.Contestants;

/// <summary>Two servers that answer from memory, so that the proxy in front of them is what is measured.</summary>
internal sealed class Backends : IAsyncDisposable
{
    public const int FirstWeight = 80;
    public const int SecondWeight = 20;

    private readonly Process _nginx;

    private Backends(Process nginx, string first, string second)
    {
        _nginx = nginx;
        First = first;
        Second = second;
    }

    /// <summary>As <c>host:port</c>.</summary>
    public string First { get; }

    public string Second { get; }

    public static Backends Start(WorkFolder work, Cores cores)
    {
        var (first, second) = ($"127.0.0.1:{FreePorts.Next()}", $"127.0.0.1:{FreePorts.Next()}");
        var configuration = work.Write("backends/nginx.conf", $$"""
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr crit;
            events { worker_connections 5000; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              client_body_temp_path client-body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server { listen {{first}}; location / { return 200 '{"name":"Green","version":"v1"}'; } }
              server { listen {{second}}; location / { return 200 '{"name":"Green","version":"v2"}'; } }
            }
            """);
        var nginx = Tools.Require("nginx", "nginx-light");
        var prefix = Path.GetDirectoryName(configuration)!;
        var (file, arguments) = cores.ForLoad(nginx, ["-p", prefix, "-c", configuration, "-e", "stderr"]);
        return new(Process.Start(file, arguments), first, second);
    }

    public async ValueTask DisposeAsync()
    {
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
    }
}
