using Microsoft.Extensions.Logging.Console;

namespace Bawaba.Up;

/// <summary>Log lines go to standard error, one line each: standard output is for what a person or a script waits for.</summary>
internal static class UpLogging
{
    internal static void ToStandardError(ILoggingBuilder logging) =>
        logging.AddSimpleConsole(o => { o.SingleLine = true; o.TimestampFormat = "HH:mm:ss "; o.UseUtcTimestamp = true; })
            .AddFilter("Microsoft", LogLevel.Warning)
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
}
