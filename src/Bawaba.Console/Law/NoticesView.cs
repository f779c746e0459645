using Bawaba.Center.Mandates;

namespace Bawaba.Console.Law;

/// <summary>The auditor's notices, newest first.</summary>
public sealed record NoticesView(IReadOnlyList<LawNotice> Notices);
