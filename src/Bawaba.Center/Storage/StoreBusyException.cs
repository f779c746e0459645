using System.Data.Common;

namespace Bawaba.Center.Storage;

/// <summary>Too many writers wait; the caller backs off like from any fault of the store.</summary>
internal sealed class StoreBusyException() : DbException("too many are waiting to write into the center's store");
