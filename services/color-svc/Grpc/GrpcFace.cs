using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Http;
using ColorDemo.ColorService.LifeCycle;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Grpc.Reflection;
using Grpc.Reflection.V1Alpha;

namespace ColorDemo.ColorService.Grpc;

/// <summary>What is served beside HTTP: the color service, health, and reflection for tools such as grpcurl.</summary>
internal static class GrpcFace
{
    public static void AddColorGrpc(
        this IServiceCollection services,
        ColorQuestions questions,
        ColorMessages messages,
        FaultInjection faults,
        Readiness readiness)
    {
        services.AddGrpc(grpc =>
        {
            grpc.IgnoreUnknownServices = true; // else it would claim every path of two segments, HTTP's too
            grpc.MaxReceiveMessageSize = 4096; // bytes; a request is a name or two
        });
        services.AddSingleton(provider => new ColorGrpc(
            questions, messages, faults, provider.GetRequiredService<IHostApplicationLifetime>()));
        services.AddSingleton(Health(readiness));
        services.AddSingleton(new ReflectionServiceImpl(
            V1.ColorService.Descriptor, global::Grpc.Health.V1.Health.Descriptor, ServerReflection.Descriptor));
    }

    public static void MapColorGrpc(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<ColorGrpc>();
        app.MapGrpcService<HealthServiceImpl>().WithMetadata(new Operations());
        app.MapGrpcService<ReflectionServiceImpl>().WithMetadata(new Operations());
    }

    /// <summary>Follows readiness, watchers included, for the service as a whole and by its name.</summary>
    private static HealthServiceImpl Health(Readiness readiness)
    {
        var health = new HealthServiceImpl();
        readiness.Changed += Follow;
        Follow();
        return health;

        void Follow()
        {
            var status = readiness.Obstacle is null
                ? HealthCheckResponse.Types.ServingStatus.Serving
                : HealthCheckResponse.Types.ServingStatus.NotServing;
            health.SetStatus("", status);
            health.SetStatus(V1.ColorService.Descriptor.FullName, status);
        }
    }
}
