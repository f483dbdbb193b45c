using ColorDemo.ColorService.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Console;

namespace ColorDemo.ColorService;

/// <summary>The web server around the service: its limits, how it logs, how long it waits.</summary>
internal static class ServiceHost
{
    public static WebApplicationBuilder CreateBuilder(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "color-svc",
            ContentRootPath = AppContext.BaseDirectory,
            // Settings are read once: without this, .NET watches every file below the content root.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });

        // Our own variables say where to listen. The .NET images set HTTP_PORTS, and Kestrel would warn about it.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = settings.MostConnections;
            kestrel.Limits.MaxRequestLineSize = 4096; // bytes; beyond: 414
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024; // bytes; beyond: 431
            kestrel.Limits.MaxRequestBodySize = 16 * 1024; // bytes, for gRPC and /faults; colors take none
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130); // longer than a proxy's, so that it hangs up
            kestrel.Listen(settings.Ports);
        });

        // Requests run on the thread that reads the socket: no handler blocks, and handing each to another thread
        // would cost a third more. It needs DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS=1 besides, from outside.
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.WaitForDataBeforeAllocatingBuffer = false; // one system call less a request, 4 KiB a connection
        });

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.LongestStop);
        builder.Services.AddSingleton<MatcherPolicy, ExactLiterals>();
        AddLogging(builder.Logging, builder.Configuration["Logging:Console:FormatterName"]);
        return builder;
    }

    /// <exception cref="StartException">The logging that .NET's own variables ask for cannot be had.</exception>
    public static WebApplication BuildOrExplain(this WebApplicationBuilder builder)
    {
        try
        {
            var app = builder.Build();
            _ = app.Logger; // reads what is left to read
            return app;
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new StartException($"color-svc cannot start:\n  a variable Logging__…: {problem.Message}");
        }
    }

    public static void UseIf(
        this IApplicationBuilder app, bool isEnabled, Func<RequestDelegate, RequestDelegate> middleware)
    {
        if (isEnabled)
        {
            app.Use(middleware);
        }
    }

    /// <param name="format">
    /// Of the lines: <c>simple</c> (the default on a terminal), <c>json</c> (elsewhere) or <c>systemd</c>.
    /// </param>
    private static void AddLogging(ILoggingBuilder logging, string? format)
    {
        // The slim builder knows the simple format only, and holds on to it.
        logging.AddConsole(console => console.FormatterName =
            format is { Length: > 0 } ? format
            : Console.IsOutputRedirected ? ConsoleFormatterNames.Json
            : ConsoleFormatterNames.Simple);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        logging.Services.Configure<JsonConsoleFormatterOptions>(line =>
        {
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });

        // A port that is taken is our own, shorter message; the host and Kestrel would add two stack traces.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // As long as anything can be logged here, the host makes an Activity for every request, sampled or not.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);

        // What clients send wrongly, and how they leave, would be a stack trace each.
        logging.AddFilter("Grpc", LogLevel.Critical);
    }
}
