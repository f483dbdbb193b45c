using ColorDemo.EndToEnd.Tests;

// Every class starts processes of its own: one demo at a time is enough for a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(SharedDemo))]
