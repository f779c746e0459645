using System.Security.Cryptography;
using System.Text;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;

namespace Bawaba.Tests.Center.Law;

public sealed class SourceDocumentTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n");

    [Fact]
    public async Task A_document_is_known_by_its_hash_and_read_by_who_sees_the_list_alone()
    {
        await using var rig = await LawRig.StartAsync();
        var desk = rig.Center.Get<DocumentDesk>();
        var hash = Assert.IsType<DocumentResult.Stored>(await desk.StoreAsync(rig.Registrar, Pdf, rig.Cancellation)).Hash;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), hash);
        Assert.Equal("DocumentStored", await rig.LastActAsync());
        // The same once more is the same.
        Assert.Equal(hash, Assert.IsType<DocumentResult.Stored>(await desk.StoreAsync(rig.Registrar, Pdf, rig.Cancellation)).Hash);
        Assert.Equal(Pdf, Assert.IsType<Reading<byte[]>.Granted>(await desk.ReadAsync(rig.Approver, hash, rig.Cancellation)).Value);
        Assert.Equal("DocumentSeen", await rig.LastActAsync());
        Assert.IsType<Reading<byte[]>.NotAllowed>(await desk.ReadAsync(rig.Commander, hash, rig.Cancellation));
        Assert.IsType<Reading<byte[]>.NotFound>(await desk.ReadAsync(rig.Approver, new string('0', 64), rig.Cancellation));
        Assert.IsType<DocumentResult.NotAllowed>(await desk.StoreAsync(rig.Approver, Pdf, rig.Cancellation));
    }

    [Fact]
    public async Task An_entry_whose_document_is_not_stored_is_neither_asked_for_nor_approved()
    {
        await using var rig = await LawRig.StartAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        var draft = Assert.IsType<EntryResult.Done>(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft() with { SourceDocumentSha256 = hash }, 0, rig.Cancellation)).Entry;
        var faulty = Assert.IsType<EntryResult.Faulty>(await rig.Entries.SubmitAsync(rig.Registrar, draft.Id, draft.Version, rig.Cancellation));
        Assert.Equal(("sourceDocumentSha256", "not-stored"), (faulty.Faults[0].Field, faulty.Faults[0].Word));
        // Past the desk, as an edited row would be: the approval refuses it.
        await rig.Center.Get<Bawaba.Center.Storage.CenterStore>().WriteAsync(
            c => EntrySql.Put(c, [draft with { State = EntryState.Pending, Version = draft.Version + 1 }], rig.Center.Now), rig.Cancellation);
        Assert.IsType<ApprovalResult.Refused>(await rig.Entries.AskAsync(rig.Approver, [draft.Id], rig.Cancellation));
        await rig.Center.Get<DocumentDesk>().StoreAsync(rig.Registrar, Pdf, rig.Cancellation);
        Assert.IsType<ApprovalResult.Asked>(await rig.Entries.AskAsync(rig.Approver, [draft.Id], rig.Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("MZ")]
    public async Task What_is_no_document_is_refused_by_its_first_bytes(string text)
    {
        await using var rig = await LawRig.StartAsync();
        Assert.IsType<DocumentResult.Unfit>(await rig.Center.Get<DocumentDesk>().StoreAsync(rig.Registrar, Encoding.ASCII.GetBytes(text), rig.Cancellation));
        Assert.IsType<DocumentResult.Unfit>(await rig.Center.Get<DocumentDesk>().StoreAsync(rig.Registrar, [.. Pdf, .. new byte[DocumentDesk.MaxBytes]], rig.Cancellation));
    }
}
