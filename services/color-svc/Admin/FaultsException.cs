namespace ColorDemo.ColorService.Admin;

/// <summary>Faults that are not accepted. The message names every problem, and repeats nothing of the input.</summary>
internal sealed class FaultsException(string message) : Exception(message);
