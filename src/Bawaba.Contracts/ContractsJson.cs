// JSON of what crosses a process boundary, generated at build time: no reflection, no surprise.
using System.Text.Json.Serialization;
using Bawaba.Contracts.Enrolment;
using Bawaba.Contracts.Officers;

namespace Bawaba.Contracts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PassageCount))]
[JsonSerializable(typeof(Hit))]
[JsonSerializable(typeof(HitOverview))]
[JsonSerializable(typeof(HitFrames))]
[JsonSerializable(typeof(OfficerAct))]
[JsonSerializable(typeof(GateOrders))]
[JsonSerializable(typeof(OrdersDelta))]
[JsonSerializable(typeof(Approvals.ApprovalSheet))]
[JsonSerializable(typeof(Approvals.KeyRing))]
[JsonSerializable(typeof(GateReport))]
[JsonSerializable(typeof(IntakeBatch))]
[JsonSerializable(typeof(Wire.WireAsk))]
[JsonSerializable(typeof(IntakeAck))]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(GateCertificate))]
public sealed partial class ContractsJson : JsonSerializerContext;
