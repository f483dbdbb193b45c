using ColorDemo.ColorService;
using ColorDemo.ColorService.Admin;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;
using ColorDemo.ColorService.Grpc;
using ColorDemo.ColorService.Http;
using ColorDemo.ColorService.LifeCycle;
using ColorDemo.ColorService.Telemetry;
using ColorDemo.ColorService.Telemetry.Traces;

if (args.Length > 0)
{
    return Help.Answer(args);
}

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var palette = new Palette(settings.Families);
    var questions = new ColorQuestions(palette);
    var metrics = new ServiceMetrics(settings.Identity);
    using var faults = new FaultSwitch(settings.Faults, TimeProvider.System);
    var readiness = new Readiness(faults);
    var injection = new FaultInjection(
        faults, RateLimit.Of(settings.MostPerSecond), settings.AllowsRequestFaults, metrics.Obstructed);

    var builder = ServiceHost.CreateBuilder(settings);
    DrainingLifetime.Register(builder.Services, readiness, settings);
    builder.Services.AddColorGrpc(
        questions, new ColorMessages(palette, settings.Identity, metrics), injection, readiness);
    await using var app = builder.BuildOrExplain();
    using var tracing = new Tracing(settings, app.Logger);
    var endpoints = new ColorEndpoints(
        questions, new ColorAnswers(palette, settings.Identity, metrics), injection);

    app.Use(new CommonHeaders(settings.Identity, readiness).Add);
    app.MapWhen(Listeners.IsAdmin, admin => admin.Run(new FaultsEndpoint(faults, app.Logger).AnswerAsync));
    app.Use(new LiteralRoutes(((IEndpointRouteBuilder)app).DataSources).Match);
    app.UseRouting();
    app.UseIf(settings.Traces is not null, tracing.Trace); // before metrics and logs, which tell the span's ids
    app.UseIf(settings.ServesMetrics, metrics.Requests.Measure);
    app.UseIf(settings.ServesMetrics, metrics.Calls.Measure);
    app.UseIf(settings.LogsRequests, new RequestLog(app.Logger).Write);
    app.UseIf(settings.AllowsCors, Cors.Allow);
    app.Use(new EndlessCalls(app.Lifetime.ApplicationStopping).BreakOff);
    app.Use(new Errors(endpoints).Explain);

    endpoints.Map(app);
    Operations.Map(app, settings.Identity, readiness, settings.ServesMetrics ? metrics : null);
    app.MapColorGrpc();

    await app.ListenAsync(settings.Ports);
    new StartBanner(app.Logger).Write(settings, palette, app.Urls);
    await readiness.WarmUpAsync(settings.WarmUpTime, app.Lifetime.ApplicationStopping);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // told to stop while it started
}
catch (StartException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
