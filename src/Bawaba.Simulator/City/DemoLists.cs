// The demo city's activation order and watch-list, dated around the moment they are written. Called by DemoCity.
// Every person, document and plate is invented, and says so; the rules kept are those of docs/files.md.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Simulator.Stage;

namespace Bawaba.Simulator.City;

internal static class DemoLists
{
    private const string Stolen = "stolen-vehicle";
    private const string Verdict = "wanted-by-verdict";
    private const string Kidnapping = "kidnapping";
    private const string KidnappingUrgent = "kidnapping-urgent";
    private const string Missing = "missing-person";
    private static readonly TimeSpan OrderDuration = TimeSpan.FromDays(29);

    internal static OrderFile Orders(DateTimeOffset now) => new(
    [
        new()
        {
            // A fresh demo needs a fresh instrument: the center remembers every order it has read and none may be lengthened.
            Id = $"demo-order-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}",
            Purpose = "تجربة المنظومة في مدينة متخيلة — trying the system in a fictional city",
            InstrumentNumber = $"DEMO {now.UtcDateTime.ToString("yyyy/MMdd-HHmmss", CultureInfo.InvariantCulture)}",
            Issuer = "نيابة واحة رملان (تجريبي) — Ramlan prosecution (demo)",
            IssuedOn = Day(now, -1),
            Requester = "رئيس المرور (تجريبي) — head of traffic (demo)",
            Approver = "وكيل النيابة المناوب (تجريبي) — duty prosecutor (demo)",
            Gates = [.. DemoMap.Settings(1).Gates.Select(g => g.Id.Value)],
            Categories = [Stolen, Verdict, Kidnapping, KidnappingUrgent, Missing],
            FromAt = now - TimeSpan.FromHours(1),
            UntilAt = now - TimeSpan.FromHours(1) + OrderDuration,
        },
    ]);

    internal static EntryFile Entries(DateTimeOffset now)
    {
        var sheet = new Sheet(now);
        return new(
        [
            // The four that the drawn cameras will see.
            sheet.Row("demo-01", DemoTraffic.WhitePickup, Stolen, "stop-and-notify", approvedDaysAgo: 3, validDays: 27),
            sheet.Row("demo-02", DemoTraffic.SilverSaloon, Verdict, "verify-identity", approvedDaysAgo: 20, validDays: 85),
            sheet.Row("demo-03", DemoTraffic.GreyOffRoad, Kidnapping, "stop-and-notify", approvedDaysAgo: 1, validDays: 29),
            sheet.Row("demo-04", DemoTraffic.BlueTruck, Stolen, "observe", approvedDaysAgo: 6, validDays: 30),
            // Others, so that the list looks like a list.
            sheet.Row("demo-05", "91-20417ليبيا", Stolen, "verify-identity", 10, 30, "أحمر — red"),
            sheet.Row("demo-06", "98-113502ليبيا", Verdict, "arrest-under-verdict", 40, 90, "أسود — black"),
            sheet.Row("demo-07", "94-6630ليبيا", Missing, "welfare-check", 2, 7, "أبيض — white", motorcycle: true),
            sheet.Row("demo-08", "٠٤٧٢نطس", Stolen, "observe", 5, 21, "أزرق — blue"),
            sheet.Row("demo-09", "2581711597", Stolen, "stop-and-notify", 12, 30, "رمادي — grey"),
            sheet.Row("demo-10", "96-50218ليبيا", KidnappingUrgent, "stop-and-notify", 0, 0.25, "بيج — beige"),
            sheet.Row("demo-11", "963تونس1184", Verdict, "verify-identity", 60, 90, "فضي — silver"),
            // Expired: it stays in view and is compared nowhere.
            sheet.Row("demo-12", "93-7741ليبيا", Missing, "observe", 9, 7, "أخضر — green"),
        ]);
    }

    private static DateOnly Day(DateTimeOffset now, double days) => DateOnly.FromDateTime(now.AddDays(days).UtcDateTime);

    private sealed class Sheet(DateTimeOffset now)
    {
        internal EntryRow Row(string id, StageVehicle vehicle, string category, string action, double approvedDaysAgo, double validDays) =>
            Row(id, vehicle.Plate!.Text.Visual, category, action, approvedDaysAgo, validDays, Words(vehicle.Colour), vehicle.Kind == VehicleKind.Motorcycle);

        internal EntryRow Row(string id, string plate, string category, string action, double approvedDaysAgo, double validDays, string colour, bool motorcycle = false)
        {
            var approvedAt = now.AddDays(-approvedDaysAgo).AddMinutes(-10);
            return new()
            {
                Id = id,
                Plate = plate,
                Category = category,
                LegalBasis = Law(category),
                InstrumentNumber = $"DEMO-{id[^2..]}/{approvedAt.Year.ToString(CultureInfo.InvariantCulture)}",
                IssuedBy = category == Verdict ? "محكمة واحة رملان (تجريبي) — Ramlan court (demo)" : "نيابة واحة رملان (تجريبي) — Ramlan prosecution (demo)",
                IssuedOn = Day(approvedAt, -1),
                Purpose = Purpose(category),
                PermittedAction = action,
                Requester = "مسجل القوائم (تجريبي) — registrar (demo)",
                RequesterChain = "مديرية الأمن — security directorate",
                Approver = "وكيل النيابة (تجريبي) — prosecutor (demo)",
                ApproverChain = "النيابة العامة — public prosecution",
                ApprovedAt = approvedAt,
                ExpiresAt = approvedAt.AddDays(validDays),
                Vehicle = motorcycle ? "motorcycle" : "other",
                Colour = colour,
                SourceDocumentSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"demo document {id}"))),
            };
        }

        private static string Law(string category) => category switch
        {
            Stolen => "قانون العقوبات، السرقة (تجريبي) — penal code, theft (demo)",
            Verdict => "قانون الإجراءات الجنائية (تجريبي) — criminal procedure (demo)",
            Missing => "طلب مساعدة من الأهل (تجريبي) — request for help by relatives (demo)",
            _ => "قانون العقوبات، الخطف (تجريبي) — penal code, kidnapping (demo)",
        };

        private static string Purpose(string category) => category switch
        {
            Stolen => "العثور على مركبة أبلغ عن سرقتها — find a vehicle reported stolen",
            Verdict => "تنفيذ حكم غيابي — carry out a verdict given in absence",
            Missing => "الاطمئنان على شخص مفقود — make sure a missing person is well",
            _ => "العثور على مركبة استعملت في خطف — find a vehicle used in a kidnapping",
        };

        private static string Words(VehicleColour colour) => colour switch
        {
            VehicleColour.White => "أبيض — white",
            VehicleColour.Silver => "فضي — silver",
            VehicleColour.Grey => "رمادي — grey",
            VehicleColour.Black => "أسود — black",
            VehicleColour.Red => "أحمر — red",
            VehicleColour.Blue => "أزرق — blue",
            VehicleColour.Green => "أخضر — green",
            _ => "بيج — beige",
        };
    }
}
