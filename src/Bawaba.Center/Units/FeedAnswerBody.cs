namespace Bawaba.Center.Units;

/// <summary>What a feed is answered: how many came, and how many of them could not be read or were old. Which units exist is not told.</summary>
internal sealed record FeedAnswerBody(int Received, int Unfit);
