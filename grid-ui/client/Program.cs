using ColorDemo.Grid;
using ColorDemo.Grid.Inspection;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services
    .AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) })
    .AddSingleton(TimeProvider.System)
    .AddSingleton<ClusterMarks>()
    .AddSingleton<Feed>()
    .AddSingleton<SampleLookup>();
await builder.Build().RunAsync();
