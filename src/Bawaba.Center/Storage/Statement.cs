namespace Bawaba.Center.Storage;

/// <summary>A statement with its values, to be run now or together with others: each trip to a server costs more than a row.</summary>
internal sealed record Statement(string Sql, params (string Name, object? Value)[] Values);
