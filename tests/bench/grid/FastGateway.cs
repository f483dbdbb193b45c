using System.Diagnostics;
using ColorDemo.ColorService.Bench;

namespace ColorDemo.Grid.Bench;

/// <summary>Answers with a color from memory, as fast as nginx can.</summary>
internal sealed class FastGateway : IAsyncDisposable
{
    private readonly Process _nginx;

    private FastGateway(Process nginx, int port) => (_nginx, Address) = (nginx, new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public static FastGateway Start(WorkFolder work, Cores cores)
    {
        var port = FreePorts.Next();
        const string Color =
            """{"name":"Green","hexCode":"#008000","family":"green","version":"v1","cluster":"armadillo","pod":"p"}""";
        var configuration = work.Write("gateway/nginx.conf", $$"""
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
              server { listen 127.0.0.1:{{port}}; location / { return 200 '{{Color}}'; } }
            }
            """);
        var nginx = Tools.Require("nginx", "nginx-light");
        var (file, arguments) = cores.ForLoad(
            nginx, ["-p", Path.GetDirectoryName(configuration)!, "-c", configuration, "-e", "stderr"]);
        return new(Process.Start(file, arguments), port);
    }

    public async ValueTask DisposeAsync()
    {
        _nginx.Kill(entireProcessTree: true);
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
    }
}
