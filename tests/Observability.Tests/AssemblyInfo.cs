using ColorDemo.Observability.Tests;

[assembly: AssemblyFixture(typeof(SharedPods))]
