namespace Bawaba.Console.Frame;

/// <summary>What a notice says.</summary>
public sealed record NoticeView(NoticeKind Kind);
