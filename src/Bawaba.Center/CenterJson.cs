// JSON of the center's endpoints, generated at build time. What is not named here cannot go over the wire.
using System.Text.Json.Serialization;
using Bawaba.Center.Alerts;
using Bawaba.Center.Approvals;
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Screens;
using Bawaba.Center.Sources;
using Bawaba.Center.Units;
using Bawaba.Center.Video;
using Bawaba.Center.Watchlists;

namespace Bawaba.Center;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SignedInBody))]
[JsonSerializable(typeof(SecondFactorBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(DirectorateBody))]
[JsonSerializable(typeof(DirectorateBody[]))]
[JsonSerializable(typeof(PasskeyQuestion))]
[JsonSerializable(typeof(PasskeyBody))]
[JsonSerializable(typeof(ApprovalQuestion))]
[JsonSerializable(typeof(ApprovalAnswer))]
[JsonSerializable(typeof(ApprovedBody))]
[JsonSerializable(typeof(WhyBody))]
[JsonSerializable(typeof(LawStepBody))]
[JsonSerializable(typeof(EntryDraft))]
[JsonSerializable(typeof(ImportLine))]
[JsonSerializable(typeof(DocumentBody))]
[JsonSerializable(typeof(OrderDraft))]
[JsonSerializable(typeof(IReadOnlyList<DraftFault>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(GateBody))]
[JsonSerializable(typeof(GatesBody))]
[JsonSerializable(typeof(SourcesBody))]
[JsonSerializable(typeof(ActivationOrder))]
[JsonSerializable(typeof(WatchlistEntry))]
[JsonSerializable(typeof(MandateList))]
[JsonSerializable(typeof(WatchlistView))]
[JsonSerializable(typeof(CountsBody))]
[JsonSerializable(typeof(AlertBody))]
[JsonSerializable(typeof(AlertsBody))]
[JsonSerializable(typeof(CallingBody[]))]
[JsonSerializable(typeof(FirstLookBody))]
[JsonSerializable(typeof(FramesBody))]
[JsonSerializable(typeof(RejectBody))]
[JsonSerializable(typeof(RefusalBody))]
[JsonSerializable(typeof(LiveEvent))]
[JsonSerializable(typeof(UnitBody))]
[JsonSerializable(typeof(UnitBody[]))]
[JsonSerializable(typeof(OverdueBody[]))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(CommandAnswerBody))]
[JsonSerializable(typeof(PositionBody))]
[JsonSerializable(typeof(PositionBody[]))]
[JsonSerializable(typeof(FeedAnswerBody))]
[JsonSerializable(typeof(VideoWord))]
internal sealed partial class CenterJson : JsonSerializerContext;
