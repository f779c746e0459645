// Accounts for the demo city, so that every role can be tried. Called by `bawaba up` at its first run with the demo.
// Promises: generated passwords, returned once and kept as hashes only; nothing is made where any account exists.
using System.Security.Cryptography;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Operators;

/// <summary>Accounts of every role with generated passwords, for the demo city alone.</summary>
public sealed class DemoAccounts
{
    // Without letters and digits that look alike: 24 of 31 signs are 118 bits.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 24;

    private static readonly (string UserName, string DisplayName, Role Role, string Chain, string? Directorate)[] People =
    [
        ("administrator", "المسؤول عن النظام", Role.Administrator, "إدارة النظام", null),
        ("gate-officer", "ضابط البوابة", Role.GateOfficer, "غرفة العمليات", null),
        ("operator-1", "المناوب الأول", Role.Operator, "غرفة العمليات", null),
        ("operator-2", "المناوب الثاني", Role.Operator, "غرفة العمليات", null),
        ("supervisor", "مشرف المناوبة", Role.Supervisor, "غرفة العمليات", null),
        ("commander", "القائد", Role.Commander, "مديرية الأمن", null),
        ("registrar", "المسجّل", Role.Registrar, "البحث الجنائي", null),
        ("approver", "المعتمِد", Role.Approver, "النيابة العامة", null),
        ("approver-2", "المعتمِد الثاني", Role.Approver, "المحكمة", null),
        ("investigator", "المحقق", Role.Investigator, "البحث الجنائي", null),
        ("technician", "الفني", Role.Technician, "الشؤون الفنية", null),
        ("auditor", "المدقق", Role.Auditor, "الرقابة", null),
        ("media-officer", "ضابط الإعلام", Role.MediaOfficer, "الإعلام الأمني", null),
        ("patrol-1", "آمر دورية الصحراء", Role.PatrolOfficer, "مديرية أمن الحدود", "border-security"),
        ("patrol-2", "آمر دورية المدينة", Role.PatrolOfficer, "مديرية أمن الواحة", "oasis-security"),
        ("patrol-3", "آمر الدراجات", Role.PatrolOfficer, "مديرية أمن الواحة", "oasis-security"),
        ("patrol-4", "مسعف", Role.PatrolOfficer, "الإسعاف", "oasis-security"),
        ("ministry", "مشرف الوزارة", Role.MinistrySupervisor, "الوزارة", null),
    ];

    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly PasswordHash _passwords;
    private readonly SecretSeal _seal;
    private readonly TimeProvider _time;

    internal DemoAccounts(CenterStore store, AuditLog audit, PasswordHash passwords, SecretSeal seal, TimeProvider time)
    {
        _seal = seal;
        _store = store;
        _audit = audit;
        _passwords = passwords;
        _time = time;
    }

    /// <summary>Makes them (two operators, since two looks are two people); null when any account exists already.</summary>
    /// <param name="keep">Writes them down; called before the accounts are committed, so that none exists whose password nobody has.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<DemoAccount>?> CreateAsync(Action<IReadOnlyList<DemoAccount>> keep, CancellationToken cancellation)
    {
        if (await _store.ReadAsync(OperatorSql.AnyAccount, cancellation))
            return null;
        var made = People.Select(p => new DemoAccount
        {
            UserName = p.UserName,
            Password = Password(),
            Role = p.Role,
            SecondFactor = SecondFactor.IsNeededBy(p.Role) ? SecondFactor.NewSecret() : null,
        }).ToArray();
        var hashes = await Task.WhenAll(made.Select(m => _passwords.CreateAsync(m.Password, cancellation)));
        return await _store.WriteAsync(
            connection =>
            {
                if (OperatorSql.AnyAccount(connection))
                    return null;
                for (var i = 0; i < made.Length; i++)
                {
                    var account = new Account
                    {
                        Id = AccountId.Mint(_time),
                        UserName = made[i].UserName,
                        DisplayName = People[i].DisplayName,
                        Role = made[i].Role,
                        Chain = People[i].Chain,
                        Directorate = People[i].Directorate is { } directorate ? DirectorateId.Parse(directorate) : null,
                        CreatedAt = _time.GetUtcNow(),
                    };
                    _audit.Append(connection, new(AuditAct.AccountCreated, AuditActor.System, account.Id.ToString(), "demo"));
                    OperatorSql.InsertAccount(connection, account, hashes[i]);
                    // Step 1 is of the year 1970: known, and never asked to be set up.
                    if (made[i].SecondFactor is { } secret)
                        OperatorSql.SetCodeSecret(connection, account.Id, _seal.Seal(account.Id, secret), step: 1);
                }
                keep(made);
                return made;
            },
            cancellation);
    }

    private static string Password() => RandomNumberGenerator.GetString(Alphabet, PasswordLength);
}
