namespace Bawaba.Contracts;

/// <summary>An identity written as a short safe name; lets one JSON converter serve them all.</summary>
public interface ISlugId<TSelf>
    where TSelf : struct, ISlugId<TSelf>
{
    string Value { get; }

    static abstract bool TryParse(string? text, out TSelf id);
}
